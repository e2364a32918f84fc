#include <algorithm>
#include <map>

#include "export/report_parts.hpp"
#include "portfolio/own_data.hpp"
#include "scene/portfolio_charts.hpp"
#include "scene/working_words.hpp"
#include "sim/totals.hpp"

/// The report of the whole portfolio under a scenario.
namespace gs::report {
namespace {

/// The simulated figures' order: the greatest saving first, rows without one last.
std::vector<std::uint32_t> by_saving(const World& w) {
  std::vector<std::uint32_t> rows;
  for (const ProjectResult& r : w.results.projects) rows.push_back(r.project);
  const auto saving = [&](std::uint32_t i) { return w.results.projects[i].avoided ? w.results.projects[i].avoided->best : tonnes(-1.0); };
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return saving(a) > saving(b); });
  return rows;
}

std::vector<std::uint32_t> counted_in_total(const World& w) {
  std::vector<std::uint32_t> rows;
  for (const ProjectResult& r : w.results.projects)
    if (r.counted == Counted::yes && !is_own(w.portfolio.projects[r.project].id)) rows.push_back(r.project);
  return rows;
}

Table status_rows(const Draft& d) {
  const Translator& tr = d.tr;
  Table t{tr("method.totals"), {{tr("table.head.status")}, {tr("country.projects"), true}, {tr("table.head.capacity"), true}, {tr("figure.simulated_output"), true}, {tr("figure.simulated_saving"), true}}, {}, false};
  for (int s = 0; s < kStatusCount; ++s) {
    const Total& total = d.w.results.by_status[static_cast<std::size_t>(s)];
    if (total.projects == 0) continue;
    const std::string id(gs::id_of(static_cast<Status>(s))), from = tr("working.sum_interval");
    Row row{id, {label(tr("status." + id)), plain("projects", whole(total.projects, tr), total.projects, "", {}, from),
                 plain("capacity", figure(total.capacity, tr).text(), total.capacity.base(), kMw, {}, from),
                 simulated(tr, "simulated_output", total.energy, Ends::drawn, {}), simulated(tr, "simulated_saving", total.avoided, Ends::drawn, {})}};
    for (Cell& cell : row.cells) cell.from = from;
    t.rows.push_back(std::move(row));
  }
  return t;
}

Table country_rows(const Draft& d) {
  const Translator& tr = d.tr;
  Table t{tr("chart.countries"), {{tr("table.head.country")}, {tr("country.projects"), true}, {tr("table.head.capacity"), true}, {tr("figure.simulated_output"), true}, {tr("figure.simulated_saving"), true}, {tr("figure.reported"), true}}, {}, true};
  std::map<std::string, std::vector<std::uint32_t>> of;
  for (const std::uint32_t i : counted_in_total(d.w)) of[d.w.portfolio.projects[i].country].push_back(i);
  std::vector<std::pair<Mass, Row>> rows;
  for (const auto& [iso3, members] : of) {
    TotalSum sum(d.w.portfolio, d.w.results);
    std::vector<std::string> saving, output;
    for (const std::uint32_t i : members) {
      sum.add(d.w.results.projects[i]);
      add_once(saving, simulated_sources(d.w, i, true));
      add_once(output, simulated_sources(d.w, i, false));
    }
    const Total total = sum.total();
    const std::vector<std::string> ids = sources_of(d.w, members);
    Row row{iso3, {label(country_name(d.w, iso3)), plain("projects", whole(total.projects, tr), total.projects, "", ids),
                   plain("capacity", figure(total.capacity, tr).text(), total.capacity.base(), kMw, ids), simulated(tr, "simulated_output", total.energy, Ends::drawn, output),
                   simulated(tr, "simulated_saving", total.avoided, Ends::drawn, saving)}};
    row.cells.push_back(total.reporting > 0 ? plain("reported_saving", figure(total.reported, tr).text() + tr("figure.a_year"), total.reported.base(), kTonnesAYear, ids)
                                            : missing("reported_saving", tr("why.unknown")));
    rows.emplace_back(total.avoided.best, std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [saving, row] : rows) t.rows.push_back(std::move(row));
  return t;
}

/// The locomotives that the total holds besides the projects.
Row locomotive_row(const Draft& d) {
  const Translator& tr = d.tr;
  const Total& total = d.w.results.by_category[static_cast<std::size_t>(Category::locomotive)];
  std::vector<std::string> ids;
  for (const LocomotiveResult& r : d.w.results.locomotives)
    if (r.counted == Counted::yes) add_once(ids, d.w.portfolio.locomotives[r.locomotive].sources);
  const std::string id(gs::id_of(Category::locomotive));
  Row row{id, {label(tr("category." + id)), plain("locomotives", whole(total.locomotives, tr), total.locomotives, "", ids), missing("capacity", {}),
               missing("simulated_output", tr("basis.none")), simulated(tr, "simulated_saving", total.avoided, Ends::inputs, ids)}};
  row.cells[4].from = tr("loco.saving_note");
  row.cells.push_back(plain("reported_saving", figure(total.reported, tr).text() + tr("figure.a_year"), total.reported.base(), kTonnesAYear, ids));
  return row;
}

}  // namespace

