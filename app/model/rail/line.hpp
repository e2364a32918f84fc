#pragma once
#include <string>
#include <vector>

#include "units/result.hpp"

/// The way: what a train meets along it.
namespace gs::model::rail {

/// From `start_m` to the next section's.
struct Section {
  double start_m = 0.0;
  double grade_permille = 0.0;     ///< rising in the direction of travel
  double radius_m = 0.0;           ///< of the curve; 0: straight
  double limit_kmh = 80.0;
  bool wire = false;               ///< electrified
  double tunnel_blockage = 0.0;    ///< 0: in the open
};
struct Stop {
  double at_m = 0.0, dwell_s = 0.0;
  std::string name;
};
struct Line {
  int gauge_mm = 1520;
  double length_m = 0.0;
  std::vector<Section> sections;  ///< the first at 0, starts ascending
  std::vector<Stop> stops;        ///< between the ends, ascending; a run always starts and ends at rest
  double air_density = 1.225;     ///< kg/m3; scales the square term (the rules hold for 1.225)
};
/// What is wrong with a line (empty: nothing).
std::vector<Error> problems(const Line&);
/// The same line run from its other end.
Line reversed(const Line&);

/// A line cut into steps of one length for a train of one length: every number that a step needs, averaged exactly over
/// the step and over the train as a homogeneous strip whose front passes the step; behind the line's start the first
/// section goes on. Heights relative to the start: of the train's middle.
struct Track {
  double step_m = 10.0;  ///< length of every step; chosen near the wish so that whole steps fill the line
  double length_m = 0.0;         ///< of the line
  double slowest_ms = 0.0;       ///< the least limit of the line, stops apart
  std::vector<double> grade;     ///< rise over run under the train, by step
  std::vector<double> curve;     ///< resistance by curves, N/kN (permille of the weight)
  std::vector<double> drag;      ///< factor on the square term: air density and tunnels
  /// By node (steps + 1): highest speed with the train's tail in view, 0 at stops and ends. A limit holds at both ends
  /// of every step that touches it, so that no speed between them is above it.
  std::vector<double> limit_ms;
  std::vector<double> dwell_s;   ///< by node; a stop stands at the node nearest to it
  std::vector<unsigned char> wire;  ///< by step: at its middle, over the train's front
  std::size_t steps() const { return grade.size(); }
};
/// `out` is filled anew; no allocation once it has its size. `point`: grades and curves as the front meets them.
void sample(const Line&, double train_length_m, double train_max_kmh, double step_m, Track& out, bool point = false);

/// Heights of places along a line: broad terrain, not the railway's own levels.
struct Height {
  double at_m = 0.0, height_m = 0.0;
};
/// The profile that a line could have over this terrain with no grade above the ruling one: heights are joined, then
/// moved as little as it takes (in the least-squares sense over the line) until no grade either way exceeds
/// `ruling_permille` less `compensation_permille` (what curves on the steepest stretches resist, where the ruling grade is
/// not compensated already); the ends' heights are kept if that allows, else brought nearer. Where the terrain demands
/// more, the profile is cut down: there the railway has tunnels or a longer line. Within each joint short undulations of
/// up to +-`undulation_permille` (deterministic, by position, no rise over the joint) stand for what broad terrain hides;
/// they too keep the ruling grade. Result: sections of about `section_m` with their grade; none when a length is not above
/// 0. An estimate: say so wherever it is shown.
std::vector<Section> estimated_profile(const std::vector<Height>& terrain, double length_m, double ruling_permille,
                                       double undulation_permille, double section_m,
                                       double compensation_permille = 0.0);

}  // namespace gs::model::rail
