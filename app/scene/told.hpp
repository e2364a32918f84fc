#pragma once
#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gs {

/// A text in English, Chinese, Russian and Arabic.
struct Told {
  std::array<std::string, 4> texts;
  /// In a language by its code; English for any other.
  const std::string& in(std::string_view code) const;
};

/// {"en": ..., "zh": ..., "ru": ..., "ar": ...}; nothing where one of them is no text.
std::optional<Told> told(const nlohmann::json&);

}  // namespace gs
