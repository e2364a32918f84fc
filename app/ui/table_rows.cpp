#include <algorithm>
#include <utility>

#include "ui/keyboard.hpp"
#include "ui/table_view.hpp"

/// Head and rows of the table: a press on a head sorts, a row is the project on the map.
namespace gs::ui {
namespace {

struct Column {
  TableColumn what;
  float width;
};

constexpr float kBesideInterval = 12.0f;

float interval_room(const FigureRoom& room, TableColumn column) {
  const float interval = room.interval[static_cast<std::size_t>(column)];
  return interval > 0.0f ? interval + kBesideInterval : 0.0f;
}

/// Columns with their least widths; a phone has the fewer that matter first. Where they find no room, the interval of the
/// output goes, which the saving's is like.
std::vector<Column> columns_of(const Ui& ui, FigureRoom& figures, float room) {
  using enum TableColumn;
  std::vector<Column> all;
  if (ui.layout.form == Form::phone) all = {{name, 156}, {saving, 150}, {reported, 84}, {capacity, 80}, {year, 60}, {status, 104}, {country, 130}};
  else all = {{name, 156}, {country, 112}, {technology, 132}, {status, 80}, {year, 58}, {capacity, 84}, {output, 84}, {saving, 150}, {reported, 84}, {confidence, 70}};
  for (Column& c : all) {
    if (!is_figure(c.what)) continue;
    const float head = text_width(ui.fonts.small_bold, head_of(ui.world, c.what)) + 16.0f;
    c.width = std::max({c.width, head, figures.value[static_cast<std::size_t>(c.what)] + interval_room(figures, c.what)});
  }
  if (ui.layout.form == Form::phone) return all;
  float sum = 0;
  for (const Column& c : all) sum += c.width + 16.0f;
  float& output_interval = figures.interval[static_cast<std::size_t>(output)];
  if (sum > room && output_interval > 0.0f) {
    output_interval = 0.0f;
    return columns_of(ui, figures, room);
  }
  if (sum < room) all.front().width += room - sum;
  return all;
}

void right_aligned(ImDrawList* d, ImFont* font, float right, float y, Color color, std::string_view words) {
  text_at(d, font, {right - text_width(font, words), y}, color, words);
}

void head_cell(const Ui& ui, TableColumn column, float height, Actions& out) {
  const TableOrder& order = ui.state.view.table;
  const bool on = order.column == column, right = is_figure(column);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  if (press(std::string(id_of(column)).c_str(), {std::max(width, 8.0f), height})) out.push_back(action::SetTable{pressed(order, column)});
  const bool hot = ImGui::IsItemHovered();
  focus_ring(ui);
  ImFont* font = on ? ui.fonts.small_bold : ui.fonts.small;
  const float arrow = on ? 13.0f : 0.0f;
  const std::string words = shortened(font, head_of(ui.world, column), width - arrow);
  const float w = text_width(font, words), x = right ? at.x + width - w - arrow : at.x, y = at.y + 0.5f * (height - 16.0f);
  ImDrawList* d = ImGui::GetWindowDrawList();
  text_at(d, font, {x, y}, on || hot ? ui.palette.ink : ui.palette.secondary, words);
  if (!on) return;
  const ImVec2 c{x + w + 8.0f, y + 8.5f};
  const float tip = order.ascending ? -3.0f : 3.0f;
  d->AddTriangleFilled({c.x - 4, c.y - tip}, {c.x + 4, c.y - tip}, {c.x, c.y + tip}, u32(ui.palette.accent));
}

/// The interval without the unit that the value beside it has.
std::string short_interval(const Cell& cell) {
  const auto space = cell.words.find(' ');
  if (space == std::string::npos) return cell.interval;
  const std::string unit = cell.words.substr(space);
  return cell.interval.ends_with(unit) ? cell.interval.substr(0, cell.interval.size() - unit.size()) : cell.interval;
}

const FigureRoom& measured(const Ui& ui, const TableSheet& sheet, FigureRoom& room) {
  const std::string of = fmt::format("{} {} {}", ui.tr().code(), ui.world.results.digest, sheet.rows.size());
  if (room.of == of) return room;
  room = {of, {}, {}};
  for (const TableColumn column : {TableColumn::capacity, TableColumn::output, TableColumn::saving, TableColumn::reported}) {
    const auto c = static_cast<std::size_t>(column);
    for (const ProjectRow& row : sheet.rows) {
      const Cell cell = cell_of(ui.world, row, column);
      room.value[c] = std::max(room.value[c], text_width(ui.fonts.body, cell.words));
      if (!cell.interval.empty()) room.interval[c] = std::max(room.interval[c], text_width(ui.fonts.small, short_interval(cell)));
    }
  }
  return room;
}

void cell(const Ui& ui, const ProjectRow& row, TableColumn column, const FigureRoom& room, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, y = at.y + 0.5f * (height - 19.0f);
  ImDrawList* d = ImGui::GetWindowDrawList();
  const Project& p = ui.world.portfolio.projects[row.project];
  const Cell words = cell_of(ui.world, row, column);
  const Color second = ui.palette.secondary, ink = row.counted ? ui.palette.ink : second;
  if (column == TableColumn::name) {
    text_at(d, ui.fonts.body, {at.x, y}, ink, shortened(ui.fonts.body, words.words, width));
  } else if (column == TableColumn::technology) {
    symbol(d, {at.x + 7, at.y + 0.5f * height}, 5.5f, row.category, fill_of(row.status), badge_of(p.technology), ui.palette);
    text_at(d, ui.fonts.small, {at.x + 20, y + 2}, ink, shortened(ui.fonts.small, words.words, width - 20));
  } else if (column == TableColumn::confidence) {
    ImGui::SetCursorScreenPos({at.x, at.y + 0.5f * (height - ImGui::GetTextLineHeight())});
    confidence_dots(ui, p.confidence);
  } else if (!words.interval.empty() && interval_room(room, column) > 0.0f) {
    // Value and interval each end at a line of their own.
    const Color strong = column == TableColumn::saving && row.counted ? ui.palette.accent : ink;
    right_aligned(d, ui.fonts.body, at.x + width - interval_room(room, column), y, strong, words.words);
    right_aligned(d, ui.fonts.small, at.x + width, y + 2, second, short_interval(words));
  } else if (is_figure(column)) {
    right_aligned(d, ui.fonts.body, at.x + width - interval_room(room, column), y, words.words == "–" ? second : ink, words.words);
  } else {
    text_at(d, ui.fonts.small, {at.x, y + 2}, ink, shortened(ui.fonts.small, words.words, width));
  }
}

/// Frame, hover and choice of a row; the table stops Tab once.
void row_item(const Ui& ui, const ProjectRow& row, float height, bool stop, TableHand& hand, Actions& out) {
  const Selection me{SelectionKind::project, ui.world.portfolio.projects[row.project].id};
  const bool chosen = ui.state.view.selection == me, pointed = ui.state.view.hover == me;
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::PushStyleColor(ImGuiCol_NavHighlight, u32(ui.palette.panel.with_alpha(0)));
  if (ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap, {0, height})) {
    out.push_back(action::Select{me});
    out.push_back(action::FlyTo{me});
    hand.chosen_here = !chosen;
  }
  ImGui::PopStyleColor();
  const bool by_keys = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  const bool hovered = ImGui::IsItemHovered();
  if ((hovered || by_keys) && !pointed) out.push_back(action::Hover{me});
  if (pointed && !hovered && !chosen) ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg1, u32(ui.palette.inset));
  if (hovered && !row.counted) {
    const std::string why = why_not_counted(ui.world, row, ui.state.scenario.year);
    ImGui::SetTooltip("%s", drawn(ui.tr()("table.left_out", why)));
  }
  if (by_keys) {
    const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
    ImGui::GetWindowDrawList()->AddRect({a.x + 2, a.y + 1}, {b.x - 2, b.y - 1}, u32(ui.palette.focus), 4, 0, 2);
  }
  if (stop || by_keys) tab_stop();
  ImGui::SetCursorPos(at);
}

