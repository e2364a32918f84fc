#pragma once
#include <span>

#include "main_effects.hpp"
#include "platform/platform.hpp"
#include "state/named_scenarios.hpp"
#include "text/translator.hpp"

namespace gs {

/// The reader's own scenarios, kept from one visit to the next where the machine can.
class Scenarios {
 public:
  void carry_out(const Action&, const Scenario& now, Effects&, const Translator&);
  std::span<const NamedScenario> all() const { return all_; }
  /// Others in their place, from now on.
  void remember(std::vector<NamedScenario>);

 private:

  std::vector<NamedScenario> all_ = named_scenarios_of(platform::recall("scenarios"));
};

}  // namespace gs
