#pragma once
#include <array>
#include <optional>

#include "units/quantity.hpp"

/// How a grid becomes cleaner: the share of a base year's emission factor that is left in a later year.
namespace gs::model {

/// One point of a stated pathway: what is left of the base year's factor, 0..1 (above 1: a grid that becomes dirtier).
struct PathwayPoint {
  int year = 0;
  double share = 1.0;
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

  /// What is left of the base year's factor in `year`: 1 in and before the base year, never below 0. Stated points
  /// that begin before the base year are rescaled so that the base year is 1.
  double share_in(int year) const;
  Intensity factor_in(int year, Intensity base) const { return base * share_in(year); }
  bool operator==(const Pathway&) const = default;
};

/// World's electricity in the Announced-pledges-like scenario EnerBlue: 90 % less CO2 a kWh in 2050 than in 2023.
/// Enerdata, Global Energy & Climate Outlook 2050 (edition read 2026-11: "carbon intensity of electricity generation").
/// Only the two ends are stated; straight between them, and flat after 2050, are assumptions.
Pathway enerdata_enerblue(int base_year);

/// World's electricity in the Net Zero Emissions scenario: net zero in 2040. IEA, Net Zero by 2050 (2021), milestones
/// of the electricity sector (2035 in advanced economies). Straight to it is an assumption.
Pathway iea_net_zero_world(int base_year);

}  // namespace gs::model
