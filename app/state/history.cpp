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
  s.view.sharing = false;
  return s;
}

/// What was there then, with the clocks of now.
State back_to(State then, const State& now) {
  then.view.train_clock = now.view.train_clock;
  then.view.playing_trains = now.view.playing_trains;
  return then;
}

/// Bits of what has changed that comes in many small ones, 0: something else has.
unsigned small_changes(State a, const State& b) {
  unsigned kinds = 0, bit = 1;
  const auto take = [&](auto& mine, const auto& other) {
    if (!(mine == other)) kinds |= bit;
    mine = other;
    bit <<= 1;
  };
  take(a.view.viewpoint, b.view.viewpoint);
  take(a.view.map.hour, b.view.map.hour);
  take(a.view.map.opacity, b.view.map.opacity);
  take(a.view.query, b.view.query);
  take(a.view.claim, b.view.claim);
  take(a.scenario, b.scenario);
  take(a.laboratory, b.laboratory);
  return a == b ? kinds : 0;
}

}  // namespace

void History::note(const State& before, const State& after, double seconds) {
  const State a = lasting(before), b = lasting(after);
  if (a == b) return;
  const unsigned kinds = small_changes(a, b);
  const bool goes_on = kinds != 0 && kinds == kinds_ && seconds - changed_ < kOneChange && !past_.empty();
  kinds_ = kinds;
  changed_ = seconds;
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
  kinds_ = 0;
  return back_to(std::move(then), now);
}

std::optional<State> History::redo(const State& now) {
  if (future_.empty()) return std::nullopt;
  past_.push_back(lasting(now));
  State then = std::move(future_.back());
  future_.pop_back();
  kinds_ = 0;
  return back_to(std::move(then), now);
}

}  // namespace gs
