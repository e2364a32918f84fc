#include "ui/own_parts.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

struct ArticleRow {
  const char *claim, *title;
  Category category;
  Selection selection;
};

/// The things that the article of 2025-05-23 states: one click from the start.
const std::array<ArticleRow, 5>& article_rows() {
  static const std::array<ArticleRow, 5> rows{{
      {"gt-ktz-delivery", "article.locomotive", Category::locomotive, {SelectionKind::locomotive, "ckd6h"}},
      {"gt-al-dhafra-co2", "article.al_dhafra", Category::solar, {SelectionKind::project, "al-dhafra-pv2"}},
      {"gt-universal-alpha", "article.universal", Category::wind, {SelectionKind::claim, "gt-universal-alpha"}},
      {"gt-forecast-80gw", "article.forecast", Category::grid, {SelectionKind::claim, "gt-forecast-80gw"}},
      {"gt-plan-areas", "article.plan", Category::storage, {SelectionKind::claim, "gt-plan-areas"}},
  }};
  return rows;
}

/// A row of full width with hover and selection; the caller draws into it.
bool row(const Ui& ui, const char* id, float height, bool selected, ImVec2& at, float& width) {
  at = ImGui::GetCursorScreenPos();
  width = ImGui::GetContentRegionAvail().x;
  const bool pressed = press(id, {width, height});
  const ImVec2 a{at.x - 12, at.y}, b{at.x + width + 12, at.y + height};
  if (selected || ImGui::IsItemHovered()) {
    ImGui::GetWindowDrawList()->AddRectFilled(a, b, u32(selected ? ui.palette.selected_row : ui.palette.inset), 4);
  }
  focus_ring(ui);
  return pressed;
}

void choose(const Selection& s, Actions& out) {
  out.push_back(action::Select{s});
  out.push_back(action::FlyTo{s});
}

void article(const Ui& ui, Actions& out) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("article.title"));
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("article.note"), true);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  gap(4);
  for (const ArticleRow& a : article_rows()) {
    ImVec2 at;
    float width = 0;
    if (row(ui, a.claim, ui.touch ? 44.0f : 30.0f, false, at, width)) choose(a.selection, out);
    const float middle = at.y + (ui.touch ? 22.0f : 15.0f);
    ImDrawList* d = ImGui::GetWindowDrawList();
    if (a.selection.kind == SelectionKind::claim && a.category != Category::wind) {
      d->AddCircle({at.x + 8, middle}, 5.0f, u32(ui.palette.accent), 20, 1.6f);
      d->AddCircleFilled({at.x + 8, middle}, 2.0f, u32(ui.palette.accent), 12);
    } else {
      symbol(d, {at.x + 8, middle}, 6.0f, a.category, Fill::solid, Badge::none, ui.palette);
    }
    text_at(d, ui.fonts.body, {at.x + 26, middle - 9.5f}, ui.palette.ink, shortened(ui.fonts.body, ui.tr()(a.title), width - 26));
  }
  ImGui::PopStyleVar();
}

void filters(const Ui& ui, Actions& out) {
  std::vector<std::string> labels;
  std::vector<std::string> codes{""};
  labels.push_back(ui.tr()("filter.all_countries"));
  int chosen = 0;
  for (const auto& [name, code] : project_countries(ui.world)) {
    if (code == ui.state.view.country) chosen = static_cast<int>(codes.size());
    labels.push_back(name);
    codes.push_back(code);
  }
  if (const auto i = choice(ui, "##country", "", labels, chosen, ImGui::GetContentRegionAvail().x)) {
    out.push_back(action::SetCountry{codes[static_cast<std::size_t>(*i)]});
  }
  // Statuses as small pills with their counts.
  const float right = ImGui::GetWindowContentRegionMax().x;
  ImDrawList* d = ImGui::GetWindowDrawList();
  float x = ImGui::GetCursorPosX();
  const float left = x;
  for (int s = 0; s < kStatusCount; ++s) {
    const bool on = (ui.state.view.statuses >> s & 1u) != 0;
    const std::string label = fmt::format("{} {}", status_name(ui, static_cast<Status>(s)), ui.list.by_status[static_cast<std::size_t>(s)]);
    const float w = text_width(ui.fonts.small, label) + 20.0f, h = ui.touch ? 36.0f : 26.0f;
    if (x > left && x + w > right) x = left, ImGui::SetCursorPosX(left);
    else if (s > 0) ImGui::SameLine(0, 6), x = ImGui::GetCursorPosX();
    ImGui::PushID(s);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (press("status", {w, h})) out.push_back(action::ToggleStatus{static_cast<std::uint8_t>(s)});
    d->AddRectFilled(at, {at.x + w, at.y + h}, u32(on ? ui.palette.selected_row : ui.palette.panel), 0.5f * h);
    d->AddRect({at.x + 0.5f, at.y + 0.5f}, {at.x + w - 0.5f, at.y + h - 0.5f}, u32(on ? ui.palette.accent : ui.palette.control_edge), 0.5f * h);
    text_at(d, ui.fonts.small, {at.x + 10, at.y + 0.5f * (h - 16.0f)}, on ? ui.palette.ink : ui.palette.tertiary, label);
    focus_ring(ui);
    ImGui::PopID();
    x += w + 6.0f;
  }
  bool hidden = ui.state.view.show_hidden;
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(4, ui.touch ? 8.0f : 2.0f));
  if (ImGui::Checkbox(drawn(ui.tr()("filter.hidden")), &hidden)) out.push_back(action::ShowHidden{hidden});
  ImGui::PopStyleVar();
  ImGui::PopFont();
}

