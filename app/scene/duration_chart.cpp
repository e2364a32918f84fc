#include "scene/duration_chart.hpp"

#include <algorithm>
#include <cmath>

#include "model/hours.hpp"
#include "scene/portfolio_chart_parts.hpp"

namespace gs {
namespace {

/// Whole megawatts from ten on, tenths below: more would claim too much.
std::string power_words(double mw, const Translator& tr) {
  return figure(megawatts(std::abs(mw) < 10 ? std::round(mw * 10) / 10 : std::round(mw)), tr).text();
}

std::string mean_words(const Project& p, const YearChart& year, const Translator& tr) {
  const std::string mean = power_words(year.average_mw, tr);
  if (!generates(p.technology) || !p.capacity || !(*p.capacity > Power{})) return tr("duration.mean", mean);
  return tr("duration.mean_share", mean, percent(year.average_mw / p.capacity->base(), tr));
}

}  // namespace

Chart duration_chart(const World& w, const Project& p, const YearChart& year) {
  const Translator& tr = w.tr;
  Chart c;
  c.id = "duration";
  c.title = tr("duration.of", display_name(p, tr));
  c.subject = tr("duration.hours");
  c.note = tr("duration.note");
  c.source = tr("chart.source", w.portfolio.version, w.results.digest.empty() ? "–" : w.results.digest);
  c.at.title = tr("duration.share");
  c.at.high = 100.0;
  c.at.words = [&tr](double v) { return percent(0.01 * v, tr); };
  if (!year.known) return c;
  const double most = std::max(year.duration.front().mw, 0.0), least = std::min(year.duration.back().mw, 0.0);
  const auto unit = charting::unit_of(megawatts(std::max(most, -least)), tr);
  c.value = charting::figures_axis(tr, unit.name, least / unit.base, std::max(most / unit.base, 1e-3));
  Series curve{"", Mark::area, {Tone::of_category, category(p.technology)}, {}};
  for (const DurationPoint& point : year.duration) {
    Datum d;
    d.at = 100.0 * point.at / model::kHours;
    d.to = point.mw / unit.base;
    d.name = whole(point.hours, tr);
    d.words = power_words(point.mw, tr);
    d.reading = tr("duration.reading", d.words, d.name);
    curve.data.push_back(std::move(d));
  }
  c.series.push_back(std::move(curve));
  const double mean = year.average_mw / unit.base;
  c.rules.push_back({0.0, mean, 100.0, mean, mean_words(p, year, tr)});
  return c;
}

}  // namespace gs
