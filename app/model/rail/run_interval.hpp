#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/rail/run.hpp"
#include "model/uncertainty/sobol.hpp"
#include "model/uncertainty/variance.hpp"
#include "units/quantity.hpp"

/// How far the energy and the CO2 of a run may be trusted, from its ledger alone: no run is done again.
///
/// First order. Of a change of the resistances (rolling with curves; air) the wheels pay where the train pulls or
/// coasts and the brakes where it brakes: the share of the way that is braked says how much. Higher undulations cost
/// what is let go on descents that are braked. Speeds stay as they were. Beyond the rim every loss is scaled as the
/// energy that causes it, and by its own doubt; fuel burnt with no load stays. Against runs done again at changed
/// inputs (tests/model/rail/run_interval_test.cpp, 90 km of hills, five tractions) resistances and losses are met
/// within 1.3 points of the energy, P10 and P90 within 2.5 %; only the grades count too much (20 % higher hills: 2.5 to
/// 4.2 % of the energy instead of -0.7 to 2.9 %), because a real train climbs them more slowly and saves air
/// resistance: the interval is rather too wide.
namespace gs::model::rail {

/// Half of P90 - P10 as a share, unless said otherwise. Assumptions, each named so that a reader can change it.
struct RunDoubt {
  /// rules of resistance differ by as much for the same wagon (PTR jointed and welded, VNIIZhT)
  double rolling = 0.10;
  double air = 0.15;
  double auxiliaries = 0.25;
  double source = 0.04;       ///< efficiency of engine or fuel cell
  double drive_loss = 0.20;   ///< of the loss, as the next two
  double battery_loss = 0.40;
  double network_loss = 0.15; ///< from meter to link
  double well_to_tank = 0.15;
};
inline constexpr std::array<std::string_view, 12> kRunInputs = {
    "rolling", "air", "grades", "grid_factor", "diesel_factor", "well_to_tank", "hydrogen_factor", "network_loss",
    "auxiliaries", "source", "drive_loss", "battery_loss"};

/// At tank and meter, J (fuels: lower heating value): best estimates, with the battery back at its first charge.
struct RunEnergy {
  double diesel = 0.0, hydrogen = 0.0;
  double wire = 0.0;     ///< at the substation's meter less what was returned; may be negative
  double charger = 0.0;  ///< at the charger's meter
  double total() const { return diesel + hydrogen + wire + charger; }
};
/// Of a run's flows: a source's battery difference by equivalent_source; of a plug-in or a battery alone by the
/// charger.
RunEnergy run_energy(const Powertrain&, const Flows&, double charger_efficiency = 0.92);

/// Low and high are P10 and P90; kg CO2 a J.
struct RunFactors {
  Range<double> grid{}, diesel{}, hydrogen{};
  double well_to_tank = 0.0;  ///< of the diesel's again
};

/// What a run braked: the share of the way, 0..1, and the potential energy that it let go there, J (less what it gained
/// where it braked uphill). Of its trace, however coarse; of an empty one a guess: braking over braking and traction,
/// and half of what went into the brakes.
struct Braked {
  double share = 0.0, descended_j = 0.0;
};
Braked braked(const Run&);

/// low = P10, high = P90 of the draws, best = the run's own (if need be the interval is stretched to hold it).
struct RunInterval {
  Range<double> energy_j{};   ///< at tank and meter
  Range<double> co2_kg{};     ///< well to wheel: burnt, before the tank, electricity, hydrogen
  std::vector<Bar> drivers;   ///< of the CO2; shares to the first order; input: index into kRunInputs
  std::vector<double> energy_draws, co2_draws;
};

/// What a draw makes of a run: its wheels' and brakes' work and its energies. Public for the tests.
struct RunScale {
  double rolling = 1.0, air = 1.0, grades = 1.0;  ///< factors on the resistances and on the height of the undulations
  double auxiliaries = 1.0, source = 1.0;         ///< factors on the power, on the efficiency
  double drive_loss = 1.0, battery_loss = 1.0, network_loss = 1.0;  ///< factors on the losses
};
RunEnergy scaled(const Run&, const Powertrain&, const RunEnergy& best, const Braked&, const RunScale&);

/// Draws for runs that are compared: what belongs to the way, the trains and the factors is drawn once for all of them;
/// what belongs to a locomotive (auxiliaries, source, drive, battery) by its name, alike for the same name.
class RunIntervals {
 public:
  /// `draws` a power of two.
  explicit RunIntervals(const RunDoubt& = {}, std::uint32_t draws = 1024, std::uint64_t seed = 1);
  /// `grade_uncertainty`: one standard deviation of the undulations' height, as a share.
  RunInterval of(const Run&, const Powertrain&, const RunEnergy&, const RunFactors&, double grade_uncertainty,
                 std::string_view locomotive) const;

 private:
  RunDoubt doubt_;
  std::uint64_t seed_;
  Cube normal_;
};

/// Share of the first's CO2 that the second saves, draw by draw: P10, best, P90. All 0 if the first emits nothing.
Range<double> saved_share(const RunInterval& diesel, const RunInterval& other);
/// The same of the energy.
Range<double> saved_energy_share(const RunInterval& diesel, const RunInterval& other);

}  // namespace gs::model::rail
