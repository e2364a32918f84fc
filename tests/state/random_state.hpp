#pragma once
#include <random>
#include <string>

#include "state/state.hpp"

/// Pseudo-random states and texts that are the same on every machine: no standard distribution is used.
namespace gs::test {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  /// 0 .. n - 1
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_()) % n; }
  bool coin() { return below(2) == 1; }
  /// low .. high
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(below(1u << 24)) / ((1u << 24) - 1.0));
  }
  /// Any bytes, up to `longest`.
  std::string bytes(std::uint32_t longest) {
    std::string out(below(longest + 1), '\0');
    for (char& c : out) c = static_cast<char>(below(256));
    return out;
  }

 private:
  std::mt19937 engine_;
};

/// Any state that a reader can bring about, of what a link carries; each field is at its standard half of the time.
State random_state(Dice&);

}  // namespace gs::test
