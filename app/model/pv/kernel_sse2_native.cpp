#include "model/pv/kernel.hpp"

namespace gs::model::pv::sse2 {
#include "model/pv/kernel.inl"
}  // namespace gs::model::pv::sse2
