#pragma once
#include <array>
#include <span>

#include "scene/filter.hpp"
#include "scene/text_table.hpp"

/// The table of all projects that pass the filters: its order, its words and what its totals leave out.
namespace gs {

/// The same rows in the order that is asked for. Stable: rows that are alike stay as they were. A row without a figure in
/// that column comes last, whichever way. Names go by the language shown, small letters as capitals.
std::vector<ProjectRow> in_order(const World&, std::span<const ProjectRow>, TableOrder);

/// The order that a press on a column's head asks for: the other way round, or from a new column the way in which it is
/// usually read: words from A, figures from the greatest.
TableOrder pressed(TableOrder, TableColumn);

/// Why rows of the list are in no total.
struct LeftOut {
  std::array<int, 5> rows{};  ///< by Counted; [yes] are the rows that count
  int of(Counted why) const { return rows[static_cast<std::size_t>(why)]; }
};
LeftOut left_out(const World&, std::span<const ProjectRow>);

/// Sum of the counted among these rows.
Total total_of(const World&, std::span<const ProjectRow>);

/// "year" as in a link; its head in words.
std::string_view id_of(TableColumn);
std::string head_of(const World&, TableColumn);
/// Whether its figures stand at the right.
bool is_figure(TableColumn);

/// One cell in words; `interval` of a simulated figure, else empty. "–" where there is no figure.
struct Cell {
  std::string words, interval;
};
Cell cell_of(const World&, const ProjectRow&, TableColumn);
/// Why a row is in no total, in words; empty where it is.
std::string why_not_counted(const World&, const ProjectRow&, int year);
/// "12 not operating in 2026, 3 part of another row"; empty where every row counts.
std::string left_out_words(const World&, const LeftOut&, int year);

/// All of it in words, in the state's order.
TextTable text_table(const World&, const State&, const ProjectList&);

}  // namespace gs
