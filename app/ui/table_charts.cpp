#include <cmath>

#include "ui/table_view.hpp"

/// The charts beside the strip of map. They and the table show one choice: a bar is a filter, a point a project.
namespace gs::ui {
namespace {

constexpr float kLeast = 280.0f;  ///< px that a chart needs

Selection project_of(const Ui& ui, int key) { return {SelectionKind::project, ui.world.portfolio.projects[static_cast<std::size_t>(key)].id}; }

void heed_countries(const TableSheet& sheet, const ChartTouch& touch, const Ui& ui, Actions& out) {
  const auto code = [&](const Datum* d) -> const std::string* {
    return d && d->key >= 0 && d->key < static_cast<int>(sheet.countries.size()) ? &sheet.countries[static_cast<std::size_t>(d->key)] : nullptr;
  };
  if (const std::string* pressed = code(touch.pressed)) out.push_back(action::SetCountry{*pressed == ui.state.view.country ? "" : *pressed});
  if (touch.pressed_empty && !ui.state.view.country.empty()) out.push_back(action::SetCountry{""});
}

void heed_years(const Ui& ui, const ChartTouch& touch, Actions& out) {
  std::optional<YearSpan> built = ui.state.view.built;
  if (touch.brushed) built = YearSpan{static_cast<int>(touch.brushed->first), static_cast<int>(touch.brushed->second)};
  if (touch.pressed) {
    const YearSpan one{touch.pressed->key, touch.pressed->key};
    if (built == one) built.reset();
    else built = one;
  }
  if (touch.pressed_empty) built.reset();
  if (built != ui.state.view.built) out.push_back(action::SetBuilt{built});
}

std::optional<Brush> brush_of(const ViewState& v) {
  return v.built ? std::optional<Brush>({v.built->first, v.built->last}) : std::nullopt;
}

void heed_check(const Ui& ui, const ChartTouch& touch, TableHand& hand, Actions& out) {
  if (touch.under) {
    const Selection under = project_of(ui, touch.under->key);
    if (under != ui.state.view.hover) out.push_back(action::Hover{under});
  }
  if (!touch.pressed) return;
  const Selection pressed = project_of(ui, touch.pressed->key);
  out.push_back(action::Select{pressed});
  out.push_back(action::FlyTo{pressed});
  hand.chosen_here = false;
}

/// The project that is chosen, or pointed at elsewhere.
int marked_project(const Ui& ui) {
  for (const Selection* s : {&ui.state.view.selection, &ui.state.view.hover}) {
    if (s->kind != SelectionKind::project) continue;
    if (const Project* p = ui.world.portfolio.project(s->id)) return static_cast<int>(p - ui.world.portfolio.projects.data());
  }
  return -1;
}

/// An arrow into a tray.
void save_sign(ImDrawList* d, ImVec2 c, ImU32 color) {
  d->AddLine({c.x, c.y - 6}, {c.x, c.y + 2}, color, 1.5f);
  d->AddLine({c.x - 3.5f, c.y - 1.5f}, {c.x, c.y + 2}, color, 1.5f);
  d->AddLine({c.x + 3.5f, c.y - 1.5f}, {c.x, c.y + 2}, color, 1.5f);
  const ImVec2 tray[4]{{c.x - 6, c.y + 2}, {c.x - 6, c.y + 6}, {c.x + 6, c.y + 6}, {c.x + 6, c.y + 2}};
  d->AddPolyline(tray, 4, color, 0, 1.5f);
}

}  // namespace

void table_chart(const Ui& ui, const TableSheet& sheet, PortfolioChart which, const Rect& r, TableHand& hand, TableWishes& wishes, Actions& out) {
  const Chart& chart = sheet.charts[static_cast<std::size_t>(which)];
  ImDrawList* d = ImGui::GetWindowDrawList();
  ImGui::PushID(static_cast<int>(which));
  const float key = ui.touch ? 44.0f : 26.0f;
  text_at(d, ui.fonts.small_bold, {r.x, r.y + 0.5f * (key - 16.0f)}, ui.palette.ink, shortened(ui.fonts.small_bold, chart.title, r.w - key - 8));
  ImGui::SetCursorScreenPos({r.right() - key, r.y});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (press("svg", {key, key})) wishes.svg = which;
  const bool hot = ImGui::IsItemHovered();
  if (hot) {
    d->AddRectFilled(at, {at.x + key, at.y + key}, u32(ui.palette.inset), 4);
    ImGui::SetTooltip("%s", drawn(ui.tr()("chart.save_svg")));
  }
  save_sign(d, {std::floor(at.x + 0.5f * key), std::floor(at.y + 0.5f * key)}, u32(hot ? ui.palette.ink : ui.palette.secondary));
  focus_ring(ui);
  const bool years = which == PortfolioChart::years;
  const int marked = which == PortfolioChart::check ? marked_project(ui) : -1;
  const Rect plot{r.x, r.y + key + 2, r.w, r.h - key - 2};
  const ChartTouch touch = chart_view(ui, "chart", chart, plot, hand.cursors[static_cast<std::size_t>(which)], marked, years ? brush_of(ui.state.view) : std::nullopt, years);
  if (which == PortfolioChart::countries) heed_countries(sheet, touch, ui, out);
  else if (years) heed_years(ui, touch, out);
  else heed_check(ui, touch, hand, out);
  ImGui::PopID();
}

void table_charts(const Ui& ui, const TableSheet& sheet, const Rect& r, TableHand& hand, TableWishes& wishes, Actions& out) {
  begin_panel("table-charts", r, ui.palette.panel, {0, 0});
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddLine({r.x + 0.5f, r.y}, {r.x + 0.5f, r.bottom()}, u32(ui.palette.hairline));
  const float top = r.y + 6, edge = 14.0f;
  if (r.w >= kPortfolioChartCount * kLeast) {
    const float w = r.w / kPortfolioChartCount;
    for (int i = 0; i < kPortfolioChartCount; ++i) {
      const float x = r.x + w * static_cast<float>(i);
      if (i > 0) d->AddLine({std::floor(x) + 0.5f, r.y + 12}, {std::floor(x) + 0.5f, r.bottom() - 12}, u32(ui.palette.hairline));
      table_chart(ui, sheet, static_cast<PortfolioChart>(i), {x + edge, top, w - 2 * edge, r.bottom() - top - 8}, hand, wishes, out);
    }
  } else {
    std::vector<std::string> labels;
    for (int i = 0; i < kPortfolioChartCount; ++i) labels.push_back(ui.tr()("chart.short." + std::string(id_of(static_cast<PortfolioChart>(i)))));
    ImGui::SetCursorScreenPos({r.x + edge, top + 2});
    if (const auto i = segmented(ui, "which", labels, static_cast<int>(hand.chart))) hand.chart = static_cast<PortfolioChart>(*i);
    const float below = top + ui.control() + 6;
    table_chart(ui, sheet, hand.chart, {r.x + edge, below, r.w - 2 * edge, r.bottom() - below - 8}, hand, wishes, out);
  }
  end_panel();
}

}  // namespace gs::ui
