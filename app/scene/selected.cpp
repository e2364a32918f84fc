#include "scene/selected.hpp"

namespace gs {

const SelectedProject& Selected::of(const Portfolio& portfolio, const Results& results, const Selection& selection) {
  const Project* project = selection.kind == SelectionKind::project ? portfolio.project(selection.id) : nullptr;
  if (!project) {
    if (!project_.empty()) *this = Selected();
    return shown_;
  }
  if (project_ == project->id && digest_ == results.digest) return shown_;
  project_ = project->id;
  digest_ = results.digest;
  const auto i = static_cast<std::size_t>(project - portfolio.projects.data());
  const ProjectResult& result = results.projects[i];
  const PlantYear& plant = results.fleet->plants[i];
  const double left = result.energy && plant.energy && *plant.energy > Energy{} ? result.energy->best / *plant.energy : 1.0;
  shown_ = {year_chart(plant.power, project->longitude, left), economy_of(portfolio, results, result)};
  return shown_;
}

}  // namespace gs
