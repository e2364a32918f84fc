#pragma once
#include <array>
#include <optional>
#include <string>

#include "scene/table_sheet.hpp"
#include "ui/chart_view.hpp"
#include "ui/panels.hpp"

/// The table of all projects with its charts, beside or under a strip of map. Its parts, one file each.
namespace gs::ui {

/// px that the figures of a column need, and the intervals beside them; measured once for a language and its results.
struct FigureRoom {
  std::string of;
  std::array<float, kTableColumnCount> value{}, interval{};
};

/// What the hand has begun and no link keeps.
struct TableHand {
  int part = 0;                 ///< of a sheet that shows one at a time: 0 the table, then the charts
  PortfolioChart chart = PortfolioChart::countries;  ///< of a strip with room for one
  std::array<ChartCursor, kPortfolioChartCount> cursors;
  Selection followed;           ///< that the rows were last scrolled to
  bool filters_open = false;    ///< on a phone, where they take the rows' place
  bool chosen_here = false;     ///< that selection came from a row: it is in sight
  FigureRoom room;
};

/// Files that are wished; the program writes them.
struct TableWishes {
  bool csv = false;
  std::optional<PortfolioChart> svg;
};

TableWishes table(const Ui&, const TableSheet&, TableHand&, Actions&);            // table_view.cpp
/// Back to the map, and the title, on a phone.
void table_bar(const Ui&, Actions&);

// Parts.
void table_filters(const Ui&, TableWishes&, Actions&);                           // table_filters.cpp
void table_rows(const Ui&, const TableSheet&, TableHand&, float height, Actions&);  // table_rows.cpp
void table_totals(const Ui&, const TableSheet&, Actions&);           // table_totals.cpp
/// One chart with its title and a key that saves it, in a rectangle of the current window.
void table_chart(const Ui&, const TableSheet&, PortfolioChart, const Rect&, TableHand&, TableWishes&, Actions&);  // table_charts.cpp
/// As many charts as a strip has room for, or one with a choice.
void table_charts(const Ui&, const TableSheet&, const Rect&, TableHand&, TableWishes&, Actions&);

}  // namespace gs::ui
