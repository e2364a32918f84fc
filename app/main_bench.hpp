#pragma once
#include <optional>
#include <string_view>

#include "scene/crowd.hpp"
#include "scene/theme.hpp"
#include "state/state.hpp"

namespace gs {

/// The map alone, to be measured beside other maps: `?bench` in the page's address, `n` symbols (2,000; a million at most)
/// and thirty lines. The same places as its peers draw, so that their pictures can be laid over each other.
struct Bench {
  Crowd crowd;
  Palette palette;
  State state;  ///< what is shown at first: the world, with borders
};
std::optional<Bench> bench_of(std::string_view query);

/// The seconds of a page's message {"type":"spin","seconds":1.5}.
std::optional<double> spin_of(std::string_view json);
/// The view of the globe as it turns, `seconds` after it began.
void spin(State&, double seconds);

}  // namespace gs
