#pragma once
#include <cstddef>
#include <span>

/// A train as a strap of even weight that lies over the line's elements: what pulls back at every metre of it,
/// summed. The form is that of ALTRIOS (NREL, github.com/NREL/altrios, train/resistance/method/strap.rs): its air
/// drag has no factor 1/2, so that its drag areas are half of c_d A.
namespace gs::model::rail {

/// From `offset_m` to the next element's: resistance over weight (a grade rising ahead, or what a curve adds), and its
/// integral from the path's start up to here; of grades that is the height.
struct PathElement {
  double offset_m = 0.0, coefficient = 0.0, net_m = 0.0;
};

/// The element in which a point lies; one on a border belongs to the element behind it. Offsets ascend; what lies
/// before the first or beyond the last belongs to that. At least one element.
std::size_t element_at(std::span<const PathElement>, double at_m);
/// The integral up to a point, m.
double net_at(std::span<const PathElement>, double at_m);
/// The coefficient in the mean over a train with its front at `front_m`; `length_m` above 0.
double under_train(std::span<const PathElement>, double front_m, double length_m);

/// kg/m3
inline constexpr double kStrapAir = 1.225;

struct StrapTrain {
  double length_m = 0.0, weight_n = 0.0;
  double bearing_n = 0.0;        ///< of all axles
  double rolling_ratio = 0.0;    ///< N/N
  double davis_b_s_per_m = 0.0;  ///< N/N for each m/s
  double drag_area_m2 = 0.0;     ///< force = area times kStrapAir times v^2
};

/// N; each against the direction of travel.
struct StrapResistance {
  double bearing = 0.0, rolling = 0.0, davis_b = 0.0, air = 0.0, grade = 0.0, curve = 0.0;
  double total() const { return rolling + bearing + davis_b + air + grade + curve; }
};

/// `grade` and `curve`: coefficients under the train; `speed_ms` 0 or more.
StrapResistance strap_resistance(const StrapTrain&, double speed_ms, double grade, double curve);

}  // namespace gs::model::rail
