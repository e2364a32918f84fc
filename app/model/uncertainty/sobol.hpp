#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Points that fill the unit cube more evenly than random ones.
namespace gs::model {

/// Sobol's sequence with the direction numbers of Joe & Kuo (2008, SIAM J. Sci. Comput. 30:2635, file
/// new-joe-kuo-6.21201) in Gray-code order, scrambled by a digital shift drawn from the seed. Any block of 2^k points
/// that begins at a multiple of 2^k holds exactly one point in each 2^-k of every axis. Point `index` is the same in
/// whatever order it is asked for.
class Sobol {
 public:
  static constexpr int kMostDimensions = 21;

  /// dimensions 1..kMostDimensions.
  Sobol(int dimensions, std::uint64_t seed);
  /// Without shift: the published sequence, from the origin.
  static Sobol unshifted(int dimensions);

  int dimensions() const { return static_cast<int>(shift_.size()); }
  /// In (0, 1), never 0 or 1: the middle of one of 2^32 cells.
  double at(std::uint32_t index, int dimension) const;

 private:
  explicit Sobol(std::vector<std::uint32_t> shift);
  std::vector<std::uint32_t> shift_;
  std::vector<std::array<std::uint32_t, 32>> directions_;
};

/// Draws as columns: `count` points, one column a dimension.
class Cube {
 public:
  Cube(int dimensions, std::uint32_t count);
  /// The first `count` points of a sequence; a power of two keeps its balance.
  static Cube of(const Sobol&, std::uint32_t count);

  int dimensions() const { return dimensions_; }
  std::uint32_t count() const { return count_; }
  std::span<double> column(int dimension);
  std::span<const double> column(int dimension) const;

 private:
  int dimensions_;
  std::uint32_t count_;
  std::vector<double> values_;
};

/// A permutation of 0..count-1 from seed and stream (Fisher & Yates): pairs the draws of one plant with those of
/// another at random. Without it every plant would use the same points, and their errors would add up as if they were
/// one.
std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint64_t seed, std::uint64_t stream);

/// A stream from a name ("project:al-dhafra-pv2", "grid:KAZ"), so that draws depend neither on the order of the rows
/// nor on what else is in the file. What shares a name and a dimension shares its doubt: the plants of one grid its
/// factor.
std::uint64_t stream_of(std::string_view name);

}  // namespace gs::model
