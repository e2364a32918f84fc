#pragma once
#include "model/pv/chain.hpp"

/// The inner loop of a plant's year. Compiled more than once for different processors; the results are the same to the
/// last bit.
namespace gs::model::pv {

/// Columns of kHours hours each, by plain pointers: what is compiled with a processor's extensions must not instantiate
/// what the rest of the program shares.
struct YearColumns {
  const double *greenwich, *west, *pole, *parallax, *extraterrestrial;  ///< as in sun::SunHours
  const double *ghi, *air, *wind;
  const double *dni, *dhi;  ///< null: from ghi, after Erbs
};

/// Fills `power` (kHours, W per W of modules) and `energy` (12 UTC months, Wh per W).
using Kernel = void (*)(const PvChain&, const YearColumns&, double* power, double* energy);

struct NamedKernel {
  const char* name;
  Kernel run;
};
/// Those that this processor can run, the best first; at least one.
struct Kernels {
  NamedKernel each[2];
  int count;
};
Kernels kernels();

namespace sse2 {
void year(const PvChain&, const YearColumns&, double* power, double* energy);
}
namespace avx2 {
void year(const PvChain&, const YearColumns&, double* power, double* energy);
}
namespace wasm {
void year(const PvChain&, const YearColumns&, double* power, double* energy);
}

}  // namespace gs::model::pv
