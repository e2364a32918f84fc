#include <algorithm>

#include "export/report_parts.hpp"
#include "portfolio/schema.hpp"
#include "scene/policy.hpp"
#include "scene/portfolio_charts.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "sim/totals.hpp"

/// The report of a country.
namespace gs::report {
namespace {

std::vector<std::uint32_t> projects_in(const World& w, std::string_view iso3) {
  std::vector<std::uint32_t> rows;
  for (const ProjectResult& r : w.results.projects)
    if (w.portfolio.projects[r.project].country == iso3) rows.push_back(r.project);
  return rows;
}

std::vector<std::uint32_t> counted_of(const World& w, std::span<const std::uint32_t> rows) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t i : rows)
    if (w.results.projects[i].counted == Counted::yes) out.push_back(i);
  return out;
}

/// The years of these rows alone.
std::vector<Results::Year> years_of(const World& w, std::span<const std::uint32_t> rows) {
  Results part;
  part.scenario = w.results.scenario;
  part.fleet = w.results.fleet;
  for (const std::uint32_t i : rows) part.projects.push_back(w.results.projects[i]);
  return timeline_of(part, w.portfolio);
}

void add_policy(Draft& d, std::string_view iso3) {
  const Translator& tr = d.tr;
  const CountryFact* c = d.w.portfolio.country(iso3);
  Section& s = d.section("policy", tr("policy.kind"));
  Table t = figure_table(tr, tr("policy.kind"));
  if (c) {
    const auto add = [&](const char* key, Cell cell) { t.rows.push_back(figure_row(tr, std::string(iso3), tr(key), std::move(cell))); };
    add("country.bri", fact("belt_and_road", tr("bri." + std::string(gs::id_of(c->bri))), c->sources));
    if (c->mou_year) add("country.mou", plain("memorandum", fmt::format("{}", *c->mou_year), *c->mou_year, "year", c->sources));
    if (c->withdrawn_year) add("country.withdrawn", plain("withdrawn", fmt::format("{}", *c->withdrawn_year), *c->withdrawn_year, "year", c->sources));
    if (!c->notes.empty()) s.notes.push_back(tr.fact(c->notes));
  } else {
    s.paragraphs.push_back(tr("bri.unknown"));
  }
  if (!t.rows.empty()) s.tables.push_back(std::move(t));
  if (!d.w.policy) return;
  // What of the action plan touches this country: themes whose projects stand in it.
  Table dates{d.w.policy->title.in(tr.code()), {{tr("policy.kind")}, {tr("working.note")}}, {}, true};
  for (const Policy::Theme& theme : d.w.policy->themes) {
    const bool here = std::any_of(theme.projects.begin(), theme.projects.end(), [&](const std::string& id) {
      const Project* p = d.w.portfolio.project(id);
      return p && p->country == iso3;
    });
    if (here) dates.rows.push_back({theme.id, {label(theme.title.in(tr.code())), fact("policy_theme", theme.text.in(tr.code()), theme.sources)}});
  }
  if (!dates.rows.empty()) d.out.sections.back().tables.push_back(std::move(dates));
}

