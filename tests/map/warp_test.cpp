#include "map/warp.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include <glm/geometric.hpp>

#include "map/outline.hpp"
#include "world.hpp"

using namespace gs;
using namespace gs::test;

// The way from one picture of the Earth to another.
namespace {

struct Map {
  Projector projector;
  Camera camera;
  Seen seen() const { return {projector, camera}; }
};

Projector make(std::string_view text) {
  const auto id = projection_from_key(text);
  Result<Projector> made = id ? Projector::create(*id, 60, 30) : Projector::create(text);
  if (!made) FAIL(made.error().text());
  return std::move(made).value();
}

/// All of it.
Map map(std::string_view text) {
  Map m{make(text), {}};
  m.camera = fit(m.camera, outline_bounds(m.projector), 10);
  return m;
}

struct Pair {
  const char *from, *to;
};
const Pair kPairs[] = {{"equal_earth", "mercator"}, {"equal_earth", "ortho"},       {"ortho", "robinson"},
                       {"equal_earth", "two_point"}, {"two_point", "lcc_eurasia"},  {"+proj=igh +lon_0=60", "ortho"},
                       {"mollweide", "+proj=igh"},   {"ortho", "equidistant"},      {"equal_earth", "+proj=ob_tran +o_proj=moll +o_lat_p=45 +o_lon_p=0"}};

double area(const Warp& w, std::uint32_t first, std::uint32_t end, bool at_end) {
  double sum = 0;
  const auto at = [&](std::uint32_t i) { return glm::dvec2(at_end ? w.points[w.triangles[i]].to : w.points[w.triangles[i]].from); };
  for (std::uint32_t t = first; t < end; t += 3) {
    const glm::dvec2 a = at(t + 1) - at(t), b = at(t + 2) - at(t);
    sum += 0.5 * std::abs(a.x * b.y - a.y * b.x);
  }
  return sum;
}

/// Of the whole map, px x px.
double area_of(const Map& m) {
  ProjectedRings rings;
  outline(m.projector, 1e-3, rings);
  return std::abs(planar_area(rings)) * m.camera.scale * m.camera.scale;
}

}  // namespace

TEST_CASE("at both ends of its way a map is covered once, without holes", "[warp]") {
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.from, pair.to);
    const Map from = map(pair.from), to = map(pair.to);
    const Warp w = make_warp(from.seen(), to.seen());
    const auto end = static_cast<std::uint32_t>(w.triangles.size());
    // Over the gaps of an interrupted map lie triangles too, with the page on them; where the first picture is cut the
    // second's own triangles lie a little over those of both.
    const double at_first = area(w, 0, w.only_to, false) / area_of(from), at_last = area(w, w.both, end, true) / area_of(to);
    // Beside the two-point map's slit its own lattice leaves a strip of a cell.
    CHECK(at_first > 0.965);
    CHECK(at_first < 1.12);
    CHECK(at_last > 0.965);
    CHECK(at_last < 1.14);
    CHECK(w.only_to > w.both);
  }
}

TEST_CASE("no triangle of a map on its way is torn across a cut", "[warp]") {
  for (const Pair& pair : kPairs) {
    CAPTURE(pair.from, pair.to);
    const Map from = map(pair.from), to = map(pair.to);
    const Warp w = make_warp(from.seen(), to.seen());
    float longest = 0;
    for (std::uint32_t t = w.both; t < w.only_to; t += 3) {
      for (std::uint32_t i = 0; i < 3; ++i) {
        const Warp::Point &a = w.points[w.triangles[t + i]], &b = w.points[w.triangles[t + (i + 1) % 3]];
        longest = std::max({longest, glm::distance(a.from, b.from), glm::distance(a.to, b.to)});
      }
    }
    CHECK(longest < 110);
  }
}

TEST_CASE("a place lies where both maps have it, in the middle of a near view too", "[warp]") {
  for (const Pair& pair : kPairs) {
    for (const double nearer : {1.0, 20.0, 400.0}) {
      CAPTURE(pair.from, pair.to, nearer);
      Map from = map(pair.from), to = map(pair.to);
      glm::dvec2 a{0, 0}, b{0, 0};
      REQUIRE(from.projector.forward(71, 41, a));
      REQUIRE(to.projector.forward(71, 41, b));
      from.camera.centre = a, from.camera.scale *= nearer;
      to.camera.centre = b, to.camera.scale *= nearer;
      const glm::vec2 middle(from.camera.middle());
      const Warp w = make_warp(from.seen(), to.seen());
      // The triangle of both that holds the place in the first picture holds it in the second.
      bool found = false;
      for (std::uint32_t t = w.both; t < w.only_to && !found; t += 3) {
        const Warp::Point *p = &w.points[w.triangles[t]], *q = &w.points[w.triangles[t + 1]], *r = &w.points[w.triangles[t + 2]];
        const glm::vec2 u = q->from - p->from, v = r->from - p->from, m = middle - p->from;
        const float det = u.x * v.y - u.y * v.x;
        const float s = (m.x * v.y - m.y * v.x) / det, k = (u.x * m.y - u.y * m.x) / det;
        if (!(s >= 0 && k >= 0 && s + k <= 1)) continue;
        found = true;
        const glm::vec2 there = p->to + s * (q->to - p->to) + k * (r->to - p->to);
        CHECK(glm::distance(there, glm::vec2(to.camera.middle())) < 1.0f);
      }
      CHECK(found);
    }
  }
}
