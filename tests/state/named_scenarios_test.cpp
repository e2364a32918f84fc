#include "state/named_scenarios.hpp"

#include <catch2/catch_test_macros.hpp>

#include "state/random_state.hpp"

using namespace gs;

namespace {

Scenario of_year(int year) {
  Scenario s;
  s.year = year;
  return s;
}

std::vector<NamedScenario> many(std::size_t n) {
  std::vector<NamedScenario> all;
  for (std::size_t i = 0; i < n; ++i) all = with_scenario(std::move(all), "number " + std::to_string(i), of_year(2030));
  return all;
}

}  // namespace

TEST_CASE("named scenarios survive the way through their text", "[scenarios]") {
  test::Dice dice(20261203);
  for (int round = 0; round < 200; ++round) {
    std::vector<NamedScenario> all;
    for (std::size_t i = 0; i < 20; ++i) all = with_scenario(std::move(all), "情景 & no. " + std::to_string(i), test::random_state(dice).scenario);
    const std::string text = text_of(all);
    CAPTURE(text);
    CHECK(named_scenarios_of(text) == all);
  }
  CHECK(text_of(std::vector<NamedScenario>{}).empty());
  CHECK(named_scenarios_of("").empty());
}

TEST_CASE("a name is one line without white space around it, and not too long", "[scenarios]") {
  struct Row {
    const char *typed, *name;
  };
  for (const Row row : {Row{"Mine", "Mine"}, {"  Mine\tand\nyours  ", "Mine and yours"}, {"", ""}, {" \t\n", ""}, {"净零", "净零"}}) {
    CAPTURE(row.typed);
    CHECK(scenario_name(row.typed) == row.name);
  }
  std::string letters;
  while (letters.size() <= kLongestName) letters += "ж";  // two bytes each
  CHECK(scenario_name(letters).size() <= kLongestName);
  CHECK(scenario_name(letters).size() % 2 == 0);
  CHECK(scenario_name(scenario_name(letters)) == scenario_name(letters));
}

TEST_CASE("a scenario is kept in place of one of its name, and forgotten by it", "[scenarios]") {
  std::vector<NamedScenario> all = with_scenario({}, "a", of_year(2030));
  all = with_scenario(std::move(all), "b", of_year(2040));
  all = with_scenario(std::move(all), " a ", of_year(2050));
  REQUIRE(all.size() == 2);
  CHECK(all[0] == NamedScenario{"a", of_year(2050)});
  CHECK(with_scenario(all, "  ", of_year(2020)) == all);
  CHECK(without_scenario(all, "c") == all);
  all = without_scenario(std::move(all), "a");
  REQUIRE(all.size() == 1);
  CHECK(all[0].name == "b");
}

TEST_CASE("a full list takes no new name, but another scenario under a known one", "[scenarios]") {
  std::vector<NamedScenario> all = many(kMostNamedScenarios + 5);
  CHECK(all.size() == kMostNamedScenarios);
  CHECK(with_scenario(all, "one more", of_year(2050)) == all);
  all = with_scenario(std::move(all), "number 3", of_year(2050));
  CHECK(all[3].scenario.year == 2050);
}

TEST_CASE("damaged lines are left out, the others stay", "[scenarios]") {
  const std::string good = text_of(with_scenario({}, "good", of_year(2044)));
  for (const char* bad : {"no tab\n", "\tv=1&y=2040\n", "bad\tv=1&y=1\n", "bad\tv=1&nonsense=1\n", "bad\tv=1&lang=zh\n", "\n", "good\tv=1\n"}) {
    CAPTURE(bad);
    CHECK(named_scenarios_of(good + bad) == named_scenarios_of(good));
  }
  CHECK(named_scenarios_of("bad\n" + good).size() == 1);
  CHECK(named_scenarios_of(good.substr(0, good.size() - 1)).size() == 1);  // without its last line end
  test::Dice dice(7);
  for (int round = 0; round < 500; ++round) {
    for (const NamedScenario& s : named_scenarios_of(dice.bytes(300))) CHECK_FALSE(s.name.empty());
  }
}
