#pragma once
#include <array>
#include <memory>
#include <vector>

#include "sim/results.hpp"
#include "state/map_style.hpp"

namespace gs {

/// What all plants that count give, hour by hour: projects of `data/` that operate in the scenario's year and make electricity
/// for a grid, at their age. Stores and electrolysers make none.
struct FleetOutput {
  int year = 0;      ///< the scenario's
  int projects = 0;  ///< in it
  /// MWh made from 1 January 00:00 UTC to the beginning of hour i of a non-leap year, 0..8760; empty: the category makes none.
  std::array<std::vector<double>, kCategoryCount> made_mwh;
  double most_mw = 0.0;   ///< of all categories in one hour
  double even_mwh = 0.0;  ///< in a year, of plants whose hours are not known: the same in each

  /// Mean over the hours from `first` up to `end`, 0 <= first < end <= 8760.
  double mean_mw(Category, int first, int end) const;
  std::array<double, kCategoryCount> mean_mw(int first, int end) const;
  double year_mwh() const;
};

/// The results must have their fleet.
FleetOutput fleet_output(const Portfolio&, const Results&);

/// Works it out anew only when it is shown and the results are others.
class FleetHours {
 public:
  /// nullptr while it is not shown, or there are no plants yet. Valid until the next call.
  const FleetOutput* of(const Portfolio&, const Results&, bool shown);

 private:
  std::shared_ptr<const Fleet> fleet_;  ///< of which, with `scenario_`, `output_` was made
  Scenario scenario_;
  FleetOutput output_;
};

/// Hours of the year, the first of them from 0.
struct HourWindow {
  int first, hours;
  int end() const { return first + hours; }
};
/// What of the year is shown around an hour, 0..8760: its day, seven days from 1 January on (the last ones end with the year),
/// a quarter of the year, or all of it.
HourWindow window_of(HourSpan, double hour);
/// Hours that are drawn as one mean in a width of `px`: at least a px each; whole days where half a day would be too fine.
int hours_of_step(const HourWindow&, double px);
/// The hour at a share 0..1 of the window, within it: by the quarter of an hour in a day, by the hour in a week; where days
/// are too narrow for that, the same time of another day.
double hour_at(HourSpan, double hour, double share);
/// What one step of the keyboard moves by, h.
double step_hours(HourSpan);

}  // namespace gs