/// Every factor that is known of the country's grid, and what the scenario's year leaves of the four that can be chosen.
void add_grid(Draft& d, std::string_view iso3) {
  const Translator& tr = d.tr;
  Section& s = d.section("grid", tr("country.factors"));
  Table known = figure_table(tr, tr("country.factors"));
  for (const GridFactor& g : d.w.portfolio.grid_factors) {
    if (g.country != iso3) continue;
    const std::string key = "factor." + g.method;
    Cell cell = plain("grid_factor_" + g.method, figure(g.value, tr).text(), g.value.base(), kIntensity, schema::split_list(g.source), g.year ? fmt::format("{}", *g.year) : "");
    cell.estimated = g.confidence == Confidence::low;
    known.rows.push_back(figure_row(tr, std::string(iso3), tr.has(key) ? tr(key) : g.method, std::move(cell)));
  }
  if (known.rows.empty()) s.paragraphs.push_back(tr("note.no_grid_factor"));
  else s.tables.push_back(std::move(known));
  const int year = d.w.results.scenario.year;
  Table now = figure_table(tr, tr("working.way", year) + ": " + pathway_name(tr, d.w.results.scenario.pathway));
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const auto method = static_cast<FactorMethod>(m);
    const auto grid = find_grid_factor(d.w.portfolio, method, Technology::solar_pv, iso3);
    const std::string name = "grid_factor_in_scenario_" + std::string(gs::id_of(method));
    if (!grid) {
      now.rows.push_back(figure_row(tr, std::string(iso3), method_name(tr, method), missing(name, tr("working.no_factor", method_name(tr, method)))));
      continue;
    }
    const double left = pathway_of(d.w.portfolio, d.w.results.scenario.pathway, method, iso3).share_in(year);
    const Range<Intensity> then = grid->intensity * left;
    const Factor* coal = d.w.portfolio.factor("coal_equivalent");
    std::vector<std::string> ids = grid->row >= 0 ? schema::split_list(d.w.portfolio.grid_factors[static_cast<std::size_t>(grid->row)].source)
                                   : coal         ? schema::split_list(coal->source)
                                                  : std::vector<std::string>{};
    now.rows.push_back(figure_row(tr, std::string(iso3), method_name(tr, method), simulated(tr, name, then, Ends::drawn, std::move(ids))));
  }
  s.tables.push_back(std::move(now));
}

}  // namespace

Report of_country(const Asked& asked, std::string_view iso3) {
  Draft d(asked, "country", std::string(iso3));
  const Translator& tr = d.tr;
  const World& w = d.w;
  d.out.title = country_name(w, iso3);
  const std::vector<std::uint32_t> all = projects_in(w, iso3), counted = counted_of(w, all);
  const Total total = country_total(w, iso3);
  d.out.subtitle = tr("kind.country") + " · " + tr("totals.chip", figure(total.avoided.best, tr).text() + tr("figure.a_year"), total.projects);

  Section& brief = d.section("short", tr("report.short"));
  if (counted.empty()) {
    brief.paragraphs.push_back(tr("table.left_out", left_out_words(w, left_out(w, rows_of(w, all)), w.results.scenario.year)));
  } else {
    Table t = figure_table(tr, tr("figures.caption", w.results.scenario.year, method_name(tr, w.results.scenario.method)));
    add_total(d, t, std::string(iso3), total, counted);
    brief.tables.push_back(std::move(t));
    brief.notes = {tr("working.sum_note", w.results.scenario.year), tr("working.sum_interval")};
  }
  add_policy(d, iso3);
  if (!all.empty()) {
    Section& s = d.section("projects", tr("country.projects"));
    s.tables.push_back(project_rows(d, all, false));
    if (Table t = technology_rows(d, counted); !t.rows.empty()) s.tables.push_back(std::move(t));
    add_picture(s, asked, commissioning_chart(w, rows_of(w, all), w.results.scenario.year));
    const std::vector<Results::Year> years = years_of(w, all);
    if (years.back().cumulative_t > 0.0) {
      Section& course = d.section("course", tr("report.course"));
      add_picture(course, asked, course_chart(w, years));
      course.tables.push_back(course_rows(d, years));
    }
    if (Table t = gap_rows(d, all); !t.rows.empty()) {
      Section& check = d.section("reported", tr("chart.check"));
      add_picture(check, asked, check_chart(w, rows_of(w, all)));
      check.tables.push_back(std::move(t));
    }
    if (Table t = economy_rows(d, all); !t.rows.empty()) {
      Section& money = d.section("economy", tr("economy.title"));
      money.tables.push_back(std::move(t));
      money.notes = {tr("economy.note") + tr("economy.note_abatement"), tr("lifecycle.note")};
    }
  }
  if (Table t = line_rows(d, iso3); !t.rows.empty()) {
    Section& s = d.section("railways", tr("layer.railways"));
    s.tables.push_back(std::move(t));
    s.notes = {tr("line.saving_note")};
  }
  if (Table t = locomotive_rows(d, iso3); !t.rows.empty()) d.section("locomotives", tr("layer.locomotives")).tables.push_back(std::move(t));
  add_grid(d, iso3);
  State link;
  link.view.selection = {SelectionKind::country, std::string(iso3)};
  return d.finish(std::move(link));
}

}  // namespace gs::report
