#include "scene/policy.hpp"

#include <nlohmann/json.hpp>

namespace gs {
namespace {

using nlohmann::json;

Error bad(const std::string& place, const std::string& expected) { return {"policy.json:" + place, "expected " + expected + ", found otherwise"}; }

Result<Policy::Theme> theme_from(const json& row, const std::string& place) {
  if (!row.is_object()) return bad(place, "a theme");
  const auto title = told(row.value("title", json())), text = told(row.value("text", json()));
  if (!title || !text) return bad(place, "a title and a text in four languages");
  Policy::Theme theme{row.value("id", ""), *title, *text, texts_of(row.value("projects", json::array())), texts_of(row.value("claims", json::array())), texts_of(row.value("sources", json::array())), {}};
  for (const json& date : row.value("dates", json::array())) {
    const auto words = told(date.value("text", json()));
    if (!words) return bad(place + ".dates", "dates with a year and a text in four languages");
    theme.dates.push_back({date.value("year", 0), *words});
  }
  return theme;
}

}  // namespace

Result<Policy> read_policy(std::string_view bytes) {
  const json whole = json::parse(bytes, nullptr, false);
  if (!whole.is_object() || !whole.contains("plan") || !whole["plan"].is_object()) return bad("1", "a JSON object with a plan");
  const json& plan = whole["plan"];
  Policy policy;
  const auto title = told(plan.value("title", json())), text = told(plan.value("text", json()));
  if (!title || !text) return bad("plan", "a title and a text in four languages");
  policy.title = *title, policy.text = *text;
  const json period = plan.value("period", json::array());
  if (!period.is_array() || period.size() != 2 || !period[0].is_number_integer() || !period[1].is_number_integer()) return bad("plan/period", "two years");
  policy.first_year = period[0].get<int>(), policy.last_year = period[1].get<int>();
  for (const json& area : plan.value("areas", json::array())) {
    const auto name = area.is_object() ? told(area.value("title", json())) : std::nullopt;
    if (!name) return bad("plan/areas", "areas with a title in four languages");
    policy.areas.push_back(*name);
  }
  for (const json& target : plan.value("targets", json::array()))
    if (target.is_object()) policy.targets.push_back(target.value("claim", ""));
  policy.sources = texts_of(plan.value("sources", json::array()));
  const json themes = whole.value("themes", json::array());
  for (std::size_t i = 0; i < themes.size(); ++i) {
    auto theme = theme_from(themes[i], "themes[" + std::to_string(i) + "]");
    if (!theme) return theme.error();
    policy.themes.push_back(std::move(*theme));
  }
  return policy;
}

}  // namespace gs
