#include "sim/railway.hpp"

#include <algorithm>
#include <array>

#include "model/digest.hpp"
#include "model/freight.hpp"
#include "model/intervals.hpp"
#include "sim/assumptions.hpp"

/// What the lines' traffic saves: runs, factors and lorries put together.
namespace gs {
namespace {

constexpr double kDaysAYear = 365.0;

/// Lorries, g CO2 a tonne-kilometre burnt: full articulated ones, articulated ones as they are laden (UK 2025), and the
/// default of CDM TOOL12 for heavy lorries.
struct Road {
  Range<double> burnt{};
  double well_to_tank_share = 0.0;
};
Road road_of(const Portfolio& portfolio) {
  const auto full = modal_factor(portfolio, "uk25_hgv_artic_full"), usual = modal_factor(portfolio, "uk25_hgv_artic");
  const double heavy = model::kHeavyLorryGramsPerTkm;
  Road road;
  road.burnt = {full ? full->tank_to_wheel : heavy, usual ? usual->tank_to_wheel : heavy, heavy};
  if (usual && usual->tank_to_wheel > 0.0) road.well_to_tank_share = usual->well_to_tank / usual->tank_to_wheel;
  return road;
}

/// The uncertain numbers behind a line's year, in the order of `propagate`.
enum Input : std::size_t { kTraffic, kRun, kDieselOwn, kWireOwn, kGrid, kDieselFactor, kRoadFactor, kInputs };
using Inputs = std::array<double, kInputs>;

/// Tonnes of CO2 a year, as functions of the inputs.
struct LineYear {
  const LineRuns& runs;
  double diesel_share, well_to_tank, road_well_to_tank, road_km;