/// A choice made on the map or in a chart comes into sight.
void follow(const Ui& ui, const TableSheet& sheet, TableHand& hand, float height, float seen) {
  const Selection& s = ui.state.view.selection;
  if (s == hand.followed) return;
  hand.followed = s;
  if (std::exchange(hand.chosen_here, false) || s.kind != SelectionKind::project) return;
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (ui.world.portfolio.projects[sheet.rows[i].project].id != s.id) continue;
    const float top = height * static_cast<float>(i), at = ImGui::GetScrollY();
    if (top < at || top + height > at + seen) ImGui::SetScrollY(std::max(0.0f, top - 0.4f * seen));
    return;
  }
}

}  // namespace

void table_rows(const Ui& ui, const TableSheet& sheet, TableHand& hand, float room, Actions& out) {
  const float height = ui.touch ? 44.0f : 28.0f, head = ui.touch ? 44.0f : 28.0f;
  const float edge = ui.layout.form == Form::phone ? 12.0f : 20.0f, width = ui.layout.panel.w - 2 * edge;
  FigureRoom figures = measured(ui, sheet, hand.room);
  const std::vector<Column> columns = columns_of(ui, figures, width - ImGui::GetStyle().ScrollbarSize - 4);
  ImGui::SetCursorPosX(edge);
  const Palette& p = ui.palette;
  ImGui::PushStyleColor(ImGuiCol_TableHeaderBg, u32(p.inset));
  ImGui::PushStyleColor(ImGuiCol_TableBorderLight, u32(p.hairline));
  ImGui::PushStyleColor(ImGuiCol_TableBorderStrong, u32(p.hairline));
  ImGui::PushStyleColor(ImGuiCol_TableRowBg, u32(p.panel));
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(8, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_BordersOuterH |
                                    ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_RowBg;
  const std::string id = fmt::format("rows{}", columns.size());
  if (ImGui::BeginTable(id.c_str(), static_cast<int>(columns.size()), flags, {width, room})) {
    ImGui::TableSetupScrollFreeze(1, 1);
    for (const Column& c : columns) ImGui::TableSetupColumn(std::string(id_of(c.what)).c_str(), ImGuiTableColumnFlags_WidthFixed | ImGuiTableColumnFlags_NoResize, c.width);
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, head);
    for (int c = 0; c < static_cast<int>(columns.size()); ++c)
      if (ImGui::TableSetColumnIndex(c)) head_cell(ui, columns[static_cast<std::size_t>(c)].what, head, out);
    follow(ui, sheet, hand, height, room - head);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(sheet.rows.size()), height);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        const ProjectRow& row = sheet.rows[static_cast<std::size_t>(i)];
        ImGui::PushID(static_cast<int>(row.project));
        ImGui::TableNextRow(0, height);
        for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
          const bool seen = ImGui::TableSetColumnIndex(c);
          if (c == 0) row_item(ui, row, height, i == clipper.DisplayStart, hand, out);
          if (seen) cell(ui, row, columns[static_cast<std::size_t>(c)].what, figures, height);
        }
        ImGui::PopID();
      }
    }
    if (sheet.rows.empty()) {
      ImGui::TableNextRow(0, 2 * height);
      ImGui::TableSetColumnIndex(0);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      text_at(ImGui::GetForegroundDrawList(), ui.fonts.body, {at.x, at.y + 12}, p.secondary, ui.tr()("list.empty"));
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor(4);
}

}  // namespace gs::ui
