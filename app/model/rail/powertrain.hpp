#pragma once
#include <array>
#include <cstdint>
#include <optional>

/// From tank, wire and battery to the wheel: a source and a battery, either of which may be absent, joined at one
/// direct-current link that feeds the traction motors and the auxiliaries. All five tractions and dual mode are made of
/// these parts: diesel (engine), hybrid (engine + battery), battery, hydrogen (fuel cell + battery), catenary (wire),
/// dual (wire where there is one, else engine or battery). All powers W, energies J, for all units of the consist
/// together.
namespace gs::model::rail {

/// Efficiency by share of rated power, linear between points, held beyond the ends.
struct LoadCurve {
  std::array<double, 12> load{}, efficiency{};
  int points = 0;
  double at(double share) const;
  double best() const;      ///< the greatest efficiency
  LoadCurve times(double factor) const;  ///< the same with every efficiency multiplied
  double low_end() const;   ///< the least share of load whose efficiency is within 3 % of the best
};
LoadCurve tier4_engine();  ///< brake efficiency of a modern medium-speed engine (ALTRIOS, Wabtec Tier 4), sorted
LoadCurve te10_engine();   ///< 10D100 two-stroke of the TE10, see the source in the .cpp
LoadCurve fuel_cell_curve();  ///< net electric efficiency of a PEM system, LHV: 0.60 near 20 % load, 0.50 at rated

enum class SourceKind : std::uint8_t { none, diesel, fuel_cell, wire };

struct Battery {
  double capacity_j = 0.0;  ///< usable window is between the two charges below
  double out_w = 0.0, in_w = 0.0;
  double least = 0.10, most = 0.95;     ///< state of charge, 0..1
  double start = 0.90;                  ///< at departure
  /// share lost at rated power (one way); loss grows with the square of the power
  double resistance_loss = 0.04;
  double age_years = 0.0, full_cycles_a_year = 250.0;  ///< for the fade
};
/// Share of the new capacity and power that is left, 0.5..1: calendar and cycle ageing of LFP.
double battery_health(const Battery&);
/// What the cold takes of capacity and power: factors 0..1 that never rise as it gets colder. LFP hardly charges below
/// 0 C. A battery whose powertrain heats (heat_w_per_k above 0) has cells of 15 C or more, at the cost of the heating.
struct ColdLimits { double capacity, out, in; };
ColdLimits battery_in_cold(double cell_celsius);

struct Powertrain {
  SourceKind source = SourceKind::diesel;
  bool wire_too = false;       ///< dual mode: takes from the wire where the line has one
  double source_w = 0.0;       ///< rated: shaft of the engines, net of the fuel cell, at the pantograph
  LoadCurve curve;             ///< of engine or fuel cell
  double idle_fuel_w = 0.0;    ///< fuel while the engine runs free (ALTRIOS: 19.7 kW a Tier-4 engine)
  double ramp_w_per_s = 1e300; ///< how fast the source may rise
  /// efficiencies, 0..1; wire_chain: transformer + converter
  double generator = 0.98, drive = 0.955, wire_chain = 0.85;
  double network = 0.92;       ///< substation and contact line, from the meter to the pantograph
  double network_back = 0.90;  ///< from the pantograph to whoever takes what is returned: another train or the grid
  double wire_w = 0.0;         ///< of dual mode and catenary, at the pantograph
  std::optional<Battery> battery;
  bool plug_in = false;        ///< a hybrid that ends its day on the charger: it may end with less than it began with
  enum class Regen : std::uint8_t { none, battery, wire } regen = Regen::none;
  double auxiliary_w = 0.0;    ///< fans, compressors, controls while running
  double auxiliary_share = 0.00054;  ///< and this share of the traction power (ALTRIOS)
  double hotel_w = 0.0;        ///< coaches
  bool stops_engine = false;   ///< switches the engine off when it is not needed (hybrids)
  /// Heating of cab, battery and (standing) engine per kelvin below 15 C, electric; free from the cooling water while
  /// engine or fuel cell runs.
  double heat_w_per_k = 0.0;
};

struct Weather { double celsius = 10.0; };

/// What flowed, J, since the start. Every term is counted where it occurs; `problems` of the ledger is their balance.
struct Flows {
  double fuel = 0.0;             ///< lower heating value, diesel or hydrogen
  double idle_fuel = 0.0;        ///< of it while nothing is drawn at the rim and nothing goes into a battery
  double wire = 0.0, returned = 0.0;  ///< at the substation's meter: drawn and given back
  double battery_out = 0.0, battery_in = 0.0;  ///< at its terminals
  double stored_change = 0.0;    ///< chemical energy at the end less that at the start
  double wheel = 0.0;            ///< motoring at the rim
  double regenerated = 0.0;      ///< braking at the rim that reached the link
  double rheostat = 0.0;         ///< electric braking that nothing could take
  double auxiliary = 0.0, heating = 0.0, hotel = 0.0;
  double shed = 0.0;             ///< auxiliaries, heating and hotel that nothing could supply: in no balance
  double engine_loss = 0.0;      ///< of engine or fuel cell
  double generator_loss = 0.0;   ///< generator, converter of the fuel cell, transformer and converter of the wire
  double drive_loss = 0.0, battery_loss = 0.0, network_loss = 0.0;
  /// In - out of the powertrain; 0 but for rounding.
  double imbalance() const;
};

/// What flowed between two states of one run: the later less the earlier.
Flows difference(const Flows& later, const Flows& earlier);

/// One run of a powertrain. `step` is called in order of time; the object holds the state between calls.
///
/// The rule by which source and battery share the load (hybrid, fuel cell): the source follows the load smoothed over
/// kSmoothing, and brings the charge back to its target within about kCorrection; the battery gives or takes the
/// difference. Target: the charge at departure; of a plug-in a tenth of the usable window above its floor, so that it
/// first empties the battery and takes from the source only what the battery cannot give. A source that may stop
/// (stops_engine) starts when the charge falls 2 % under the target or the battery cannot carry the load, stops 2 %
/// above it once the battery can, and between them runs no lower than where it is within 3 % of its best efficiency.
/// Under a live wire the wire (or a charger) feeds all and fills the battery up to its charge at departure; the engine
/// stands still.
class Traction {
 public:
  static constexpr double kSmoothing = 300.0, kCorrection = 1800.0, kBand = 0.02;  ///< s, s, share of the capacity
  static constexpr double kPart = 60.0;       ///< s; longer steps are taken in equal parts of at most this,
  static constexpr double kStanding = 120.0;  ///< s; or of this, where nothing is asked at the rim

