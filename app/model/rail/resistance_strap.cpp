#include "model/rail/resistance_strap.hpp"

#include <algorithm>

namespace gs::model::rail {
namespace {

double net_in(const PathElement& element, double at_m) {
  return element.net_m + element.coefficient * (at_m - element.offset_m);
}

}  // namespace

std::size_t element_at(std::span<const PathElement> path, double at_m) {
  const auto beyond =
      std::partition_point(path.begin(), path.end(), [&](const PathElement& e) { return e.offset_m < at_m; });
  return beyond == path.begin() ? 0 : static_cast<std::size_t>(beyond - path.begin()) - 1;
}

double net_at(std::span<const PathElement> path, double at_m) { return net_in(path[element_at(path, at_m)], at_m); }

double under_train(std::span<const PathElement> path, double front_m, double length_m) {
  const double back_m = front_m - length_m;
  const std::size_t front = element_at(path, front_m), back = element_at(path, back_m);
  if (front == back) return path[front].coefficient;
  return (net_in(path[front], front_m) - net_in(path[back], back_m)) / length_m;
}

StrapResistance strap_resistance(const StrapTrain& train, double speed_ms, double grade, double curve) {
  return {.bearing = train.bearing_n,
          .rolling = train.rolling_ratio * train.weight_n,
          .davis_b = train.davis_b_s_per_m * speed_ms * train.weight_n,
          .air = train.drag_area_m2 * kStrapAir * speed_ms * speed_ms,
          .grade = grade * train.weight_n,
          .curve = curve * train.weight_n};
}

}  // namespace gs::model::rail
