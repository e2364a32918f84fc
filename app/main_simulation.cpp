#include "main_simulation.hpp"

#include "platform/platform.hpp"
#include "portfolio/own_data.hpp"
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

void Simulation::change(Portfolio next) {
  builder_.reset();  // it may be of the one that is thrown away
  next_ = std::make_unique<Portfolio>(std::move(next));
}

void Simulation::take_next() {
  const auto has_own_lines = [](const Portfolio& p) { return !p.routes.empty() && is_own(p.routes.back().id); };
  if (has_own_lines(portfolio_) || has_own_lines(*next_)) rail_.reset();  // trains run on those too
  lines_.reset();
  portfolio_ = std::move(*next_);
  next_.reset();
}

void Simulation::work(const Scenario& scenario, double seconds) {
  const bool only_present = next_ && seconds <= 0.0 && has_results();
  const bool stale = !has_results() || results_.fleet->drawing != scenario.drawing || next_;
  if (only_present) {
    if (results_.scenario != scenario && results_.fleet->drawing == scenario.drawing) results_ = simulate(portfolio_, results_.fleet, scenario);
    return;
  }
  if (!stale) {
    builder_.reset();
  } else if (!builder_ || building_ != scenario.drawing) {
    builder_.emplace(next_ ? *next_ : portfolio_, scenario.drawing);
    building_ = scenario.drawing;
  }
  if (builder_) {
    if (!advance(*builder_, seconds)) return;
    Fleet fleet = builder_->finish();
    builder_.reset();
    if (next_) take_next();
    show(std::move(fleet), scenario);
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
