#include "scene/selected.hpp"

namespace gs {

const SelectedProject& Selected::of(const Portfolio& portfolio, const Results& results, const Selection& selection) {
  const Project* project = selection.kind == SelectionKind::project ? portfolio.project(selection.id) : nullptr;
  if (!project) {
    project_.clear();
    shown_ = {};
    return shown_;
  }
  // Results have no digest while they are not whole.
  if (project_ == project->id && !digest_.empty() && digest_ == results.digest) return shown_;
  project_ = project->id;
  digest_ = results.digest;
  const auto i = static_cast<std::size_t>(project - portfolio.projects.data());
  const ProjectResult& result = results.projects[i];
  const PlantYear& plant = results.fleet->plants[i];
  const double left = result.energy && plant.energy && *plant.energy > Energy{} ? result.energy->best / *plant.energy : 1.0;
  shown_ = {year_chart(plant.power, project->longitude, left), economy_of(portfolio, results, result), ++made_};
  return shown_;
}

const YardClaimCheck* Selected::claim(const Portfolio& portfolio, const Selection& selection) {
  const Locomotive* l = selection.kind == SelectionKind::locomotive ? portfolio.locomotive(selection.id) : nullptr;
  if (!l) return nullptr;
  if (locomotive_ != l->id) {
    locomotive_ = l->id;
    claim_ = yard_claim(portfolio, *l);
  }
  return claim_ ? &*claim_ : nullptr;
}

}  // namespace gs
