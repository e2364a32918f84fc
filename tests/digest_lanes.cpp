#include <array>
#include <string>

#include "digest.hpp"
#include "model/lane_math.hpp"
#include "model/lanes.hpp"

namespace gs {
namespace {

using model::Lanes;
namespace lane = gs::lane;

bool agree = true;

/// Of one argument over an interval, by one number and by four.
template <class F>
void print_function(const char* name, double low, double high, F function) {
  constexpr int kSteps = 20000;
  const auto x = [&](int i) { return low + (high - low) * (i / static_cast<double>(kSteps)); };
  Digest one, four;
  for (int i = 0; i < kSteps; i += 4) {
    const Lanes y = function(Lanes{x(i), x(i + 1), x(i + 2), x(i + 3)});
    for (int k = 0; k < 4; ++k) {
      one.add(function(x(i + k)));
      four.add(static_cast<double>(y[k]));
    }
  }
  expect_same(name, one.hex(), four.hex());
  std::printf("lane %s %s\n", name, one.hex().c_str());
}

}  // namespace

bool all_agree() { return agree; }

void expect_same(const char* what, const std::string& one, const std::string& other) {
  if (one == other) return;
  agree = false;
  std::fprintf(stderr, "%s: %s is not %s\n", what, one.c_str(), other.c_str());
}

void print_lanes() {
  print_function("exp", -700.0, 700.0, [](auto x) { return lane::exp(x); });
  print_function("log", 1e-9, 1e9, [](auto x) { return lane::log(x); });
  print_function("pow", -30.0, 30.0, [](auto x) { return lane::pow(1.0 + x * x, x); });
  print_function("sin", -1e6, 1e6, [](auto x) { return lane::sin(x); });
  print_function("cos", -1e6, 1e6, [](auto x) { return lane::cos(x); });
  print_function("tan", -1e3, 1e3, [](auto x) { return lane::tan(x); });
  print_function("asin", -1.0, 1.0, [](auto x) { return lane::asin(x); });
  print_function("acos", -1.0, 1.0, [](auto x) { return lane::acos(x); });
  print_function("atan", -100.0, 100.0, [](auto x) { return lane::atan(x); });
  print_function("atan2", -3.14, 3.14, [](auto x) { return lane::atan2(x * x - 2.0, x); });
  print_function("floor", -1e6, 1e6, [](auto x) { return lane::floor(x); });
}

}  // namespace gs
