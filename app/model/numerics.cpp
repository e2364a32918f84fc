#include "model/numerics.hpp"

#include <cmath>

/// Sums and random draws.
namespace gs::numerics {

void Sum::add(double value) {
  const double total = sum_ + value;
  if (std::fabs(sum_) >= std::fabs(value)) compensation_ += (sum_ - total) + value;
  else compensation_ += (value - total) + sum_;
  sum_ = total;
}

double sum(std::span<const double> values) {
  Sum total;
  for (const double value : values) total.add(value);
  return total.value();
}

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53u} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57u} * counter[2];
    counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
               static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += 0x9E3779B9u;
    key[1] += 0xBB67AE85u;
  }
  return counter;
}

namespace {

/// The middle of one of 2^52 equal cells of (0, 1): neither 0 nor 1 is reached.
double unit_interval(std::uint32_t high, std::uint32_t low) {
  const std::uint64_t cell = (std::uint64_t{high} << 32 | low) >> 12;
  return (static_cast<double>(cell) + 0.5) * 0x1p-52;
}

}  // namespace

std::array<std::uint32_t, 4> Draws::words(std::uint64_t index) const {
  const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
  return philox4x32({low(index), high(index), low(stream_), high(stream_)}, {low(seed_), high(seed_)});
}

double Draws::uniform(std::uint64_t index) const {
  const auto w = words(index);
  return unit_interval(w[0], w[1]);
}

double Draws::normal(std::uint64_t index) const {
  const auto w = words(index);
  const double radius = sqrt(-2.0 * log(unit_interval(w[0], w[1])));
  return radius * cos(2.0 * kPi * unit_interval(w[2], w[3]));
}

}  // namespace gs::numerics
