#include "main_table.hpp"

#include "export/chart_svg.hpp"
#include "export/table_export.hpp"

namespace gs {

void TableDesk::draw(const ui::Ui& u, Actions& out) {
  const TableSheet& sheet = sheets_.of(u.world, u.state, u.list);
  wishes_ = ui::table(u, sheet, hand_, out);
  if (!wishes_.csv) return;
  projects_.clear();
  for (const ProjectRow& row : sheet.rows) projects_.push_back(row.project);
}

void TableDesk::save(Effects& effects, const Effects::Context& c) {
  const ui::TableWishes wishes = std::exchange(wishes_, {});
  if (wishes.csv) effects.save(c, "green-silk-road-table.csv", to_csv(c.world.portfolio, c.world.results, projects_));
  if (!wishes.svg) return;
  const Chart chart = chart_for_file(c.world, c.state, *wishes.svg);
  const TextWidth width = [&](std::string_view text, bool bold) { return (bold ? c.fonts.bold : c.fonts.regular).width(text, kLabelPx); };
  effects.save(c, "green-silk-road-" + chart.id + ".svg", to_svg(chart, print_palette(), width, page_for(chart, c.world.tr.code())));
}

std::optional<Viewpoint> TableDesk::follow(const State& s, const Window& window) {
  const bool open = s.view.panel == Panel::table, first = std::exchange(first_, false);
  if (open == std::exchange(open_, open)) return std::nullopt;
  if (first) return std::nullopt;  // a link shows the view that it names
  if (open) {
    before_ = s.view.viewpoint;
    return shown_ = home(s.view, window);
  }
  const bool moved = !shown_ || !(s.view.viewpoint == *shown_);
  const auto back = std::exchange(before_, std::nullopt);
  return moved ? std::nullopt : back;
}

}  // namespace gs
