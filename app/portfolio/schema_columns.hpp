#pragma once
#include <limits>

#include "portfolio/names.hpp"
#include "portfolio/schema.hpp"

/// Short forms for the tables of columns. Only for schema*.cpp.
namespace gs::schema {

inline constexpr double kNone = std::numeric_limits<double>::infinity();

constexpr Column text(std::string_view name, bool filled = false) { return {name, Kind::text, filled}; }
constexpr Column id(std::string_view name = "id") { return {name, Kind::id, true}; }
constexpr Column reference(std::string_view name, bool filled = false) { return {name, Kind::text, filled}; }
constexpr Column sources_in(std::string_view name, bool filled) { return {name, Kind::source, filled}; }
constexpr Column country_in(std::string_view name, bool filled) { return {name, Kind::country, filled}; }
constexpr Column number(std::string_view name, double low, double high, bool filled = false) {
  return {name, Kind::number, filled, low, high};
}
constexpr Column positive(std::string_view name) { return {name, Kind::number, false, 0.0, kNone, true}; }
constexpr Column percentage(std::string_view name) { return number(name, 0.0, 100.0); }
constexpr Column whole(std::string_view name, double low, double high, bool filled = false) {
  return {name, Kind::whole, filled, low, high};
}
constexpr Column year(std::string_view name) { return whole(name, 1900.0, 2100.0); }
constexpr Column choice(std::string_view name, std::span<const std::string_view> words, bool filled = true) {
  return {name, Kind::choice, filled, -kNone, kNone, false, words};
}
constexpr Column confidence(bool filled = true) { return choice("confidence", names::kConfidence, filled); }

}  // namespace gs::schema
