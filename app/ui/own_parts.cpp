#include "ui/own_parts.hpp"

#include "portfolio/own_climate.hpp"

namespace gs::ui {

std::string own_note(const Ui& ui) {
  int rows = 0;
  for (const ProjectRow& row : ui.list.rows) rows += is_own(ui.world.portfolio.projects[row.project].id) ? 1 : 0;
  return rows > 0 ? ui.tr()("own.in_total", rows) : std::string();
}

void own_marks(const Ui& ui, const Project& p, const ProjectResult& r) {
  const Translator& tr = ui.tr();
  text(ui.fonts.small, ui.palette.warning, tr("own.mark"), true);
  const auto near = OwnClimates(ui.world.portfolio).nearest(p.technology, p.latitude, p.longitude);
  if (!near) return;
  const Site* site = ui.world.portfolio.site(p.id);
  const auto own = [&](const auto& value) { return value && !value->estimated; };
  const Category kind = category(p.technology);
  const bool given = site && (kind == Category::wind ? own(site->wind_100m) : kind == Category::csp ? own(site->dni) : own(site->ghi));
  const char* key = r.basis != EnergyBasis::simulated ? "own.no_climate" : given ? "own.climate_given" : "own.climate";
  text(ui.fonts.small, ui.palette.warning, tr(key, display_name(*near->project, tr), whole(near->km, tr)), true);
}

}  // namespace gs::ui
