#include "state/history.hpp"

#include <utility>

namespace gs {
namespace {

/// Without what passes by itself, and is not brought back.
State lasting(State s) {
  const ViewState none;
  s.view.hover = {};
  s.view.playing_years = s.view.playing_trains = s.view.map.playing_hours = false;
  s.view.train_clock = none.train_clock;
  s.view.lab_km.reset();
  s.view.lab_held = false;
  return s;
}

/// What was there then, with the clocks of now.
State back_to(State then, const State& now) {
  then.view.train_clock = now.view.train_clock;
  then.view.playing_trains = now.view.playing_trains;
  return then;
}

/// A change that comes in many small ones.
bool only_moved(State a, const State& b) {
  a.view.viewpoint = b.view.viewpoint;
  a.view.map.hour = b.view.map.hour;
  a.view.query = b.view.query;
  a.view.claim = b.view.claim;
  a.scenario = b.scenario;
  a.laboratory = b.laboratory;
  a.view.map.opacity = b.view.map.opacity;
  return a == b;
}

}  // namespace

void History::note(const State& before, const State& after, double seconds) {
  const State a = lasting(before), b = lasting(after);
  if (a == b) return;
  const bool goes_on = seconds - changed_ < kOneChange && only_moved(a, b) && !past_.empty();
  changed_ = only_moved(a, b) ? seconds : -1e9;
  future_.clear();
  if (goes_on) return;
  if (past_.size() >= kMost) past_.erase(past_.begin());
  past_.push_back(a);
}

std::optional<State> History::undo(const State& now) {
  if (past_.empty()) return std::nullopt;
  future_.push_back(lasting(now));
  State then = std::move(past_.back());
  past_.pop_back();
  changed_ = -1e9;
  return back_to(std::move(then), now);
}

std::optional<State> History::redo(const State& now) {
  if (future_.empty()) return std::nullopt;
  past_.push_back(lasting(now));
  State then = std::move(future_.back());
  future_.pop_back();
  changed_ = -1e9;
  return back_to(std::move(then), now);
}

}  // namespace gs
