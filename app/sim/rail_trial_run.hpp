#pragma once
#include <optional>
#include <string>

#include "model/rail/run.hpp"
#include "model/rail/run_interval.hpp"
#include "portfolio/railway.hpp"

/// Trains on made-up lines that stand for a kind of land: what published network averages are compared with.
namespace gs {

/// Land of a trial line, 200 km, as high at its end as at its start: grades by the kilometre, evenly drawn within
/// +-2, 5 and 8 permille, and the curves of the classes plain, rolling and mountain (sim/assumptions.hpp). Assumptions:
/// no published average says how its lines lie.
enum class Land : std::uint8_t { flat, rolling, hilly };

struct RailTrial {
  TractionRow traction;     ///< a row of tractions.csv, altered where the trial says so
  std::string locomotives;  ///< what it stands for, in words
  std::string law;          ///< of the wagons, id of rail_factors.csv
  double trailing_t = 0.0, net_t = 0.0;
  double tare_t = 24.0;         ///< of a wagon: their count is the train's tare over it
  bool passenger = false;       ///< quicker brakes, coaches of 24.5 m
  bool north_american = false;  ///< resistance by the Canadian National formula
  Land land = Land::rolling;
  double limit_kmh = 80.0, stop_km = 50.0;
  double supplement = 0.07;  ///< Driving::supplement
};

/// The mean of both directions, per tonne-kilometre.
struct TrialFigures {
  double km = 0.0;
  double gross_tkm = 0.0, net_tkm = 0.0;   ///< of both directions; gross: the trailing tonnes
  model::rail::RunEnergy energy;           ///< of both directions, J; wire: less what was returned
  double drawn_j = 0.0, returned_j = 0.0;  ///< at the substation's meter
  double network = 1.0;                    ///< from that meter to the pantograph
  double fuel_kg() const;
  Range<double> spread{1.0, 1.0, 1.0};  ///< energy over the best estimate: P10, 1, P90
  bool arrived = true;
  std::string conditions;
};
TrialFigures run_trial(const RailTrial&, model::rail::RunSpace&);
/// The same on a given line, by a given train and powertrain; `conditions` is left empty.
TrialFigures run_trial(const model::rail::Line&, const model::rail::Train&, const model::rail::Powertrain&,
                       const model::rail::Driving&, model::rail::RunSpace&);

model::rail::Line trial_line(Land, int gauge_mm, double length_km, double limit_kmh, double stop_km);
model::rail::Train trial_train(const RailTrial&);
/// `+-5 permille by the kilometre, 200 km`.
std::string words_of(Land);

}  // namespace gs
