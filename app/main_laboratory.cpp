#include "main_laboratory.hpp"

namespace gs {

const LabResults* Desk::runs(const Portfolio& portfolio, const State& s) {
  shown_ = s.view.panel == Panel::laboratory ? &lab_.of(portfolio, s.scenario, s.laboratory, s.view.lab_held) : nullptr;
  return shown_;
}

std::optional<Viewpoint> Desk::follow(const Projector& projector, const State& s, const Window& window) {
  if (s.view.panel != Panel::laboratory) {
    line_.clear();
    return std::exchange(before_, std::nullopt);
  }
  if (line_ == s.laboratory.line && window == window_) return std::nullopt;
  if (line_.empty()) before_ = s.view.viewpoint;
  line_ = s.laboratory.line;
  window_ = window;
  if (!shown_ || shown_->line.places.size() < 2) return std::nullopt;
  std::vector<LonLat> places;
  for (const RailLine::Place& p : shown_->line.places) places.push_back({p.longitude, p.latitude});
  return framed(projector, s.view, window, places);
}

}  // namespace gs
