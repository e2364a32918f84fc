#pragma once
#include <optional>
#include <vector>

#include "state/state.hpp"

namespace gs {

/// What can be undone and done again: every change but what passes by itself (hover, clocks, playing). Changes of one kind that
/// follow each other closely (a drag, a slider, typing) are one.
class History {
 public:
  /// After a frame's actions; `seconds` of a monotonic clock.
  void note(const State& before, const State& after, double seconds);
  /// The state before the last change; nothing when there is none.
  std::optional<State> undo(const State& now);
  std::optional<State> redo(const State& now);

 private:
  static constexpr std::size_t kMost = 200;
  static constexpr double kOneChange = 0.8;  ///< s
  std::vector<State> past_, future_;
  double changed_ = -1e9;  ///< s, when it was last
  unsigned kinds_ = 0;     ///< of that change
};

}  // namespace gs
