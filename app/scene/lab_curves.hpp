#pragma once
#include <optional>
#include <vector>

#include "sim/railway.hpp"

/// The laboratory's runs as curves against distance: plain data that a chart draws, a guest reads and a test checks.
namespace gs {

/// One run at evenly spaced places, from the start to the line's end. NaN: not there (no battery; beyond where it stalled).
struct LabCurve {
  std::vector<float> speed_kmh, power_mw, charge;  ///< charge 0..1
};

struct LabCurves {
  double length_km = 0.0;
  std::vector<float> height_m;        ///< above the sea where any place's height is known, else above the start
  std::vector<float> grade_permille;  ///< between a place and the next: one less than the others
  std::vector<float> limit_kmh;       ///< of the line and the train
  bool height_known = false;
  std::vector<LabCurve> runs;         ///< in the order of LabResults::runs
  std::size_t nodes() const { return height_m.size(); }
  double km(std::size_t node) const { return length_km * static_cast<double>(node) / static_cast<double>(nodes() - 1); }
};
/// `nodes`: at least 2.
LabCurves lab_curves(const LabResults&, std::size_t nodes);

/// What the runs do at one place, read from their traces.
struct LabReading {
  double km = 0.0, height_m = 0.0, grade_permille = 0.0, limit_kmh = 0.0;
  struct Run { double speed_kmh, power_mw, charge, time_s; };  ///< NaN: not there
  std::vector<Run> runs;
};
LabReading lab_reading(const LabResults&, double km);

/// Where the charts are read: the wish, within the line; without one about its middle.
double lab_cursor(const LabResults&, std::optional<double> wish_km);
/// The run that is brought forward: the one chosen, else the hybrid, else the first; nullptr without runs.
const LabRun* lab_front(const LabResults&);

/// Curves made anew only when the results change.
class LabCharts {
 public:
  const LabCurves& of(const LabResults&);

 private:
  std::string digest_;
  const Route* route_ = nullptr;
  LabCurves curves_;
};

}  // namespace gs
