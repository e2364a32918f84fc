#include <algorithm>
#include <cmath>

#include "export/report_parts.hpp"
#include "portfolio/own_data.hpp"
#include "portfolio/schema.hpp"
#include "scene/duration_chart.hpp"
#include "scene/selected.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"

/// The report of one project.
namespace gs::report {
namespace {

struct Of {
  Draft& d;
  const Project& row;
  std::uint32_t index;
  const World& w() const { return d.w; }
  const Translator& tr() const { return d.tr; }
  const ProjectResult& result() const { return d.w.results.projects[index]; }
  const PlantYear& plant() const { return d.w.results.fleet->plants[index]; }
};

std::string when(const Of& of) {
  const Status status = of.result().status;
  const std::string words = of.tr()("status." + std::string(gs::id_of(status)));
  return of.row.commissioning_year ? of.tr()(status == Status::operating ? "status.since" : "status.expected", words, *of.row.commissioning_year) : words;
}

/// The factor of the scenario's year, with where it stands.
Cell factor_cell(const Of& of) {
  const ProjectResult& r = of.result();
  if (!r.intensity) return missing("grid_factor", of.tr()("working.no_factor", method_name(of.tr(), of.w().results.scenario.method)));
  std::vector<std::string> ids;
  if (r.grid_factor >= 0) {
    ids = schema::split_list(of.w().portfolio.grid_factors[static_cast<std::size_t>(r.grid_factor)].source);
  } else if (const Factor* coal = of.w().portfolio.factor("coal_equivalent")) {
    ids = schema::split_list(coal->source);
  }
  // The interval of a factor is that of its source, or an assumption; it is read as P10 and P90.
  Cell cell = simulated(of.tr(), "grid_factor", *r.intensity, Ends::drawn, std::move(ids));
  cell.from = factor_text(of.w(), r) + "; " + pathway_name(of.tr(), of.w().results.scenario.pathway);
  return cell;
}

void add_short(const Of& of) {
  const Translator& tr = of.tr();
  const ProjectResult& r = of.result();
  const Project& p = of.row;
  Section& s = of.d.section("short", tr("report.short"));
  Table t = figure_table(tr, tr("figures.caption", of.w().results.scenario.year, method_name(tr, of.w().results.scenario.method)));
  const auto add = [&](const char* name, Cell cell) { t.rows.push_back(figure_row(tr, p.id, tr(name), std::move(cell))); };
  const std::string a_year = tr("figure.a_year");
  if (p.capacity) {
    const std::string& basis = tr("capacity." + std::string(gs::id_of(p.capacity_basis)));
    add("figure.capacity", plain("capacity", figure(*p.capacity, tr).text() + (basis.empty() ? "" : " " + basis), p.capacity->base(), kMw, p.sources, tr("figure.reported")));
  }
  const auto estimated = [&](Cell cell) {
    cell.estimated = r.has(Note::estimated_input);
    return cell;
  };
  if (r.energy) {
    Cell cell = estimated(simulated(tr, "simulated_output", *r.energy, Ends::drawn, simulated_sources(of.w(), of.index, false)));
    cell.from = basis_text(of.w(), p, r);
    add("figure.simulated_output", std::move(cell));
  } else {
    add("figure.simulated_output", missing("simulated_output", tr("basis.none")));
  }
  if (p.generation) add("output.title", plain("reported_output", figure(*p.generation, tr).text() + a_year, p.generation->base(), kMwhAYear, p.sources, tr("figure.reported")));
  if (r.avoided) {
    Cell cell = estimated(simulated(tr, "simulated_saving", *r.avoided, saving_ends(r), simulated_sources(of.w(), of.index, true)));
    cell.from = tr("figures.simulated");
    add("figure.simulated_saving", std::move(cell));
  } else {
    add("figure.simulated_saving", missing("simulated_saving", why_no_saving(of.d, r)));
  }
  if (r.reported) add("saving.title", plain("reported_saving", figure(*r.reported, tr).text() + a_year, r.reported->base(), kTonnesAYear, p.sources, tr("figure.reported")));
  else add("saving.title", missing("reported_saving", tr("why.unknown")));
  if (r.energy) add("working.factor", factor_cell(of));
  s.tables.push_back(std::move(t));
  s.notes = notes_of(r, tr, true);
  if (is_own(p.id)) s.notes.push_back(tr("own.mark"));
  else if (r.hidden) s.notes.push_back(tr("mark.no_role_long"));
  else if (p.chinese_role_check == ChineseRole::unverified) s.notes.push_back(tr("mark.unverified_long"));
  else if (p.chinese_role_check == ChineseRole::equipment_only) s.notes.push_back(tr("mark.equipment_long"));
  if (const Project* whole_park = p.part_of.empty() ? nullptr : of.w().portfolio.project(p.part_of)) s.notes.push_back(tr("mark.part_of", display_name(*whole_park, tr)));
  if (r.counted == Counted::not_operating) s.notes.push_back(tr("mark.not_operating", of.w().results.scenario.year));
}

/// What is claimed beside what is simulated, the verdict, and why they differ.
/// Words for what claims of projects state (quantity of claims.csv).
constexpr struct {
  std::string_view id, key;
} kQuantities[] = {{"co2_t", "saving.title"}, {"generation_gwh", "why.output"}, {"capacity_mw", "figure.capacity"}, {"storage_mwh", "who.storage"},
                   {"capital_cost_musd", "who.cost"}, {"capital_cost_meur", "who.cost"}, {"loan_musd", "report.loan"}, {"acquisition_musd", "report.purchase"},
                   {"ownership", "report.ownership"}, {"throughput_gwh", "report.throughput"}, {"households", "who.households"}, {"people_served", "report.people"}};

void add_claim(const Of& of) {
  const Translator& tr = of.tr();
  const ProjectResult& r = of.result();
  std::vector<const Claim*> claims;
  for (const Claim& c : of.w().portfolio.claims)
    if (c.subject == of.row.id) claims.push_back(&c);
  if (!r.reported && claims.empty()) return;
  Section& s = of.d.section("reported", tr("chart.check"));
  if (r.reported && r.avoided) {
    s.paragraphs.push_back(tr("figure.reported_value", figure(*r.reported, tr).text()) + tr("figure.a_year"));
    s.paragraphs.push_back(tr("figure.simulated_value", tr("line.with_interval", figure(r.avoided->best, tr).text(), range_text(*r.avoided, tr))) + tr("figure.a_year"));
    if (r.avoided->contains(*r.reported)) s.paragraphs.push_back(tr("saving.inside"));
    else if (r.gap) s.paragraphs.push_back(tr("saving.outside", signed_percent(*r.gap, tr)));
    if (r.gap_parts) {
      s.paragraphs.push_back(gap_text(of.w(), r));
      if (!r.gap_parts->output_known) s.notes.push_back(tr("why.no_output"));
    }
    const std::uint32_t one[] = {of.index};
    Table t = gap_rows(of.d, one);
    if (!t.rows.empty()) s.tables.push_back(std::move(t));
  }
  if (claims.empty()) return;
  const auto name = [&](const Claim& c) {
    const auto row = std::find_if(std::begin(kQuantities), std::end(kQuantities), [&](const auto& q) { return q.id == c.quantity; });
    return row == std::end(kQuantities) ? c.quantity : tr(row->key);
  };
  Table t = figure_table(tr, tr("claims.title"));
  for (const Claim* c : claims) {
    const std::string said = c->value ? number(*c->value, tr, 6) + " " + c->unit : c->low && c->high ? number(*c->low, tr, 4) + "–" + number(*c->high, tr, 4) + " " + c->unit : tr.fact(c->value_text);
    Cell cell = c->value ? plain("claim", said, *c->value, c->unit, schema::split_list(c->source)) : fact("claim", said, schema::split_list(c->source));
    cell.from = tr("claim.by", tr.fact(c->claimant), c->date) + (c->notes.empty() ? "" : ". " + tr.fact(c->notes));
    t.rows.push_back(figure_row(tr, c->id, name(*c), std::move(cell)));
  }
  s.tables.push_back(std::move(t));
}

void add_workings(const Of& of) {
  State s;
  s.scenario = of.w().results.scenario;
  s.view.selection = {SelectionKind::project, of.row.id};
  std::vector<std::pair<std::string, Working>> all;
  for (const auto& [worked, id] : {std::pair{Worked::saving, "working-saving"}, std::pair{Worked::energy, "working-output"}}) {
    s.view.worked = worked;
    if (auto working = working_of(of.w(), s)) all.emplace_back(id, std::move(*working));
  }
  for (const auto& [section, id] : {std::pair{WorkedSection::store, "store"}, std::pair{WorkedSection::hydrogen, "hydrogen"}, std::pair{WorkedSection::waste, "waste"}}) {
    int n = 0;
    for (Working& working : section_workings(of.w(), of.index, section)) all.emplace_back(fmt::format("working-{}-{}", id, ++n), std::move(working));
  }
  if (all.empty()) return;
  of.d.section("working", of.tr()("working.title"));
  for (const auto& [id, working] : all) add_working(of.d, id, working);
}

/// The saving by each method, and what each input adds to its uncertainty.
void add_choices(const Of& of) {
  const Translator& tr = of.tr();
  const ProjectResult& r = of.result();
  if (r.energy && !of.plant().hydrogen) {
    Section& s = of.d.section("methods", tr("methods.title"));
    Table t = figure_table(tr, tr("methods.title"));
    for (int m = 0; m < kFactorMethodCount; ++m) {
      const auto method = static_cast<FactorMethod>(m);
      const std::string name = "saving_by_" + std::string(gs::id_of(method));
      const auto& mass = r.avoided_by_method[static_cast<std::size_t>(m)];
      const auto grid = find_grid_factor(of.w().portfolio, method, of.row.technology, of.row.country);
      std::vector<std::string> ids = simulated_sources(of.w(), of.index, false);
      if (grid && grid->row >= 0) add_once(ids, schema::split_list(of.w().portfolio.grid_factors[static_cast<std::size_t>(grid->row)].source));
      else if (const Factor* coal = of.w().portfolio.factor("coal_equivalent"); grid && coal) add_once(ids, schema::split_list(coal->source));
      Cell cell = mass ? plain(name, figure(*mass, tr).text() + tr("figure.a_year"), mass->base(), kTonnesAYear, std::move(ids)) : missing(name, tr("working.no_factor", method_name(tr, method)));
      if (grid) cell.from = figure(grid->intensity.best, tr).text();
      t.rows.push_back(figure_row(tr, of.row.id, method_name(tr, method), std::move(cell)));
    }
    s.tables.push_back(std::move(t));
    if (r.has(Note::fossil_waste)) s.notes.push_back(tr("waste.before"));
  }
  if (r.drivers.empty()) return;
  Section& s = of.d.section("drivers", tr("drivers.title"));
  Table t{tr("drivers.title"), {{tr("working.input")}, {tr("report.share"), true}, {"P10", true}, {"P90", true}}, {}, false};
  for (const SavingDriver& driver : r.drivers) {
    const std::string id(gs::id_of(driver.driver)), from = tr("figures.simulated");
    t.rows.push_back({id, {label(tr("driver." + id)), plain("share_of_variance", percent(driver.share, tr), driver.share, "", {}, from),
                           plain("saving_at_p10", signed_percent(driver.at_p10 - 1.0, tr), driver.at_p10, "of best estimate", {}, from),
                           plain("saving_at_p90", signed_percent(driver.at_p90 - 1.0, tr), driver.at_p90, "of best estimate", {}, from)}});
  }
  s.tables.push_back(std::move(t));
}

void add_year(const Of& of) {
  Selected selected;
  const YearChart& year = selected.of(of.w().portfolio, of.w().results, {SelectionKind::project, of.row.id}).year;
  if (!year.known) return;
  Section& s = of.d.section("year", of.tr()("timeline.year"));
  add_picture(s, of.d.asked, months_chart(of.w(), of.row, year));
  add_picture(s, of.d.asked, duration_chart(of.w(), of.row, year));
}

void add_money(const Of& of) {
  const std::uint32_t one[] = {of.index};
  Table t = economy_rows(of.d, one);
  if (t.rows.empty()) return;
  Section& s = of.d.section("economy", of.tr()("economy.title"));
  s.tables.push_back(std::move(t));
  const Economy e = economy_of(of.w().portfolio, of.w().results, of.result());
  s.notes.push_back(of.tr()("economy.note") + (e.abatement ? of.tr()("economy.note_abatement") : ""));
  s.notes.push_back(of.tr()("lifecycle.note"));
  if (!e.factors.empty()) add_working(of.d, "working-economy", economy_working(of.w(), e));
}

void add_facts(const Of& of) {
  const Translator& tr = of.tr();
  const Project& p = of.row;
  Section& s = of.d.section("facts", tr("loco.facts"));
  Table t = figure_table(tr, tr("loco.facts"));
  const auto put = [&](const std::string& name, Cell cell) { t.rows.push_back(figure_row(tr, p.id, name, std::move(cell))); };
  const auto words = [&](const char* key, const char* figure_name, const std::string& value) {
    if (!value.empty()) put(tr(key), fact(figure_name, tr.fact(value), p.sources));
  };
  const auto count = [&](const char* key, const char* figure_name, const std::optional<double>& value, const char* unit, const std::string& said) {
    if (value) put(tr(key), plain(figure_name, said, *value, unit, p.sources, tr("figure.reported")));
  };
  const std::vector<std::string> of_place = schema::split_list(p.coord_source);
  const std::string place = tr("precision." + std::string(gs::id_of(p.coord_precision)), whole(p.coord_radius_km, tr));
  put(tr("twin.status"), fact("status", when(of), p.sources, p.source_date));
  put(tr("twin.country"), fact("country", country_name(of.w(), p.country), p.sources));
  put(tr("report.coordinates") + " (N)", plain("latitude", fmt::format("{:.4f}°", p.latitude), p.latitude, "degrees, WGS 84", of_place, place));
  put(tr("report.coordinates") + " (E)", plain("longitude", fmt::format("{:.4f}°", p.longitude), p.longitude, "degrees, WGS 84", of_place, tr.fact(p.coord_note)));
  put(tr("table.head.confidence"), fact("confidence", tr("confidence." + std::string(gs::id_of(p.confidence))), p.sources));
  words("who.capacity_note", "capacity_note", p.capacity_note);
  if (p.storage) put(tr("who.storage"), plain("storage", figure(*p.storage, tr).text(), p.storage->base(), "MWh", p.sources, tr("figure.reported")));
  words("who.chinese_role", "chinese_role", p.chinese_role);
  words("who.partner", "partners", p.local_partner);
  count("who.cost", "reported_cost", p.capital_cost_musd, "million USD", p.capital_cost_musd ? tr("unit.musd_value", whole(*p.capital_cost_musd, tr)) : "");
  count("who.jobs", "reported_jobs", p.jobs, "jobs", p.jobs ? whole(*p.jobs, tr) : "");
  count("who.households", "reported_homes", p.households, "homes", p.households ? whole(*p.households, tr) : "");
  s.tables.push_back(std::move(t));
  if (!p.notes.empty()) s.notes.push_back(tr.fact(p.notes));
}

}  // namespace

Report of_project(const Asked& asked, const Project& p) {
  Draft d(asked, "project", p.id);
  const Of of{d, p, static_cast<std::uint32_t>(&p - asked.world.portfolio.projects.data())};
  d.out.title = display_name(p, d.tr);
  d.out.subtitle = d.tr("tech." + std::string(gs::id_of(p.technology))) + " · " + country_name(d.w, p.country) + " · " + when(of);
  add_short(of);
  add_claim(of);
  add_year(of);
  add_workings(of);
  add_choices(of);
  add_money(of);
  add_facts(of);
  State link;
  link.view.selection = {SelectionKind::project, p.id};
  return d.finish(std::move(link));
}

}  // namespace gs::report
