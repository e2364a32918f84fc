#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"
#include "scene/story.hpp"
#include "state/state.hpp"

/// What a page says to the map that is embedded in it, as web/EMBED.md describes it for its editors.
namespace gs {

/// What is wrong in a message: the place ("greensilk:set:year"), what would be right there, and what stands there. In English:
/// it is for those who write pages.
struct Refusal {
  std::string place, expected, found;
  bool operator==(const Refusal&) const = default;
};

/// A way through a story. At most one of step, by and progress; none: its first step.
struct StoryMove {
  std::string story;               ///< id; empty: the one that is told
  std::optional<int> step;         ///< from 0
  int by = 0;                      ///< 1 the next step, -1 the one before
  std::optional<double> progress;  ///< 0..1, from the first step to the last
  bool operator==(const StoryMove&) const = default;
};

struct HostMessage {
  std::string id;                       ///< as the host calls the message, in JSON; empty: it has no name
  std::optional<std::string> fragment;  ///< a link to open, whole as it is
  Actions actions;
  std::optional<StoryMove> story;
  std::vector<Refusal> refused;         ///< nothing of the message counts then, but what of a link can be read
};

/// Reads a message as JSON: "greensilk:hello", "greensilk:set", "greensilk:select" or "greensilk:play" of version 1. `now` is
/// what the fields of a view are set in.
HostMessage read_message(std::string_view json, const Portfolio&, const State& now, bool (*known_projection)(std::string_view));

struct StepFound {
  std::optional<action::ShowStep> step;
  std::optional<Refusal> refused;
};
/// The step that a move leads to: beyond the ends it stays at them. Refused where there is no such story or step.
StepFound step_after(const StoryMove&, std::span<const Story>, const ViewState& now);

/// {"type":"refused", "id", "problems":[{"place", "expected", "found"}]} for the page.
std::string refused_json(const std::string& id, std::span<const Refusal>);

}  // namespace gs
