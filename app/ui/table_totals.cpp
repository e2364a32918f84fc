#include "ui/table_view.hpp"

/// Under the table: sums that follow the filter, and what they leave out.
namespace gs::ui {
void table_totals(const Ui& ui, const TableSheet& sheet, Actions& out) {
  const Translator& tr = ui.tr();
  const Total& t = sheet.total;
  const Selection& s = ui.state.view.selection;
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float right = at.x + ImGui::GetContentRegionAvail().x;
  const Project* chosen = s.kind == SelectionKind::project ? ui.world.portfolio.project(s.id) : nullptr;
  if (chosen) {
    const std::string& words = tr("table.details");
    const float w = text_width(ui.fonts.body, words) + 24.0f;
    right -= w;
    ImGui::SetCursorScreenPos({right, at.y + (52.0f - ui.control()) * 0.5f});
    if (button(ui, "details", words, false, w)) out.push_back(action::SetPanel{Panel::none});
    right -= 12;
  }
  const std::string best = figure(t.avoided.best, tr).text() + tr("figure.a_year");
  const float w = text_width(ui.fonts.body_bold, best);
  text_at(d, ui.fonts.body_bold, {at.x, at.y + 6}, ui.palette.accent, best);
  figure_press(ui, "total", Worked::total_saving, {at.x, at.y + 6, w, font_px(ui.fonts.body_bold)}, out);
  std::string rest = tr("table.total", range_text(t.avoided, tr), t.projects, figure(t.capacity, tr).text(), figure(t.energy.best, tr).text());
  if (t.reporting > 0) rest += " · " + tr("table.total_reported", figure(t.reported, tr).text(), t.reporting);
  const bool one_line = w + 10 + text_width(ui.fonts.small, rest) <= right - at.x;
  float y = at.y + 6;
  if (one_line) {
    text_at(d, ui.fonts.small, {at.x + w + 10, y + 2}, ui.palette.secondary, rest);
    y += 22;
  } else {
    text_at(d, ui.fonts.small, {at.x + w + 10, y + 2}, ui.palette.secondary, shortened(ui.fonts.small, range_text(t.avoided, tr), right - at.x - w - 10));
    y += 20;
    const auto from = rest.find(" · ");
    text_at(d, ui.fonts.small, {at.x, y}, ui.palette.secondary, from == std::string::npos ? rest : rest.substr(from + std::string_view(" · ").size()), right - at.x);
    y += ui.layout.form == Form::phone ? 32 : 18;
  }
  const std::string left = left_out_words(ui.world, sheet.left_out, ui.state.scenario.year);
  const std::string words = left.empty() ? left : tr("table.left_out", left);
  const bool phone = ui.layout.form == Form::phone;
  text_at(d, ui.fonts.small, {at.x, y}, ui.palette.secondary, phone ? words : shortened(ui.fonts.small, words, right - at.x), phone ? right - at.x : 0.0f);
}

}  // namespace gs::ui
