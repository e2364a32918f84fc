#pragma once
#include <optional>
#include <vector>

#include "map/sphere.hpp"
#include "scene/theme.hpp"
#include "sim/railway.hpp"

/// Where on the earth a train is that has run so far, and where it has got to by the clock.
namespace gs {

/// A line's points with their distance from its start, metres, ascending.
struct RailPath {
  std::vector<LonLat> points;
  std::vector<double> at_m;

  bool empty() const { return points.size() < 2; }
  double length_m() const { return empty() ? 0.0 : at_m.back(); }
  /// On the great-circle arc between the points before and after; clamped to the ends. Not for an empty path.
  LonLat at(double m) const;
};
RailPath rail_path(const std::vector<RailLine::Place>&);

/// A train on its way.
struct TrainOnLine {
  double at_m = 0.0;  ///< from the line's first point
  bool back = false;
  bool operator==(const TrainOnLine&) const = default;
};
/// The trains that are on a line at the clock's time, s: as many leave each end a day as the timetable says, evenly, each as
/// long on its way as the simulated run takes. `phase` 0..1 keeps the trains of different lines apart.
void trains_at(const LineTimetable&, double clock_s, double phase, std::vector<TrainOnLine>& out);
/// Metres from the line's first point after `time_s` of a run; nodes ascending in time, time within them.
double place_in_run(const std::vector<LineTimetable::Node>&, double time_s);

/// Whether the line has a wire there: by the spans of its row, else all of it or nothing.
bool wire_at(const Route&, const LineRow*, double at_m);

}  // namespace gs
