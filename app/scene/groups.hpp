#pragma once
#include <array>
#include <span>
#include <vector>

#include "map/projection.hpp"
#include "scene/filter.hpp"

namespace gs {

/// What a symbol's area stands for: MW, GWh a year, kt CO2 a year; 0 where it is not known.
double measure_of(const Project&, const ProjectResult&, SizeBy);
/// Logical px: the area follows the measure. Of capacity r = 0.245 sqrt(MW), of the others so that 1,000 MW of wind at a
/// third of its capacity, on a grid of 600 g/kWh, is as large by each.
float radius_of(double measure, SizeBy);

/// Projects that stand so close together that they are shown as one.
struct SiteGroup {
  std::vector<std::uint32_t> members;              ///< of Portfolio::projects, the largest first
  LonLat at;                                       ///< their middle
  std::array<double, kCategoryCount> measure{};    ///< by category, as measure_of, without parts of other rows
  double all() const;
};

/// Named by its largest member.
Selection group_selection(const SiteGroup&, const Portfolio&);

/// What a group's card says: no plant counts twice.
struct GroupSum {
  int projects = 0;
  std::array<int, kCategoryCount> by_category{};
  Power capacity{};          ///< of what generates electricity
  std::optional<Mass> avoided;  ///< best estimate of those that count in the scenario's year
};
GroupSum sum_of(const World&, const SiteGroup&);

/// Groups of `shown` of which each member lies within `reach` radians of the largest; at least `least` members. The larger
/// projects choose first; who is in no group is left out.
std::vector<SiteGroup> groups_of(const Portfolio&, const Results&, std::span<const std::uint32_t> shown, double reach,
                                 std::size_t least, SizeBy);

/// The groups of a frame, made anew only when what is shown changes or the map is zoomed by half a step.
class Groups {
 public:
  void update(const World&, const State&, std::span<const std::uint32_t> shown);
  std::span<const SiteGroup> all() const { return groups_; }
  bool holds(std::uint32_t project) const { return project < grouped_.size() && grouped_[project]; }

 private:
  std::vector<SiteGroup> groups_;
  std::vector<bool> grouped_;
  std::vector<std::uint32_t> shown_;
  double step_ = 0.0;
  SizeBy size_{};
  std::string digest_;
};

}  // namespace gs
