#include "scene/project_table.hpp"

#include <algorithm>
#include <cmath>

#include "sim/simulate.hpp"
#include "sim/totals.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

constexpr std::array<std::string_view, kTableColumnCount> kIds{"name",   "country", "technology", "status",   "year",
                                                               "capacity", "output",  "saving",     "reported", "confidence"};

const Project& project_of(const World& w, const ProjectRow& row) { return w.portfolio.projects[row.project]; }
const ProjectResult& result_of(const World& w, const ProjectRow& row) { return w.results.projects[row.project]; }

std::string technology_words(const World& w, const ProjectRow& row) {
  return w.tr("tech." + std::string(id_of(project_of(w, row).technology)));
}

/// What a row is sorted by: words (as the language has them in order) or a number, or nothing.
struct Key {
  std::optional<double> number;
  std::u32string words;
  bool empty() const { return !number && words.empty(); }
};

Key key_of(const World& w, const ProjectRow& row, TableColumn column) {
  const Project& p = project_of(w, row);
  const ProjectResult& r = result_of(w, row);
  const auto base = [](const auto& figure) { return figure ? std::optional<double>(figure->base()) : std::nullopt; };
  switch (column) {
    case TableColumn::name: return {{}, w.tr.sort_key(display_name(p, w.tr))};
    case TableColumn::country: return {{}, w.tr.sort_key(country_name(w, p.country))};
    case TableColumn::technology: return {static_cast<double>(row.category) * 100.0 + static_cast<double>(p.technology), {}};
    case TableColumn::status: return {static_cast<double>(row.status), {}};
    case TableColumn::year: return {p.commissioning_year ? std::optional<double>(*p.commissioning_year) : std::nullopt, {}};
    case TableColumn::capacity: return {base(p.capacity), {}};
    case TableColumn::output: return {r.energy ? std::optional(r.energy->best.base()) : std::nullopt, {}};
    case TableColumn::saving: return {r.avoided ? std::optional(r.avoided->best.base()) : std::nullopt, {}};
    case TableColumn::reported: return {base(r.reported), {}};
    case TableColumn::confidence: return {-static_cast<double>(p.confidence), {}};
  }
  return {};
}

bool before(const Key& a, const Key& b) { return a.number && b.number ? *a.number < *b.number : a.words < b.words; }

}  // namespace

std::vector<ProjectRow> in_order(const World& w, std::span<const ProjectRow> rows, TableOrder order) {
  std::vector<std::pair<Key, ProjectRow>> keyed;
  for (const ProjectRow& row : rows) keyed.emplace_back(key_of(w, row, order.column), row);
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    if (a.first.empty() || b.first.empty()) return !a.first.empty() && b.first.empty();
    return order.ascending ? before(a.first, b.first) : before(b.first, a.first);
  });
  std::vector<ProjectRow> out;
  for (auto& [key, row] : keyed) out.push_back(row);
  return out;
}

TableOrder pressed(TableOrder now, TableColumn column) {
  if (now.column == column) return {column, !now.ascending};
  return {column, !is_figure(column) && column != TableColumn::confidence};
}

LeftOut left_out(const World& w, std::span<const ProjectRow> rows) {
  LeftOut out;
  for (const ProjectRow& row : rows) ++out.rows[static_cast<std::size_t>(result_of(w, row).counted)];
  return out;
}

Total total_of(const World& w, std::span<const ProjectRow> rows) {
  TotalSum sum(w.portfolio, w.results);
  for (const ProjectRow& row : rows)
    if (row.counted) sum.add(result_of(w, row));
  return sum.total();
}

std::string_view id_of(TableColumn column) { return kIds[static_cast<std::size_t>(column)]; }
std::string head_of(const World& w, TableColumn column) { return w.tr("table.head." + std::string(id_of(column))); }

bool is_figure(TableColumn column) {
  return column == TableColumn::year || column == TableColumn::capacity || column == TableColumn::output ||
         column == TableColumn::saving || column == TableColumn::reported;
}

Cell cell_of(const World& w, const ProjectRow& row, TableColumn column) {
  const Project& p = project_of(w, row);
  const ProjectResult& r = result_of(w, row);
  const Cell none{"–", ""};
  switch (column) {
    case TableColumn::name: return {display_name(p, w.tr), ""};
    case TableColumn::country: return {country_name(w, p.country), ""};
    case TableColumn::technology: return {technology_words(w, row), ""};
    case TableColumn::status: return {w.tr("status." + std::string(id_of(row.status))), ""};
    case TableColumn::year: return p.commissioning_year ? Cell{fmt::format("{}", *p.commissioning_year), ""} : none;
    case TableColumn::capacity: return p.capacity ? Cell{figure(*p.capacity, w.tr).text(), ""} : none;
    case TableColumn::output: return r.energy ? Cell{figure(r.energy->best, w.tr).text(), range_text(*r.energy, w.tr)} : none;
    case TableColumn::saving: return r.avoided ? Cell{figure(r.avoided->best, w.tr).text(), range_text(*r.avoided, w.tr)} : none;
    case TableColumn::reported: return r.reported ? Cell{figure(*r.reported, w.tr).text(), ""} : none;
    case TableColumn::confidence: return {w.tr("confidence." + std::string(id_of(p.confidence))), ""};
  }
  return none;
}

std::string why_not_counted(const World& w, const ProjectRow& row, int year) {
  const Counted why = result_of(w, row).counted;
  return why == Counted::yes ? std::string() : w.tr("table.why." + std::string(id_of(why)), year);
}

std::string left_out_words(const World& w, const LeftOut& out, int year) {
  std::string words;
  for (const Counted why : {Counted::not_operating, Counted::part_of_other, Counted::no_bri_role, Counted::no_figure}) {
    if (out.of(why) == 0) continue;
    words += words.empty() ? "" : w.tr("table.and");
    words += fmt::format("{} ", out.of(why)) + w.tr("table.why." + std::string(id_of(why)), year);
  }
  return words;
}

TextTable text_table(const World& w, const State& s, const ProjectList& list) {
  TextTable table{w.tr("twin.caption", list.rows.size(), s.scenario.year), {}, {}};
  for (int c = 0; c < kTableColumnCount; ++c) {
    const auto column = static_cast<TableColumn>(c);
    table.head.push_back(head_of(w, column));
    if (column == TableColumn::output || column == TableColumn::saving) table.head.push_back(w.tr("twin.range"));
  }
  table.head.push_back(w.tr("table.counted"));
  for (const ProjectRow& row : in_order(w, list.rows, s.view.table)) {
    std::vector<std::string> cells;
    for (int c = 0; c < kTableColumnCount; ++c) {
      const auto column = static_cast<TableColumn>(c);
      const Cell cell = cell_of(w, row, column);
      cells.push_back(cell.words);
      if (column == TableColumn::output || column == TableColumn::saving) cells.push_back(cell.interval.empty() ? "–" : cell.interval);
    }
    const std::string why = why_not_counted(w, row, s.scenario.year);
    cells.push_back(why.empty() ? w.tr("table.yes") : why);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace gs
