#include "main_scenarios.hpp"

#include <utility>

namespace gs {

void Scenarios::remember(std::vector<NamedScenario> all) {
  if (all == all_) return;
  all_ = std::move(all);
  platform::remember("scenarios", text_of(all_));
}

void Scenarios::carry_out(const Action& a, const Scenario& now, Effects& effects, const Translator& words) {
  if (const auto* forget = std::get_if<action::ForgetScenario>(&a)) remember(without_scenario(all_, forget->name));
  const auto* keep = std::get_if<action::KeepScenario>(&a);
  if (!keep) return;
  const std::string name = scenario_name(keep->name);
  if (name.empty()) return;
  remember(with_scenario(all_, name, now));
  for (const NamedScenario& s : all_)
    if (s.name == name) return effects.say(words("scenario.kept", name), false);
  effects.say(words("scenario.full", kMostNamedScenarios), true);
}

}  // namespace gs
