#include <functional>

#include "scene/geometry.hpp"
#include "scene/groups.hpp"
#include "ui/layer_parts.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

constexpr float kWidth = 216.0f;

void toggle_row(const Ui& ui, const char* id, bool on, Action wish, std::string_view label, std::string_view count,
                const std::function<void(ImDrawList*, ImVec2)>& sample, Actions& out, float width = 0) {
  const float h = ui.touch ? 40.0f : 20.0f;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float w = width > 0 ? width : ImGui::GetContentRegionAvail().x;
  if (press(id, {w, h})) out.push_back(std::move(wish));
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) d->AddRectFilled({at.x - 6, at.y}, {at.x + w + 6, at.y + h}, u32(ui.palette.inset), 4);
  sample(d, {at.x + 10, at.y + 0.5f * h});
  const Color ink = on ? ui.palette.ink : ui.palette.tertiary;
  const float y = at.y + 0.5f * (h - 16.0f);
  text_at(d, ui.fonts.small, {at.x + 34, y}, ink, label);
  const float cw = text_width(ui.fonts.small, count);
  text_at(d, ui.fonts.small, {at.x + w - cw, y}, ui.palette.secondary, count);
  if (!on) {
    const float tw = text_width(ui.fonts.small, label);
    d->AddLine({at.x + 34, y + 8.5f}, {at.x + 34 + tw, y + 8.5f}, u32(ui.palette.tertiary));
  }
  focus_ring(ui);
}

void sample_line(ImDrawList* d, ImVec2 c, Color color, RailStyle style) {
  const ImU32 ink = u32(color);
  const float a = c.x - 9, b = c.x + 13;
  if (style == RailStyle::construction) {
    for (float x = a; x < b; x += 8.2f) d->AddLine({x, c.y}, {std::min(x + 5, b), c.y}, ink, 1.4f);
  } else if (style == RailStyle::planned) {
    for (float x = a; x < b; x += 4) d->AddCircleFilled({x, c.y}, 1.0f, ink, 8);
  } else {
    d->AddLine({a, c.y}, {b, c.y}, ink, style == RailStyle::electrified ? 1.8f : style == RailStyle::partly ? 1.2f : 1.0f);
    if (style == RailStyle::diesel) {
      for (float x = a + 2; x < b; x += 6.5f) d->AddLine({x, c.y - 2.3f}, {x, c.y + 2.3f}, ink, 1.0f);
    }
  }
}

/// Trains by what drives them where they are; pale where how many run is an assumption.
void trains(const Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Dummy({1, 18});
  ImDrawList* d = ImGui::GetWindowDrawList();
  float x = at.x + 34;
  const auto one = [&](TractionKind kind, float centre) {
    const Color c = traction_color(ui.palette, kind);
    d->AddRectFilled({centre - 5, at.y + 6}, {centre + 5, at.y + 12}, u32(c), 3);
  };
  one(TractionKind::catenary, at.x + 12);
  const std::string &wire = ui.tr()("rail.train_wire"), &diesel = ui.tr()("rail.train_diesel");
  text_at(d, ui.fonts.small, {x, at.y + 1}, ui.palette.secondary, wire);
  x += text_width(ui.fonts.small, wire) + 16;
  one(TractionKind::diesel, x + 4);
  text_at(d, ui.fonts.small, {x + 16, at.y + 1}, ui.palette.secondary, diesel);
}

