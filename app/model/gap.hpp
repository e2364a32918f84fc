#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "units/quantity.hpp"

/// Reported against simulated: why a claim differs from the year that was computed here.
namespace gs::model {

/// What somebody reports of a plant's year.
struct Claim {
  Mass co2;                      ///< avoided, above 0
  std::optional<Energy> energy;  ///< generation, above 0, if it is reported
  /// What the claim covers over what the simulation covers, above 0: 2 where it speaks of a park of which one half is
  /// simulated (ratio of the capacities).
  double scope = 1.0;
};

/// What the simulation makes of the same plant.
struct Simulated {
  Energy energy;     ///< of a year, 0 or more
  Intensity factor;  ///< of the scenario's method, 0 or more
  Mass saving() const { return energy * factor; }
};

/// A factor that the claimant may have multiplied with.
struct Convention {
  std::string_view id;  ///< "coal_equivalent", "ifi_operating_margin"
  Intensity factor;
};

/// How a claim's own factor compares with a list of conventions.
struct Explanation {
  Intensity implied;  ///< reported CO2 over reported energy, or over simulated x scope where none is reported
  bool by_reported_energy = false;
  std::optional<std::size_t> nearest;  ///< in the list: smallest |log(implied / factor)|; nothing when all are 0
  double deviation = 0.0;              ///< implied / the nearest one's factor - 1
  bool matches = false;                ///< |deviation| is within the tolerance: "matches coal_equivalent within 3 %"
};

/// The gap in parts, reported less simulated: output + factor + boundary + rest = gap, but for the last bit.
struct Gap {
  Mass gap;       ///< reported - simulated
  Mass output;    ///< another generation of the same plant than simulated; 0 where none is reported
  Mass factor;    ///< another factor than the scenario's: the matching convention's, or all of it where none matches
  Mass boundary;  ///< the claim covers more or less than the simulation (Claim::scope)
  Mass rest;      ///< what the matching convention leaves over: rounding, losses, other gases, its own variants
  bool output_known = false;  ///< a generation is reported: without one the output's part hides in the factor
  Explanation explanation;
};

/// 5 %: reported figures are rounded to two digits, and the ratios of standard coal to CO2 in use differ by about that.
inline constexpr double kMatchTolerance = 0.05;

Explanation explain(const Claim&, const Simulated&, std::span<const Convention>, double tolerance = kMatchTolerance);

/// Additive log-mean Divisia split (LMDI-I; Ang 2005, Energy Policy 33:867): each part is L(reported, simulated) times
/// the log of its ratio, with L the logarithmic mean: complete and symmetric. A ratio that is 0 (a grid whose factor is
/// 0, no generation simulated) takes the whole gap, which is the limit of the formula (Ang & Liu 2007).
Gap split_gap(const Claim&, const Simulated&, std::span<const Convention>, double tolerance = kMatchTolerance);

/// (a - b) / log(a / b), and a where both are equal; 0 where one is 0. Both 0 or more.
double logarithmic_mean(double a, double b);

}  // namespace gs::model
