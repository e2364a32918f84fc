#include <algorithm>
#include <cmath>

#include "sim/assumptions.hpp"
#include "sim/railway.hpp"

/// What runs on the lines: formations, locomotives and what drives them.
namespace gs {
namespace {

using model::rail::Law;
using model::rail::Locomotives;
using model::rail::Powertrain;

/// Direct-current motors hold the rail less well: the TE10's, and electric locomotives too old to brake electrically.
Locomotives::Adhesion adhesion_of(const TractionRow& row) {
  if (row.engine_map == "te10") return Locomotives::Adhesion::diesel;
  if (row.traction == TractionKind::catenary && row.regen == "none") return Locomotives::Adhesion::electric;
  return Locomotives::Adhesion::asynchronous;
}

Locomotives locomotives(const TractionRow& row) {
  Locomotives l;
  l.units = row.units;
  l.mass_t = row.mass_t;
  l.axles = row.axles;
  l.length_m = row.length_m;
  l.law = row.gauge_mm == 1520 ? Law::ptr_loco_welded : Law::cn_loco;
  l.wheel_w = row.units * row.wheel_kw * 1e3;
  l.start_n = row.units * row.start_te_kn * 1e3;
  if (row.regen != "none") {
    l.brake_w = l.wheel_w * kBrakingShare;
    l.brake_n = l.start_n * kBrakingShare;
  }
  l.max_speed_kmh = row.max_speed_kmh;
  l.adhesion = adhesion_of(row);
  return l;
}

void put_engine(Powertrain& p, const TractionRow& row) {
  const bool te10 = row.engine_map == "te10";
  p.source = model::rail::SourceKind::diesel;
  p.source_w = row.units * row.engine_kw.value_or(0.0) * 1e3;
  p.curve = te10 ? model::rail::te10_engine() : model::rail::tier4_engine();
  p.idle_fuel_w = row.units * (te10 ? kIdleFuelTe10 : kIdleFuelTier4);
  if (te10) {
    p.generator = kGeneratorTe10;
    p.drive = kDriveTe10;
  }
}

void put_wire(Powertrain& p, const TractionRow& row) {
  p.wire_w = row.units * row.wire_kw.value_or(0.0) * 1e3;
  if (row.traction == TractionKind::catenary) {
    p.source = model::rail::SourceKind::wire;
    p.source_w = p.wire_w;
  } else {
    p.wire_too = p.wire_w > 0.0;
  }
}

constexpr double kAboutAsHeavy = 0.25;  ///< of the wished tonnes

/// General knowledge and ALTRIOS's figures say nothing of a line.
bool shares_source(const TrainRow& train, const LineRow* line, const Route& route) {
  const auto has = [](const std::vector<std::string>& all, const std::string& id) { return std::find(all.begin(), all.end(), id) != all.end(); };
  return std::any_of(train.sources.begin(), train.sources.end(), [&](const std::string& id) {
    if (id == "unsourced-general-knowledge" || id == "altrios-github" || id == "derived") return false;
    return has(route.sources, id) || (line && has(line->sources, id));
  });
}

/// The order of the laboratory.
constexpr TractionKind kOrder[] = {TractionKind::diesel,  TractionKind::hybrid,   TractionKind::catenary,
                                   TractionKind::battery, TractionKind::hydrogen, TractionKind::dual};

}  // namespace

model::rail::Train rail_train(const TrainRow& row, const TractionRow& traction, double trailing_t) {
  model::rail::Train train;
  model::rail::Wagons wagons;
  wagons.tare_t = row.tare_t;
  wagons.load_t = row.load_t;
  wagons.axles = row.axles;
  wagons.length_m = row.wagon_length_m;
  wagons.rotating_kg_per_axle = row.rotating_kg_per_axle;
  wagons.law = model::rail::law(row.law).value_or(row.kind == TrainKind::passenger ? Law::ptr_pass : Law::ptr_freight4);
  wagons.count = trailing_t > 0.0 ? std::max(1, static_cast<int>(trailing_t / (row.tare_t + row.load_t) + 0.5)) : row.wagons;
  train.wagons.push_back(wagons);
  train.locomotives = locomotives(traction);
  train.service_brake_ms2 = row.brake_ms2;
  train.max_speed_kmh = std::min(row.max_speed_kmh, traction.max_speed_kmh);
  return train;
}

model::rail::Powertrain powertrain(const TractionRow& row, double battery_scale) {
  Powertrain p;
  p.source = model::rail::SourceKind::none;
  if (row.engine_kw) put_engine(p, row);
  if (row.fuel_cell_kw) {
    p.source = model::rail::SourceKind::fuel_cell;
    p.source_w = row.units * *row.fuel_cell_kw * 1e3;
    p.curve = model::rail::fuel_cell_curve();
    p.generator = 1.0;  // the curve is net, up to the link's converter
  }
  if (row.wire_kw) put_wire(p, row);
  if (row.battery_kwh) {
    model::rail::Battery battery;
    battery.capacity_j = row.units * *row.battery_kwh * 3.6e6 * battery_scale;
    battery.out_w = row.units * row.battery_out_kw.value_or(0.0) * 1e3 * battery_scale;
    battery.in_w = row.units * row.battery_in_kw.value_or(0.0) * 1e3 * battery_scale;
    // Fuel fills it on the way: room is left for braking. A charger fills it before the journey.
    if (p.source != model::rail::SourceKind::none && !row.plug_in) battery.start = 0.6;
    p.battery = battery;
  }
  p.plug_in = row.plug_in;
  p.regen = row.regen == "battery" ? Powertrain::Regen::battery : row.regen == "wire" ? Powertrain::Regen::wire : Powertrain::Regen::none;
  p.auxiliary_w = row.units * row.aux_kw * 1e3;
  p.stops_engine = row.traction == TractionKind::hybrid;
  p.heat_w_per_k = row.units * kHeatWattsPerKelvin;
  return p;
}

Powertrain powertrain_of(const TractionRow& row, const TrainRow& train, const model::rail::Train& consist, double battery_scale) {
  Powertrain p = powertrain(row, battery_scale);
  if (train.kind == TrainKind::passenger)
    for (const model::rail::Wagons& coaches : consist.wagons) p.hotel_w += coaches.count * kHotelWatts;
  return p;
}

std::vector<const TractionRow*> tractions_for(const Portfolio& portfolio, const Route& route) {
  const LineRow* line = portfolio.line(route.id);
  // On lines for passengers only the locomotive (or motor cars) nearest to the line's speed comes first.
  const double fast = line && !line->train_gross_t ? route.max_speed_kmh.value_or(0.0) : 0.0;
  std::vector<const TractionRow*> first, others;
  for (const TractionKind kind : kOrder) {
    bool seen = false;
    for (const TractionRow& row : portfolio.tractions) {
      if (row.traction != kind || row.duty != Duty::line || row.gauge_mm != route.gauge_mm.value_or(1520)) continue;
      (seen ? others : first).push_back(&row);
      if (seen && fast > 0.0 && std::fabs(row.max_speed_kmh - fast) < std::fabs(first.back()->max_speed_kmh - fast))
        std::swap(first.back(), others.back());
      seen = true;
    }
  }
  first.insert(first.end(), others.begin(), others.end());
  return first;
}

const TrainRow* usual_train(const Portfolio& portfolio, const Route& route) {
  const LineRow* line = portfolio.line(route.id);
  const double wish = line ? line->train_gross_t.value_or(0.0) : 0.0;
  // A line that says no goods train's tonnes has passengers only.
  const TrainKind kind = line && wish == 0.0 ? TrainKind::passenger : TrainKind::freight;
  const TrainRow* best = nullptr;
  double least = 0.0;
  bool best_told = false;
  for (const TrainRow& row : portfolio.trains) {
    if (row.kind != kind || row.gauge_mm != route.gauge_mm.value_or(1520) || (kind == TrainKind::freight && row.load_t <= 0.0)) continue;
    const bool told = shares_source(row, line, route);
    const double far = kind == TrainKind::passenger ? std::fabs(row.max_speed_kmh - route.max_speed_kmh.value_or(row.max_speed_kmh))
                                                    : std::fabs(row.gross_t() - (wish > 0.0 ? wish : row.gross_t()));
    // Of trains about as heavy, the one of which a source of the line tells.
    const bool close = kind == TrainKind::freight && best && std::fmax(far, least) < kAboutAsHeavy * wish;
    if (best && !(close && told != best_told ? told : far < least)) continue;
    best = &row;
    best_told = told;
    least = far;
  }
  return best;
}

}  // namespace gs
