#include <algorithm>
#include <array>

#include "export/report_parts.hpp"
#include "scene/working_words.hpp"
#include "sim/economy.hpp"
#include "sim/totals.hpp"

/// Tables of projects and their sums.
namespace gs::report {
namespace {

std::string signed_figure(Mass m, const Translator& tr) { return (m > Mass{} ? "+" : "") + figure(m, tr).text(); }

const ProjectResult& result_of(const Draft& d, std::uint32_t i) { return d.w.results.projects[i]; }

Cell saving_cell(const Draft& d, std::uint32_t i) {
  const ProjectResult& r = result_of(d, i);
  if (!r.avoided) return missing("simulated_saving", why_no_saving(d, r));
  Cell cell = simulated(d.tr, "simulated_saving", *r.avoided, saving_ends(r), simulated_sources(d.w, i, true));
  cell.estimated = r.has(Note::estimated_input);
  return cell;
}

Cell output_cell(const Draft& d, std::uint32_t i) {
  const ProjectResult& r = result_of(d, i);
  if (!r.energy) return missing("simulated_output", d.tr(r.has(Note::no_capacity) ? "note.no_capacity" : "basis.none"));
  Cell cell = simulated(d.tr, "simulated_output", *r.energy, Ends::drawn, simulated_sources(d.w, i, false));
  cell.estimated = r.has(Note::estimated_input);
  return cell;
}

Cell reported_cell(const Draft& d, std::uint32_t i) {
  const ProjectResult& r = result_of(d, i);
  if (!r.reported) return missing("reported_saving", d.tr("why.unknown"));
  return plain("reported_saving", figure(*r.reported, d.tr).text() + d.tr("figure.a_year"), r.reported->base(), kTonnesAYear, d.w.portfolio.projects[i].sources);
}

/// Reported less simulated, or a part of that: of all that stands behind both.
Cell difference(const Draft& d, const char* name, Mass m, const std::vector<std::string>& ids) {
  return plain(name, signed_figure(m, d.tr), m.base(), kTonnesAYear, ids);
}

}  // namespace

Table project_rows(const Draft& d, std::span<const std::uint32_t> rows, bool countries) {
  const Translator& tr = d.tr;
  Table t{tr("list.title", rows.size()), {{tr("table.head.name")}}, {}, true};
  if (countries) t.head.push_back({tr("table.head.country")});
  for (const char* head : {"table.head.technology", "table.head.status"}) t.head.push_back({tr(head)});
  for (const char* head : {"table.head.capacity", "figure.simulated_output", "figure.simulated_saving", "table.head.reported"}) t.head.push_back({tr(head), true});
  t.head.push_back({tr("table.counted")});
  for (const std::uint32_t i : rows) {
    const Project& p = d.w.portfolio.projects[i];
    const ProjectResult& r = result_of(d, i);
    const ProjectRow row{i, category(p.technology), r.status, r.counted == Counted::yes};
    Row out{p.id, {label(display_name(p, tr))}};
    if (countries) out.cells.push_back(fact("country", country_name(d.w, p.country), p.sources));
    out.cells.push_back(fact("technology", tr("tech." + std::string(gs::id_of(p.technology))), p.sources));
    std::string when = tr("status." + std::string(gs::id_of(r.status)));
    if (p.commissioning_year) when = tr(r.status == Status::operating ? "status.since" : "status.expected", when, *p.commissioning_year);
    out.cells.push_back(fact("status", when, p.sources));
    out.cells.push_back(p.capacity ? plain("capacity", figure(*p.capacity, tr).text(), p.capacity->base(), kMw, p.sources) : missing("capacity", tr("loco.not_known")));
    out.cells.push_back(output_cell(d, i));
    out.cells.push_back(saving_cell(d, i));
    out.cells.push_back(reported_cell(d, i));
    out.cells.push_back(fact("counted", row.counted ? tr("table.yes") : why_not_counted(d.w, row, d.w.results.scenario.year), {}));
    t.rows.push_back(std::move(out));
  }
  return t;
}

Table gap_rows(const Draft& d, std::span<const std::uint32_t> rows) {
  const Translator& tr = d.tr;
  Table t{tr("why.title"), {{tr("table.head.name")}}, {}, true};
  for (const char* head : {"figure.reported", "figures.simulated", "why.gap", "why.output", "why.factor", "why.rest"}) t.head.push_back({tr(head), true});
  t.head.push_back({tr("working.note")});
  for (const std::uint32_t i : rows) {
    const ProjectResult& r = result_of(d, i);
    if (!r.reported || !r.avoided) continue;
    Row row{d.w.portfolio.projects[i].id, {label(display_name(d.w.portfolio.projects[i], tr)), reported_cell(d, i), saving_cell(d, i)}};
    std::vector<std::string> ids = row.cells[2].sources;
    add_once(ids, row.cells[1].sources);
    Cell gap = difference(d, "difference", *r.reported - r.avoided->best, ids);
    if (r.gap) gap.small = signed_percent(*r.gap, tr);
    row.cells.push_back(std::move(gap));
    if (r.gap_parts) {
      const model::Gap& g = *r.gap_parts;
      row.cells.push_back(g.output_known ? difference(d, "difference_of_output", g.output, ids) : missing("difference_of_output", tr("why.unknown")));
      row.cells.push_back(difference(d, "difference_of_factor", g.factor, ids));
      row.cells.push_back(difference(d, "difference_of_boundary_and_rest", g.boundary + g.rest, ids));
    } else {
      for (const char* name : {"difference_of_output", "difference_of_factor", "difference_of_boundary_and_rest"}) row.cells.push_back(missing(name, {}));
    }
    row.cells.push_back(fact("explanation", gap_text(d.w, r), {}));
    t.rows.push_back(std::move(row));
  }
  return t;
}

Table economy_rows(const Draft& d, std::span<const std::uint32_t> rows) {
  const Translator& tr = d.tr;
  Table t{tr("economy.title"), {{tr("table.head.name")}}, {}, true};
  for (const char* head : {"economy.capital", "economy.lcoe", "economy.abatement", "economy.construction", "economy.operation", "economy.households", "lifecycle.plant"})
    t.head.push_back({tr(head), true});
  for (const std::uint32_t i : rows) {
    const Project& p = d.w.portfolio.projects[i];
    const Economy e = economy_of(d.w.portfolio, d.w.results, result_of(d, i));
    if (!e.capital && !e.lcoe && !e.operation && !e.lifecycle) continue;
    std::vector<std::string> ids = sources_of(economy_working(d.w, e));
    add_once(ids, p.sources);
    const auto cell = [&](const char* figure_name, const char* key, const auto& range, double unit, const char* unit_name) {
      if (!range) return missing(figure_name, {});
      const auto in = [&](auto q) { return q.base() / unit; };
      // The key has a place for the best estimate and both ends.
      return ranged(figure_name, tr(key, number(in(range->best), tr, 2), number(in(range->low), tr, 2), number(in(range->high), tr, 2)), {},
                    {in(range->low), in(range->best), in(range->high)}, unit_name, Ends::inputs, ids);
    };
    Row row{p.id, {label(display_name(p, tr))}};
    Cell capital = cell("capital", "economy.usd", e.capital, tr.chinese() ? 1e8 : 1e6, tr.chinese() ? "100 million USD" : "million USD");
    if (e.capital) {
      capital.value = Value{e.capital->best.base() * 1e-6, e.capital->low.base() * 1e-6, e.capital->high.base() * 1e-6, "million USD", Ends::inputs};
      capital.from = tr("economy.capital_" + std::string(gs::id_of(e.basis)));
      capital.small = capital.from;
    }
    row.cells.push_back(std::move(capital));
    row.cells.push_back(cell("cost_of_energy", "economy.usd_per_mwh", e.lcoe, 1.0, "USD/MWh"));
    row.cells.push_back(cell("cost_of_saving", "economy.usd_per_t", e.abatement, 1.0, "USD/t CO2"));
    row.cells.push_back(cell("construction_work", "economy.job_years", e.construction, 1.0, "job-years"));
    row.cells.push_back(cell("operation_jobs", "economy.jobs", e.operation, 1.0, "jobs"));
    row.cells.push_back(cell("homes", "economy.homes", e.households, 1.0, "homes"));
    row.cells.push_back(e.lifecycle ? simulated(tr, "life_cycle", *e.lifecycle, Ends::inputs, ids) : missing("life_cycle", {}));
    t.rows.push_back(std::move(row));
  }
  return t;
}

void add_total(Draft& d, Table& t, std::string item, const Total& total, std::span<const std::uint32_t> rows) {
  const Translator& tr = d.tr;
  const std::string from = tr("working.sum_note", d.w.results.scenario.year);
  std::vector<std::string> saving, output;
  for (const std::uint32_t i : rows) {
    add_once(saving, simulated_sources(d.w, i, true));
    add_once(output, simulated_sources(d.w, i, false));
  }
  const std::vector<std::string> reported = sources_of(d.w, rows);
  const auto add = [&](const char* name, Cell cell, const std::string& where) {
    cell.from = where;
    t.rows.push_back(figure_row(tr, item, tr(name), std::move(cell)));
  };
  add("country.projects", plain("projects", whole(total.projects, tr), total.projects, "", reported), from);
  if (total.locomotives > 0) add("layer.locomotives", plain("locomotives", whole(total.locomotives, tr), total.locomotives, "", {}), from);
  add("figure.capacity", plain("capacity", figure(total.capacity, tr).text(), total.capacity.base(), kMw, reported), from);
  add("figure.simulated_output", simulated(tr, "simulated_output", total.energy, Ends::drawn, output), tr("working.sum_interval"));
  add("figure.simulated_saving", simulated(tr, "simulated_saving", total.avoided, Ends::drawn, saving), tr("working.sum_interval"));
  if (total.reporting == 0) return;
  add("figure.reported", plain("reported_saving", figure(total.reported, tr).text() + tr("figure.a_year"), total.reported.base(), kTonnesAYear, reported),
      tr("table.total_reported", figure(total.reported, tr).text(), total.reporting));
}

Table technology_rows(const Draft& d, std::span<const std::uint32_t> rows) {
  const Translator& tr = d.tr;
  Table t{tr("table.head.technology"), {{tr("table.head.technology")}}, {}, true};
  for (const char* head : {"country.projects", "table.head.capacity", "figure.simulated_output", "figure.simulated_saving", "figure.reported"}) t.head.push_back({tr(head), true});
  for (int c = 0; c < kCategoryCount; ++c) {
    std::vector<std::uint32_t> of;
    TotalSum sum(d.w.portfolio, d.w.results);
    std::vector<std::string> saving, output;
    for (const std::uint32_t i : rows) {
      if (category(d.w.portfolio.projects[i].technology) != static_cast<Category>(c) || result_of(d, i).counted != Counted::yes) continue;
      of.push_back(i);
      sum.add(result_of(d, i));
      add_once(saving, simulated_sources(d.w, i, true));
      add_once(output, simulated_sources(d.w, i, false));
    }
    if (of.empty()) continue;
    const Total total = sum.total();
    const std::vector<std::string> ids = sources_of(d.w, of);
    const std::string id(gs::id_of(static_cast<Category>(c)));
    Row row{id, {label(tr("category." + id)), plain("projects", whole(total.projects, tr), total.projects, "", ids),
                 plain("capacity", figure(total.capacity, tr).text(), total.capacity.base(), kMw, ids),
                 simulated(tr, "simulated_output", total.energy, Ends::drawn, output), simulated(tr, "simulated_saving", total.avoided, Ends::drawn, saving)}};
    row.cells.push_back(total.reporting > 0 ? plain("reported_saving", figure(total.reported, tr).text() + tr("figure.a_year"), total.reported.base(), kTonnesAYear, ids)
                                            : missing("reported_saving", tr("why.unknown")));
    t.rows.push_back(std::move(row));
  }
  return t;
}

Table course_rows(const Draft& d, std::span<const Results::Year> years) {
  const Translator& tr = d.tr;
  Table t{tr("report.course"), {{tr("settings.year")}, {tr("figure.simulated_saving"), true}, {tr("report.since", kFirstYear), true}}, {}, false};
  const std::string from = tr("report.course_note");
  for (const Results::Year& year : years) {
    double sum = 0.0;
    for (const double t_co2 : year.avoided_t) sum += t_co2;
    if (t.rows.empty() && sum == 0.0) continue;  // before the first
    t.rows.push_back({fmt::format("{}", year.year),
                      {label(fmt::format("{}", year.year)), plain("simulated_saving", figure(tonnes(sum), tr).text(), sum, kTonnesAYear, {}, from),
                       plain("simulated_saving_since_2000", figure(tonnes(year.cumulative_t), tr).text(), year.cumulative_t, "t CO2", {}, from)}});
  }
  return t;
}

std::vector<ProjectRow> rows_of(const World& w, std::span<const std::uint32_t> rows) {
  std::vector<ProjectRow> out;
  for (const std::uint32_t i : rows) {
    const ProjectResult& r = w.results.projects[i];
    out.push_back({i, category(w.portfolio.projects[i].technology), r.status, r.counted == Counted::yes});
  }
  return out;
}

}  // namespace gs::report
