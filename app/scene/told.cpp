#include "scene/told.hpp"

#include <nlohmann/json.hpp>

namespace gs {
namespace {

constexpr std::array<std::string_view, 4> kCodes{"en", "zh", "ru", "ar"};

}  // namespace

const std::string& Told::in(std::string_view code) const {
  for (std::size_t i = 0; i < kCodes.size(); ++i)
    if (kCodes[i] == code && !texts[i].empty()) return texts[i];
  for (const std::string& text : texts)
    if (!text.empty()) return text;
  return texts[0];
}

std::optional<Told> told(const nlohmann::json& object) {
  if (!object.is_object()) return std::nullopt;
  Told out;
  for (std::size_t i = 0; i < kCodes.size(); ++i) {
    const auto found = object.find(kCodes[i]);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    out.texts[i] = found->get<std::string>();
  }
  return out;
}

std::vector<std::string> texts_of(const nlohmann::json& list) {
  std::vector<std::string> out;
  for (const nlohmann::json& item : list)
    if (item.is_string()) out.push_back(item.get<std::string>());
  return out;
}

}  // namespace gs
