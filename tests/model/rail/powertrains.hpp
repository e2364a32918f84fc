#pragma once
#include <vector>

#include "model/numerics.hpp"
#include "model/rail/powertrain.hpp"

/// Powertrains of every kind, and requests that no timetable would make.
namespace gs::model::rail {

inline constexpr double kKwh = 3.6e6;

inline Powertrain diesel_train() {
  Powertrain p;
  p.source_w = 3.356e6;
  p.curve = tier4_engine();
  p.idle_fuel_w = 19.7e3;
  p.auxiliary_w = 60e3;
  p.hotel_w = 20e3;
  p.ramp_w_per_s = 134e3;
  p.heat_w_per_k = 500.0;
  return p;
}
inline Powertrain hybrid_train(bool plug_in) {
  Powertrain p = diesel_train();
  p.source_w = 540e3;
  p.ramp_w_per_s = 40e3;
  p.auxiliary_w = 25e3;
  p.hotel_w = 0.0;
  p.battery = Battery{.capacity_j = 900 * kKwh, .out_w = 900e3, .in_w = 600e3, .start = 0.7, .age_years = 2.0};
  p.regen = Powertrain::Regen::battery;
  p.stops_engine = true;
  p.plug_in = plug_in;
  return p;
}
inline Powertrain battery_train() {
  Powertrain p = hybrid_train(true);
  p.source = SourceKind::none;
  p.source_w = 0.0;
  p.battery->capacity_j = 2400 * kKwh;
  p.battery->out_w = 2.4e6;
  p.battery->in_w = 1.6e6;
  return p;
}
inline Powertrain hydrogen_train() {
  Powertrain p = hybrid_train(false);
  p.source = SourceKind::fuel_cell;
  p.source_w = 800e3;
  p.curve = fuel_cell_curve();
  p.idle_fuel_w = 8e3;
  p.battery->capacity_j = 270 * kKwh;
  p.stops_engine = false;
  return p;
}
inline Powertrain wire_train() {
  Powertrain p;
  p.source = SourceKind::wire;
  p.wire_w = 8.8e6;
  p.auxiliary_w = 125e3;
  p.regen = Powertrain::Regen::wire;
  p.heat_w_per_k = 300.0;
  return p;
}
inline Powertrain dual_train(bool with_battery) {
  Powertrain p = with_battery ? hybrid_train(false) : diesel_train();
  p.wire_too = true;
  p.wire_w = 3e6;
  p.regen = Powertrain::Regen::wire;
  return p;
}

struct Named { const char* name; Powertrain p; };
inline std::vector<Named> all_kinds() {
  Powertrain cold = hybrid_train(false), wire_battery = wire_train();
  cold.heat_w_per_k = 0.0;
  wire_battery.battery = battery_train().battery;
  return {{"diesel", diesel_train()},         {"hybrid", hybrid_train(false)}, {"plug-in hybrid", hybrid_train(true)},
          {"unheated hybrid", cold},          {"battery", battery_train()},    {"hydrogen", hydrogen_train()},
          {"catenary", wire_train()},         {"dual", dual_train(false)},     {"dual with battery", dual_train(true)},
          {"catenary with battery", wire_battery}};
}

/// What a run might ask, and more: pulling, coasting, braking and standing, in steps of a part of a second to an hour.
struct Request { double share, dt; bool wire; };  ///< share of what can be had; above 1: more than that
inline std::vector<Request> requests(std::size_t count, std::uint64_t stream) {
  const numerics::Draws draws(42, stream);
  std::vector<Request> out(count);
  bool wire = true;
  for (std::size_t i = 0; i < count; ++i) {
    const double kind = draws.uniform(4 * i), size = draws.uniform(4 * i + 1), time = draws.uniform(4 * i + 2);
    if (draws.uniform(4 * i + 3) < 0.02) wire = !wire;
    const double share = kind < 0.5 ? size : kind < 0.6 ? 1.0 : kind < 0.7 ? 0.0 : kind < 0.97 ? -1.3 * size : 1.5;
    out[i] = {share, time < 0.9 ? 0.2 + 5.0 * time : time < 0.99 ? 60.0 : 3600.0 * time, wire};
  }
  return out;
}

}  // namespace gs::model::rail
