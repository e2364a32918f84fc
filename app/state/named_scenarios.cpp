#include "state/named_scenarios.hpp"

#include <algorithm>

#include "state/url.hpp"

namespace gs {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; }

template <class List>
auto named(List& all, std::string_view name) {
  return std::find_if(all.begin(), all.end(), [&](const NamedScenario& s) { return s.name == name; });
}

/// Nothing where a part of the link is none of a scenario's or out of its range.
std::optional<Scenario> scenario_of(std::string_view link) {
  const FromFragment read = from_fragment(link, [](std::string_view) { return false; });
  State only;
  only.scenario = read.state.scenario;
  return read.ignored.empty() && read.state == only ? std::optional(read.state.scenario) : std::nullopt;
}

}  // namespace

std::string scenario_name(std::string_view typed) {
  std::string name;
  for (const char c : typed) {
    if (!is_blank(c)) name += c;
    else if (!name.empty() && name.back() != ' ') name += ' ';
  }
  name = clipped(name, kLongestName);
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return name;
}

std::vector<NamedScenario> with_scenario(std::vector<NamedScenario> all, std::string_view typed, const Scenario& scenario) {
  const std::string name = scenario_name(typed);
  if (name.empty()) return all;
  if (const auto same = named(all, name); same != all.end()) same->scenario = scenario;
  else if (all.size() < kMostNamedScenarios) all.push_back({name, scenario});
  return all;
}

std::vector<NamedScenario> without_scenario(std::vector<NamedScenario> all, std::string_view name) {
  if (const auto found = named(all, name); found != all.end()) all.erase(found);
  return all;
}

std::string text_of(std::span<const NamedScenario> all) {
  std::string text;
  for (const NamedScenario& s : all) {
    State only;
    only.scenario = s.scenario;
    text += s.name + '\t' + to_fragment(only) + '\n';
  }
  return text;
}

std::vector<NamedScenario> named_scenarios_of(std::string_view text) {
  std::vector<NamedScenario> all;
  while (!text.empty() && all.size() < kMostNamedScenarios) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::string name = scenario_name(line.substr(0, tab));
    const auto scenario = scenario_of(line.substr(tab + 1));
    if (!name.empty() && scenario && named(all, name) == all.end()) all.push_back({name, *scenario});
  }
  return all;
}

}  // namespace gs
