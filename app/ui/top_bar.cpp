#include "ui/panels.hpp"

#include <algorithm>

#include "ui/keyboard.hpp"

namespace gs::ui {
namespace {

void theme_switch(const Ui& ui, Actions& out) {
  const bool dark = ui.palette.dark;
  if (button(ui, "theme", ui.tr()(dark ? "theme.light" : "theme.dark"), false)) {
    out.push_back(action::SetTheme{dark ? Theme::light : Theme::dark});
  }
}

void tab(const Ui& ui, const char* id, std::string_view label, bool on, const Action& to, Actions& out) {
  ImFont* font = on ? ui.fonts.body_bold : ui.fonts.body;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float w = text_width(font, label);
  if (press(id, {w + 16.0f, 56.0f})) out.push_back(to);
  const Color color = on || ImGui::IsItemHovered() ? ui.palette.ink : ui.palette.secondary;
  text_at(ImGui::GetWindowDrawList(), font, {at.x + 8, at.y + 18}, color, label);
  if (on) ImGui::GetWindowDrawList()->AddRectFilled({at.x + 8, at.y + 53}, {at.x + 8 + w, at.y + 56}, u32(ui.palette.accent));
  focus_ring(ui);
}

}  // namespace

bool search_box(const Ui& ui, float width, Actions& out) {
  static std::string typed;  // Dear ImGui edits in place; the state holds the truth
  static bool editing = false;
  if (!editing) typed = ui.state.view.query;
  ImGui::SetNextItemWidth(width);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(34.0f, ui.touch ? 12.5f : 6.5f));
  if (ImGui::IsKeyPressed(ImGuiKey_Slash, false) && !ImGui::GetIO().KeyShift && !ImGui::GetIO().WantTextInput) type_into("##search");
  const bool changed = text_field(ui, "##search", ui.tr()(width < 180.0f ? "search.short" : "search.hint"), typed);
  editing = ImGui::IsItemActive();
  focus_ring(ui);
  ImGui::PopStyleVar();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 c{at.x + 17.0f, at.y + 0.5f * ImGui::GetItemRectSize().y - 1.0f};
  d->AddCircle(c, 5.5f, u32(ui.palette.secondary), 20, 1.6f);
  d->AddLine({c.x + 4.0f, c.y + 4.0f}, {c.x + 8.0f, c.y + 8.0f}, u32(ui.palette.secondary), 1.8f);
  if (changed) {
    out.push_back(action::SetQuery{typed});
    if (ui.state.view.panel != Panel::none && ui.state.view.panel != Panel::table) out.push_back(action::SetPanel{Panel::none});
    if (ui.state.view.selection.kind != SelectionKind::none) out.push_back(action::Select{});
  }
  return editing;
}

void top_bar(const Ui& ui, Actions& out) {
  const Rect& r = ui.layout.bar;
  const ViewState& v = ui.state.view;
  begin_panel("bar", r, ui.palette.panel, {20, 0});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({r.x, r.bottom() - 0.5f}, {r.right(), r.bottom() - 0.5f}, u32(ui.palette.hairline));
  const bool narrow = r.w < 1000.0f;
  ImFont* title_font = narrow ? ui.fonts.head : ui.fonts.title;
  const std::string& title = ui.tr()("app.title");
  text_at(d, title_font, {20, 28.0f - 0.5f * font_px(title_font)}, ui.palette.ink, title);
  ImGui::SetCursorPos({20.0f + text_width(title_font, title) + 18.0f, 0});
  const bool map = v.panel != Panel::sources && v.panel != Panel::about && v.panel != Panel::laboratory && v.panel != Panel::table;
  tab(ui, "map", ui.tr()("tab.map"), map, action::SetPanel{Panel::none}, out);
  ImGui::SameLine(0, 4);
  tab(ui, "laboratory", ui.tr()(r.w < 1240.0f ? "tab.laboratory_short" : "tab.laboratory"), v.panel == Panel::laboratory, action::OpenLaboratory{}, out);
  ImGui::SameLine(0, 4);
  tab(ui, "table", ui.tr()("tab.table"), v.panel == Panel::table, action::SetPanel{Panel::table}, out);
  ImGui::SameLine(0, 4);
  tab(ui, "sources", ui.tr()("tab.sources"), v.panel == Panel::sources, action::SetPanel{Panel::sources}, out);
  ImGui::SameLine(0, 4);
  tab(ui, "method", ui.tr()("tab.method"), v.panel == Panel::about, action::SetPanel{Panel::about}, out);

  // From the right: what the desktop has, share, theme, language, search.
  const auto width = [&](std::string_view s) { return text_width(ui.fonts.body, s) + 24.0f; };
  const float tabs_end = ImGui::GetItemRectMax().x - r.x + 12.0f, y = 12.0f;
  const float share = width(ui.tr()("share")), theme = r.w < 800.0f ? 0.0f : width(ui.tr()(ui.palette.dark ? "theme.light" : "theme.dark")) + 8.0f;
  const float end = r.w - (narrow ? 12.0f : 20.0f), own = ui.bar_end ? ui.bar_end->width(ui) + 8.0f : 0.0f, x = end - own - share;
  const float languages = language_width(ui, x - theme - 8 - tabs_end - 8 - ui.layout.search_width), left = x - theme - 8 - languages;
  const float search = std::min(ui.layout.search_width, left - 8 - tabs_end);
  ImGui::SetCursorPos({left - 8 - search, y});
  if (search >= 80.0f) search_box(ui, search, out);
  ImGui::SetCursorPos({left, y});
  language_menu(ui, languages, out);
  ImGui::SetCursorPos({x - theme, y});
  if (theme > 0.0f) theme_switch(ui, out);
  ImGui::SetCursorPos({x, y});
  if (button(ui, "share", ui.tr()("share"), false)) out.push_back(action::ShowSharing{true});
  if (ui.bar_end) {
    ImGui::SetCursorPos({end - own + 8.0f, y});
    ui.bar_end->draw(ui);
  }
  end_panel();
}

