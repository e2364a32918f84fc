#include "main_travel.hpp"

#include <utility>

#include "state/url.hpp"

namespace gs {
namespace {

void show(const action::ShowStep& wish, const Travel::Context& c) {
  const Story* story = c.library.story(wish.story);
  if (!story) return;
  State to = state_of_step(*story, wish.step, c.state);
  const Viewpoint end = to.view.viewpoint;
  const bool same_map = to.view.projection == c.state.view.projection && to.view.lon_0 == c.state.view.lon_0;
  if (same_map) to.view.viewpoint = c.state.view.viewpoint;
  c.state = reduce(std::move(c.state), action::Replace{std::move(to)});
  if (same_map) c.effects.start_flight(c.state.view.viewpoint, end);
}

void keep(const Travel::Context& c) {
  State kept = c.state;
  kept.view.panel = Panel::none;
  c.library.keep(to_fragment(reduce(std::move(kept), action::EndStory{})));
  c.effects.say(c.words("stories.kept", c.library.kept()), false);
}

}  // namespace

void Travel::carry_out(const Action& a, const Context& c) {
  if (const auto* step = std::get_if<action::ShowStep>(&a)) show(*step, c);
  if (std::holds_alternative<action::KeepView>(a)) keep(c);
  if (std::holds_alternative<action::SaveStory>(a)) {
    due_.push_back(action::SaveFile{"my-story.json", c.library.written()});
    platform::wake();
  }
  if (std::holds_alternative<action::DismissGuide>(a)) {
    guide_ = false;
    platform::remember("guide", "dismissed");
  }
  const bool back = std::holds_alternative<action::Undo>(a), again = std::holds_alternative<action::Redo>(a);
  if (!back && !again) return;
  const auto to = back ? history_.undo(c.state) : history_.redo(c.state);
  if (!to) return;
  c.state = *to;
  travelled_ = true;
  c.effects.say(c.words(back ? "undo.done" : "redo.done"), false);
}

void Travel::remember(const State& before, const State& after) {
  if (!std::exchange(travelled_, false)) history_.note(before, after, platform::seconds());
}

void Travel::due(const ViewState& v, Library& library, Actions& out) {
  for (Action& a : std::exchange(due_, {})) out.push_back(std::move(a));
  if (const auto opened = library.take_opened()) out.push_back(action::ShowStep{*opened, 0});
  if (!step_due_ || !library.story(v.story)) return;
  step_due_ = false;
  out.push_back(action::ShowStep{v.story, v.step});
}

}  // namespace gs
