#include "ui/table_view.hpp"

namespace gs::ui {
namespace {

/// Table or one of the charts, where there is room for one only.
void parts(const Ui& ui, TableHand& hand) {
  std::vector<std::string> labels{ui.tr()("tab.table")};
  for (int i = 0; i < kPortfolioChartCount; ++i) labels.push_back(ui.tr()("chart.short." + std::string(id_of(static_cast<PortfolioChart>(i)))));
  if (const auto part = segmented(ui, "part", labels, hand.part)) hand.part = *part;
}

/// Escape leaves: first the span of years, then, when nothing else is to be undone, the table.
void keys(const Ui& ui, Actions& out) {
  if (!escapes(ui) || ImGui::GetIO().WantTextInput) return;
  if (ui.state.view.built) out.push_back(action::SetBuilt{});
  else if (ui.state.view.query.empty() && ui.state.view.selection.kind == SelectionKind::none) out.push_back(action::SetPanel{Panel::none});
}

}  // namespace

void table_bar(const Ui& ui, Actions& out) {
  const float left = begin_back_bar(ui, ui.tr()("tab.table"), out) + 16;
  ImGui::SetCursorPos({left, 6});
  search_box(ui, ui.layout.bar.w - left - 12, out);
  end_panel();
}

TableWishes table(const Ui& ui, const TableSheet& sheet, TableHand& hand, Actions& out) {
  TableWishes wishes;
  keys(ui, out);
  if (!ui.layout.charts.empty()) table_charts(ui, sheet, ui.layout.charts, hand, wishes, out);
  const Rect& r = ui.layout.panel;
  const bool phone = ui.layout.form == Form::phone, parted = ui.layout.charts.empty();
  begin_panel("table", r, ui.palette.panel, {0, 0}, false, phone ? 14.0f : 0.0f);
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (phone) sheet_handle(ui, r, out);
  else d->AddLine({r.x, r.y + 0.5f}, {r.right(), r.y + 0.5f}, u32(ui.palette.hairline));
  const float edge = phone ? 12.0f : 20.0f;
  ImGui::SetCursorPos({edge, phone ? 28.0f : 10.0f});
  ImGui::BeginGroup();
  if (parted) {
    parts(ui, hand);
    gap(8);
  }
  if (phone && button(ui, "filters", ui.tr()("filter.title"), hand.filters_open || is_filtered(ui.state.view))) hand.filters_open = !hand.filters_open;
  if (!phone || hand.filters_open) table_filters(ui, wishes, out);
  ImGui::EndGroup();
  const float top = ImGui::GetItemRectMax().y - r.y + 8, foot = phone ? 92.0f : 52.0f;
  const float room = r.h - top - foot;
  if (room >= 40.0f) {
    ImGui::SetCursorPos({0, top});
    if (!parted || hand.part == 0) {
      table_rows(ui, sheet, hand, room, out);
    } else {
      ImGui::BeginChild("chart", {r.w, room});
      table_chart(ui, sheet, static_cast<PortfolioChart>(hand.part - 1), {r.x + edge, r.y + top, r.w - 2 * edge, std::max(room - 8, 150.0f)}, hand, wishes, out);
      ImGui::EndChild();
    }
  }
  ImGui::SetCursorPos({edge, r.h - foot});
  ImGui::BeginChild("totals", {r.w - 2 * edge, foot});
  table_totals(ui, sheet, out);
  ImGui::EndChild();
  end_panel();
  return wishes;
}

}  // namespace gs::ui
