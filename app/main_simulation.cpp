#include "main_simulation.hpp"

#include "platform/platform.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

/// Whether the builder is ready after at most about that many seconds.
template <class Builder>
bool advance(Builder& builder, double seconds) {
  const double end = platform::seconds() + seconds;
  do builder.step();
  while (!builder.ready() && platform::seconds() < end);
  return builder.ready();
}

}  // namespace

void Simulation::show(Fleet fleet, const Scenario& scenario) {
  if (rail_) fleet.set_rail(rail_);
  results_ = simulate(portfolio_, std::make_shared<const Fleet>(std::move(fleet)), scenario);
}

const Results* Simulation::against(const std::optional<Scenario>& other) {
  if (!other || !has_results()) return nullptr;
  Scenario scenario = *other;
  scenario.drawing = results_.fleet->drawing;
  if (against_.fleet != results_.fleet || against_.scenario != scenario) against_ = simulate(portfolio_, results_.fleet, scenario);
  return &against_;
}

void Simulation::work(const Scenario& scenario, double seconds) {
  const bool stale = !has_results() || results_.fleet->drawing != scenario.drawing;
  if (!stale) {
    builder_.reset();
  } else if (!builder_ || building_ != scenario.drawing) {
    builder_.emplace(portfolio_, scenario.drawing);
    building_ = scenario.drawing;
  }
  if (builder_) {
    if (!advance(*builder_, seconds)) return;
    show(builder_->finish(), scenario);
    builder_.reset();
    return;
  }
  if (!rail_) {
    if (!lines_) lines_.emplace(portfolio_);
    if (advance(*lines_, seconds)) {
      rail_ = lines_->finish();
      lines_.reset();
      return show(*results_.fleet, scenario);
    }
  }
  if (results_.scenario != scenario) results_ = simulate(portfolio_, results_.fleet, scenario);
}

}  // namespace gs
