#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "guest/claim_json.hpp"
#include "model/ledger.hpp"
#include "model/numerics.hpp"
#include "scene/claim_desk.hpp"
#include "scene/claim_sentences.hpp"
#include "scene/explorer.hpp"
#include "sim/runs.hpp"

#include <nlohmann/json.hpp>

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

const Portfolio& portfolio() { return test::assets().portfolio; }

const ClaimCountries& countries() {
  static const ClaimCountries made = claim_countries(*test::assets().base);
  return made;
}

ClaimCheck check(std::string_view text, const Scenario& scenario = {}) {
  return check_claim(portfolio(), test::repository_results(scenario), countries(), text);
}

const ConventionRow& row(const ClaimCase& of, FactorMethod method) {
  for (const ConventionRow& r : of.rows)
    if (r.method == method) return r;
  FAIL("no row of " << static_cast<int>(method));
  return of.rows.front();
}

std::string claim_of(const Project& p, double tonnes) {
  std::string technology(id_of(p.technology));
  const bool wind = category(p.technology) == Category::wind;
  return fmt::format("{:.6f} MW {} {} {:.3f} t", p.capacity->base(), category(p.technology) == Category::csp ? "csp" : !wind ? "solar" : p.technology == Technology::wind_offshore ? "offshore wind" : "wind",
                     p.country, tonnes);
}

/// Rows whose output is simulated and whose grid has a factor.
template <class Each>
void each_simulated(const Results& results, Each each) {
  int seen = 0;
  for (const ProjectResult& r : results.projects) {
    const Project& p = portfolio().projects[r.project];
    const Category kind = category(p.technology);
    if (results.fleet->plants[r.project].basis != EnergyBasis::simulated || !p.capacity || !r.avoided || !(r.avoided->best > Mass{})) continue;
    if (kind != Category::solar && kind != Category::wind && kind != Category::csp) continue;
    CAPTURE(p.id);
    ++seen;
    each(p, r);
  }
  CHECK(seen > 30);
}

}  // namespace

TEST_CASE("a simulated project's own numbers are plausible under the scenario's method", "[claim][sim]") {
  for (int m = 0; m < kFactorMethodCount; ++m) {
    const Scenario scenario{.method = static_cast<FactorMethod>(m)};
    const Results results = test::repository_results(scenario);
    each_simulated(results, [&](const Project& p, const ProjectResult& r) {
      const ClaimCheck c = check_claim(portfolio(), results, countries(), claim_of(p, r.avoided->best.base()));
      CAPTURE(c.read.text);
      REQUIRE(c.cases.size() == 1);
      CHECK(c.verdict == ClaimVerdict::plausible);
      bool found = false;
      for (const ClaimMatch& match : c.matches) found = found || portfolio().projects[match.project].id == p.id;
      CHECK(found);
    });
  }
}

TEST_CASE("a project's own output with twice its CO2 is not plausible under the scenario's method", "[claim][sim]") {
  const Results results = test::repository_results();
  each_simulated(results, [&](const Project& p, const ProjectResult& r) {
    const std::string text = claim_of(p, 2.0 * r.avoided->best.base()) + fmt::format(" {:.3f} MWh", r.energy->best.base());
    const ClaimCheck c = check_claim(portfolio(), results, countries(), text);
    CAPTURE(c.read.text);
    CHECK(c.verdict != ClaimVerdict::plausible);
    CHECK(row(c.cases.front(), results.scenario.method).claim == Side::above);
  });
}

TEST_CASE("no capacity gives more than 8,760 hours a year", "[claim][sim]") {
  CHECK(check("100 MW wind, Kenya, 876.1 GWh").verdict == ClaimVerdict::impossible);
  CHECK(check("100 MW wind, Kenya, 876 GWh").verdict == ClaimVerdict::too_much_output);
  CHECK(check("100 MW wind, Kenya, 876.1 GWh, 100 kt").verdict == ClaimVerdict::impossible);
  CHECK(check("100 MW hydro, 8761 hours").verdict == ClaimVerdict::nothing);
}

