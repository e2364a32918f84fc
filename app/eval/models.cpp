#include "eval/eval.hpp"

namespace gs::eval {
namespace {

/// In the order of `greensilk eval --list`.
constexpr const Model* kModels[] = {nullptr};

}  // namespace

std::span<const Model* const> models() { return std::span<const Model* const>(kModels).first(0); }

const Model* model(std::string_view name) {
  for (const Model* each : models())
    if (each->name == name) return each;
  return nullptr;
}

}  // namespace gs::eval
