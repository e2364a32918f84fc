#pragma once
#include <cstdint>
#include <cstring>

/// A double and its 64 bits (libc++ 14 has no std::bit_cast).
namespace gs {

inline std::uint64_t bits_of(double value) {
  std::uint64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

inline double from_bits(std::uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace gs