  double trains(const Inputs& in) const { return in[kTraffic] * 1e6 / runs.net_t; }
  double diesel(const Inputs& in) const {
    return trains(in) * runs.diesel.use.fuel_l * in[kRun] * in[kDieselOwn] * in[kDieselFactor] * (1.0 + well_to_tank) * 1e-3;
  }
  double wire(const Inputs& in) const { return trains(in) * runs.wire.use.electricity_mwh() * in[kRun] * in[kWireOwn] * in[kGrid] * 1e-3; }
  double as_it_runs(const Inputs& in) const {
    return (diesel_share > 0.0 ? diesel_share * diesel(in) : 0.0) + (diesel_share < 1.0 ? (1.0 - diesel_share) * wire(in) : 0.0);
  }
  double road(const Inputs& in) const {
    return model::road_freight_emissions({megatonnes(in[kTraffic]), kilometres(road_km), kilometres(runs.length_km)},
                                         in[kRoadFactor] * (1.0 + road_well_to_tank)).base();
  }
};

Range<double> traffic_of(const LineRow& row, const WhatIf& what_if) {
  const double best = *row.traffic_mt;
  const Range<double> today{row.traffic_low_mt.value_or(best * (1.0 - kReportedSpread)), best, row.traffic_high_mt.value_or(best * (1.0 + kReportedSpread))};
  return what_if.traffic == 100 ? today : today * (0.01 * what_if.traffic);
}

/// Of the way: where trains run under a wire today, and under the new ones of a what-if.
double wire_share_of(const LineRuns& runs, const WhatIf& what_if) {
  if (runs.diesel.traction < 0) return 1.0;
  if (runs.wire.traction < 0) return 0.0;
  return runs.wire_share + (1.0 - runs.wire_share) * 0.01 * what_if.wires;
}

LineSaving saving_of(const LineRuns& runs, const LineRow& row, const LineFactors& factors, const Road& road, const WhatIf& what_if) {
  LineSaving out;
  out.route = runs.route;
  out.traffic_mt = traffic_of(row, what_if);
  out.wire_share = wire_share_of(runs, what_if);
  const double trains = out.traffic_mt.best * 1e6 / runs.net_t;
  out.net_tkm = out.traffic_mt.best * 1e6 * runs.length_km;
  out.gross_tkm = trains * runs.trailing_t * runs.length_km;
  out.trains_a_day = trains / kDaysAYear;
  out.running_time_s = out.wire_share > 0.5 ? runs.wire.time_s : runs.diesel.time_s;

  const LineYear year{runs, 1.0 - out.wire_share, factors.well_to_tank_share, road.well_to_tank_share, row.road_km.value_or(runs.length_km)};
  // Train and profile are the same for both, so that their errors cancel in part; the powertrains' own do not.
  const MeanRun& way = out.wire_share > 0.5 ? runs.wire : runs.diesel;
  const Range<double> own{1.0 - kPowertrainSpread, 1.0, 1.0 + kPowertrainSpread};
  const std::array<Range<double>, kInputs> inputs{out.traffic_mt,
                                                  Range<double>{way.low, 1.0, way.high},
                                                  own,
                                                  own,
                                                  factors.grid_kg_per_mwh,
                                                  factors.diesel_kg_per_l,
                                                  road.burnt};
  const auto range = [&](auto f) { return model::quantities<Mass>(model::propagate(inputs, f)); };
  out.as_it_runs = range([&](const Inputs& in) { return year.as_it_runs(in); });
  out.as_diesel = range([&](const Inputs& in) { return year.diesel(in); });
  out.by_road = range([&](const Inputs& in) { return year.road(in); });
  out.saved_against_diesel = range([&](const Inputs& in) { return year.diesel(in) - year.as_it_runs(in); });
  out.saved_against_road = range([&](const Inputs& in) { return year.road(in) - year.as_it_runs(in); });
  const auto part = [](double share) { return share / (1.0 + share); };
  out.well_to_tank_share = out.as_diesel.best * part(factors.well_to_tank_share);
  out.road_well_to_tank = out.by_road.best * part(road.well_to_tank_share);
  const double mwh = trains * out.wire_share * runs.wire.use.electricity_mwh();
  if (out.wire_share > 0.0)
    for (const LineFactors::Grid& grid : factors.grids)
      out.electricity_by_country.emplace_back(grid.country, megawatt_hours(mwh * grid.share) * grid.intensity.best);
  return out;
}

/// Whether trains run on it at the end of the year.
bool runs_in(const Route& route, int year) {
  if (route.status == LineStatus::open) return !route.opened_year || *route.opened_year <= year;
  return route.opened_year && *route.opened_year <= year && year > kDataYear;
}

void add(Digest& digest, const LineSaving& line) {
  digest.add(static_cast<std::int64_t>(line.route));
  const auto range = [&](const Range<double>& r) {
    for (const double value : {r.low, r.best, r.high}) digest.add(value);
  };
  range(line.traffic_mt);
  for (const Range<Mass>* r : {&line.as_it_runs, &line.as_diesel, &line.by_road, &line.saved_against_diesel, &line.saved_against_road})
    range(model::numbers(*r));
  for (const double value : {line.net_tkm, line.gross_tkm, line.wire_share, line.well_to_tank_share.base(), line.road_well_to_tank.base(),
                             line.trains_a_day, line.running_time_s})
    digest.add(value);
  for (const auto& [country, mass] : line.electricity_by_country) {
    digest.add(std::string_view(country));
    digest.add(mass.base());
  }
}

}  // namespace

RailwayResults railway(const Portfolio& portfolio, const RailRuns& runs, const Scenario& scenario) {
  RailwayResults results;
  results.ready = !runs.digest.empty();
  if (!results.ready) return results;
  const Road road = road_of(portfolio);
  Digest digest;
  digest.add(std::string_view(runs.digest));
  for (const LineRuns& line : runs.lines) {
    const Route& route = portfolio.routes[line.route];
    if (!runs_in(route, scenario.year)) continue;
    const LineRow* row = portfolio.line(route.id);
    LineTimetable timetable{line.route, kTrainsADayAssumed, true, line.wire_share, line.length_km * 1e3, line.out, line.back};
    const bool goods = portfolio.trains[line.train].kind == TrainKind::freight && line.net_t > 0.0;
    const bool electric = wire_share_of(line, scenario.what_if) > 0.0;
    const LineFactors factors = line_factors(portfolio, scenario, line.countries, HydrogenSource::from_wind);
    if (row && row->traffic_mt && *row->traffic_mt > 0.0 && goods && (!electric || factors.grid_known)) {
      LineSaving saving = saving_of(line, *row, factors, road, scenario.what_if);
      timetable.trains_a_day = saving.trains_a_day;
      timetable.assumed = false;
      add(digest, saving);
      results.lines.push_back(std::move(saving));
    }
    digest.add(timetable.trains_a_day);
    results.timetable.push_back(std::move(timetable));
  }
  results.digest = digest.hex();
  return results;
}

}  // namespace gs
