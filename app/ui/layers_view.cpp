#include "scene/daylight.hpp"
#include "scene/year_chart.hpp"
#include "ui/layer_parts.hpp"
#include "ui/panels.hpp"
#include "ui/timeline.hpp"

namespace gs::ui {
namespace {

constexpr ImGuiSliderFlags kByHand = ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoInput;  // what they show is no number

std::string name_of(const Ui& ui, Layer layer) { return ui.tr()("layer." + std::string(id_of(layer))); }

/// A tick and the key that does the same.
void tick_box(const Ui& ui, Layer layer, float height, Actions& out) {
  const bool on = shows(ui.state.view, layer);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (press("on", {24, height})) out.push_back(action::ToggleLayer{layer});
  check_mark(ui, {at.x + 8, at.y + 0.5f * height}, on);
  focus_ring(ui);
}

/// One step up or down among the layers of its kind.
void move_button(const Ui& ui, const char* id, Layer layer, bool up, float height, Actions& out) {
  const LayerOrder next = moved(ui.state.view.map.order, layer, up);
  const bool can = next != ui.state.view.map.order;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!can);
  if (press(id, {22, height})) {
    MapStyle style = ui.state.view.map;
    style.order = next;
    out.push_back(action::SetMapStyle{style});
  }
  ImGui::EndDisabled();
  const ImVec2 c{at.x + 11, at.y + 0.5f * height};
  const float d = up ? -1.0f : 1.0f;
  const ImU32 ink = u32(can ? ui.palette.secondary : ui.palette.hairline);
  ImGui::GetWindowDrawList()->AddLine({c.x - 4, c.y - 2 * d}, {c.x, c.y + 2 * d}, ink, 1.6f);
  ImGui::GetWindowDrawList()->AddLine({c.x + 4, c.y - 2 * d}, {c.x, c.y + 2 * d}, ink, 1.6f);
  if (can) focus_ring(ui);
}

void strength(const Ui& ui, Layer layer, float width, Actions& out) {
  MapStyle style = ui.state.view.map;
  int percent = style.opacity[static_cast<std::size_t>(layer)];
  ImGui::SetNextItemWidth(width);
  ImGui::PushFont(ui.fonts.small);
  if (ImGui::SliderInt("##strength", &percent, kLeastOpacity, 100, as_format(gs::percent(percent * 0.01, ui.tr())).c_str(), kByHand)) {
    style.opacity[static_cast<std::size_t>(layer)] = static_cast<std::uint8_t>(percent);
    out.push_back(action::SetMapStyle{style});
  }
  ImGui::PopFont();
  focus_ring(ui);
}

void layer_row(const Ui& ui, Layer layer, Actions& out) {
  ImGui::PushID(static_cast<int>(layer));
  const float height = ui.touch ? 44.0f : 30.0f, width = ImGui::GetContentRegionAvail().x;
  const ImVec2 start = ImGui::GetCursorPos();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool on = shows(ui.state.view, layer);
  tick_box(ui, layer, height, out);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float y = at.y + 0.5f * height - 9.5f;
  text_at(d, ui.fonts.body, {at.x + 26, y}, on ? ui.palette.ink : ui.palette.tertiary, name_of(ui, layer));
  const std::string key(1, key_of(layer));
  const float slider = 76.0f, arrows = 44.0f, right = at.x + width;
  if (!ui.touch) {
    const float x = right - arrows - slider - 30.0f;
    d->AddRect({x, y + 1.5f}, {x + 18, y + 18.5f}, u32(ui.palette.control_edge), 3);
    text_at(d, ui.fonts.small, {x + 9 - 0.5f * text_width(ui.fonts.small, key), y + 2.0f}, ui.palette.secondary, key);
  }
  if (has_strength(layer)) {
    ImGui::SetCursorPos({start.x + width - arrows - slider, start.y + 0.5f * (height - (ui.touch ? 40.0f : 22.0f))});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(4, ui.touch ? 12.0f : 3.0f));
    strength(ui, layer, slider, out);
    ImGui::PopStyleVar();
  }
  if (place_in_order(ui.state.view.map.order, layer)) {
    ImGui::SetCursorPos({start.x + width - arrows, start.y});
    move_button(ui, "up", layer, true, height, out);
    ImGui::SetCursorPos({start.x + width - 22.0f, start.y});
    move_button(ui, "down", layer, false, height, out);
  }
  ImGui::SetCursorPos({start.x, start.y + height});
  ImGui::Dummy({0, 0});
  ImGui::PopID();
}

void heading(const Ui& ui, const char* key) {
  gap(10);
  text(ui.fonts.small_bold, ui.palette.secondary, ui.tr()(key));
  gap(2);
}

