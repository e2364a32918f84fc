#include "model/rail/line.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "model/rail/trains.hpp"

using namespace gs::model::rail;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Mean height under a train whose front is at x, by brute force; the first section goes on behind the start.
double mean_height(const Line& line, double x, double length) {
  const auto height = [&](double at) {
    double h = 0.0;
    for (std::size_t i = 0; i < line.sections.size(); ++i) {
      const double start = line.sections[i].start_m;
      const double end = i + 1 < line.sections.size() ? line.sections[i + 1].start_m : 1e300;
      if (i == 0 && at < 0.0) return 1e-3 * line.sections[0].grade_permille * at;
      h += 1e-3 * line.sections[i].grade_permille * (std::clamp(at, start, end) - start);
    }
    return h;
  };
  constexpr int kParts = 4000;
  double sum = 0.0;
  for (int i = 0; i < kParts; ++i) sum += height(x - length * (i + 0.5) / kParts);
  return sum / kParts;
}

}  // namespace

TEST_CASE("a train of any length climbs as far as the middle of it rises", "[rail]") {
  Line line;
  line.length_m = 5000.0;
  line.sections = {{0.0, 5.0}, {800.0, -3.0}, {1730.0, 12.0}, {1900.0, 0.0}, {4100.0, -8.0}};
  for (const double length : {25.0, 333.0, 850.0, 6000.0})
    for (const double step : {1.0, 10.0, 70.0, 1000.0}) {
      Track track;
      sample(line, length, 80.0, step, track);
      CHECK_THAT(track.step_m * static_cast<double>(track.steps()), WithinRel(line.length_m, 1e-12));
      const double base = mean_height(line, 0.0, length);
      double climbed = 0.0;
      for (std::size_t i = 0; i < track.steps(); ++i) {
        climbed += track.grade[i] * track.step_m;
        if (i % (track.steps() / 5 + 1) == 0) {
          const double x = static_cast<double>(i + 1) * track.step_m;
          CHECK_THAT(climbed, WithinAbs(mean_height(line, x, length) - base, 2e-4));
        }
      }
    }
}

TEST_CASE("a point of a train meets a section's grade at its very start", "[rail]") {
  Line line;
  line.length_m = 1000.0;
  line.sections = {{0.0, 0.0, 0.0, 80.0}, {500.0, 10.0, 700.0, 80.0}};
  Track track;
  sample(line, 400.0, 80.0, 100.0, track, true);
  CHECK(track.grade[4] == 0.0);
  CHECK_THAT(track.grade[5], WithinRel(0.010, 1e-9));
  CHECK_THAT(track.curve[5], WithinRel(1.0, 1e-9));
  sample(line, 400.0, 80.0, 100.0, track);
  CHECK_THAT(track.grade[5], WithinRel(0.010 / 8.0, 1e-9));  // the first eighth of the train at the mean over the step
  CHECK_THAT(track.curve[9], WithinRel(1.0, 1e-9));
}

