#pragma once
#include <array>
#include <cstdint>
#include <optional>

/// From tank, wire and battery to the wheel: a source and a battery, either of which may be absent, joined at one
/// direct-current link that feeds the traction motors and the auxiliaries. All five tractions and dual mode are made of
/// these parts: diesel (engine), hybrid (engine + battery), battery, hydrogen (fuel cell + battery), catenary (wire), dual
/// (wire where there is one, else engine or battery). All powers W, energies J, for all units of the consist together.
namespace gs::model::rail {

/// Efficiency by share of rated power, linear between points, held beyond the ends.
struct LoadCurve {
  std::array<double, 12> load{}, efficiency{};
  int points = 0;
  double at(double share) const;
};
LoadCurve tier4_engine();  ///< brake efficiency of a modern medium-speed engine (ALTRIOS, Wabtec Tier 4), sorted
LoadCurve te10_engine();   ///< 10D100 two-stroke of the TE10, see the source in the .cpp
LoadCurve fuel_cell_curve();  ///< net electric efficiency of a PEM system, LHV

enum class SourceKind : std::uint8_t { none, diesel, fuel_cell, wire };

struct Battery {
  double capacity_j = 0.0;  ///< usable window is between the two charges below
  double out_w = 0.0, in_w = 0.0;
  double least = 0.10, most = 0.95;     ///< state of charge, 0..1
  double start = 0.90;                  ///< at departure
  double resistance_loss = 0.04;        ///< share lost at rated power (one way); loss grows with the square of the power
  double age_years = 0.0, full_cycles_a_year = 250.0;  ///< for the fade
};
/// Share of the new capacity and power that is left: calendar and cycle ageing of LFP; and what the cold takes (cells at
/// `celsius`; the battery is kept at 15 C or more when plugged in or heated, at the cost of heating).
double battery_health(const Battery&);
struct ColdLimits { double capacity, out, in; };  ///< factors 0..1
ColdLimits battery_in_cold(double cell_celsius);

struct Powertrain {
  SourceKind source = SourceKind::diesel;
  bool wire_too = false;       ///< dual mode: takes from the wire where the line has one
  double source_w = 0.0;       ///< rated: shaft of the engines, net of the fuel cell, at the pantograph
  LoadCurve curve;             ///< of engine or fuel cell
  double idle_fuel_w = 0.0;    ///< fuel while the engine runs free (ALTRIOS: 19.7 kW a Tier-4 engine)
  double ramp_w_per_s = 1e300; ///< how fast the source may rise
  double generator = 0.98, drive = 0.955, wire_chain = 0.85;  ///< efficiencies, 0..1; wire_chain: transformer + converter
  double network = 0.92;       ///< substation and contact line, from the meter to the pantograph
  double wire_w = 0.0;         ///< of dual mode and catenary, at the pantograph
  std::optional<Battery> battery;
  bool plug_in = false;        ///< a hybrid that ends its day on the charger: it may end with less than it began with
  enum class Regen : std::uint8_t { none, battery, wire } regen = Regen::none;
  double auxiliary_w = 0.0;    ///< fans, compressors, controls while running
  double auxiliary_share = 0.00054;  ///< and this share of the traction power (ALTRIOS)
  double hotel_w = 0.0;        ///< coaches
  bool stops_engine = false;   ///< switches the engine off when it is not needed (hybrids)
  double heat_w_per_k = 0.0;   ///< heating of cab, battery and (standing) engine per kelvin below 15 C
};

struct Weather { double celsius = 10.0; };

/// What flowed, J, since the start. Every term is counted where it occurs; `problems` of the ledger is their balance.
struct Flows {
  double fuel = 0.0;             ///< lower heating value, diesel or hydrogen
  double idle_fuel = 0.0;        ///< of it with no load
  double wire = 0.0, returned = 0.0;  ///< at the substation's meter: drawn and given back
  double battery_out = 0.0, battery_in = 0.0;  ///< at its terminals
  double stored_change = 0.0;    ///< chemical energy at the end less that at the start
  double wheel = 0.0;            ///< motoring at the rim
  double regenerated = 0.0;      ///< braking at the rim that reached the link
  double rheostat = 0.0;         ///< electric braking that nothing could take
  double auxiliary = 0.0, heating = 0.0, hotel = 0.0;
  double engine_loss = 0.0, generator_loss = 0.0, drive_loss = 0.0, battery_loss = 0.0, network_loss = 0.0;
  /// In - out of the powertrain; 0 but for rounding.
  double imbalance() const;
};

/// One run of a powertrain. `step` is called in order of time; the object holds the state between calls.
class Traction {
 public:
  Traction(const Powertrain&, const Weather&);
  /// Greatest power at the rim now, W; `wire`: under a live wire.
  double most_w(bool wire) const;
  /// Greatest braking power at the rim that can be taken (battery or wire), W; more goes to the rheostat.
  double most_braking_w(bool wire) const;
  /// Draws `wheel_w` at the rim (negative: electric braking) for `dt` s. More than most_w is not given: ask first.
  void step(double wheel_w, double dt, bool wire);
  double charge() const;       ///< state of charge 0..1; NaN without a battery
  double source_now_w() const; ///< of fuel or at the meter, W, in the last step
  bool engine_on() const;
  const Flows& flows() const { return flows_; }
  const Powertrain& powertrain() const { return p_; }

 private:
  Powertrain p_;
  Weather weather_;
  Flows flows_;
  double stored_ = 0.0, capacity_ = 0.0, out_ = 0.0, in_ = 0.0, source_ = 0.0, now_ = 0.0;
  bool engine_ = false;
};

}  // namespace gs::model::rail