template <class Enum>
void chosen(const Ui& ui, const char* id, const char* caption, std::span<const char* const> keys, Enum MapStyle::*member, Actions& out) {
  std::vector<std::string> names;
  for (const char* k : keys) names.push_back(ui.tr()(k));
  const float width = ImGui::GetContentRegionAvail().x;
  const auto i = choice(ui, id, ui.tr()(caption), names, static_cast<int>(ui.state.view.map.*member), width);
  if (!i) return;
  MapStyle style = ui.state.view.map;
  style.*member = static_cast<Enum>(*i);
  out.push_back(action::SetMapStyle{style});
}

/// The hour of the year: day and hour by sliders, play and its pace.
void hours(const Ui& ui, Actions& out) {
  MapStyle style = ui.state.view.map;
  const float width = ImGui::GetContentRegionAvail().x;
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("map.hour", hour_text(style.hour, ui.tr())), true);
  int day = static_cast<int>(style.hour / 24.0);
  auto hour = static_cast<float>(style.hour - 24.0 * day);
  const float play = 72.0f;
  ImGui::SetNextItemWidth(width);
  const std::string date = day_text(day, ui.tr());
  bool changed = ImGui::SliderInt("##day", &day, 0, 364, as_format(date).c_str(), kByHand);
  focus_ring(ui);
  gap(4);
  ImGui::SetNextItemWidth(width - play - 8.0f);
  const std::string time = clock_text(style.hour);
  changed |= ImGui::SliderFloat("##hour", &hour, 0.0f, 23.99f, as_format(time).c_str(), kByHand);
  focus_ring(ui);
  if (changed) {
    style.hour = 24.0 * day + static_cast<double>(hour);
    out.push_back(action::SetMapStyle{style});
  }
  ImGui::SameLine(0, 8);
  if (button(ui, "play", ui.tr()(style.playing_hours ? "map.pause" : "map.play"), style.playing_hours, play)) {
    out.push_back(action::PlayHours{!style.playing_hours});
  }
  gap(8);
  pace_choice(ui, ui.tr()("map.pace"), width, out);
}

}  // namespace

void layers_view(const Ui& ui, Actions& out) {
  const ViewState& v = ui.state.view;
  panel_head(ui, ui.tr()("layers.title"), ui.tr()("layers.map"), out);
  text(ui.fonts.small, ui.palette.secondary, ui.tr()(ui.touch ? "layers.map_note" : "layers.map_keys"), true);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  heading(ui, "layers.symbols");
  layer_row(ui, Layer::labels, out);
  layer_row(ui, Layer::groups, out);
  for (std::size_t i = v.map.order.size(); i-- > kLinesInOrder;) layer_row(ui, v.map.order[i], out);
  layer_row(ui, Layer::resource, out);
  heading(ui, "layers.lines");
  for (std::size_t i = kLinesInOrder; i-- > 0;) layer_row(ui, v.map.order[i], out);
  heading(ui, "layers.ground");
  for (const Layer layer : {Layer::night, Layer::water, Layer::relief, Layer::countries}) layer_row(ui, layer, out);
  ImGui::PopStyleVar();
  rule(ui, 10, 10);
  static constexpr std::array<const char*, kSizeByCount> sizes{"size.capacity", "size.generation", "size.savings"};
  chosen(ui, "##size", "map.size", sizes, &MapStyle::size, out);
  static constexpr std::array<const char*, kCountryFillCount> fills{"fill.grid", "fill.savings", "fill.projects", "fill.difference"};
  gap(6);
  chosen(ui, "##fill", "map.fill", fills, &MapStyle::fill, out);
  if (shows(v, Layer::countries)) color_key(ui, country_key(ui.state, ui.palette, ui.tr()), ImGui::GetContentRegionAvail().x);
  static constexpr std::array<const char*, kResourceCount> resources{"resource.sun", "resource.wind"};
  gap(6);
  chosen(ui, "##resource", "map.resource", resources, &MapStyle::resource, out);
  if (shows(v, Layer::resource)) color_key(ui, resource_key(ui.state, ui.palette, ui.tr()), ImGui::GetContentRegionAvail().x);
  gap(10);
  hours(ui, out);
  gap(12);
  if (button(ui, "reset", ui.tr()("map.reset"), false)) {
    MapStyle usual;
    usual.hour = v.map.hour;
    usual.span = v.map.span;
    usual.pace = v.map.pace;
    out.push_back(action::SetMapStyle{usual});
    for (int i = 0; i < kLayerCount; ++i) {
      if (((v.layers ^ kUsualLayers) >> i & 1u) != 0) out.push_back(action::ToggleLayer{static_cast<Layer>(i)});
    }
  }
}

}  // namespace gs::ui
