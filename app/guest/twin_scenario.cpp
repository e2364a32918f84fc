#include <algorithm>

#include "guest/twin_board.hpp"
#include "scene/story.hpp"
#include "scene/what_if_rows.hpp"

/// What if, a claim to check, and stories.
namespace gs {

void add_scenario_controls(TwinBoard& b) {
  b.begin("scenario");
  const Scenario now = b.s.scenario;
  for (const WhatIfRow& row : kWhatIfRows) {
    const int value = row.shown(now.what_if);
    TwinControl& slider = b.range(row.id, b.tr(row.key), row.range, value, row.words(b.tr, value), [now, &row](int to) {
      Scenario then = now;
      row.set(then.what_if, to);
      return Actions{action::SetScenario{then}};
    });
    slider.note = b.tr(row.note);
  }
  b.button("standard", b.tr("scenario.reset"), {action::SetScenario{Scenario{}}}).can = !(now == Scenario{});
  const std::optional<Scenario> kept = b.s.against ? std::nullopt : std::optional(now);
  b.button("compare", b.tr(kept ? "compare.keep" : "compare.stop"), {action::SetAgainst{kept}});
}

void add_claim_controls(TwinBoard& b) {
  b.begin("claim");
  TwinControl& field = b.text("claim", b.tr("check.title"), b.s.view.claim, [](const std::string& text) { return Actions{action::SetClaim{text}}; });
  field.note = b.tr("check.help");
}

void add_story_controls(TwinBoard& b) {
  b.begin("stories");
  const Story* told = story_of(b.w, b.s.view);
  if (told && step_of(b.w, b.s.view)) {
    const int step = b.s.view.step, last = static_cast<int>(told->steps.size()) - 1;
    b.button("back", b.tr("twin.back"), {action::ShowStep{told->id, std::max(step - 1, 0)}}).can = step > 0;
    b.button("next", b.tr("twin.next"), {action::ShowStep{told->id, std::min(step + 1, last)}}).can = step < last;
    b.button("leave", b.tr("story.end"), {action::EndStory{}});
  }
  if (b.w.stories.empty()) b.button("stories", b.tr("stories.title"), {action::SetPanel{Panel::stories}});
  for (const Story& story : b.w.stories) {
    TwinControl& begin = b.button("story:" + story.id, title_of(story, b.tr.code()) + " – " + b.tr("stories.begin", story.steps.size()), {action::ShowStep{story.id, 0}});
    begin.note = story.summary.in(b.tr.code());
  }
}

}  // namespace gs
