#pragma once
#include "scene/chart.hpp"
#include "scene/filter.hpp"
#include "scene/year_chart.hpp"

namespace gs {

/// The load duration curve of a project's simulated year: power over the share of the year's hours, the greatest first, with
/// the mean as a line. Empty of data where the year is not known.
Chart duration_chart(const World&, const Project&, const YearChart&);

}  // namespace gs
