#pragma once
#include <span>

#include "model/pathway.hpp"
#include "sim/fleet.hpp"

/// The grid that a plant feeds: its way to cleaner electricity, and the draws of its factor.
namespace gs {

/// Relative to kDataYear, in which the factors are taken to hold. `stated`: the world's rows pathway-world-stated-* of
/// factors.csv; `pledged`: the country's row pathway-<iso3>, else as stated. The coal equivalent is a way of counting and
/// stays as it is: constant.
model::Pathway pathway_of(const Portfolio&, GridPathway, FactorMethod, std::string_view iso3);

/// A factor's draws over its best estimate: low and high are read as P10 and P90 of two half normals.
class FactorDraws {
 public:
  /// `normal` as in Fleet::grid_normal.
  FactorDraws(const Range<Intensity>&, std::span<const double> normal);
  double operator[](std::size_t i) const {
    const double z = normal_[i], value = 1.0 + (z < 0.0 ? below_ : above_) * z;
    return value > 0.0 ? value : 0.0;
  }
  double at(double z) const { return 1.0 + (z < 0.0 ? below_ : above_) * z; }

 private:
  double below_, above_;
  std::span<const double> normal_;
};

/// Normal quantile of 0.9.
inline constexpr double kP90 = 1.2815515655446004;

}  // namespace gs