TEST_CASE("what is claimed of Al Dhafra is plausible under the operating margin and above the combined margin", "[claim][sim]") {
  const ClaimCheck c = check("2 GW, 2.4 Mt, UAE, solar");
  REQUIRE(c.cases.size() == 1);
  const ClaimCase& of = c.cases.front();
  CHECK(row(of, FactorMethod::ifi_combined_margin).claim == Side::above);
  CHECK(row(of, FactorMethod::ifi_operating_margin).claim == Side::inside);
  CHECK(c.verdict == ClaimVerdict::other_convention);
  CHECK(check("2 GW, 2.4 Mt, UAE, solar", {.method = FactorMethod::ifi_operating_margin}).verdict == ClaimVerdict::plausible);
  REQUIRE_FALSE(c.matches.empty());
  CHECK(portfolio().projects[c.matches.front().project].id == "al-dhafra-pv2");
}

TEST_CASE("500 MW and 1.1 Mt a year in Uzbekistan is a wind farm, for the sun would need twice its output", "[claim][sim]") {
  const ClaimCheck c = check("500 MW, 1.1 Mt a year, Uzbekistan");
  REQUIRE(c.cases.size() == 2);
  const ClaimCase &wind = c.cases[0], &sun = c.cases[1];
  CHECK(wind.technology == Technology::wind_onshore);
  CHECK(row(wind, FactorMethod::ifi_operating_margin).claim == Side::inside);
  CHECK(wind.verdict == ClaimVerdict::plausible);
  CHECK(sun.technology == Technology::solar_pv);
  CHECK(row(sun, FactorMethod::ifi_combined_margin).claim == Side::above);
  CHECK(*row(sun, FactorMethod::ifi_combined_margin).needed > sun.usual.most);
  bool zarafshan = false;
  for (const ClaimMatch& m : c.matches) zarafshan = zarafshan || portfolio().projects[m.project].id == "zarafshan-wind";
  CHECK(zarafshan);
}

TEST_CASE("the capacity factor that a convention needs gives the claim", "[claim][sim]") {
  const ClaimCheck c = check("300 MW wind Kazakhstan 700 kt");
  for (const ConventionRow& r : c.cases.front().rows) {
    CAPTURE(r.id);
    REQUIRE(r.needed);
    CHECK_THAT((megawatts(300) * model::kYear * *r.needed * r.factor.best).base(), WithinRel(7e5, 1e-12));
    CHECK((r.claim == Side::inside) == r.saving.contains(tonnes(7e5)));
  }
}

TEST_CASE("a claim of a later year is held against a cleaner grid", "[claim][sim]") {
  const ClaimCheck now = check("500 MW wind Uzbekistan 1 Mt"), later = check("500 MW wind Uzbekistan 1 Mt 2045");
  CHECK(later.year == 2045);
  CHECK(row(later.cases.front(), FactorMethod::ifi_combined_margin).factor.best < row(now.cases.front(), FactorMethod::ifi_combined_margin).factor.best);
  CHECK(row(later.cases.front(), FactorMethod::coal_equivalent).factor.best == row(now.cases.front(), FactorMethod::coal_equivalent).factor.best);
}

TEST_CASE("a country without a simulated plant takes those near it, and says so", "[claim][sim]") {
  const ClaimCheck c = check("100 MW wind Turkmenistan 200 kt");
  const UsualOutput& usual = c.cases.front().usual;
  CHECK(usual.nearby);
  REQUIRE(usual.simulated);
  for (const std::uint32_t i : usual.plants) CHECK(portfolio().projects[i].country != "TKM");
}

