#include <fmt/format.h>

#include "sim/rail_trials.hpp"

/// Published consumption of trains. Trains, land and speeds were chosen by the row's description, or else as is
/// ordinary (rolling land, goods trains of the place and time), before anything was compared; a second run under one
/// other condition only helps to say why a figure misses.
namespace gs {
namespace {

/// Which locomotive and wagons.
struct Stock {
  std::string_view traction, locomotive, law;
  double tare_t;  ///< of a wagon
};
constexpr Stock kUzbek = {"2te10m", "section of TE10", "ptr_freight4", 24.0};
constexpr Stock kUzbekCoaches = {"2te10m", "section of TE10", "ptr_pass", 54.0};
constexpr Stock kChinese = {"df8b_kenya_x2", "DF8B", "cn_freight", 22.0};
constexpr Stock kEuropean = {"bison", "European locomotive of 5.6 MW", "cn_freight", 22.0};
constexpr Stock kFinnish = {"bison", "European locomotive of 5.6 MW", "ptr_freight4", 24.0};
/// As heavy and strong as two of the small diesels that did this work (general knowledge of the Dv12).
constexpr Stock kFinnishDiesel = {"2te10m", "section of TE10 (for small Finnish diesels)", "ptr_freight4", 24.0};
constexpr Stock kAmerican = {"sd70_etihad_x2", "SD70", "cn_freight", 29.0};

/// A number of the row, before this mark in its conditions or its name; without a mark, as given.
struct Given {
  std::string_view mark;
  double value;
};
constexpr Given kOwnMass = {" t without locomotive", 0.0}, kOwnNet = {" t net", 0.0};
constexpr Given kEcoMass = {" t gross", 0.0};
/// Share of goods in EcoTransIT's average train: 25.5 Wh a gross over 49.5 a net tonne-kilometre.
constexpr Given kEcoNet = {"", 0.515}, kCisNet = {"", 0.60}, kUsNet = {"", 0.53};

enum class Figure { meter_wh, pantograph_wh, fuel_kg_gross, fuel_g_net };  ///< per gross tkm, 10^4 gross tkm, net tkm

/// A run under one other condition, for the reason of a miss: how much of it that condition explains.
enum class Probe { none, stops_10_km, limit_80, old_engine, new_engine, empty_back };
constexpr std::string_view kProbeWords[] = {
    "",
    "with stops every 10 km the run takes",
    "with a limit of 80 km/h the run takes",
    "with the engine of the TE10 the run takes",
    "with a modern engine the run takes",
    "with the wagons run back empty, over the loaded tonne-kilometres, it takes"};

struct Consumption {
  std::string_view id;
  Stock stock;
  int units;
  Given trailing_t, net;  ///< net: a mark, or a share of the trailing tonnes
  Land land;
  double limit_kmh, stop_km;
  Figure figure;
  Probe probe;
  std::string_view why;
};

constexpr std::string_view kAllServices =
    "the published figure is of all that these locomotives burn, in yards, on trips, idling between trains and with "
    "light "
    "trains; the run is of one full goods train on the line";
constexpr std::string_view kFinnishTrips =
    "the published figure holds trips to loading places, waiting and shunting; the run is of the line alone";
constexpr std::string_view kEmptyBack =
    "the published energy holds the empty way back while the share of goods in the published mass is that of a loaded "
    "train, so that the tonne-kilometres of the way back are probably not in the division; trips to loading places "
    "come "
    "on top";
constexpr std::string_view kContainers =
    "the train is taken as wagons of four axles and 24 t tare, lightly loaded (PTR gives much to light axles), behind "
    "the "
    "engine of a TE10; articulated wagons with fewer axles and newer diesels take less";
constexpr std::string_view kLightTrains =
    "the published curve falls with the mass to the power of -0.62, where resistance alone falls far less: light "
    "trains "
    "are those that stop and shunt often, behind locomotives made for heavier ones, and their mixed wagons draw more "
    "air "
    "than the rule's loaded ones";
constexpr std::string_view kHeavyTrains =
    "the published floor is probably of trains that run slower and on easier lines than the 100 km/h and the rolling "
    "land that "
    "all rows of this source are given alike, and part of them return energy";

constexpr Consumption kRows[] = {
    {"uz_1995_freight",
     kUzbek,
     2,
     {"", 3000.0},
     kCisNet,
     Land::flat,
     80.0,
     50.0,
     Figure::fuel_kg_gross,
     Probe::none,
     kAllServices},
    {"uz_1995_pass",
     kUzbekCoaches,
     1,
     {"", 930.0},
     {"", 0.07},
     Land::flat,
     90.0,
     25.0,
     Figure::fuel_kg_gross,
     Probe::stops_10_km,
     kAllServices},
    {"cn_1996_99_diesel",
     kChinese,
     1,
     {" t", 0.0},
     kCisNet,
     Land::rolling,
     70.0,
     50.0,
     Figure::fuel_kg_gross,
     Probe::old_engine,
     kAllServices},
    {"cn_shandong_diesel",
     kChinese,
     1,
     {"", 2600.0},
     kCisNet,
     Land::flat,
     80.0,
     50.0,
     Figure::fuel_kg_gross,
     Probe::old_engine,
     kAllServices},
    {"ecotransit_500", kEuropean, 1, kEcoMass, kEcoNet, Land::rolling, 100.0, 50.0, Figure::meter_wh,
     Probe::stops_10_km, kLightTrains},
    {"ecotransit_1000", kEuropean, 1, kEcoMass, kEcoNet, Land::rolling, 100.0, 50.0, Figure::meter_wh,
     Probe::stops_10_km, kLightTrains},
    {"ecotransit_1500", kEuropean, 1, kEcoMass, kEcoNet, Land::rolling, 100.0, 50.0, Figure::meter_wh, Probe::limit_80,
     kHeavyTrains},
    {"ecotransit_2000", kEuropean, 1, kEcoMass, kEcoNet, Land::rolling, 100.0, 50.0, Figure::meter_wh, Probe::limit_80,
     kHeavyTrains},
    {"ecotransit_heavy",
     kEuropean,
     2,
     {"", 3000.0},
     kEcoNet,
     Land::rolling,
     100.0,
     50.0,
     Figure::meter_wh,
     Probe::limit_80,
     kHeavyTrains},
    {"fi_2016_electric", kFinnish, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::pantograph_wh,
     Probe::stops_10_km, kFinnishTrips},
    {"fi_2016_electric_timber", kFinnish, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::pantograph_wh,
     Probe::empty_back, kEmptyBack},
    {"fi_2016_electric_ore", kFinnish, 2, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::pantograph_wh,
     Probe::empty_back, kEmptyBack},
    {"fi_2016_electric_container", kFinnish, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::pantograph_wh,
     Probe::none, kContainers},
    {"fi_2016_diesel_mixed", kFinnishDiesel, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::fuel_kg_gross,
     Probe::stops_10_km, kFinnishTrips},
    {"fi_2016_diesel_timber", kFinnishDiesel, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::fuel_kg_gross,
     Probe::empty_back, kEmptyBack},
    {"fi_2016_diesel_ore", kFinnishDiesel, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::fuel_kg_gross,
     Probe::empty_back, kEmptyBack},
    {"fi_2016_diesel_container", kFinnishDiesel, 1, kOwnMass, kOwnNet, Land::rolling, 80.0, 50.0, Figure::fuel_kg_gross,
     Probe::new_engine, kContainers},
    {"us_csx_2023",
     kAmerican,
     2,
     {"", 6500.0},
     kUsNet,
     Land::rolling,
     80.0,
     50.0,
     Figure::fuel_g_net,
     Probe::stops_10_km,
     kAllServices},
    {"us_class1_2012",
     kAmerican,
     2,
     {"", 6500.0},
     kUsNet,
     Land::rolling,
     80.0,
     50.0,
     Figure::fuel_g_net,
     Probe::stops_10_km,
     kAllServices},
};

std::optional<double> number_of(const RailFactor& row, const Given& given) {
  if (given.mark.empty()) return given.value;
  if (const auto number = number_before(row.conditions, given.mark)) return number;
  return number_before(row.name, given.mark);
}

/// Nothing where the data lack the locomotive or the train's mass.
std::optional<RailTrial> trial_of(const Portfolio& portfolio, const RailFactor& row, const Consumption& c) {
  const TractionRow* traction = portfolio.traction(c.stock.traction);
  const auto trailing = number_of(row, c.trailing_t), net = number_of(row, c.net);
  if (!traction || !trailing || !net) return std::nullopt;
  RailTrial trial;
  trial.traction = traction->wire_kw ? wire_only(*traction, "none") : *traction;
  trial.traction.units = c.units;
  if (c.stock.law.starts_with("ptr")) trial.traction.gauge_mm = 1520;
  trial.locomotives = fmt::format("{} x {}", c.units, c.stock.locomotive);
  trial.law = c.stock.law;
  trial.trailing_t = *trailing;
  trial.net_t = c.net.mark.empty() ? *net * *trailing : *net;
  trial.tare_t = c.stock.tare_t;
  trial.passenger = c.stock.law == "ptr_pass";
  trial.north_american = c.figure == Figure::fuel_g_net;
  trial.land = c.land;
  trial.limit_kmh = c.limit_kmh;
  trial.stop_km = c.stop_km;
  return trial;
}

double figure_of(const TrialFigures& f, Figure figure) {
  const double wh = f.energy.wire / 3600.0 / f.gross_tkm;
  switch (figure) {
    case Figure::meter_wh:
      return wh;
    case Figure::pantograph_wh:
      return wh * f.network;
    case Figure::fuel_kg_gross:
      return f.fuel_kg() / f.gross_tkm * 1e4;
    case Figure::fuel_g_net:
      return f.fuel_kg() / f.net_tkm * 1e3;
  }
  return 0.0;
}

std::string probe_of(const RailTrial& trial, const TrialFigures& first, const Consumption& c,
                     model::rail::RunSpace& space) {
  RailTrial other = trial;
  switch (c.probe) {
    case Probe::none:
      return "";
    case Probe::stops_10_km:
      other.stop_km = 10.0;
      break;
    case Probe::limit_80:
      other.limit_kmh = 80.0;
      break;
    case Probe::old_engine:
      other.traction.engine_map = "te10";
      break;
    case Probe::new_engine:
      other.traction.engine_map = "tier4";
      break;
    case Probe::empty_back:
      other.law = "ptr_empty4";
      other.trailing_t -= other.net_t;
      other.net_t = 0.0;
      break;
  }
  TrialFigures figures = run_trial(other, space);
  if (!figures.arrived) return "";
  if (c.probe == Probe::empty_back) {
    figures.energy.wire += first.energy.wire;
    figures.energy.diesel += first.energy.diesel;
    figures.gross_tkm = first.gross_tkm;
  }
  return fmt::format("; {} {:.1f}", kProbeWords[static_cast<std::size_t>(c.probe)], figure_of(figures, c.figure));
}

/// The range that the row of Shandong states: its middle.
void middle_of_range(RailCheck& check) {
  const auto low = number_before(check.row->notes, " to "), high = number_before(check.row->notes, ". Flat");
  if (!low || !high) return;
  check.published = 0.5 * (*low + *high);
  check.part = fmt::format("middle of {} to {}", *low, *high);
}

}  // namespace

TractionRow wire_only(const TractionRow& row, std::string_view regen) {
  TractionRow out = row;
  out.traction = TractionKind::catenary;
  out.battery_kwh.reset();
  out.plug_in = false;
  out.regen = regen;
  return out;
}

bool compare_consumption(const Portfolio& portfolio, const RailFactor& row, model::rail::RunSpace& space,
                         std::vector<RailCheck>& out) {
  for (const Consumption& c : kRows) {
    if (c.id != row.id) continue;
    RailCheck check = begun_check(row);
    if (!check.published) middle_of_range(check);
    const auto trial = trial_of(portfolio, row, c);
    const TrialFigures figures = trial ? run_trial(*trial, space) : TrialFigures{};
    check.conditions = figures.conditions;
    if (!trial) {
      check.why = "the data lack the locomotive or the train's mass";
    } else if (!figures.arrived) {
      check.why = "the train cannot run the line";
    } else {
      check.simulated = figure_of(figures, c.figure);
      check.interval = figures.spread * *check.simulated;
      if (check.misses()) check.why = std::string(c.why) + probe_of(*trial, figures, c, space);
    }
    out.push_back(std::move(check));
    return true;
  }
  return false;
}

}  // namespace gs
