#include <algorithm>
#include <array>

#include "export/report_parts.hpp"
#include "scene/portfolio_chart_parts.hpp"
#include "scene/year_chart.hpp"

/// The charts that only a report has.
namespace gs::report {
namespace {

std::vector<std::string> months_of(const Translator& tr) {
  std::vector<std::string> names;
  const std::string& all = tr("months.short");
  for (std::size_t from = 0; from <= all.size();) {
    const std::size_t end = std::min(all.find(' ', from), all.size());
    names.push_back(all.substr(from, end - from));
    from = end + 1;
  }
  names.resize(12);
  return names;
}

Chart begun(const World& w, std::string id, std::string title) {
  Chart c;
  c.id = std::move(id);
  c.title = std::move(title);
  c.source = w.tr("chart.source", w.portfolio.version, w.results.digest.empty() ? "–" : w.results.digest);
  return c;
}

}  // namespace

Chart months_chart(const World& w, const Project& p, const YearChart& year) {
  const Translator& tr = w.tr;
  const double most = *std::max_element(year.month_mwh.begin(), year.month_mwh.end()), least = *std::min_element(year.month_mwh.begin(), year.month_mwh.end());
  const auto unit = charting::unit_of(megawatt_hours(std::max(most, 1.0)), tr);
  Chart c = begun(w, "months", tr("year.months", unit.name));
  c.at.names = months_of(tr);
  c.value = charting::figures_axis(tr, unit.name, std::min(least, 0.0) / unit.base, std::max(most, 1.0) / unit.base);
  c.subject = tr("timeline.year");
  Series s{"", Mark::bars, {Tone::of_category, category(p.technology)}, {}};
  for (std::size_t m = 0; m < 12; ++m) {
    Datum d;
    d.at = static_cast<double>(m);
    d.to = year.month_mwh[m] / unit.base;
    d.name = c.at.names[m];
    d.words = figure(megawatt_hours(year.month_mwh[m]), tr).text();
    s.data.push_back(std::move(d));
  }
  c.series.push_back(std::move(s));
  return c;
}

Chart course_chart(const World& w, std::span<const Results::Year> years) {
  const Translator& tr = w.tr;
  double most = 0.0;
  std::array<bool, kCategoryCount> present{};
  for (const Results::Year& year : years) {
    double sum = 0.0;
    for (std::size_t i = 0; i < year.avoided_t.size(); ++i) {
      sum += year.avoided_t[i];
      present[i] = present[i] || year.avoided_t[i] > 0.0;
    }
    most = std::max(most, sum);
  }
  const auto unit = charting::unit_of(tonnes(std::max(most, 1.0)), tr);
  Chart c = begun(w, "course", tr("report.course"));
  c.note = tr("report.course_note");
  c.subject = tr("settings.year");
  c.at.years = true;
  c.at.low = years.empty() ? kFirstYear : years.front().year;
  c.at.high = years.empty() ? kLastYear : years.back().year;
  c.value = charting::figures_axis(tr, tr("chart.a_year", unit.name), 0.0, std::max(most, 1.0) / unit.base);
  std::vector<double> below(years.size(), 0.0);
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (!present[i]) continue;
    const auto of = static_cast<Category>(i);
    Series s{tr("category." + std::string(gs::id_of(of))), Mark::bars, {Tone::of_category, of}, {}};
    for (std::size_t y = 0; y < years.size(); ++y) {
      const double t = years[y].avoided_t[i];
      if (t <= 0.0) continue;
      Datum d;
      d.at = years[y].year;
      d.from = below[y] / unit.base, d.to = (below[y] += t) / unit.base;
      d.pale = years[y].year > w.results.scenario.year;
      d.name = fmt::format("{}", years[y].year);
      d.words = figure(tonnes(t), tr).text();
      d.reading = d.name + "\n" + s.name + ": " + d.words;
      s.data.push_back(std::move(d));
    }
    c.series.push_back(std::move(s));
  }
  return c;
}

}  // namespace gs::report
