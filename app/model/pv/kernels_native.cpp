#include "model/pv/kernel.hpp"

namespace gs::model::pv {

Kernels kernels() {
  static const bool wide = __builtin_cpu_supports("avx2");
  if (wide) return {{{"AVX2", avx2::year}, {"SSE2", sse2::year}}, 2};
  return {{{"SSE2", sse2::year}}, 1};
}

}  // namespace gs::model::pv
