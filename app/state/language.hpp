#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gs {

enum class Language : std::uint8_t { en, zh, ru, ar };
inline constexpr int kLanguageCount = 4;

/// ISO 639-1, as links, files and the page name them.
inline constexpr std::array<std::string_view, kLanguageCount> kLanguageCodes{"en", "zh", "ru", "ar"};
constexpr std::string_view code_of(Language language) { return kLanguageCodes[static_cast<std::size_t>(language)]; }

/// The language of a BCP 47 tag ("zh-CN", "ar"), if it is one of these.
constexpr std::optional<Language> language_of(std::string_view tag) {
  const std::string_view code = tag.substr(0, tag.find_first_of("-_"));
  for (std::size_t i = 0; i < kLanguageCodes.size(); ++i) {
    if (kLanguageCodes[i] == code) return static_cast<Language>(i);
  }
  return std::nullopt;
}

}  // namespace gs
