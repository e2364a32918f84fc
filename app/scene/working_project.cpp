#include "model/hydrogen.hpp"
#include "model/ledger.hpp"
#include "scene/working_parts.hpp"
#include "scene/working_words.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "sim/simulate.hpp"

/// A project's saving and output: simulate() said in words, with the same numbers.
namespace gs::works {
namespace {

struct Of {
  const World& w;
  const Project& row;
  const ProjectResult& result;
  const PlantYear& plant;
  const Scenario& scenario() const { return w.results.scenario; }
};

WorkingInput share(std::string name, double value, std::string from, const Translator& tr) {
  return {std::move(name), number(value, tr, 4), std::move(from), {}, false, Part::factor, value};
}

void put_capacity(const Of& of, Working& out, Part part) {
  if (!of.row.capacity) return;
  const Translator& tr = of.w.tr;
  std::string value = figure(*of.row.capacity, tr).text();
  if (const std::string& basis = tr("capacity." + std::string(id_of(of.row.capacity_basis))); !basis.empty()) value += " " + basis;
  out.inputs.push_back({tr("figure.capacity"), value, tr.fact(of.row.capacity_note), published(of.row.sources), false, part, of.row.capacity->base()});
}

void put_simulated(const Of& of, Working& out) {
  const Translator& tr = of.w.tr;
  const PlantYear& plant = of.plant;
  const Energy best = *plant.energy;
  std::string from = basis_text(of.w, of.row, of.result);
  if (plant.store) from += "; " + tr("working.store");
  const Site* site = of.w.portfolio.site(of.row.id);
  out.inputs.push_back({tr("working.new_plant"), with_range(Range<Energy>{best * plant.low, best, best * plant.high}, tr), from,
                        site ? published(site->tech_sources) : std::vector<std::string>{}, plant.estimated_input, Part::factor, best.base()});
}

void put_by_factor(const Of& of, Working& out) {
  const Translator& tr = of.w.tr;
  const CapacityFactor& f = of.w.portfolio.capacity_factors[static_cast<std::size_t>(of.plant.capacity_factor)];
  put_capacity(of, out, Part::factor);
  out.inputs.push_back({tr("working.hours"), tr("working.hours_value", whole(model::kYear.base(), tr)), tr("working.hours_from"), {}, false, Part::factor, model::kYear.base()});
  const std::string of_whom = f.country.empty() ? "" : country_name(of.w, f.country) + ": ";
  out.inputs.push_back({tr("driver.capacity_factor"), tr("loco.less_fuel", percent(f.central, tr), number(f.low * 100.0, tr, 3), number(f.high * 100.0, tr, 3)),
                        of_whom + f.basis, ids_of(f.source), f.country.empty() || f.confidence == Confidence::low, Part::factor, f.central});
}

/// The energy of the year as a product.
void put_energy(const Of& of, Working& out) {
  const Translator& tr = of.w.tr;
  if (of.plant.basis == EnergyBasis::reported) {
    const Energy best = *of.plant.energy;
    out.inputs.push_back({tr("working.reported"), with_range(Range<Energy>{best * of.plant.low, best, best * of.plant.high}, tr), of.row.generation_basis,
                          published(of.row.sources), false, Part::factor, best.base()});
  } else if (of.plant.capacity_factor >= 0) {
    put_by_factor(of, out);
  } else {
    put_simulated(of, out);
  }
}

/// What its age has left, and what the reader changed.
void put_shares(const Of& of, Working& out, bool fed) {
  const Translator& tr = of.w.tr;
  const int year = of.scenario().year, began = of.row.commissioning_year.value_or(year);
  const double left = output_left(of.plant, year > began ? year - began : 0, of.scenario().what_if.ageing);
  if (left != 1.0) out.inputs.push_back(share(tr("working.left", year), left, tr("working.age_value", tr("percent", number(100.0 * (1.0 - left), tr, 2))), tr));
  const double in = fed ? fed_in(of.scenario().what_if, of.row.technology) : 1.0;
  if (in != 1.0) out.inputs.push_back(share(tr("working.fed_in"), in, tr("working.fed_in_from"), tr));
}

void put_grid(const Of& of, Working& out) {
  const World& w = of.w;
  const Translator& tr = w.tr;
  const auto grid = find_grid_factor(w.portfolio, of.scenario().method, of.row.technology, of.row.country);
  if (!grid) return;
  WorkingInput factor{tr("working.factor"), tr("line.with_interval", figure(grid->intensity.best, tr).text(), range_text(grid->intensity, tr)),
                      method_name(tr, of.scenario().method), {}, false, Part::factor, grid->intensity.best.base()};
  if (grid->row >= 0) {
    const GridFactor& f = w.portfolio.grid_factors[static_cast<std::size_t>(grid->row)];
    factor.from += ", " + country_name(w, f.country) + (f.year ? fmt::format(" {}", *f.year) : "");
    factor.sources = ids_of(f.source);
  } else {
    const std::string method = factor.from;
    put_row(factor, w.portfolio, "coal_equivalent");
    factor.from = method + ": " + factor.from;
  }
  out.inputs.push_back(std::move(factor));
  const double left = pathway_of(w.portfolio, of.scenario().pathway, of.scenario().method, of.row.country).share_in(of.scenario().year);
  if (left == 1.0) return;
  out.inputs.push_back(share(tr("working.way", of.scenario().year), left, pathway_name(tr, of.scenario().pathway), tr));
  out.inputs.back().sources = pathway_sources(w.portfolio, of.scenario().pathway, of.row.country);
}

void put_factor_row(const Of& of, Working& out, const std::string& name, std::string_view id, std::string_view value_key) {
  const Factor* row = of.w.portfolio.factor(id);
  if (!row || !row->value) return;
  const Translator& tr = of.w.tr;
  const auto words = [&](const std::optional<double>& v) { return number(v.value_or(*row->value), tr, 3); };
  WorkingInput in{name, tr(value_key, words(row->value), words(row->low), words(row->high)), {}, {}, false, Part::told, *row->value};
  put_row(in, of.w.portfolio, id);
  out.inputs.push_back(std::move(in));
}

void put_waste(const Of& of, Working& out) {
  if (!of.plant.waste || !of.result.has(Note::fossil_waste)) return;
  const Translator& tr = of.w.tr;
  const model::WasteYear& year = *of.plant.waste;
  const auto tonnes_of = [&](Mass m) { return number(m.base(), tr, 2); };
  out.inputs.push_back({tr("waste.fossil"), with_range(year.fossil, tr), tr("working.fossil_from"), {}, false, Part::term, -year.fossil.best.base()});
  out.inputs.push_back({tr("waste.burnt"), tr("waste.burnt_value", tonnes_of(year.waste.best), tonnes_of(year.waste.low), tonnes_of(year.waste.high)),
                        tr("working.burnt_from"), {}, false, Part::told, year.waste.best.base()});
  put_factor_row(of, out, tr("working.waste_rate"), "waste-electricity", "working.waste_rate_value");
  put_factor_row(of, out, tr("working.fossil_rate"), "waste-fossil-co2", "working.fossil_rate_value");
}

/// The weather behind the hours, as the inspector tells it.
void put_weather(const Of& of, Working& out) {
  const PlantYear& plant = of.plant;
  const Site* site = of.w.portfolio.site(of.row.id);
  if (of.plant.basis != EnergyBasis::simulated || !site) return;
  const Translator& tr = of.w.tr;
  const auto line = [&](Driver d, const std::optional<model::Provenance>& from, StationVariable variable, const std::vector<std::string>& sources) {
    if (!from) return;
    WorkingInput in{tr("driver." + std::string(id_of(d))), tr("working.deviation", percent(from->deviation, tr)), known_text(of.w, *from, variable), {}, false, Part::told, from->deviation};
    const Station* station = from->station.empty() ? nullptr : of.w.portfolio.station(from->station, variable);
    in.sources = published(station ? station->sources : sources);
    in.estimated = from->basis == model::Basis::estimate || from->basis == model::Basis::flat;
    out.inputs.push_back(std::move(in));
  };
  const bool sunshine = plant.ghi && plant.ghi->basis == model::Basis::sunshine;
  line(Driver::irradiation, plant.ghi, sunshine ? StationVariable::sunshine_h : StationVariable::ghi_kwh_m2_day, site->ghi_sources);
  line(Driver::beam, plant.beam, StationVariable::dni_kwh_m2_day, site->dni_sources);
  line(Driver::wind_speed, plant.wind, StationVariable::wind_ms, site->wind_sources);
  line(Driver::wind_shape, plant.wind_shape, StationVariable::wind_ms, site->weibull_sources);
}

void put_electrolyser(const Of& of, Working& out, bool saving) {
  const Translator& tr = of.w.tr;
  const HydrogenResult& h = *of.plant.hydrogen;
  if (!saving) {
    out.inputs.push_back({tr("hydrogen.used"), figure(h.used, tr).text(), basis_text(of.w, of.row, of.result), {}, of.plant.estimated_input, Part::factor, h.used.base()});
    WorkingInput rate{tr("working.electrolyser"), tr("hydrogen.rate_value", number(h.kwh_per_kg, tr, 4)), {}, {}, false, Part::divisor, h.kwh_per_kg};
    put_row(rate, of.w.portfolio, "electrolyser-efficiency");
    out.inputs.push_back(std::move(rate));
    return;
  }
  out.inputs.push_back({tr("hydrogen.made"), tr("hydrogen.made_value", number(h.hydrogen.base(), tr, 3)),
                        tr("working.electrolysed", figure(h.used, tr).text(), number(h.kwh_per_kg, tr, 3)), {}, of.plant.estimated_input, Part::factor, h.hydrogen.base()});
  put_shares(of, out, false);
  const Range<double>& grey = model::kGreyHydrogen;
  WorkingInput factor{tr("working.grey"), tr("hydrogen.grey", number(grey.best, tr), number(grey.low, tr), number(grey.high, tr)), {}, {}, false, Part::factor, grey.best};
  put_row(factor, of.w.portfolio, "grey-hydrogen");
  out.inputs.push_back(std::move(factor));
}

Working of_saving(const Of& of) {
  const Translator& tr = of.w.tr;
  Working out;
  const Range<Mass>& saved = *of.result.avoided;
  put_result(out, saved, tr);
  if (of.plant.hydrogen && of.result.has(Note::hydrogen)) {
    put_electrolyser(of, out, true);
  } else {
    put_energy(of, out);
    put_shares(of, out, true);
    put_grid(of, out);
    put_waste(of, out);
  }
  out.formula = formula_of(tr("working.saving"), out.inputs);
  out.cited = cited(of.row.name, "simulated saving", saved);
  // Without draws of its own the interval is of the inputs' ends.
  const bool drawn = !of.result.has(Note::hydrogen) && !of.result.has(Note::fossil_waste);
  if (!drawn) out.interval = tr("working.between", range_text(saved, tr));
  return out;
}

Working of_output(const Of& of) {
  const Translator& tr = of.w.tr;
  Working out;
  put_result(out, *of.result.energy, tr);
  put_energy(of, out);
  put_shares(of, out, true);
  out.formula = formula_of(tr("working.output"), out.inputs);
  out.cited = cited(of.row.name, "simulated output", *of.result.energy);
  return out;
}

Working of_hydrogen(const Of& of) {
  const Translator& tr = of.w.tr;
  Working out;
  const double made = of.plant.hydrogen->hydrogen.base();
  out.what = tr("hydrogen.simulated");
  out.result = number(made * 1e-3, tr, 3) + " " + tr("hydrogen.unit") + tr("figure.a_year");
  out.best = made;
  put_electrolyser(of, out, false);
  out.formula = formula_of(tr("hydrogen.made"), out.inputs);
  out.cited = fmt::format("{}: simulated output {:.1f} kt H2 a year, new plant", of.row.name, made * 1e-3);
  return out;
}

}  // namespace

std::vector<std::string> pathway_sources(const Portfolio& portfolio, GridPathway pathway, std::string_view iso3) {
  if (pathway == GridPathway::constant) return {};
  if (pathway == GridPathway::pledged) {
    std::string id = "pathway-";
    for (const char c : iso3) id += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (const Factor* row = portfolio.factor(id); row && row->value) return ids_of(row->source);
  }
  const Factor* row = portfolio.factor("pathway-world-stated-2027");
  return row ? ids_of(row->source) : std::vector<std::string>{};
}

std::optional<Working> of_project(const World& w, std::size_t project, bool saving) {
  const ProjectResult& r = w.results.projects[project];
  const Of of{w, w.portfolio.projects[project], r, w.results.fleet->plants[project]};
  std::optional<Working> out;
  if (saving && r.avoided) out = of_saving(of);
  else if (!saving && r.energy && of.plant.energy) out = of_output(of);
  else if (!saving && of.plant.hydrogen) out = of_hydrogen(of);
  if (!out) return std::nullopt;
  put_weather(of, *out);
  if (of.plant.basis == EnergyBasis::simulated) put_capacity(of, *out, Part::told);
  out->title = display_name(of.row, w.tr);
  out->notes = notes_of(r, w.tr, true);
  if (r.has(Note::hydrogen)) out->notes.push_back(w.tr("note.hydrogen"));
  if (r.reported && saving) out->notes.push_back(w.tr("figure.reported_value", figure(*r.reported, w.tr).text()) + w.tr("figure.a_year"));
  return out;
}

}  // namespace gs::works
