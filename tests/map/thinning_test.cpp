// Which points of the base map are drawn at a scale: those that are seen.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "map/sphere.hpp"
#include "map/thinning.hpp"
#include "map/world.hpp"

using namespace gs;

namespace {

using Point = std::pair<double, double>;

const Detail& finest() { return test::base_map().details.back(); }

double land_area(const Detail& detail) {
  double sum = 0.0;
  for (const Ring& ring : detail.rings) {
    const double area = ring_area(std::span(detail.points).subspan(ring.first, ring.count));
    sum += ring.hole ? area - 4.0 * 3.14159265358979 : area;  // a hole's right hand is all the rest
  }
  return sum;
}

}  // namespace

TEST_CASE("a point matters as much as the triangle that goes without it, its arc's ends always do", "[map][thinning]") {
  const std::vector<glm::dvec2> arc{{0, 0}, {1, 0.001}, {2, 0}, {3, 1}, {4, 0}};
  std::vector<float> areas(arc.size());
  effective_areas(arc, areas);
  CHECK(areas.front() == std::numeric_limits<float>::infinity());
  CHECK(areas.back() == std::numeric_limits<float>::infinity());
  CHECK(areas[1] < areas[2]);
  CHECK(areas[2] <= areas[3]);
  const double square_degree = std::pow(3.14159265358979 / 180.0, 2);
  INFO("(2, 0) takes the triangle (0, 0), (2, 0), (3, 1) of one square degree, once (1, 0.001) has gone");
  CHECK(std::abs(areas[2] / square_degree - 1.0) < 0.01);
}

TEST_CASE("a thinned map keeps whole borders: a point goes from both countries and from the line between them",
          "[map][thinning]") {
  const Detail thin = thinned(finest(), 1e-5f);
  std::set<Point> in_lines, in_rings;
  for (const Line& line : thin.lines)
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) in_lines.emplace(thin.points[i].x, thin.points[i].y);
  for (const Ring& ring : thin.rings)
    for (std::uint32_t i = ring.first; i < ring.first + ring.count; ++i) in_rings.emplace(thin.points[i].x, thin.points[i].y);
  std::size_t strangers = 0;
  for (const Point& p : in_rings) strangers += in_lines.contains(p) ? 0 : 1;
  INFO(strangers << " of " << in_rings.size() << " points of countries are on no coast and no border");
  CHECK(strangers == 0);
  CHECK(in_rings.size() > 5000);
  CHECK(thin.points.size() * 3 < finest().points.size());
}

TEST_CASE("land keeps its area when it is thinned to what a screen shows", "[map][thinning]") {
  const double all = land_area(finest());
  for (const double px_per_radius : {100.0, 400.0, 1600.0}) {
    const Detail thin = thinned(finest(), static_cast<float>(0.2 / (px_per_radius * px_per_radius)));
    INFO("at " << px_per_radius << " px a radius " << thin.points.size() << " of " << finest().points.size() << " points");
    CHECK(std::abs(land_area(thin) / all - 1.0) < 0.004);
  }
}

TEST_CASE("the more is asked of a point, the fewer stay, and those that stay were there before", "[map][thinning]") {
  const Detail some = thinned(finest(), 1e-7f), few = thinned(finest(), 1e-5f);
  CHECK(few.points.size() < some.points.size());
  CHECK(few.rings.size() <= some.rings.size());
  std::set<Point> before;
  for (const glm::dvec2& p : some.points) before.emplace(p.x, p.y);
  for (const glm::dvec2& p : few.points) CHECK(before.contains({p.x, p.y}));
  const Detail all = thinned(finest(), 0.0f);
  CHECK(all.rings.size() == finest().rings.size());
  std::size_t nowhere = 0;
  for (const Line& l : finest().lines)
    nowhere += l.count == 2 && finest().points[l.first] == finest().points[l.first + 1] ? 1 : 0;
  INFO("lines from a point to itself go, and nothing else");
  CHECK(all.lines.size() + nowhere == finest().lines.size());
  CHECK(all.points.size() + 2 * nowhere == finest().points.size());
}

TEST_CASE("equal-area maps stretch no area, Mercator's does by the square of the secant", "[map][thinning]") {
  for (const ProjectionId id : {ProjectionId::equal_earth, ProjectionId::mollweide, ProjectionId::lambert_area, ProjectionId::ortho}) {
    INFO(projection_info(id).key);
    CHECK(greatest_stretch(Projector::create(id, 40.0, 30.0).value()) < 1.001);
  }
  const double mercator = greatest_stretch(Projector::create(ProjectionId::mercator, 0.0).value());
  CHECK(std::abs(mercator * std::pow(std::cos(85.0 * 3.14159265358979 / 180.0), 2) - 1.0) < 0.001);
  CHECK(greatest_stretch(Projector::create(ProjectionId::stereographic, 0.0).value()) > 50.0);
}
