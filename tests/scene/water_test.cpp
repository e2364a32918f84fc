// When lakes and rivers are drawn, and how many of them.
#include "scene/water.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <glm/geometric.hpp>

#include "map/world.hpp"
#include "scene/explorer.hpp"

using namespace gs;
using test::Explorer;

namespace {

Explorer wet() {
  Explorer e = Explorer::desktop();
  e.water = {&test::water_detail(), &test::fine_rivers()};
  return e;
}

bool filled(const Explorer& e, const Rings& rings) {
  const auto& fills = e.builder.scene().fills;
  return std::any_of(fills.begin(), fills.end(), [&](const FillLayer& f) { return f.rings == &rings; });
}
bool stroked(const Explorer& e, const Lines& lines) {
  const auto& strokes = e.builder.scene().strokes;
  return std::any_of(strokes.begin(), strokes.end(), [&](const StrokeLayer& s) { return s.lines == &lines; });
}
std::size_t river_points(const Explorer& e) {
  const Water& w = e.builder.geometry().water;
  return w.great_rivers.points.size() + w.rivers.points.size();
}

}  // namespace

TEST_CASE("lakes lie over the land, rivers below the borders, and neither is there without its layer", "[scene][water]") {
  Explorer e = wet();
  e.draw();
  const Water& w = e.builder.geometry().water;
  CHECK(filled(e, w.lakes));
  CHECK(stroked(e, w.shores));
  CHECK(stroked(e, w.rivers));
  CHECK(stroked(e, w.great_rivers));
  const Scene& s = e.builder.scene();
  const auto fill = [&](const Rings* r) { return std::find_if(s.fills.begin(), s.fills.end(), [&](auto& f) { return f.rings == r; }); };
  CHECK(fill(&w.lakes) > fill(&e.builder.geometry().land));
  CHECK(fill(&w.lakes)->color == light_palette().lake);
  const auto line = [&](const Lines* l) { return std::find_if(s.strokes.begin(), s.strokes.end(), [&](auto& x) { return x.lines == l; }); };
  CHECK(line(&w.great_rivers) < line(&e.builder.geometry().borders));

  const std::uint64_t before = e.builder.geometry().revision();
  e.act(action::ToggleLayer{Layer::water});
  e.draw();
  CHECK(e.builder.geometry().revision() > before);
  CHECK(w.lakes.rings.empty());
  CHECK_FALSE(filled(e, w.lakes));
  CHECK_FALSE(stroked(e, w.rivers));
  CHECK_FALSE(stroked(e, w.shores));
}

TEST_CASE("before water has been read the map is drawn without", "[scene][water]") {
  Explorer e = Explorer::desktop();
  e.draw();
  CHECK(e.builder.geometry().water.lakes.rings.empty());
  const std::uint64_t before = e.builder.geometry().revision();
  e.draw();
  CHECK(e.builder.geometry().revision() == before);
  e.water = {&test::water_detail(), nullptr};
  e.draw();
  CHECK(e.builder.geometry().revision() == before + 1);
  CHECK_FALSE(e.builder.geometry().water.lakes.rings.empty());
}

TEST_CASE("a river more appears with each step nearer", "[scene][water]") {
  CHECK(most_river_rank(100.0) == 1);
  CHECK(most_river_rank(400.0) == 3);
  CHECK(most_river_rank(50.0) == 1);
  CHECK(most_river_rank(51200.0) == 10);
  Explorer e = wet();
  e.state.view.projection = "ortho";
  std::size_t before = 0;
  for (const double zoom : {0.0, 1.5, 2.5, 3.5, 4.5}) {
    e.state.view.viewpoint = {80, 30, zoom};
    e.draw();
    INFO(zoom);
    CHECK(river_points(e) > before);
    before = river_points(e);
  }
}

TEST_CASE("near by only the water in view is made, from the finer rivers", "[scene][water]") {
  Explorer e = wet();
  e.state.view.viewpoint = {77.3, 42.4, 6.0};  // Issyk-Kul
  e.draw();
  const Geometry& g = e.builder.geometry();
  CHECK(g.water.lakes.rings.size() < 40);  // of some 300
  CHECK_FALSE(g.water.lakes.rings.empty());
  const std::size_t fine = river_points(e);
  e.water.fine = nullptr;
  e.draw();
  CHECK(fine > 2 * river_points(e));
}

TEST_CASE("no piece of a shore or river runs along the map's edge or across it", "[scene][water]") {
  Explorer e = wet();
  for (const auto& [key, lon_0] : {std::pair{"equal_earth", 60.0}, {"mollweide", -150.0}, {"ortho", 90.0}, {"mercator", 10.0}}) {
    e.state.view.projection = key;
    e.state.view.lon_0 = lon_0;
    e.state.view.viewpoint = {lon_0, 20, 0.5};
    e.draw();
    const Water& w = e.builder.geometry().water;
    for (const Lines* lines : {&w.shores, &w.great_rivers, &w.rivers}) {
      float longest = 0;
      for (const Span& p : lines->pieces)
        for (std::uint32_t i = p.first + 1; i < p.first + p.count; ++i)
          longest = std::max(longest, glm::distance(lines->points[i - 1], lines->points[i]));
      INFO(key);
      CHECK(longest < 0.1f);  // earth radii: 640 km
    }
  }
}
