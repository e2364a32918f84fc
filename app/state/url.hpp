#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "state/state.hpp"
#include "units/result.hpp"

namespace gs {

/// What of the state a link carries, without '#': `v=1&p=ortho&lon=54.5&lat=24.1&z=2.5&sel=project:al-dhafra-pv2&y=2026`.
/// Only what differs from the standard state is written; the same state always gives the same text.
std::string to_fragment(const State&);

struct FromFragment {
  State state;
  std::vector<Error> ignored;  ///< each unknown name or bad value: where, expected, found. The rest still counts
};

/// Reads a link's fragment (with or without '#'). `known_projection` tells whether an id can be used.
/// Never fails: a damaged link opens the standard map and says what was ignored.
FromFragment from_fragment(std::string_view fragment, bool (*known_projection)(std::string_view));

}  // namespace gs
