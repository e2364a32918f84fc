#pragma once
#include <span>

#include "scene/year_chart.hpp"
#include "ui/kit.hpp"

/// The inspector's small charts. Each is as wide as the panel lets it be and reads out what the pointer is on.
namespace gs::ui {

/// A part of a difference: a bar from zero to the left or the right.
struct PartRow {
  std::string name, value;
  double amount = 0;
  bool sum = false;  ///< the whole, in ink
};
void parts_chart(const Ui&, std::span<const PartRow>);

/// What one input does to a result: the bar from `low` to `high`, as differences from the best estimate (-0.12, 0.10).
struct SpreadRow {
  std::string name, value;
  double low = 0, high = 0;
};
void spread_chart(const Ui&, std::span<const SpreadRow>);

/// The unit in which a year's months are read, and how many MWh it has.
struct MonthUnit {
  double mwh;
  std::string_view name;
};
MonthUnit month_unit(const Ui&, const YearChart&);
/// Twelve bars from `month_mwh`, with lines over the year's interval as shares of the best estimate.
void month_chart(const Ui&, const YearChart&, const Range<double>& interval, const CategoryColors&);
/// Days across, hours up: mean power of five days at each hour, with its key.
void hour_chart(const Ui&, const YearChart&);

/// "Jan", "1月": 0 for January.
std::string_view month_name(const Ui&, int month);

}  // namespace gs::ui
