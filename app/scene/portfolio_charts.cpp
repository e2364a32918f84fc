#include <map>

#include "scene/portfolio_chart_parts.hpp"
#include "sim/simulate.hpp"

namespace gs {

namespace charting {

Axis figures_axis(const Translator& tr, std::string title, double low, double high) {
  Axis axis;
  axis.title = std::move(title);
  axis.low = low, axis.high = high;
  axis.words = [&tr](double v) { return std::abs(v) < 1e-12 ? std::string("0") : number(v, tr, 6); };
  return axis;
}

Chart begun(const World& w, PortfolioChart which) {
  Chart c;
  c.id = std::string(id_of(which));
  c.title = w.tr("chart." + c.id);
  c.note = w.tr("chart.note." + c.id);
  c.source = w.tr("chart.source", w.portfolio.version, w.results.digest.empty() ? "–" : w.results.digest);
  return c;
}

}  // namespace charting

using namespace charting;

namespace {

/// Categories from the bottom of a stack.
constexpr std::array<Category, 8> kStack{Category::hydro, Category::wind, Category::solar, Category::csp,
                                         Category::waste, Category::storage, Category::hydrogen, Category::grid};

std::string category_words(const World& w, Category c) { return w.tr("category." + std::string(id_of(c))); }

}  // namespace

std::string_view id_of(PortfolioChart which) {
  constexpr std::array<std::string_view, kPortfolioChartCount> ids{"countries", "years", "check"};
  return ids[static_cast<std::size_t>(which)];
}

Chart commissioning_chart(const World& w, std::span<const ProjectRow> rows, int year) {
  const Translator& tr = w.tr;
  Chart c = begun(w, PortfolioChart::years);
  c.subject = tr("table.head.year");
  std::map<int, std::array<std::array<double, 2>, kCategoryCount>> standing;  // MW by year, category; operating, not
  int left_out = 0;
  for (const ProjectRow& row : rows) {
    const Project& p = w.portfolio.projects[row.project];
    const Counted why = w.results.projects[row.project].counted;
    if (!generates(p.technology) || why == Counted::part_of_other || why == Counted::no_bri_role) continue;
    if (!p.capacity || !p.commissioning_year) { ++left_out; continue; }
    const bool stands = row.status == Status::operating;
    standing[*p.commissioning_year][static_cast<std::size_t>(row.category)][stands ? 0 : 1] += p.capacity->base();
  }
  if (left_out > 0) c.note += " " + tr("chart.without_year", left_out);
  Power greatest{};
  for (const auto& [at, stack] : standing) {
    double sum = 0;
    for (const auto& both : stack) sum += both[0] + both[1];
    greatest = std::max(greatest, megawatts(sum));
  }
  const AxisUnit unit = unit_of(greatest, tr);
  c.value = figures_axis(tr, unit.name, 0.0, std::max(greatest.base() / unit.base, 1e-3));
  c.at.years = true;
  c.at.low = standing.empty() ? year - 5 : standing.begin()->first;
  c.at.high = standing.empty() ? year : standing.rbegin()->first;
  std::map<int, double> below;
  for (const Category category : kStack) {
    Series s{category_words(w, category), Mark::bars, {Tone::of_category, category}, {}};
    for (const auto& [at, stack] : standing) {
      const auto& both = stack[static_cast<std::size_t>(category)];
      for (const int part : {0, 1}) {
        if (both[static_cast<std::size_t>(part)] <= 0.0) continue;
        const double mw = both[static_cast<std::size_t>(part)], whole = both[0] + both[1];
        Datum d;
        d.at = at;
        d.key = at;
        d.from = below[at] / unit.base, d.to = (below[at] += mw) / unit.base;
        d.pale = part == 1;
        d.name = fmt::format("{}", at);
        d.words = figure(megawatts(whole), tr).text();
        d.reading = fmt::format("{}\n{}: {}", at, s.name, figure(megawatts(mw), tr).text()) + (d.pale ? "\n" + tr("chart.expected", year) : "");
        s.data.push_back(std::move(d));
      }
    }
    if (!s.data.empty()) c.series.push_back(std::move(s));
  }
  return c;
}

Chart check_chart(const World& w, std::span<const ProjectRow> rows) {
  const Translator& tr = w.tr;
  Chart c = begun(w, PortfolioChart::check);
  c.subject = tr("table.head.name");
  std::vector<ProjectRow> both;
  Mass least = tonnes(1e12), greatest{};
  for (const ProjectRow& row : rows) {
    const ProjectResult& r = w.results.projects[row.project];
    if (!r.reported || !r.avoided || r.reported->base() <= 0.0 || r.avoided->low.base() <= 0.0) continue;
    both.push_back(row);
    least = std::min({least, *r.reported, r.avoided->low});
    greatest = std::max({greatest, *r.reported, r.avoided->high});
  }
  if (both.empty()) least = tonnes(1e3), greatest = tonnes(1e6);
  const AxisUnit unit = unit_of(greatest, tr);
  c.at = figures_axis(tr, tr("chart.axis.reported", unit.name), least.base() / unit.base, greatest.base() / unit.base);
  c.value = figures_axis(tr, tr("chart.axis.simulated", unit.name), c.at.low, c.at.high);
  c.at.log = c.value.log = true;
  c.rules.push_back({1e-9, 1e-9, 1e9, 1e9, tr("chart.agree")});
  for (const Category category : kStack) {
    Series s{category_words(w, category), Mark::points, {Tone::of_category, category}, {}};
    for (const ProjectRow& row : both) {
      if (row.category != category) continue;
      const ProjectResult& r = w.results.projects[row.project];
      Datum d;
      d.at = r.reported->base() / unit.base;
      d.to = r.avoided->best.base() / unit.base;
      d.low = r.avoided->low.base() / unit.base, d.high = r.avoided->high.base() / unit.base;
      d.key = static_cast<std::int32_t>(row.project);
      d.name = display_name(w.portfolio.projects[row.project], tr);
      d.at_words = figure(*r.reported, tr).text();
      d.words = tr("chart.whole", figure(r.avoided->best, tr).text(), range_text(*r.avoided, tr));
      d.reading = d.name + "\n" + tr("figure.reported_value", d.at_words) + "\n" + tr("figure.simulated_value", d.words);
      s.data.push_back(std::move(d));
    }
    if (!s.data.empty()) c.series.push_back(std::move(s));
  }
  return c;
}

Chart chart_for_file(const World& w, const State& s, PortfolioChart which) {
  const ProjectList list = project_list(w, s);
  std::vector<std::string> codes;
  switch (which) {
    case PortfolioChart::countries: return country_chart(w, list.rows, "", 60, codes);
    case PortfolioChart::years: return commissioning_chart(w, list.rows, s.scenario.year);
    case PortfolioChart::check: break;
  }
  return check_chart(w, list.rows);
}

}  // namespace gs
