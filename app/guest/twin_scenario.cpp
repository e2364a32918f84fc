#include <algorithm>
#include <array>

#include "guest/twin_board.hpp"
#include "scene/story.hpp"
#include "text/figure.hpp"

/// What if, a claim to check, and stories.
namespace gs {
namespace {

using Words = std::string (*)(const Translator&, int);

std::string per_cent(const Translator& tr, int value) { return percent(0.01 * value, tr); }
std::string gigawatts_words(const Translator& tr, int gw) { return tr("what_if.build_value", whole(gw, tr)); }
std::string price_words(const Translator& tr, int cents) { return tr("what_if.hydrogen_value", number(0.01 * cents, tr, 3)); }

struct Slider {
  const char *id, *key, *note;
  int WhatIf::* value;
  WholeRange range;
  Words words = per_cent;
};
constexpr std::array<Slider, 8> kSliders{{{"weather", "what_if.weather", "what_if.weather_note", &WhatIf::weather, kWeather},
                                          {"ageing", "what_if.ageing", "what_if.ageing_note", &WhatIf::ageing, kAgeing},
                                          {"curtailment", "what_if.curtailment", "what_if.curtailment_note", &WhatIf::curtailment, kCurtailment},
                                          {"stored", "what_if.stored", "what_if.stored_note", &WhatIf::stored, kStored},
                                          {"traffic", "what_if.traffic", "what_if.traffic_note", &WhatIf::traffic, kTraffic},
                                          {"wires", "what_if.wires", "what_if.wires_note", &WhatIf::wires, kWires},
                                          {"build", "what_if.build", "what_if.build_note", &WhatIf::build_gw, {1, kBuildGw.most}, gigawatts_words},
                                          {"hydrogen", "what_if.hydrogen", "what_if.hydrogen_note", &WhatIf::hydrogen_cents, kHydrogenCents, price_words}}};
constexpr int kClaimedGw = 80;  ///< GW a year that the article's forecast names: what build_gw 0 stands for

/// As a slider shows it: the claimed rate in place of 0.
int shown(const WhatIf& w, const Slider& row) {
  const int value = w.*row.value;
  return row.value == &WhatIf::build_gw && value == 0 ? kClaimedGw : value;
}

}  // namespace

void add_scenario_controls(TwinBoard& b) {
  b.begin("scenario");
  const Scenario now = b.s.scenario;
  for (const Slider& row : kSliders) {
    const int value = shown(now.what_if, row);
    TwinControl& slider = b.range(row.id, b.tr(row.key), row.range, value, row.words(b.tr, value), [now, value_at = row.value](int to) {
      Scenario then = now;
      then.what_if.*value_at = value_at == &WhatIf::build_gw && to == kClaimedGw ? 0 : to;
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