void hits(const Ui& ui, Actions& out) {
  const auto found = search(ui.world, ui.state.view.query);
  if (found.empty()) return;
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("search.also"));
  int n = 0;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  for (const SearchHit& h : found) {
    if (++n > 8) break;
    ImVec2 at;
    float width = 0;
    ImGui::PushID(n);
    if (row(ui, "hit", ui.touch ? 44.0f : 28.0f, false, at, width)) choose(h.selection, out);
    const float y = at.y + (ui.touch ? 13.0f : 5.0f);
    ImDrawList* d = ImGui::GetWindowDrawList();
    const float note = text_width(ui.fonts.small, h.note);
    text_at(d, ui.fonts.body, {at.x, y}, ui.palette.ink, shortened(ui.fonts.body, h.title, width - note - 12));
    text_at(d, ui.fonts.small, {at.x + width - note, y + 2}, ui.palette.secondary, h.note);
    ImGui::PopID();
  }
  ImGui::PopStyleVar();
  gap(12);
}

void project_row(const Ui& ui, const ProjectRow& r, Actions& out) {
  const Project& p = ui.world.portfolio.projects[r.project];
  const ProjectResult& result = ui.world.results.projects[r.project];
  ImVec2 at;
  float width = 0;
  const float height = ui.touch ? 54.0f : 46.0f;
  if (row(ui, p.id.c_str(), height, false, at, width)) choose({SelectionKind::project, p.id}, out);
  if (ImGui::IsItemHovered()) out.push_back(action::Hover{{SelectionKind::project, p.id}});
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float y = at.y + 0.5f * (height - 38.0f);
  symbol(d, {at.x + 8, y + 10}, 6.5f, r.category, fill_of(r.status), badge_of(p.technology), ui.palette);
  std::string value, unit;
  if (result.avoided) {
    value = figure(result.avoided->best, ui.tr()).text();
    unit = range_text(*result.avoided, ui.tr());
  } else {
    value = "–", unit = ui.tr()("figure.none");
  }
  const float value_w = text_width(ui.fonts.body_bold, value), unit_w = text_width(ui.fonts.small, unit);
  const Color strong = r.counted ? ui.palette.accent : ui.palette.secondary;
  text_at(d, ui.fonts.body_bold, {at.x + width - value_w, y}, strong, value);
  text_at(d, ui.fonts.small, {at.x + width - unit_w, y + 20}, ui.palette.secondary, unit);
  const float room = width - 26.0f - 12.0f;
  text_at(d, ui.fonts.body, {at.x + 26, y}, ui.palette.ink, shortened(ui.fonts.body, display_name(p, ui.tr()), room - value_w));
  std::string note = country_name(ui.world, p.country);
  if (p.capacity) note += " · " + figure(*p.capacity, ui.tr()).text();
  if (is_own(p.id)) note += " · " + ui.tr()("mark.own");
  else if (result.hidden) note += " · " + ui.tr()("mark.no_role");
  else if (p.chinese_role_check == ChineseRole::unverified) note += " · " + ui.tr()("mark.unverified");
  text_at(d, ui.fonts.small, {at.x + 26, y + 20}, ui.palette.secondary, shortened(ui.fonts.small, note, room - unit_w));
}

}  // namespace

void project_list_view(const Ui& ui, Actions& out) {
  const bool searching = !ui.state.view.query.empty();
  if (!searching) {
    if (ui.guide) guide(ui, out);
    explore(ui, out);
    article(ui, out);
    rule(ui, 6, 10);
  } else {
    hits(ui, out);
  }
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("list.title", ui.list.rows.size()));
  ImGui::SameLine();
  const std::string& table = ui.tr()("list.as_table");
  const float table_width = text_width(ui.fonts.body, table) + 24.0f, below = ImGui::GetCursorPosY();
  ImGui::SetCursorPos({ImGui::GetWindowContentRegionMax().x - table_width, below - 0.5f * (ui.control() - 19.0f)});
  if (button(ui, "table", table, false, table_width)) {
    out.push_back(action::SetPanel{Panel::table});
    out.push_back(action::SetSheet{SheetStop::full});
  }
  ImGui::SetCursorPosY(std::max(ImGui::GetCursorPosY(), below + 27.0f));
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("list.sorted"));
  if (const std::string own = own_note(ui); !own.empty()) text(ui.fonts.small, ui.palette.warning, own, true);
  filters(ui, out);
  gap(8);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(ui.list.rows.size()), ui.touch ? 54.0f : 46.0f);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) project_row(ui, ui.list.rows[static_cast<std::size_t>(i)], out);
  }
  ImGui::PopStyleVar();
  if (ui.list.rows.empty()) {
    text(ui.fonts.body, ui.palette.secondary, ui.tr()("list.empty"), true);
    if (button(ui, "reset", ui.tr()("filter.reset"), false)) out.push_back(action::ResetFilters{});
  }
}

}  // namespace gs::ui
