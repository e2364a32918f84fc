#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "state/state.hpp"

/// Scenarios that a reader has named, the oldest first: pure functions between the list and the text that keeps it.
namespace gs {

inline constexpr std::size_t kMostNamedScenarios = 20;

/// What of a typed text is a name: one line without white space around it, up to kLongestName bytes. Empty: no name.
std::string scenario_name(std::string_view typed);

/// The list with `scenario` under that name, in place of one of the same name. As it was where the name is empty, or new
/// to a full list.
std::vector<NamedScenario> with_scenario(std::vector<NamedScenario>, std::string_view name, const Scenario&);
std::vector<NamedScenario> without_scenario(std::vector<NamedScenario>, std::string_view name);

/// A line each: the name, a tab, and the scenario as a link has it.
std::string text_of(std::span<const NamedScenario>);
/// The list of such a text. A damaged line, a second one of a name, and what is beyond the limit are left out.
std::vector<NamedScenario> named_scenarios_of(std::string_view text);

}  // namespace gs