TEST_CASE("a limit holds from where it starts until the train's tail has left it", "[rail]") {
  Line line = test::level(10'000.0, 80.0);
  line.sections.push_back({.start_m = 3000.0, .limit_kmh = 40.0});
  line.sections.push_back({.start_m = 3500.0, .limit_kmh = 80.0});
  Track track;
  sample(line, 700.0, 100.0, 10.0, track);
  for (std::size_t i = 1; i < track.steps(); ++i) {
    const double x = static_cast<double>(i) * 10.0;
    INFO("at " << x << " m");
    CHECK_THAT(track.limit_ms[i], WithinRel((x >= 3000.0 && x <= 4200.0 ? 40.0 : 80.0) / 3.6, 1e-12));
  }
  CHECK(track.limit_ms.front() == 0.0);
  CHECK(track.limit_ms.back() == 0.0);

  // Off the grid it holds at both ends of each step that it touches, however short it is.
  line.sections[1].start_m = 3001.0;
  line.sections[2].start_m = 3002.0;
  sample(line, 1.0, 100.0, 10.0, track);
  for (const std::size_t i : {300u, 301u}) CHECK_THAT(track.limit_ms[i], WithinRel(40.0 / 3.6, 1e-12));
  for (const std::size_t i : {299u, 302u}) CHECK_THAT(track.limit_ms[i], WithinRel(80.0 / 3.6, 1e-12));
  sample(line, 1.0, 30.0, 10.0, track);
  CHECK_THAT(track.limit_ms[300], WithinRel(30.0 / 3.6, 1e-12));  // the train's own
}

TEST_CASE("stops, wires and tunnels stand where they are", "[rail]") {
  Line line = test::level(10'000.0);
  line.sections[0].wire = false;
  line.sections.push_back({.start_m = 4000.0, .wire = true, .tunnel_blockage = 0.5});
  line.air_density = 1.225 * 0.8;
  line.stops = {{2004.0, 60.0, "a"}, {7000.0, 30.0, "b"}};
  Track track;
  sample(line, 100.0, 80.0, 10.0, track);
  CHECK(track.limit_ms[200] == 0.0);
  CHECK(track.dwell_s[200] == 60.0);
  CHECK(track.limit_ms[700] == 0.0);
  CHECK(track.wire[399] == 0);
  CHECK(track.wire[400] == 1);
  CHECK_THAT(track.drag[0], WithinRel(0.8, 1e-12));
  CHECK_THAT(track.drag[999], WithinRel(3.2, 1e-9));
  CHECK(track.drag[404] > track.drag[402]);
}

TEST_CASE("a line run from its other end and back is the line again", "[rail]") {
  test::Dice dice(5);
  for (int i = 0; i < 50; ++i) {
    const Line line = test::any_line(dice), back = reversed(line), again = reversed(back);
    REQUIRE(problems(line).empty());
    REQUIRE(problems(back).empty());
    REQUIRE(again.sections.size() == line.sections.size());
    for (std::size_t k = 0; k < line.sections.size(); ++k) {
      CHECK_THAT(again.sections[k].start_m, WithinAbs(line.sections[k].start_m, 1e-9));
      CHECK(again.sections[k].grade_permille == line.sections[k].grade_permille);
      CHECK(again.sections[k].limit_kmh == line.sections[k].limit_kmh);
      CHECK(back.sections[line.sections.size() - 1 - k].grade_permille == -line.sections[k].grade_permille);
    }
    for (std::size_t k = 0; k < line.stops.size(); ++k)
      CHECK_THAT(again.stops[k].at_m, WithinAbs(line.stops[k].at_m, 1e-9));
  }
}

TEST_CASE("a line that cannot be is refused in words", "[rail]") {
  CHECK(problems(test::level(100.0)).empty());
  const auto refused = [](auto spoil) {
    Line line = test::level(10'000.0);
    line.sections.push_back({.start_m = 5000.0});
    line.stops = {{2000.0, 10.0, "a"}, {3000.0, 10.0, "b"}};
    REQUIRE(problems(line).empty());
    spoil(line);
    return !problems(line).empty();
  };
  CHECK(refused([](Line& l) { l.length_m = 0.0; }));
  CHECK(refused([](Line& l) { l.length_m = std::nan(""); }));
  CHECK(refused([](Line& l) { l.sections.clear(); }));
  CHECK(refused([](Line& l) { l.sections[0].start_m = 1.0; }));
  CHECK(refused([](Line& l) { l.sections[1].start_m = 0.0; }));
  CHECK(refused([](Line& l) { l.sections[1].start_m = 10'000.0; }));
  CHECK(refused([](Line& l) { l.sections[1].limit_kmh = 0.0; }));
  CHECK(refused([](Line& l) { l.sections[1].grade_permille = std::nan(""); }));
  CHECK(refused([](Line& l) { l.sections[1].tunnel_blockage = 1.0; }));
  CHECK(refused([](Line& l) { l.stops[1].at_m = 2000.0; }));
  CHECK(refused([](Line& l) { l.stops[1].at_m = 10'000.0; }));
  CHECK(refused([](Line& l) { l.stops[1].dwell_s = -1.0; }));
  CHECK(refused([](Line& l) { l.air_density = 0.0; }));
}
