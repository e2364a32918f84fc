#pragma once
#include <algorithm>
#include <cmath>

#include "scene/portfolio_charts.hpp"
#include "text/figure.hpp"

/// What the charts of the portfolio have in common. Only for them.
namespace gs::charting {

/// The unit in which figure() says a quantity, and how many base units it has.
struct AxisUnit {
  double base = 1.0;
  std::string name;
};
/// figure() of the power of ten below `most` has that unit and a 1 with noughts: their number is the unit's size.
template <class Q>
AxisUnit unit_of(Q most, const Translator& tr) {
  const double ten = std::pow(10.0, std::floor(std::log10(std::max(most.base(), 1.0))));
  const Figure f = figure(Q::from_base(ten), tr);
  const auto digits = std::count_if(f.number.begin(), f.number.end(), [](char c) { return c >= '0' && c <= '9'; });
  return {ten / std::pow(10.0, static_cast<double>(digits - 1)), f.unit};
}

/// An axis whose ticks are figures.
Axis figures_axis(const Translator&, std::string title, double low, double high);
/// A chart with its title, note and source.
Chart begun(const World&, PortfolioChart);

}  // namespace gs::charting