Report of_scenario(const Asked& asked) {
  Draft d(asked, "scenario", "");
  const Translator& tr = d.tr;
  const World& w = d.w;
  const int year = w.results.scenario.year;
  const Total& total = w.results.operating;
  d.out.title = tr("report.portfolio", year);
  d.out.subtitle = tr("totals.counts", total.projects, w.portfolio.projects.size(), figure(total.capacity, tr).text(), w.portfolio.routes.size());
  const std::vector<std::uint32_t> all = by_saving(w), counted = counted_in_total(w);
  const std::vector<ProjectRow> rows = rows_of(w, all);

  Section& brief = d.section("short", tr("report.short"));
  Table t = figure_table(tr, tr("figures.caption", year, method_name(tr, w.results.scenario.method)));
  add_total(d, t, "total", total, counted);
  brief.tables.push_back(std::move(t));
  brief.notes = {tr("working.sum_note", year), tr("working.sum_interval")};
  if (const std::string out = left_out_words(w, left_out(w, rows), year); !out.empty()) brief.notes.push_back(tr("table.left_out", out));
  if (const Total own = own_total(w.portfolio, w.results); own.projects > 0) {
    brief.notes.push_back(tr("own.total", own.projects, figure(own.avoided.best, tr).text(), range_text(own.avoided, tr)));
    brief.notes.push_back(tr("own.mark"));
  }
  Section& technology = d.section("technology", tr("table.head.technology"));
  Table by_technology = technology_rows(d, counted);
  if (w.results.by_category[static_cast<std::size_t>(Category::locomotive)].locomotives > 0) by_technology.rows.push_back(locomotive_row(d));
  technology.tables.push_back(std::move(by_technology));
  technology.tables.push_back(status_rows(d));
  add_picture(technology, asked, commissioning_chart(w, rows, year));
  Section& countries = d.section("countries", tr("chart.countries"));
  std::vector<std::string> codes;
  add_picture(countries, asked, country_chart(w, rows, "", 60, codes));
  countries.tables.push_back(country_rows(d));
  Section& course = d.section("course", tr("report.course"));
  add_picture(course, asked, course_chart(w, w.results.timeline));
  course.tables.push_back(course_rows(d, w.results.timeline));
  Section& check = d.section("reported", tr("chart.check"));
  add_picture(check, asked, check_chart(w, rows));
  check.tables.push_back(gap_rows(d, all));
  d.section("projects", tr("country.projects")).tables.push_back(project_rows(d, all, true));
  Section& money = d.section("economy", tr("economy.title"));
  money.tables.push_back(economy_rows(d, all));
  money.notes = {tr("economy.note") + tr("economy.note_abatement"), tr("lifecycle.note")};
  Section& railways = d.section("railways", tr("layer.railways"));
  railways.tables.push_back(line_rows(d, ""));
  railways.notes = {tr("line.saving_note")};
  d.section("locomotives", tr("layer.locomotives")).tables.push_back(locomotive_rows(d, ""));
  return d.finish({});
}

}  // namespace gs::report
