#include "state/laboratory.hpp"

#include <algorithm>
#include <cmath>

namespace gs {
namespace {

double stepped(double value, double low, double high, double steps, double otherwise) {
  if (!std::isfinite(value)) return otherwise;
  return std::clamp(std::round(value * steps) / steps, low, high);
}

}  // namespace

bool is_id(std::string_view text) {
  return text.size() <= kLongestId && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

Laboratory in_range(Laboratory l) {
  const Laboratory standard;
  if (l.line.empty() || !is_id(l.line)) l.line = standard.line;
  if (!is_id(l.train)) l.train.clear();
  if (!is_id(l.traction)) l.traction.clear();
  l.trailing_t = l.trailing_t == 0.0 ? 0.0 : stepped(l.trailing_t, kLeastTrailing, kMostTrailing, 1.0, standard.trailing_t);
  l.battery_scale = stepped(l.battery_scale, kLeastBatteryScale, kMostBatteryScale, 100.0, standard.battery_scale);
  l.celsius = stepped(l.celsius, kColdest, kHottest, 10.0, standard.celsius);
  l.stops = std::clamp(l.stops, 0, kMostStops);
  if (static_cast<int>(l.hydrogen) >= kHydrogenSourceCount) l.hydrogen = standard.hydrogen;
  return l;
}

}  // namespace gs
