#include <map>

#include "scene/portfolio_chart_parts.hpp"
#include "sim/totals.hpp"

/// Savings by country.
namespace gs {

using namespace charting;

namespace {

/// A country's counted rows.
struct CountrySum {
  std::string iso3;
  std::vector<ProjectRow> rows;
  Total total;
  Mass of_reporting;  ///< simulated, of the rows that report
};

CountrySum summed(const World& w, std::string iso3, std::vector<ProjectRow> rows) {
  CountrySum sum{std::move(iso3), std::move(rows), {}, {}};
  sum.total = total_of(w, sum.rows);
  for (const ProjectRow& row : sum.rows) {
    const ProjectResult& r = w.results.projects[row.project];
    if (r.reported && r.avoided) sum.of_reporting += r.avoided->best;
  }
  return sum;
}

std::vector<CountrySum> by_country(const World& w, std::span<const ProjectRow> rows, std::size_t most) {
  std::map<std::string, std::vector<ProjectRow>> groups;
  for (const ProjectRow& row : rows)
    if (row.counted) groups[w.portfolio.projects[row.project].country].push_back(row);
  std::vector<CountrySum> sums;
  for (auto& [iso3, members] : groups) sums.push_back(summed(w, iso3, std::move(members)));
  std::stable_sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.total.avoided.best > b.total.avoided.best; });
  most = std::max<std::size_t>(most, 2);
  if (sums.size() <= most) return sums;
  std::vector<ProjectRow> others;
  for (std::size_t i = most - 1; i < sums.size(); ++i) others.insert(others.end(), sums[i].rows.begin(), sums[i].rows.end());
  std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a.project < b.project; });
  const std::size_t merged = sums.size() - (most - 1);
  sums.resize(most - 1);
  sums.push_back(summed(w, "", std::move(others)));
  sums.back().iso3 = fmt::format("+{}", merged);
  return sums;
}

std::string country_reading(const World& w, const std::string& name, const CountrySum& s) {
  std::string words = name + "\n" + w.tr("chart.simulated", figure(s.total.avoided.best, w.tr).text(), range_text(s.total.avoided, w.tr));
  if (s.total.reporting > 0)
    words += "\n" + w.tr("chart.reported", figure(s.total.reported, w.tr).text(), s.total.reporting, s.total.projects, figure(s.of_reporting, w.tr).text());
  return words;
}

}  // namespace

Chart country_chart(const World& w, std::span<const ProjectRow> rows, std::string_view chosen, std::size_t most, std::vector<std::string>& codes) {
  const Translator& tr = w.tr;
  Chart c = begun(w, PortfolioChart::countries);
  c.subject = tr("table.head.country");
  c.sideways = true;
  const std::vector<CountrySum> sums = by_country(w, rows, most);
  Mass greatest{};
  for (const CountrySum& s : sums) greatest = std::max({greatest, s.total.avoided.high, s.total.reported});
  const AxisUnit unit = unit_of(greatest, tr);
  c.value = figures_axis(tr, tr("chart.a_year", unit.name), 0.0, std::max(greatest.base() / unit.base, 1e-3));
  c.series = {{tr("chart.series.both"), Mark::bars, {Tone::accent}, {}},
              {tr("chart.series.simulated"), Mark::bars, {Tone::accent_soft}, {}},
              {tr("figure.reported"), Mark::ticks, {Tone::ink}, {}}};
  codes.clear();
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const CountrySum& s = sums[i];
    const bool merged = s.iso3.starts_with('+');
    const std::string name = merged ? tr("chart.others", s.iso3.substr(1)) : country_name(w, s.iso3);
    if (!merged) codes.push_back(s.iso3);
    Datum d;
    d.at = static_cast<double>(i);
    d.key = merged ? -1 : static_cast<std::int32_t>(i);
    d.name = name;
    d.reading = country_reading(w, name, s);
    d.pale = !chosen.empty() && s.iso3 != chosen;
    c.at.names.push_back(name);
    Datum both = d, only = d, reported = d;
    both.to = s.of_reporting.base() / unit.base;
    both.words = s.total.reporting > 0 ? figure(s.of_reporting, tr).text() : "–";
    only.from = both.to, only.to = s.total.avoided.best.base() / unit.base;
    only.low = s.total.avoided.low.base() / unit.base, only.high = s.total.avoided.high.base() / unit.base;
    only.words = tr("chart.whole", figure(s.total.avoided.best, tr).text(), range_text(s.total.avoided, tr));
    reported.to = s.total.reported.base() / unit.base;
    reported.words = figure(s.total.reported, tr).text();
    c.series[0].data.push_back(both);
    c.series[1].data.push_back(only);
    if (s.total.reporting > 0) c.series[2].data.push_back(reported);
  }
  return c;
}

}  // namespace gs
