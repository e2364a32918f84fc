#include "scene/working_lab.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/assumptions.hpp"

/// The figures of a run of the train laboratory: sim/laboratory.cpp said in words, with the same numbers.
namespace gs {
namespace works {
namespace {

constexpr double kJoulesPerMwh = 3.6e9, kSecondsPerHour = 3600.0;

std::string hours_of(double seconds, const Translator& tr) { return tr("working.hours_value", number(seconds / kSecondsPerHour, tr, 3)); }

Working time_of(const RunOf& of) {
  const Translator& tr = of.tr();
  const model::rail::Run& run = of.run.run;
  const double stops = static_cast<double>(of.lab.line.line.stops.size());
  std::vector<WorkingInput> inputs{
      input(tr("lab.work.moving"), hours_of(run.time_s - run.dwell_s, tr), (run.time_s - run.dwell_s) / kSecondsPerHour, Part::term, simulated_origin(of))};
  if (run.dwell_s > 0.0)
    inputs.push_back(input(tr("lab.work.standing"), hours_of(run.dwell_s, tr), run.dwell_s / kSecondsPerHour, Part::term,
                           assumed(tr("lab.work.standing_from", whole(stops, tr), whole(kStopDwell / 60.0, tr)))));
  Working out = closed(tr("lab.work.time"), hours_of(run.time_s, tr), run.time_s / kSecondsPerHour, std::move(inputs), fmt::format("{:.2f} h", run.time_s / kSecondsPerHour));
  const double step_m = run.steps > 0 ? run.length_m / static_cast<double>(run.steps) : 0.0;
  out.formula += "\n" + tr("lab.work.formula", whole(static_cast<double>(run.steps), tr), number(step_m, tr, 3));
  put_train(of, out.inputs);
  put_way(of, out.inputs);
  return out;
}

/// The balance at the rim, which the step by step solution keeps to a joule.
Working wheel_of(const RunOf& of) {
  const Translator& tr = of.tr();
  const model::rail::Ledger& l = of.run.run.ledger;
  std::vector<WorkingInput> inputs;
  const auto term = [&](const char* name, double joules) {
    if (joules != 0.0) inputs.push_back(input(tr(name), of_joules(joules < 0.0 ? -joules : joules, tr), joules / kJoulesPerMwh, Part::term, simulated_origin(of)));
  };
  term("lab.work.rolling", l.rolling);
  term("lab.work.against_curves", l.curves);
  term("lab.work.against_air", l.air);
  term("lab.work.climbing", l.climbing);
  term("lab.work.descending", -l.descending);
  term("lab.work.friction_brakes", l.friction_brakes);
  term("lab.work.electric_braking", l.electric_braking);
  term("lab.work.kinetic", l.kinetic);
  return closed(tr("lab.work.wheel"), of_joules(l.traction, tr), l.traction / kJoulesPerMwh, std::move(inputs), {});
}

Working energy_of_run(const RunOf& of) {
  const Translator& tr = of.tr();
  const EnergyUse& use = of.run.use;
  const Range<double>& mwh = of.run.energy_mwh;
  std::vector<WorkingInput> inputs;
  const bool nothing = use.fuel_l == 0.0 && use.hydrogen_kg == 0.0 && use.wire_mwh == 0.0;  // but the battery's, which downhill may be nought
  const auto term = [&](const char* name, double amount_mwh, Origin from, bool always = false) {
    if (amount_mwh != 0.0 || always)
      inputs.push_back(input(tr(name), figure(megawatt_hours(amount_mwh < 0.0 ? -amount_mwh : amount_mwh), tr).text(), amount_mwh, Part::term, std::move(from)));
  };
  const double per_litre = EnergyUse{1.0, 0.0, 0.0, 0.0}.total_mwh() * 1e3, per_kg = EnergyUse{0.0, 1.0, 0.0, 0.0}.total_mwh() * 1e3;
  term("lab.diesel_used", use.fuel_l * per_litre * 1e-3, given(tr("lab.work.of_litres", number(use.fuel_l, tr, 3), number(per_litre, tr, 4))));
  term("lab.hydrogen_used", use.hydrogen_kg * per_kg * 1e-3, given(tr("lab.work.of_kg", number(use.hydrogen_kg, tr, 3), number(per_kg, tr, 4))));
  term("lab.work.from_wire", use.wire_mwh, given(tr("lab.work.from_wire_from")));
  term("lab.work.from_charger", use.charger_mwh, given(tr("lab.work.from_charger_from")), nothing);
  Working out = closed(tr("lab.work.energy"), figure(megawatt_hours(mwh.best), tr).text(), mwh.best, std::move(inputs),
                       fmt::format("{} at the tank or the meter (80 % interval {} to {})", english(megawatt_hours(mwh.best)), english(megawatt_hours(mwh.low)),
                                   english(megawatt_hours(mwh.high))));
  out.formula += "\n" + tr("lab.work.energy_formula");
  if (use.fuel_l > 0.0) {
    Origin litre = rail_origin(of.w.portfolio, "diesel_lhv");
    litre.from = tr("lab.work.litre_from", number(kDieselKgPerLitre, tr, 2));
    out.inputs.push_back(told_input(tr("lab.work.litre"), tr("unit.kwh_value", number(per_litre, tr, 4)), per_litre, std::move(litre)));
  }
  if (use.hydrogen_kg > 0.0) out.inputs.push_back(told_input(tr("lab.work.kilogram"), tr("unit.kwh_value", number(per_kg, tr, 4)), per_kg, given(tr("lab.work.kilogram_from"))));
  put_flows(of, out.inputs);
  put_power(of, out.inputs);
  return out;
}

Working co2_of(const RunOf& of, const LineFactors& f) {
  const Translator& tr = of.tr();
  const RunEmissions& e = of.run.emissions;
  const EnergyUse& use = of.run.use;
  std::vector<WorkingInput> inputs;
  const auto term = [&](const char* name, double kg, Origin from) {
    if (kg != 0.0) inputs.push_back(input(tr(name), figure(tonnes((kg < 0.0 ? -kg : kg) * 1e-3), tr).text(), kg * 1e-3, Part::term, std::move(from)));
  };
  term("lab.work.co2_burnt", e.tank_to_wheel_kg, given(tr("lab.work.co2_burnt_from", number(use.fuel_l, tr, 3))));
  term("lab.work.co2_supply", e.well_to_tank_kg, given(tr("lab.work.co2_supply_from")));
  term("working.electricity_co2", e.electricity_kg, given(tr("lab.work.electricity_from", figure(megawatt_hours(use.electricity_mwh()), tr).text())));
  term("working.hydrogen_co2", e.hydrogen_kg, given(tr("lab.work.hydrogen_from", number(use.hydrogen_kg, tr, 3))));
  const double t = e.total_kg() * 1e-3;
  Working out = closed(tr("lab.work.co2"), figure(tonnes(t), tr).text(), t, std::move(inputs), "CO2 from well to wheel " + english(tonnes(t)));
  if (out.inputs.empty()) out.formula = tr("lab.none", tr("lab.the." + std::string(id_of(of.row().traction))));
  put_factors(of, f, out);
  return out;
}

Working co2_per_tkm(const RunOf& of) {
  const Translator& tr = of.tr();
  const model::rail::Run& run = of.run.run;
  const Range<double>& kg = of.run.co2_per_1000_tkm;
  const bool goods = run.net_t > 0.0;
  const double carried = goods ? run.net_t : run.trailing_t, total = of.run.emissions.total_kg();
  std::vector<WorkingInput> inputs{
      input(tr("lab.work.co2"), figure(tonnes(total * 1e-3), tr).text(), total, Part::factor, simulated_origin(of)),
      input(tr(goods ? "lab.work.net" : "lab.tonnage"), tr("lab.tonnes", number(carried, tr, 4)), carried, Part::divisor, train_origin(of)),
      input(tr("lab.work.way"), tr("unit.km_value", number(run.length_m * 1e-3, tr, 4)), run.length_m * 1e-6, Part::divisor,
            sourced(of.lab.route->sources, !of.lab.line.length_sourced))};
  return closed(tr("lab.co2_head"), tr("lab.kg", number(kg.best, tr, 3)), kg.best, std::move(inputs),
                fmt::format("{:.3g} kg CO2 per 1,000 {} tonne-kilometres (80 % interval {:.3g} to {:.3g})", kg.best, goods ? "net" : "gross", kg.low, kg.high));
}

/// Against the diesel that runs beside it; nothing where there is none, or it is the diesel.
std::optional<Working> saved_of(const RunOf& of) {
  const Translator& tr = of.tr();
  const auto i = static_cast<std::size_t>(&of.run - of.lab.runs.data());
  const auto diesel = std::find_if(of.lab.runs.begin(), of.lab.runs.end(), [](const LabRun& r) { return r.traction->traction == TractionKind::diesel && r.co2_known; });
  if (diesel == of.lab.runs.end() || &*diesel == &of.run || diesel->co2_per_1000_tkm.best <= 0.0) return std::nullopt;
  const double left = of.run.co2_per_1000_tkm.best / diesel->co2_per_1000_tkm.best;
  const Range<double>& saved = of.lab.saved_against_diesel[i];
  const auto each = [&](const LabRun& r) { return tr("lab.kg", number(r.co2_per_1000_tkm.best, tr, 3)); };
  std::vector<WorkingInput> inputs{input(tr("lab.work.whole"), exact_percent(1.0, tr), 1.0, Part::term, simulated_origin(of)),
                                   input(tr("lab.work.left"), exact_percent(left, tr), -left, Part::term, given(tr("lab.work.left_from", each(of.run), each(*diesel))))};
  return closed(tr("lab.twin_saved"), signed_percent(saved.best, tr), saved.best, std::move(inputs),
                fmt::format("{:.0f} % of the diesel's CO2 saved (80 % interval {:.0f} to {:.0f} %)", 100.0 * saved.best, 100.0 * saved.low, 100.0 * saved.high));
}

/// Of making turbines and electrolysers, in no total.
std::optional<Working> lifecycle_of(const RunOf& of, const LineFactors& f) {
  const double t = of.run.emissions.lifecycle_kg * 1e-3;
  if (t <= 0.0) return std::nullopt;
  const Translator& tr = of.tr();
  const double kg = of.run.use.hydrogen_kg;
  Origin each = row_origin(of.w.portfolio, "lifecycle-wind_onshore");
  const Origin made = row_origin(of.w.portfolio, "lifecycle-green_hydrogen"), rate = row_origin(of.w.portfolio, "electrolyser-efficiency");
  each.from = tr("lab.work.lifecycle_from", number(f.hydrogen_kwh_per_kg, tr, 3));
  each.sources.insert(each.sources.end(), rate.sources.begin(), rate.sources.end());
  each.estimated = each.estimated || made.estimated;
  return closed(tr("lab.work.lifecycle"), figure(tonnes(t), tr).text(), t,
                {input(tr("lab.hydrogen_used"), tr("lab.kg", number(kg, tr, 3)), kg * 1e-3, Part::factor, simulated_origin(of)),
                 input(tr("lab.work.lifecycle_each"), tr("lab.work.hydrogen_value", number(f.hydrogen_lifecycle_kg_per_kg, tr, 3)), f.hydrogen_lifecycle_kg_per_kg, Part::factor,
                       std::move(each))},
                {});
}

}  // namespace

RunOf run_of(const World& w, const LabRun& run) {
  const LabResults& lab = *w.lab;
  model::rail::Train train = rail_train(*lab.train, *run.traction, lab.laboratory.trailing_t);
  model::rail::Powertrain power = powertrain_of(*run.traction, *lab.train, train, lab.laboratory.battery_scale);
  return {w, lab, run, std::move(train), std::move(power)};
}

Origin traction_origin(const RunOf& of, std::initializer_list<std::string_view> columns, std::string from) {
  const std::vector<std::string>& estimated = of.row().estimated;
  const bool any = std::any_of(columns.begin(), columns.end(), [&](std::string_view c) { return std::find(estimated.begin(), estimated.end(), c) != estimated.end(); });
  return sourced(of.row().sources, any, std::move(from));
}

Origin train_origin(const RunOf& of, std::string from) {
  const TrainRow& row = *of.lab.train;
  return sourced(row.sources, row.confidence == Confidence::low, std::move(from));
}

Origin simulated_origin(const RunOf& of) { return given(of.tr()("lab.work.simulated")); }

std::string of_joules(double joules, const Translator& tr) { return figure(megawatt_hours(joules / kJoulesPerMwh), tr).text(); }

}  // namespace works

std::vector<Working> lab_workings(const World& w, const LabRun& run) {
  if (!w.lab || !w.lab->train || !w.lab->route || !run.problems.empty() || !run.run.arrived) return {};
  const works::RunOf of = works::run_of(w, run);
  std::vector<std::pair<std::string, double>> shares;
  for (const RailLine::Share& share : w.lab->line.countries) shares.emplace_back(share.country, share.metres);
  const LineFactors factors = line_factors(w.portfolio, w.results.scenario, shares, w.lab->laboratory.hydrogen);
  std::vector<Working> out{works::time_of(of), works::wheel_of(of), works::energy_of_run(of)};
  if (!run.co2_known) return out;
  out.push_back(works::co2_of(of, factors));
  out.push_back(works::co2_per_tkm(of));
  if (auto saved = works::saved_of(of)) out.push_back(std::move(*saved));
  if (auto lifecycle = works::lifecycle_of(of, factors)) out.push_back(std::move(*lifecycle));
  return out;
}

std::string run_in_english(const LabResults& lab, const LabRun& run) {
  return fmt::format("{}, {}, {:.0f} t behind {}", lab.route->name, lab.train->name, run.run.trailing_t, run.traction->name);
}

}  // namespace gs