  Traction(const Powertrain&, const Weather&);
  /// Greatest power at the rim, W, that holds for `dt` seconds, at most kPart; `wire`: under a live wire.
  double most_w(bool wire, double dt = kPart) const;
  /// Greatest braking power at the rim that can be taken (battery or wire), W; more goes to the rheostat.
  double most_braking_w(bool wire, double dt = kPart) const;
  /// Draws `wheel_w` at the rim (negative: electric braking) for `dt` s, 0 or more. Returns what was given, W, as a
  /// mean: exactly what was asked up to most_w(wire) (for steps of at most kPart), else that. Braking always takes all.
  double step(double wheel_w, double dt, bool wire);
  double charge() const;       ///< state of charge 0..1; NaN without a battery
  /// of fuel or at the meter (returning: negative), W, in the last step; of a battery alone, its own
  double source_now_w() const;
  bool engine_on() const { return engine_; }
  double engine_seconds() const { return engine_s_; }  ///< how long engine or fuel cell has run
  int starts() const { return starts_; }               ///< how often it was started on the way
  const Flows& flows() const { return flows_; }
  const Powertrain& powertrain() const { return p_; }

 private:
  struct Limits { double out = 0.0, in = 0.0; };  ///< of the battery at its terminals, W
  Limits limits(double dt) const;
  Limits limits_now(double dt) const;
  double always_w(bool engine) const;
  double source_most(bool on_wire) const;
  double sink_w(bool on_wire, double always, const Limits&) const;
  bool on_wire(bool wire) const { return wire && wire_most_ > 0.0; }
  /// Whether the next part surely has the engine's warmth.
  bool warm(bool live) const { return fuelled_ && !live && (engine_ || !p_.stops_engine || !(capacity_ > 0.0)); }
  double part(double wheel_w, double dt, bool wire);
  bool runs(double net, bool braking) const;
  double followed(double net, double dt, const Limits&);
  double from_wire(double net, const Limits&) const;
  void shed(double lacking, double dt, bool running);
  void draw_battery(double terminal_w, double dt);
  void draw_wire(double link_w, double dt);
  void draw_engine(double link_w, double dt, bool idle);

  Powertrain p_;
  Flows flows_;
  double per_wheel_ = 0.0, per_link_ = 0.0, per_drive_ = 0.0;  // link by wheel, wheel by link, 1 / drive
  double per_generator_ = 0.0, per_source_ = 0.0;              // 1 / generator, 1 / W
  double heat_ = 0.0, wire_most_ = 0.0, low_ = 0.0;        // W, W, share of load
  double capacity_ = 0.0, floor_ = 0.0, top_ = 0.0;        // J
  double out_ = 0.0, in_ = 0.0, loss_ = 0.0;               // W, W, 1/W: loss = loss_ x power^2
  double target_ = 0.0, full_ = 0.0;                       // share; J: up to where the wire charges
  double first_ = 0.0, stored_ = 0.0, smoothed_ = 0.0;     // J, J, W
  double reach_ = 0.0, now_ = 0.0, engine_s_ = 0.0;        // W at the source's shaft, W, s
  Limits for_a_part_;  // over kPart, as the charge is now
  int starts_ = 0;
  bool fuelled_ = false, engine_ = false;
};

/// Fuel (diesel, fuel cell) or meter energy (wire) of a run that had ended with the charge it began with: what the
/// battery lost (or gained) is put back (taken out) by the source at the run's own mean efficiency from tank to link
/// (at the source's best where it burnt nothing), through the battery's own mean one-way efficiency. For
/// charge-sustaining runs; of a powertrain without a source it is charged_at_meter with a charger of 1. J.
double equivalent_source(const Powertrain&, const Flows&);
/// Electricity that a charger of this efficiency takes from the meter to bring the battery back to its first charge, J;
/// 0 or more. A plug-in's or battery locomotive's night.
double charged_at_meter(const Flows&, double charger_efficiency);

}  // namespace gs::model::rail
