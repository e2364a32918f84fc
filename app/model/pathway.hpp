#pragma once
#include <array>
#include <span>

#include "units/quantity.hpp"

/// How a grid becomes cleaner: the share of a base year's emission factor that is left in a later year.
namespace gs::model {

/// One point of a stated pathway: a level in any unit, 0 or more; only the ratios of levels count. So a pathway of the
/// world in g/kWh moves the factor of a country.
struct PathwayPoint {
  int year = 0;
  double level = 1.0;
  bool operator==(const PathwayPoint&) const = default;
};

/// A pathway of a grid's emission factor, relative to `base_year`, in which the factor itself was found. Before the
/// base year the factor is taken as it is: the pathways say nothing of the past.
struct Pathway {
  enum class Kind {
    constant,     ///< as in the base year for ever: what a single factor silently assumes
    yearly_rate,  ///< (1 - rate)^(year - base_year)
    net_zero,     ///< straight to 0 in `zero_year`, then 0: a pledge taken at its word
    points,       ///< straight between stated years, then as the last one
  };
  static constexpr int kMostPoints = 8;

  Kind kind = Kind::constant;
  int base_year = 2025;
  double rate = 0.0;                              ///< of yearly_rate, 0..1 a year
  int zero_year = 0;                              ///< of net_zero, after base_year
  std::array<PathwayPoint, kMostPoints> point{};  ///< of points: the first `count`, years rising
  int count = 0;

  static Pathway constant(int base_year);
  static Pathway yearly_rate(int base_year, double rate);
  static Pathway net_zero(int base_year, int zero_year);
  /// At most kMostPoints, years rising; more are left out.
  static Pathway stated(int base_year, std::span<const PathwayPoint>);

  /// What is left of the base year's factor in `year`: 1 in and before the base year, never below 0; 0 after a stated
  /// base year of level 0. Before its first point a stated pathway is as in it.
  double share_in(int year) const;
  Intensity factor_in(int year, Intensity base) const { return base * share_in(year); }
  bool operator==(const Pathway&) const = default;
};

}  // namespace gs::model