void contents(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const ViewState& v = ui.state.view;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  for (int c = 0; c < kCategoryCount; ++c) {
    const auto k = static_cast<Category>(c);
    const bool locomotives = k == Category::locomotive;
    const bool on = locomotives ? shows(v, Layer::locomotives) : (v.categories >> c & 1u) != 0;
    int placed = 0;
    for (const Locomotive& l : ui.world.portfolio.locomotives) placed += l.latitude.has_value();
    const std::string count = fmt::format("{}", locomotives ? placed : ui.list.by_category[static_cast<std::size_t>(c)]);
    const Action wish = locomotives ? Action(action::ToggleLayer{Layer::locomotives}) : Action(action::ToggleCategory{static_cast<std::uint8_t>(c)});
    const std::string id = fmt::format("c{}", c);
    toggle_row(ui, id.c_str(), on, wish, tr(std::string("category.") + std::string(id_of(k))), count,
               [&](ImDrawList* d, ImVec2 p) { symbol(d, p, 6.0f, k, on ? Fill::solid : Fill::dashed, Badge::none, ui.palette); }, out);
  }
  gap(6);
  const float x = ImGui::GetCursorScreenPos().x, y = ImGui::GetCursorScreenPos().y + 0.5f;
  ImGui::GetWindowDrawList()->AddLine({x, y}, {x + ImGui::GetContentRegionAvail().x, y}, u32(ui.palette.hairline));
  gap(6);
  const bool rails = shows(v, Layer::railways);
  toggle_row(ui, "rails", rails, action::ToggleLayer{Layer::railways}, tr("layer.railways"), fmt::format("{}", ui.world.portfolio.routes.size()),
             [&](ImDrawList* d, ImVec2 p) { sample_line(d, p, ui.palette.rail, RailStyle::electrified); }, out);
  const auto note = [&](RailStyle style, Color color, const char* key) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Dummy({1, 18});
    sample_line(ImGui::GetWindowDrawList(), {at.x + 10, at.y + 9}, color, style);
    text_at(ImGui::GetWindowDrawList(), ui.fonts.small, {at.x + 34, at.y + 1}, ui.palette.secondary, tr(key));
  };
  if (rails) {
    note(RailStyle::electrified, ui.palette.rail, "rail.electrified");
    note(RailStyle::partly, ui.palette.rail, "rail.partly");
    note(RailStyle::diesel, ui.palette.rail, "rail.diesel");
    note(RailStyle::construction, ui.palette.rail, "rail.construction");
    note(RailStyle::planned, ui.palette.rail, "rail.planned");
    note(RailStyle::partly, ui.palette.dark ? rgb(0xF0B48C) : rgb(0x7A3414), "rail.broad");
    note(RailStyle::partly, ui.palette.dark ? rgb(0xC9B6EE) : rgb(0x54388F), "rail.narrow");
    if (shows(v, Layer::trains)) trains(ui);
  }
  gap(6);
  const float y2 = ImGui::GetCursorScreenPos().y + 0.5f;
  ImGui::GetWindowDrawList()->AddLine({x, y2}, {x + ImGui::GetContentRegionAvail().x, y2}, u32(ui.palette.hairline));
  gap(6);
  const float half = 0.5f * ImGui::GetContentRegionAvail().x;
  const auto check = [&](Layer layer, bool second, float width) {
    const bool on = shows(v, layer);
    const std::string key = "layer." + std::string(id_of(layer));
    if (second) ImGui::SameLine(0, 0);
    toggle_row(ui, key.c_str(), on, action::ToggleLayer{layer}, tr(key), "",
               [&](ImDrawList*, ImVec2 p) { check_mark(ui, p, on); }, out, width);
  };
  check(Layer::labels, false, half);
  check(Layer::borders, true, half);
  check(Layer::groups, false, half);
  check(Layer::graticule, true, half);
  check(Layer::relief, false, half);
  check(Layer::trains, true, half);
  for (const Layer layer : {Layer::water, Layer::countries, Layer::night, Layer::resource}) check(layer, false, 0);
  ImGui::PopStyleVar();
  for (const ColorKey& key : color_keys(ui.state, ui.palette, tr)) {
    gap(8);
    color_key(ui, key, ImGui::GetContentRegionAvail().x);
  }
  gap(6);
  if (link(ui, "more", tr("layers.more"))) out.push_back(action::SetPanel{Panel::map});
}

std::string size_text(double value, SizeBy by, const Translator& tr) {
  switch (by) {
    case SizeBy::capacity: return figure(megawatts(value), tr).text();
    case SizeBy::generation: return figure(gigawatt_hours(value), tr).text();
    case SizeBy::savings: return figure(tonnes(value * 1e3), tr).text();
  }
  return "";
}

/// Area follows what the size stands for: three nested discs with their values.
void sizes(const Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float base = at.y + 40.0f;
  int i = 0;
  const SizeBy by = ui.state.view.map.size;
  static constexpr std::array<std::array<double, 3>, kSizeByCount> values{{{4000, 1000, 100}, {10000, 3000, 300}, {6000, 2000, 200}}};
  for (const double value : values[static_cast<std::size_t>(by)]) {
    const float r = radius_of(value, by);
    d->AddCircle({at.x + 22, base - r}, r, u32(ui.palette.secondary), 40);
    const float y = at.y + 4.0f + 15.0f * static_cast<float>(i++);
    d->AddLine({at.x + 22, base - 2 * r}, {at.x + 58, y + 8}, u32(ui.palette.control_edge));
    text_at(d, ui.fonts.small, {at.x + 62, y}, ui.palette.secondary, size_text(value, by, ui.tr()));
  }
  ImGui::Dummy({kWidth - 40, 50});
}

}  // namespace

void legend(const Ui& ui, Actions& out) {
  if (ui.layout.form == Form::phone) {
    contents(ui, out);
    return;
  }
  const bool open = legend_open(ui.layout, ui.state.view);
  const Rect& map = ui.layout.map;
  const float bottom = map.bottom() - 16.0f;
  if (!open) {
    begin_panel("legend", {map.x + 16, bottom - 40, 140, 40}, ui.palette.panel.with_alpha(0), {0, 0});
    if (button(ui, "open", ui.tr()("layers.title"), false)) out.push_back(action::SetPanel{ui.layout.form == Form::wide ? Panel::none : Panel::layers});
    end_panel();
    return;
  }
  const float height = legend_height(ui.layout, ui.state.view);
  begin_panel("legend", {map.x + 16, bottom - height, kWidth, height}, ui.palette.panel, {16, 10}, true, 6);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 w = ImGui::GetWindowPos();
  d->AddRect({w.x + 0.5f, w.y + 0.5f}, {w.x + kWidth - 0.5f, w.y + height - 0.5f}, u32(ui.palette.hairline), 6);
  const ImVec2 at = ImGui::GetCursorPos();
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("layers.title"));
  ImGui::SetCursorPos({kWidth - 40, at.y - 2});
  const ImVec2 c = ImGui::GetCursorScreenPos();
  if (press("fold", {24, 24})) out.push_back(action::SetPanel{ui.layout.form == Form::wide ? Panel::layers : Panel::none});
  d->AddLine({c.x + 7, c.y + 10}, {c.x + 12, c.y + 15}, u32(ui.palette.secondary), 1.6f);
  d->AddLine({c.x + 17, c.y + 10}, {c.x + 12, c.y + 15}, u32(ui.palette.secondary), 1.6f);
  focus_ring(ui);
  ImGui::SetCursorPos({at.x, at.y + 26});
  contents(ui, out);
  gap(12);
  sizes(ui);
  end_panel();
}

}  // namespace gs::ui
