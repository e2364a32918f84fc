#include "scene/table_sheet.hpp"

namespace gs {
namespace {

/// Bars that a strip above the table has room for.
constexpr std::size_t kBars = 8;

}  // namespace

const TableSheet& TableSheets::of(const World& w, const State& s, const ProjectList& list) {
  const ViewState& v = s.view;
  Made now{w.results.scenario, w.results.fleet, w.results.digest, w.tr.code(), v.country, v.query, v.categories, v.statuses, v.confidences, v.built, v.show_hidden, v.table, list.rows.size()};
  if (now == made_) return sheet_;
  made_ = std::move(now);
  sheet_.rows = in_order(w, list.rows, v.table);
  sheet_.total = list.total;
  sheet_.left_out = left_out(w, list.rows);
  State anywhere = s, any_year = s;
  anywhere.view.country.clear();
  any_year.view.built.reset();
  const auto rows = [&](bool same, const State& wider) { return same ? list.rows : project_list(w, wider).rows; };
  sheet_.charts[0] = country_chart(w, rows(v.country.empty(), anywhere), v.country, kBars, sheet_.countries);
  sheet_.charts[1] = commissioning_chart(w, rows(!v.built, any_year), s.scenario.year);
  sheet_.charts[2] = check_chart(w, list.rows);
  return sheet_;
}

}  // namespace gs
