#include "portfolio/own_data.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "export/citation.hpp"
#include "export/own_export.hpp"
#include "model/own_version.hpp"
#include "portfolio/own_climate.hpp"
#include "sim/runs.hpp"
#include "sim/totals.hpp"
#include "state/url.hpp"

using namespace gs;
using Catch::Approx;

namespace {

const Portfolio& data() { return test::repository_data().portfolio; }

/// A row of projects.csv as somebody would put it in a file of their own, with what sites.csv says of it.
OwnData copy_of(std::initializer_list<const char*> ids, bool with_climate = true) {
  OwnData own;
  for (const char* id : ids) {
    Project p = *data().project(id);
    p.id = "own-" + p.id;
    p.generation.reset();
    own.projects.push_back(p);
    if (const Site* site = data().site(id); site && with_climate) {
      own.sites.push_back(*site);
      own.sites.back().project_id = p.id;
      own.sites.back().ghi_annual = site->ghi;
    }
  }
  OwnData read = read_own_data("copy.csv", own_projects_csv(own));
  for (const Error& e : read.problems) FAIL(e.text());
  return read;
}

/// Without the railway's runs, and so without a digest, unless they are asked for.
Results simulated(const Portfolio& p, bool with_rail = false) {
  Scenario s;
  s.drawing = {64, 1};
  if (with_rail) return simulate(p, s);
  return simulate(p, std::make_shared<const Fleet>(FleetBuilder(p, s.drawing).finish()), s);
}

/// Only some rows of projects.csv: a portfolio that is quick to simulate.
Portfolio few(std::initializer_list<std::string_view> ids) {
  Portfolio p = data();
  std::erase_if(p.projects, [&](const Project& row) { return std::find(ids.begin(), ids.end(), row.id) == ids.end(); });
  p.routes.clear();
  return p;
}

}  // namespace

TEST_CASE("a project copied from the data with its climate gives about the same output", "[sim][own]") {
  const auto ids = {"al-dhafra-pv2", "zhanatas", "benban-complex", "noor-abu-dhabi"};
  Portfolio base = few({"al-dhafra-pv2", "zhanatas", "benban-complex", "noor-abu-dhabi"});
  const Portfolio both = joined(base, copy_of(ids));
  REQUIRE(both.projects.size() == 8);
  const Results r = simulated(both);
  std::size_t copy = 4;  // in the order of `ids`
  for (const char* id : ids) {
    INFO(id);
    const auto row = std::find_if(both.projects.begin(), both.projects.end(), [&](const Project& p) { return p.id == id; });
    const ProjectResult &listed = r.projects[static_cast<std::size_t>(row - both.projects.begin())], &own = r.projects[copy++];
    REQUIRE(listed.energy);
    REQUIRE(own.energy);
    CHECK(own.basis == EnergyBasis::simulated);
    CHECK(own.energy->best.base() == Approx(listed.energy->best.base()).epsilon(0.02));
    CHECK(own.avoided->best.base() == Approx(listed.avoided->best.base()).epsilon(0.02));
  }
}

TEST_CASE("own rows come last and change no figure of the others, nor any total; removing them brings all back", "[sim][own]") {
  const Portfolio base = few({"al-dhafra-pv2", "sudair"});
  const Portfolio both = joined(base, copy_of({"al-dhafra-pv2"}));
  const Results a = simulated(base, true), b = simulated(both, true);
  REQUIRE(b.projects.size() == a.projects.size() + 1);
  for (std::size_t i = 0; i < a.projects.size(); ++i) {
    CHECK(a.projects[i].energy == b.projects[i].energy);
    CHECK(a.projects[i].avoided == b.projects[i].avoided);
  }
  CHECK(a.operating.projects == b.operating.projects);
  CHECK(a.operating.avoided == b.operating.avoided);
  for (std::size_t y = 0; y < a.timeline.size(); ++y) CHECK(a.timeline[y].cumulative_t == b.timeline[y].cumulative_t);
  const Total own = own_total(both, b);
  CHECK(own.projects == 1);
  CHECK(own.avoided.best == b.projects.back().avoided->best);
  CHECK(b.digest != a.digest);
  CHECK(is_own_version(both.version));
  CHECK(both.version.size() == base.version.size());
  CHECK(joined(base, {}).version == base.version);
  CHECK(joined(base, copy_of({"al-dhafra-pv2"})).version == both.version);
}

