#pragma once
#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gs {

/// A text in English, Chinese, Russian and Arabic.
struct Told {
  std::array<std::string, 4> texts;
  /// In a language by its code; where it is empty there, and for any other code, in English, else in the first that has it.
  const std::string& in(std::string_view code) const;
};

/// {"en": ..., "zh": ..., "ru": ..., "ar": ...}; nothing where one of them is no text.
std::optional<Told> told(const nlohmann::json&);
/// The texts of a list; what is none is left out.
std::vector<std::string> texts_of(const nlohmann::json& list);

}  // namespace gs
