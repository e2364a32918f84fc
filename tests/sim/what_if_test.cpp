#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "sim/assumptions.hpp"
#include "sim/runs.hpp"

/// What a reader changes of the world, and what follows from it.
using namespace gs;
using Catch::Matchers::WithinRel;
using test::again;
using test::Run;
using test::run;
using test::saved;
using test::small_set;

namespace {

Run with(const Run& base, WhatIf w, int year = 2026) {
  Scenario s;
  s.year = year;
  s.what_if = w;
  return {base.portfolio, again(base, s)};
}

}  // namespace

TEST_CASE("the standard what-if changes no bit, and any other another digest", "[sim][what_if]") {
  const Run base = run(small_set());
  const Run same = with(base, {});
  CHECK(same["sun"].avoided->best == base["sun"].avoided->best);
  WhatIf w;
  w.hydrogen_cents = 150;
  const Run priced = with(base, w);
  CHECK(priced["sun"].avoided->best == base["sun"].avoided->best);
  if (!base.results.digest.empty()) CHECK(priced.results.digest != base.results.digest);
}

TEST_CASE("less sun and wind give less in proportion, water and intervals stay", "[sim][what_if]") {
  const Run base = run(small_set());
  WhatIf w;
  w.weather = 90;
  const Run poor = with(base, w);
  for (const char* id : {"sun", "wind"}) {
    CHECK_THAT(saved(poor[id]), WithinRel(0.9 * saved(base[id]), 1e-12));
    CHECK_THAT(poor[id].energy->low / poor[id].energy->best, WithinRel(base[id].energy->low / base[id].energy->best, 1e-12));
  }
  CHECK(poor["dam"].energy->best == base["dam"].energy->best);
}

TEST_CASE("what the grid cannot take is lost, and stores bring back their efficiency's share of it", "[sim][what_if]") {
  const Run base = run(small_set());
  WhatIf w;
  w.curtailment = 20;
  CHECK_THAT(saved(with(base, w)["wind"]), WithinRel(0.8 * saved(base["wind"]), 1e-12));
  w.stored = 100;
  CHECK_THAT(saved(with(base, w)["wind"]), WithinRel((0.8 + 0.2 * kNewStoreEfficiency) * saved(base["wind"]), 1e-12));
  // Stores without anything to take up change nothing.
  w.curtailment = 0;
  CHECK(with(base, w)["wind"].energy->best == base["wind"].energy->best);
}

TEST_CASE("plants that do not age give in 2050 what they gave when new", "[sim][what_if]") {
  const Run base = run(small_set());
  WhatIf w;
  w.ageing = 0;
  const Run young = with(base, w, 2040), usual = with(base, {}, 2040);
  CHECK(young["sun"].energy->best > usual["sun"].energy->best);
  CHECK(young["sun"].energy->best == with(base, w, 2030)["sun"].energy->best);
}
