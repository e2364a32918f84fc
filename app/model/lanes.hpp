#pragma once
#include <cmath>
#include <cstdint>

/// Four numbers at once. A formula is written once, as a template over V, and runs on a double (tests, tables) and on
/// Lanes (a year of hours): the same operations in the same order, so the same bits, whatever the width of the machine.
/// A 32-byte GNU vector: AVX2 natively where a file is compiled with it, two SSE2 or WebAssembly vectors elsewhere.
/// Everything here is inlined (a vector in an argument would otherwise depend on the compiler's flags).
#define GS_INLINE inline __attribute__((always_inline))

namespace gs::model {

using Lanes = double __attribute__((vector_size(32)));
using LaneMask = std::int64_t __attribute__((vector_size(32)));  ///< what comparing Lanes gives: 0 or -1 each
inline constexpr int kLanes = 4;

GS_INLINE double select(bool truth, double yes, double no) { return truth ? yes : no; }
GS_INLINE Lanes select(LaneMask truth, Lanes yes, Lanes no) { return truth ? yes : no; }

GS_INLINE double root(double x) { return __builtin_sqrt(x); }
GS_INLINE Lanes root(Lanes x) {
  return Lanes{__builtin_sqrt(x[0]), __builtin_sqrt(x[1]), __builtin_sqrt(x[2]), __builtin_sqrt(x[3])};
}

template <class V>
GS_INLINE V lesser(V a, V b) { return select(a < b, a, b); }
template <class V>
GS_INLINE V greater(V a, V b) { return select(a > b, a, b); }
template <class V>
GS_INLINE V magnitude(V a) { return select(a < V{}, -a, a); }
template <class V>
GS_INLINE V clamped(V a, V low, V high) { return lesser(greater(a, low), high); }
/// The same number in every lane.
template <class V>
GS_INLINE V all(double x) { return V{} + x; }

}  // namespace gs::model
