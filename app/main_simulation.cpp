#include "main_simulation.hpp"

#include "platform/platform.hpp"
#include "sim/simulate.hpp"

namespace gs {

void Simulation::work(const Scenario& scenario, double seconds) {
  const bool stale = !has_results() || results_.fleet->drawing != scenario.drawing;
  if (!stale) {
    builder_.reset();
  } else if (!builder_ || building_ != scenario.drawing) {
    builder_.emplace(portfolio_, scenario.drawing, std::vector<OwnWeather>{}, has_results() ? results_.fleet->rail : nullptr);
    building_ = scenario.drawing;
  }
  if (builder_) {
    const double end = platform::seconds() + seconds;
    do builder_->step();
    while (!builder_->ready() && platform::seconds() < end);
    if (builder_->ready()) {
      results_ = simulate(portfolio_, std::make_shared<const Fleet>(builder_->finish()), scenario);
      builder_.reset();
      return;
    }
  }
  if (!has_results()) return;
  Scenario reachable = scenario;
  reachable.drawing = results_.fleet->drawing;
  if (results_.scenario != reachable) results_ = simulate(portfolio_, results_.fleet, reachable);
}

}  // namespace gs
