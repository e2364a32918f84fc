#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "portfolio/own_data.hpp"
#include "scene/data_checks.hpp"
#include "scene/explorer.hpp"
#include "sim/totals.hpp"

using namespace gs;
using namespace gs::test;
using Catch::Approx;

TEST_CASE("the country of a row is that of its place, by name in four languages, and off a coast the nearest", "[scene][own]") {
  const OwnChecks checks = own_checks_of(assets().base);
  CHECK(checks.country_at(77.0, 43.2) == "KAZ");
  CHECK(checks.country_at(54.5, 24.1) == "ARE");
  CHECK(checks.country_at(105.2, 8.4) == "VNM");  // 20 km off Ca Mau
  CHECK_FALSE(checks.country_at(-30.0, -40.0));
  for (const char* name : {"Kazakhstan", "KAZAKHSTAN", "kz", "哈萨克斯坦", "Казахстан"}) {
    INFO(name);
    CHECK(checks.country_named(name) == "KAZ");
  }
  CHECK_FALSE(checks.country_named("Atlantis"));
}

TEST_CASE("a file as people write them joins the list, the map and the list's total", "[scene][own]") {
  const OwnData own = read_own_data("mine.csv",
                                    "Project,Type,Lat,Lon,Capacity (MW),Country\n"
                                    "Mine in the desert,Solar,23.5,53.0,500,United Arab Emirates\n"
                                    "Mine on the steppe,Wind,43.6,69.9,100,\n"
                                    "Mine in Germany,Wind,54.1,9.1,100,Germany\n",
                                    own_checks_of(assets().base));
  for (const Error& e : own.problems) FAIL_CHECK(e.text());
  REQUIRE(own.projects.size() == 3);
  const Portfolio both = joined(assets().portfolio, own);
  const Results results = simulate(both, {});
  State state;
  const World world{both, results, *assets().base, assets().words(Language::en)};
  const ProjectList list = project_list(world, state);
  int shown = 0;
  for (const ProjectRow& row : list.rows) shown += is_own(both.projects[row.project].id) ? 1 : 0;
  CHECK(shown == 3);  // also where nothing Chinese is
  const Total mine = own_total(both, results);
  CHECK(mine.projects >= 2);
  Explorer e = Explorer::desktop();
  const ProjectList before = project_list(e.world(), e.state);
  CHECK(list.total.avoided.best.base() == Approx(before.total.avoided.best.base() + mine.avoided.best.base()));

  SceneBuilder builder;
  state.view.viewpoint = {53.0, 23.5, 6.0, 0.0};
  const Explorer desk = Explorer::desktop();
  const auto built = builder.build({world, state, light_palette(), measures(Language::en).fonts(), desk.window, false, false, false, {}});
  REQUIRE(built);
  bool on_map = false;
  for (const Marker& m : (*built)->markers) on_map |= builder.picks()[m.id].id == "own-mine-in-the-desert";
  CHECK(on_map);
}
