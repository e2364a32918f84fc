#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/eval.hpp"
#include "model/wind/power_curve.hpp"

/// The curves of turbines, from a table beside the rows.
namespace gs::eval {

/// By turbine's name.
using Curves = std::map<std::string, model::wind::PowerCurve, std::less<>>;

/// The columns of --curves (those of wind_power_curves.csv).
extern const Column kCurveColumns[3];

/// From the columns "turbine", "wind_speed_ms" and `value`; rows with an empty name are left out. A turbine whose
/// speeds do not rise strictly is a problem. Empty when the file was not given.
Curves curves_in(const Table&, std::string_view value, std::vector<Error>& problems);

/// The curve that `row` names in `column`, or null with a problem; null without one for an empty name.
const model::wind::PowerCurve* curve_of(const Curves&, const Table&, std::size_t row, std::string_view column,
                                        std::vector<Error>& problems);

/// A problem when a model cannot do without --curves and has none.
bool curves_missing(const Curves&, std::vector<Error>& problems);

}  // namespace gs::eval
