#include <string>
#include <vector>

#include "fuzz/targets.hpp"
#include "scene/view.hpp"
#include "state/named_scenarios.hpp"
#include "state/url.hpp"

void gs::fuzz::link(std::string_view bytes) {
  FromFragment read = from_fragment(bytes, known_projection);
  check_projection(read.state, read.ignored);
  const std::string text = to_fragment(read.state);
  const FromFragment again = from_fragment(text, known_projection);
  law(again.ignored.empty(), "what the program writes, it reads");
  law(to_fragment(again.state) == text, "a link that was read gives the same link");

  const std::vector<NamedScenario> named = named_scenarios_of(bytes);
  law(named.size() <= kMostNamedScenarios, "no more named scenarios than the limit");
  const std::string kept = text_of(named);
  law(text_of(named_scenarios_of(kept)) == kept, "the list that was read gives the same list");
}
