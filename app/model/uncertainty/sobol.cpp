#include "model/uncertainty/sobol.hpp"

#include <utility>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

/// Degree and inner coefficients of a primitive polynomial, and the first direction numbers m_1..m_degree.
struct Primitive {
  int degree;
  std::uint32_t inner;
  std::array<std::uint32_t, 7> m;
};

/// Joe & Kuo (2008), dimensions 2 to 21. The first dimension is van der Corput's and has no polynomial.
constexpr Primitive kPrimitives[] = {
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
    {7, 1, {1, 3, 7, 11, 23, 15, 103}},
    {7, 4, {1, 3, 7, 13, 13, 15, 69}},
};

/// v_k = m_k / 2^k as 32-bit fractions; m_k by the recurrence of Bratley & Fox (1988).
std::array<std::uint32_t, 32> directions(int dimension) {
  std::array<std::uint32_t, 32> v{};
  if (dimension == 0) {
    for (std::size_t k = 0; k < 32; ++k) v[k] = 1u << (31 - k);
    return v;
  }
  const Primitive& p = kPrimitives[dimension - 1];
  const std::size_t degree = static_cast<std::size_t>(p.degree);
  for (std::size_t k = 0; k < degree; ++k) v[k] = p.m[k] << (31 - k);
  for (std::size_t k = degree; k < 32; ++k) {
    v[k] = v[k - degree] ^ (v[k - degree] >> degree);
    for (std::size_t i = 1; i < degree; ++i)
      if ((p.inner >> (degree - 1 - i)) & 1u) v[k] ^= v[k - i];
  }
  return v;
}

std::vector<std::uint32_t> drawn_shift(int dimensions, std::uint64_t seed) {
  const numerics::Draws draws(seed, 0x736f626f6cULL);  // a stream of its own: "sobol"
  std::vector<std::uint32_t> shift;
  for (int i = 0; i < dimensions; ++i)
    shift.push_back(static_cast<std::uint32_t>(draws.uniform(static_cast<std::uint64_t>(i)) * 0x1p32));
  return shift;
}

}  // namespace

Sobol::Sobol(std::vector<std::uint32_t> shift) : shift_(std::move(shift)) {
  for (int i = 0; i < dimensions(); ++i) directions_.push_back(directions(i));
}

Sobol::Sobol(int dimensions, std::uint64_t seed) : Sobol(drawn_shift(dimensions, seed)) {}

Sobol Sobol::unshifted(int dimensions) {
  return Sobol(std::vector<std::uint32_t>(static_cast<std::size_t>(dimensions), 0u));
}

double Sobol::at(std::uint32_t index, int dimension) const {
  const std::size_t d = static_cast<std::size_t>(dimension);
  std::uint32_t bits = shift_[d];
  std::size_t k = 0;
  for (std::uint32_t gray = index ^ (index >> 1); gray; gray >>= 1, ++k)
    if (gray & 1u) bits ^= directions_[d][k];
  return (bits + 0.5) * 0x1p-32;
}

Cube::Cube(int dimensions, std::uint32_t count)
    : dimensions_(dimensions), count_(count), values_(static_cast<std::size_t>(dimensions) * count) {}

Cube Cube::of(const Sobol& sobol, std::uint32_t count) {
  Cube cube(sobol.dimensions(), count);
  for (int d = 0; d < cube.dimensions_; ++d) {
    const std::span<double> column = cube.column(d);
    for (std::uint32_t i = 0; i < count; ++i) column[i] = sobol.at(i, d);
  }
  return cube;
}

std::span<double> Cube::column(int dimension) {
  return std::span(values_).subspan(static_cast<std::size_t>(dimension) * count_, count_);
}

std::span<const double> Cube::column(int dimension) const {
  return std::span(values_).subspan(static_cast<std::size_t>(dimension) * count_, count_);
}

std::vector<std::uint32_t> shuffled(std::uint32_t count, std::uint64_t seed, std::uint64_t stream) {
  const numerics::Draws draws(seed, stream);
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  for (std::uint32_t i = count; i > 1; --i) {
    const auto other = static_cast<std::uint32_t>(draws.uniform(i) * i);
    std::swap(order[i - 1], order[other]);
  }
  return order;
}

std::uint64_t stream_of(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a, 64 bits
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

}  // namespace gs::model
