#include <algorithm>

#include "scene/working_lab.hpp"
#include "sim/assumptions.hpp"

/// Train and way of a laboratory's run: masses, resistances, limits.
namespace gs::works {
namespace {

using model::rail::Law;
using model::rail::Locomotives;

/// The row of rail_factors.csv that a rule of resistance comes from: its own, else that of its family ("cn_pass25" of "cn_pass25g").
std::string row_of(const Portfolio& portfolio, Law law) {
  const std::string_view id = model::rail::id_of(law);
  std::string best;
  for (const RailFactor& row : portfolio.rail_factors)
    if (row.category == "resistance" && id.starts_with(row.id) && row.id.size() > best.size()) best = row.id;
  return best;
}

void put_law(const RunOf& of, const char* name, Law law, double axle_load_t, std::vector<WorkingInput>& out) {
  const Translator& tr = of.tr();
  const model::rail::Specific s = model::rail::specific_resistance(law, axle_load_t);
  const std::string row = row_of(of.w.portfolio, law);
  Origin from = rail_origin(of.w.portfolio, row);
  from.estimated = from.estimated || row != model::rail::id_of(law);
  out.push_back(told_input(tr(name), tr("lab.work.law_value", number(s.a, tr, 3), number(s.b, tr, 3), number(s.c, tr, 3)), s.a, std::move(from)));
}

Origin adhesion_origin(const RunOf& of) {
  const bool more = of.train.locomotives.adhesion == Locomotives::Adhesion::asynchronous;
  return sourced({"ptr-1985"}, more, of.tr()(more ? "lab.work.adhesion_more" : "lab.work.adhesion_rule"));
}

void put_vehicles(const RunOf& of, std::vector<WorkingInput>& out) {
  const Translator& tr = of.tr();
  const TrainRow& row = *of.lab.train;
  const Locomotives& l = of.train.locomotives;
  const int count = of.train.wagons.front().count;
  out.push_back(told_input(tr("lab.work.wagons"), tr("lab.work.wagons_value", count, number(row.tare_t, tr, 3), number(row.load_t, tr, 3)), of.run.run.trailing_t, train_origin(of)));
  out.push_back(told_input(tr("lab.work.locomotives"), tr("lab.work.locomotives_value", l.units, number(l.mass_t, tr, 4)), l.units * l.mass_t, traction_origin(of, {"mass_t"})));
  out.push_back(told_input(tr("lab.work.rotating"), tr("unit.kg_value", number(row.rotating_kg_per_axle, tr, 3)), row.rotating_kg_per_axle, train_origin(of)));
  out.push_back(told_input(tr("lab.work.rotating_locomotives"), exact_percent(l.rotating_share, tr), l.rotating_share, assumed(tr("lab.work.rotating_from"))));
}

}  // namespace

void put_train(const RunOf& of, std::vector<WorkingInput>& out) {
  const Translator& tr = of.tr();
  const Locomotives& l = of.train.locomotives;
  const model::rail::Wagons& wagons = of.train.wagons.front();
  put_vehicles(of, out);
  put_law(of, "lab.work.resistance_wagons", wagons.law, wagons.axle_load_t(), out);
  put_law(of, "lab.work.resistance_locomotives", l.law, l.mass_t / l.axles, out);
  const int gauge = of.lab.line.line.gauge_mm;
  const double starting = model::rail::starting_resistance(wagons.axle_load_t(), gauge, 0.0);
  out.push_back(told_input(tr("lab.work.starting"), tr("lab.work.n_per_kn", number(starting, tr, 3)), starting,
                           rail_origin(of.w.portfolio, gauge == model::rail::kBroadGauge ? "ptr_start" : "cn_start")));
  out.push_back(told_input(tr("lab.work.start_effort"), tr("unit.kn_value", number(l.start_n * 1e-3, tr, 4)), l.start_n, traction_origin(of, {"start_te_kn"})));
  const double grip = model::rail::adhesion(l.adhesion, 0.0);
  out.push_back(told_input(tr("lab.work.adhesion"), exact_percent(grip, tr), grip, adhesion_origin(of)));
  out.push_back(told_input(tr("lab.work.wheel_power"), tr("unit.kw_value", number(l.wheel_w * 1e-3, tr, 4)), l.wheel_w, traction_origin(of, {"wheel_kw"})));
  if (l.brake_w > 0.0)
    out.push_back(told_input(tr("lab.work.electric_brake"), tr("unit.kw_value", number(l.brake_w * 1e-3, tr, 4)), l.brake_w,
                             assumed(tr("lab.work.electric_brake_from", exact_percent(kBrakingShare, tr)))));
  Origin brakes = train_origin(of, tr("lab.work.brakes_from"));
  brakes.estimated = true;
  out.push_back(told_input(tr("lab.work.brakes"), tr("lab.work.ms2", number(of.train.service_brake_ms2, tr, 2)), of.train.service_brake_ms2, std::move(brakes)));
}

void put_way(const RunOf& of, std::vector<WorkingInput>& out) {
  const Translator& tr = of.tr();
  const RailLine& line = of.lab.line;
  const LineRow* row = of.w.portfolio.line(of.lab.route->id);
  const auto of_line = [&](bool known, std::string from) { return sourced(row ? row->sources : of.lab.route->sources, !known, std::move(from)); };
  out.push_back(told_input(tr("lab.work.way"), tr("unit.km_value", number(of.run.run.length_m * 1e-3, tr, 4)), of.run.run.length_m,
                           sourced(of.lab.route->sources, !line.length_sourced)));
  out.push_back(told_input(tr("lab.work.ruling"), tr("lab.work.permille", number(line.ruling_permille, tr, 3)), line.ruling_permille, of_line(line.ruling_sourced, tr("lab.work.ruling_from"))));
  out.push_back(told_input(tr("lab.work.undulation"), "±" + tr("lab.work.permille", number(line.undulation_permille, tr, 2)), line.undulation_permille, assumed(tr("lab.work.undulation_from"))));
  if (!line.line.sections.empty()) {
    const model::rail::Section& s = line.line.sections.front();  // all alike but for grade and wire
    const double curves = model::rail::curve_resistance(s.radius_m, line.line.gauge_mm);
    out.push_back(told_input(tr("lab.work.curves"), tr("lab.work.n_per_kn", number(curves, tr, 2)), curves,
                             assumed(tr("lab.work.curves_from", number(curves * s.radius_m, tr, 3), whole(s.radius_m, tr)))));
    out.push_back(told_input(tr("lab.work.limit"), tr("unit.kmh_value", number(s.limit_kmh, tr, 3)), s.limit_kmh, of_line(line.speed_sourced, {})));
  }
  out.push_back(told_input(tr("lab.work.top_speed"), tr("unit.kmh_value", number(of.train.top_speed_kmh(), tr, 3)), of.train.top_speed_kmh(), train_origin(of)));
  out.push_back(told_input(tr("lab.work.air"), tr("lab.work.air_value", number(line.line.air_density, tr, 3)), line.line.air_density,
                           given(tr("lab.work.air_from", number(of.lab.laboratory.celsius, tr, 3)))));
  out.push_back(told_input(tr("lab.work.supplement"), exact_percent(kRunningSupplement, tr), kRunningSupplement, assumed(tr("lab.work.supplement_from"))));
}

}  // namespace gs::works
