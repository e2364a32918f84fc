#pragma once
#include <span>
#include <vector>

#include "model/pv/plane.hpp"
#include "model/pv/plant.hpp"
#include "model/pv/sheds.hpp"

/// What the back of bifacial modules adds in a year, without the back's light of every hour.
namespace gs::model::pv {

/// An hour with the sun above the horizon.
struct LitHour {
  int month;  ///< 0..11
  Sky<double> sky;
  Light<double> light;
};

/// Light of the back that counts (bifaciality, frame) over the front's effective light (beam less reflection, and
/// diffuse), by month. Multiply the front's effective light by 1 + share.
struct RearGain {
  double share[12] = {};
};

/// From the hours given: all of a year, or those of some days of each month (see days_of_each_month). A month without
/// light has 0.
RearGain rear_gain(const PvPlant&, std::span<const LitHour>);

/// The hours 0..8759 of `count` days (1..28) spread evenly over each month: the sample to take for rear_gain. The ratio
/// of back to front varies far less than the light itself, so a few days stand for a month.
std::vector<int> days_of_each_month(int count);

/// Light on the front that reaches the cells, W/m2, and the back's that counts.
struct BothSides {
  double front, back;
};
BothSides both_sides(const PvPlant&, const Glass&, const Axis&, const LitHour&);

}  // namespace gs::model::pv
