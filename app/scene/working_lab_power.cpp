#include <algorithm>
#include <cmath>

#include "scene/working_lab.hpp"
#include "sim/assumptions.hpp"

/// Powertrain of a laboratory's run, what it took and lost, and the factors of its CO2.
namespace gs::works {
namespace {

using model::rail::Powertrain;
using model::rail::SourceKind;

struct Teller {
  const RunOf& of;
  std::vector<WorkingInput>& out;
  const Translator& tr = of.tr();

  void add(const char* name, std::string value, double number, Origin from) { out.push_back(told_input(tr(name), std::move(value), number, std::move(from))); }
  void watts(const char* name, double w, Origin from) { add(name, tr("unit.kw_value", number(w * 1e-3, tr, 4)), w, std::move(from)); }
  void share(const char* name, double value, Origin from) { add(name, exact_percent(value, tr), value, std::move(from)); }
  void flow(const char* name, double joules) {
    if (std::abs(joules) > 1e3) add(name, of_joules(joules, tr), joules, simulated_origin(of));
  }
};

void put_source(Teller& t) {
  const Powertrain& p = t.of.power;
  const Portfolio& portfolio = t.of.w.portfolio;
  const bool te10 = t.of.row().engine_map == "te10";
  if (p.source == SourceKind::diesel) {
    t.watts("lab.work.engine", p.source_w, traction_origin(t.of, {"engine_kw"}));
    t.share("lab.work.engine_best", p.curve.best(), te10 ? assumed(t.tr("lab.work.te10_from")) : rail_origin(portfolio, "altrios_tier4"));
    t.watts("lab.work.idle", p.idle_fuel_w, rail_origin(portfolio, te10 ? "idle_ru" : "altrios_idle"));
    t.share("lab.work.generator", p.generator, te10 ? assumed(t.tr("lab.work.te10_from")) : rail_origin(portfolio, "altrios_eta"));
  }
  if (p.source == SourceKind::fuel_cell) {
    t.watts("lab.work.fuel_cell", p.source_w, traction_origin(t.of, {"fuel_cell_kw"}));
    t.share("lab.work.fuel_cell_best", p.curve.best(), rail_origin(portfolio, "pem_curve"));
  }
  t.share("lab.work.drive", p.drive, te10 ? assumed(t.tr("lab.work.te10_from")) : rail_origin(portfolio, "altrios_eta"));
  if (p.wire_w <= 0.0) return;
  t.watts("lab.work.wire", p.wire_w, traction_origin(t.of, {"wire_kw"}));
  t.share("lab.work.transformer", p.wire_chain, assumed(t.tr("lab.work.assumption")));
  t.share("lab.work.network", p.network, rail_origin(portfolio, "loss_25kv"));
  if (p.regen == Powertrain::Regen::wire) t.share("lab.work.network_back", p.network_back, assumed(t.tr("lab.work.assumption")));
}

void put_battery(Teller& t) {
  const Powertrain& p = t.of.power;
  if (!p.battery) return;
  const model::rail::Battery& b = *p.battery;
  std::string scaled;
  if (const double scale = t.of.lab.laboratory.battery_scale; scale != 1.0) scaled = t.tr("lab.battery") + " " + t.tr("lab.times", number(scale, t.tr, 3));
  t.add("lab.work.battery", t.tr("unit.kwh_value", number(b.capacity_j / 3.6e6, t.tr, 4)), b.capacity_j, traction_origin(t.of, {"battery_kwh"}, scaled));
  t.watts("lab.work.battery_out", b.out_w, traction_origin(t.of, {"battery_out_kw"}, scaled));
  t.watts("lab.work.battery_in", b.in_w, traction_origin(t.of, {"battery_in_kw"}, scaled));
  t.add("lab.work.window", t.tr("lab.range", exact_percent(b.least, t.tr), exact_percent(b.most, t.tr)), b.most - b.least, assumed(t.tr("lab.work.window_from", exact_percent(b.start, t.tr))));
  t.share("lab.work.battery_loss", b.resistance_loss, assumed(t.tr("lab.work.battery_loss_from")));
  if (t.of.run.use.charger_mwh > 0.0) t.share("lab.work.charger", kCharger, assumed(t.tr("lab.work.assumption")));
}

void put_hydrogen_factor(const RunOf& of, const LineFactors& f, Working& out) {
  const Translator& tr = of.tr();
  const auto tell = [&](double kg, Origin from) {
    out.inputs.push_back(told_input(tr("lab.work.hydrogen"), tr("lab.work.hydrogen_value", number(kg, tr, 3)), kg, std::move(from)));
  };
  switch (of.lab.laboratory.hydrogen) {
    case HydrogenSource::from_wind: return tell(0.0, given(tr("lab.h2.from_wind") + ": " + tr("lab.none_short")));
    case HydrogenSource::from_gas: return tell(f.hydrogen_kg_per_kg.best, row_origin(of.w.portfolio, "grey-hydrogen"));
    case HydrogenSource::from_grid: break;
  }
  tell(f.hydrogen_kg_per_kg.best, given(tr("lab.work.hydrogen_from_grid")));
  out.inputs.push_back(told_input(tr("working.electrolyser"), tr("hydrogen.rate_value", number(f.hydrogen_kwh_per_kg, tr, 3)), f.hydrogen_kwh_per_kg,
                                  row_origin(of.w.portfolio, "electrolyser-efficiency")));
}

}  // namespace

void put_power(const RunOf& of, std::vector<WorkingInput>& out) {
  Teller t{of, out};
  const Powertrain& p = of.power;
  put_source(t);
  put_battery(t);
  t.add("lab.work.auxiliaries", of.tr()("lab.work.auxiliaries_value", number(p.auxiliary_w * 1e-3, of.tr(), 3), exact_percent(p.auxiliary_share, of.tr())), p.auxiliary_w,
        traction_origin(of, {"aux_kw"}));
  const double heat = p.heat_w_per_k * std::max(0.0, 15.0 - of.lab.laboratory.celsius);
  if (heat > 0.0) t.watts("lab.work.heating", heat, assumed(of.tr()("lab.work.heating_from", whole(kHeatWattsPerKelvin, of.tr()))));
  if (p.hotel_w > 0.0) t.watts("lab.work.coaches", p.hotel_w, assumed(of.tr()("lab.work.coaches_from", whole(kHotelWatts * 1e-3, of.tr()))));
}

void put_flows(const RunOf& of, std::vector<WorkingInput>& out) {
  Teller t{of, out};
  const model::rail::Flows& f = of.run.run.ledger.flows;
  t.flow("lab.work.regenerated", f.regenerated);
  t.flow("lab.work.returned", f.returned);
  t.flow("lab.work.used_auxiliaries", f.auxiliary + f.heating + f.hotel);
  t.flow("lab.work.lost_source", f.engine_loss);
  t.flow("lab.work.lost_drive", f.generator_loss + f.drive_loss);
  t.flow("lab.work.lost_battery", f.battery_loss);
  t.flow("lab.work.lost_network", f.network_loss);
}

void put_factors(const RunOf& of, const LineFactors& f, Working& out) {
  const Translator& tr = of.tr();
  const EnergyUse& use = of.run.use;
  if (use.fuel_l > 0.0) {
    put_diesel(out, of.w, f);
    Origin supply = rail_origin(of.w.portfolio, "uk25_rail");
    supply.from = tr("working.supply_from");
    out.inputs.push_back(told_input(tr("line.well_to_tank"), exact_percent(f.well_to_tank_share, tr), f.well_to_tank_share, std::move(supply)));
  }
  const bool grid = use.electricity_mwh() != 0.0 || (use.hydrogen_kg > 0.0 && of.lab.laboratory.hydrogen == HydrogenSource::from_grid);
  if (grid) put_line_grid(out, of.w, f);
  if (use.hydrogen_kg > 0.0) put_hydrogen_factor(of, f, out);
}

}  // namespace gs::works