TEST_CASE("no row of the data has the prefix of own rows", "[sim][own]") {
  for (const Project& p : data().projects) CHECK_FALSE(is_own(p.id));
  for (const Route& r : data().routes) CHECK_FALSE(is_own(r.id));
  CHECK_FALSE(is_own_version(data().version));
}

TEST_CASE("a project without a climate has that of the nearest site, with a wider interval, and none too far off", "[sim][own]") {
  Portfolio base = few({"al-dhafra-pv2", "zhanatas"});
  base.sites = {*data().site("al-dhafra-pv2"), *data().site("zhanatas")};
  const Project& there = *base.project("al-dhafra-pv2");
  const OwnClimates climates(base);
  Project p = there;
  p.id = "own-a";
  double before = 0.0;
  for (const double north : {0.0, 1.0, 2.0}) {
    p.latitude = there.latitude + north;
    const auto site = climates.site_of(p, nullptr);
    REQUIRE(site);
    CHECK(site->ghi->estimated);
    CHECK(site->ghi->value == base.sites[0].ghi->value);
    CHECK(site->ghi->plus_minus >= before);
    before = site->ghi->plus_minus;
  }
  p.latitude = there.latitude + 3.0;  // 333 km
  CHECK_FALSE(climates.site_of(p, nullptr));
  p.technology = Technology::wind_onshore;
  CHECK_FALSE(climates.site_of(p, nullptr));
  p.technology = Technology::hydro;
  CHECK_FALSE(climates.site_of(p, nullptr));
}

TEST_CASE("a project far from every known site runs on a capacity factor and says that its climate is not known", "[sim][own]") {
  const Portfolio base = few({"al-dhafra-pv2"});
  const OwnData own = read_own_data("far.csv", "name,technology,latitude,longitude,capacity_mw,country\nFar,solar_pv,-45,170,100,NZL\n");
  REQUIRE(own.projects.size() == 1);
  const Results r = simulated(joined(base, own));
  CHECK(r.projects.back().has(Note::no_climate));
  CHECK(r.projects.back().energy);
  CHECK_FALSE(r.projects.back().hidden);
}

TEST_CASE("trains run on a line of one's own", "[sim][own]") {
  Portfolio base = few({"al-dhafra-pv2"});
  const OwnData own = read_own_data("line.csv", "line,latitude,longitude,gauge_mm\nMine,43,76,1520\nMine,43.5,77,1520\nMine,44,78,1520\n");
  REQUIRE(own.routes.size() == 1);
  const Results r = simulated(joined(base, own), true);
  REQUIRE(r.railway.timetable.size() == 1);
  CHECK(r.railway.timetable[0].assumed);
}

TEST_CASE("a citation and a link say that own data are among what they are of", "[sim][own]") {
  const Portfolio base = few({"al-dhafra-pv2"}), both = joined(base, copy_of({"al-dhafra-pv2"}));
  const Results a = simulated(base, true), b = simulated(both, true);
  CHECK(citation(base, a, {}).find("own data") == std::string::npos);
  CHECK(citation(both, b, {}).find("own data of the writer beside them (1 project, 0 lines)") != std::string::npos);
  const FromFragment link = from_fragment(citation_fragment({}, both.version, b.digest), [](std::string_view) { return true; });
  CHECK(link.ignored.empty());
  const auto note = digest_note(link, base.version, a.digest);
  REQUIRE(note);
  CHECK(note->what.find("its maker's own") != std::string::npos);
  CHECK_FALSE(digest_note(link, both.version, b.digest));
}