void phone_bar(const Ui& ui, Actions& out) {
  const float width = ui.layout.window.w;
  begin_panel("bar", {0, 0, width, 108}, ui.palette.panel.with_alpha(0), {12, 8});
  ImGui::SetCursorPos({12, 8});
  const float languages = language_width(ui, 0.0f);
  search_box(ui, width - 24.0f - languages - 6.0f, out);
  ImGui::SameLine(0, 6);
  language_menu(ui, languages, out);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const auto chip = [&](const char* id, float x, std::string_view strong, std::string_view rest, bool on) {
    const float sw = text_width(ui.fonts.body_bold, strong), rw = rest.empty() ? 0 : text_width(ui.fonts.small, rest) + 6.0f;
    const float w = sw + rw + 28.0f;
    if (x < 0) x = width - 12.0f - w;
    ImGui::SetCursorPos({x, 62});
    const bool pressed = press(id, {w, 40});
    d->AddRectFilled({x, 62}, {x + w, 102}, u32(on ? ui.palette.selected_row : ui.palette.panel), 20);
    d->AddRect({x + 0.5f, 62.5f}, {x + w - 0.5f, 101.5f}, u32(ui.palette.hairline), 20);
    text_at(d, ui.fonts.body_bold, {x + 14, 72}, rest.empty() ? ui.palette.ink : ui.palette.accent, strong);
    if (!rest.empty()) text_at(d, ui.fonts.small, {x + 14 + sw + 6, 74}, ui.palette.secondary, rest);
    return pressed;
  };
  const Total& t = ui.list.total;
  const std::string best = figure(t.avoided.best, ui.tr()).text(), range = range_text(t.avoided, ui.tr());
  std::string rest = ui.tr()("totals.chip", range, t.projects);
  const float layers_w = text_width(ui.fonts.body_bold, ui.tr()("layers.title")) + 28.0f;
  const float room = width - 24.0f - 40.0f - 16.0f - layers_w - 34.0f - text_width(ui.fonts.body_bold, best);
  if (text_width(ui.fonts.small, rest) > room) rest = range;
  const std::string unit = figure(t.avoided.high, ui.tr()).unit;  // it stands with the best estimate
  if (text_width(ui.fonts.small, rest) > room && rest.ends_with(unit)) rest.resize(rest.size() - unit.size());
  if (text_width(ui.fonts.small, rest) > room) rest = shortened(ui.fonts.small, rest, room);
  if (chip("total", 12, best, rest, false)) {
    out.push_back(action::SetPanel{ui.state.view.panel == Panel::about ? Panel::none : Panel::about});
  }
  ImGui::SetCursorPos({width - 12.0f - layers_w - 8.0f - 40.0f, 62});
  const ImVec2 train = ImGui::GetCursorScreenPos();
  if (press("laboratory", {40, 40})) out.push_back(action::OpenLaboratory{});
  d->AddCircleFilled({train.x + 20, train.y + 20}, 20, u32(ui.palette.panel), 40);
  d->AddCircle({train.x + 20, train.y + 20}, 19.5f, u32(ui.palette.hairline), 40);
  symbol(d, {train.x + 20, train.y + 20}, 8.0f, Category::locomotive, Fill::solid, Badge::none, ui.palette);
  focus_ring(ui);
  const bool layers = ui.state.view.panel == Panel::layers;
  if (chip("layers", -1, ui.tr()("layers.title"), "", layers)) {
    out.push_back(action::SetPanel{layers ? Panel::none : Panel::layers});
    out.push_back(action::SetSheet{SheetStop::full});
  }
  end_panel();
}

}  // namespace gs::ui