TEST_CASE("what is missing is said, and nothing is judged without it", "[claim][sim]") {
  const auto lacks = [](const ClaimCheck& c, ClaimLack lack) { return std::find(c.lacks.begin(), c.lacks.end(), lack) != c.lacks.end(); };
  CHECK(lacks(check(""), ClaimLack::figures));
  CHECK(lacks(check("500 MW in Kenya"), ClaimLack::co2_or_energy));
  CHECK(lacks(check("1.1 Mt in Kenya"), ClaimLack::capacity_or_energy));
  CHECK(lacks(check("500 MW 1.1 Mt"), ClaimLack::country));
  CHECK(lacks(check("334 MW battery storage Uzbekistan 347 kt"), ClaimLack::generating));
  for (const char* text : {"", "500 MW in Kenya", "1.1 Mt in Kenya", "334 MW battery storage Uzbekistan 347 kt"}) CHECK(check(text).verdict == ClaimVerdict::nothing);
}

TEST_CASE("every country of the map is found by each of its names", "[claim][scene]") {
  const BaseMap& base = *test::assets().base;
  for (const Country& country : base.countries) {
    if (country.iso3.empty()) continue;
    for (const std::string& name : country.names) {
      if (name.empty()) continue;
      CAPTURE(name);
      CHECK(read_claim("500 MW, " + name + ", 1 Mt", countries()).country == country.iso3);
    }
  }
}

TEST_CASE("the examples are understood whole and give the same verdict in every language", "[claim][scene]") {
  for (const char* example : {"check.example1", "check.example2", "check.example3"}) {
    std::optional<ClaimVerdict> first;
    for (const char* code : {"en", "zh", "ru", "ar"}) {
      const auto json = test::read_asset(fmt::format("i18n/{}.json", code));
      REQUIRE(json);
      const auto tr = Translator::from_json(code, *json);
      REQUIRE(tr);
      CAPTURE(code, (*tr)(example));
      const Results results = test::repository_results();
      const World world{portfolio(), results, *test::assets().base, *tr};
      const ClaimCheck c = check_claim(portfolio(), results, countries(), (*tr)(example));
      for (const ReadPart& p : c.read.parts) CHECK(p.used);
      if (!first) first = c.verdict;
      CHECK(c.verdict == *first);
      CHECK(c.verdict != ClaimVerdict::nothing);
      for (const ClaimCase& of : c.cases) CHECK(claim_verdict(world, c, of).find("check.") == std::string::npos);
      CHECK(claim_lines(world, c).find("check.") == std::string::npos);
    }
  }
}

TEST_CASE("any bytes are checked, and told as JSON", "[claim][scene]") {
  test::Explorer explorer = test::Explorer::desktop();
  const World world = explorer.world();
  const numerics::Draws draws(11);
  for (std::uint64_t round = 0; round < 60; ++round) {
    std::string text = "50 MW wind ";
    for (std::uint64_t i = 0; i < 40; ++i) text += static_cast<char>(static_cast<unsigned char>(draws.uniform(round * 64 + i) * 256.0));
    const ClaimCheck c = check_claim(portfolio(), world.results, countries(), text);
    CHECK(nlohmann::json::parse(claim_json(world, c), nullptr, false).is_object());
    CHECK_FALSE(claim_lines(world, c).empty());
  }
}

TEST_CASE("the desk checks again when the text, the year or the method changes", "[claim][scene]") {
  test::Explorer explorer = test::Explorer::desktop();
  ClaimDesk desk;
  explorer.act(action::SetClaim{"2 GW, 2.4 Mt, UAE, solar"});
  CHECK(desk.of(explorer.world(), explorer.state).verdict == ClaimVerdict::other_convention);
  explorer.act(action::SetMethod{FactorMethod::ifi_operating_margin});
  CHECK(desk.of(explorer.world(), explorer.state).verdict == ClaimVerdict::plausible);
  explorer.act(action::SetClaim{"2 GW"});
  CHECK(desk.of(explorer.world(), explorer.state).verdict == ClaimVerdict::nothing);
}
