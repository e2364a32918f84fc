#include "model/pv/kernel.hpp"

namespace gs::model::pv::wasm {
#include "model/pv/kernel.inl"
}  // namespace gs::model::pv::wasm

namespace gs::model::pv {

Kernels kernels() { return {{{"WebAssembly", wasm::year}}, 1}; }

}  // namespace gs::model::pv
