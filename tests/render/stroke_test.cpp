#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "render/canvas.hpp"
#include "render/stroke_painter.hpp"

namespace gs {
namespace {

/// Along a row, where it turns dark: the first pixel of each dash.
std::vector<int> starts(const Picture& p, int y) {
  std::vector<int> found;
  for (int x = 1; x < p.width; ++x) {
    if (darkness(p.at(x, y)) >= 0.5 && darkness(p.at(x - 1, y)) < 0.5) found.push_back(x);
  }
  return found;
}

}  // namespace

TEST_CASE("a line of 2 px inks two rows and no more") {
  Canvas canvas;
  const Lines line = line_of({{-40, 0}, {40, 0}});
  Scene scene = white_scene(100, 20);
  scene.strokes.push_back({&line, 1, black(2)});
  const Picture p = canvas.draw(scene);
  for (int x = 12; x < 88; ++x) {
    CHECK(p.at(x, 9) == Color{0, 0, 0, 255});
    CHECK(p.at(x, 10) == Color{0, 0, 0, 255});
    CHECK(p.at(x, 8) == Color{255, 255, 255, 255});
    CHECK(p.at(x, 11) == Color{255, 255, 255, 255});
  }
  CHECK(darkness(p.at(8, 9)) < 0.1);
  CHECK(darkness(p.at(91, 10)) < 0.1);
  CHECK(std::abs(ink(p) - (160 + 3.14)) < 3);
}

TEST_CASE("widths are logical px at every pixel ratio and scale") {
  Canvas canvas;
  std::uint64_t revision = 0;
  for (const float ratio : {1.0f, 1.5f, 2.0f}) {
    for (const double scale : {1.0, 40.0}) {
      const Lines line = line_of({{static_cast<float>(-80 / scale), 0}, {static_cast<float>(80 / scale), 0}});
      Scene scene = white_scene(100, 20, ratio);
      scene.view.scale = scale;
      scene.strokes.push_back({&line, ++revision, black(3)});
      const Picture p = canvas.draw(scene);
      CHECK(std::abs(ink(p) / p.width - 3 * static_cast<double>(ratio)) < 0.02);
    }
  }
}

TEST_CASE("a hairline has as much ink wherever it falls between pixels") {
  Canvas canvas;
  std::uint64_t revision = 0;
  for (const float offset : {0.0f, 0.13f, 0.25f, 0.5f, 0.77f}) {
    const Lines line = line_of({{-80, offset}, {80, offset}});
    Scene scene = white_scene(100, 20);
    scene.strokes.push_back({&line, ++revision, black(0.6f)});
    CHECK(std::abs(ink(canvas.draw(scene)) / 100 - 0.6) < 0.02);
  }
}

TEST_CASE("a translucent line is not darker where its segments meet, nor open") {
  Canvas canvas;
  struct Case {
    const char* name;
    std::vector<glm::vec2> points;
  };
  std::vector<glm::vec2> tiny, zigzag;
  for (int i = 0; i <= 400; ++i) tiny.emplace_back(-40.0f + 0.2f * static_cast<float>(i), 0.0f);
  for (int i = 0; i <= 8; ++i) zigzag.emplace_back(-40.0f + 10.0f * static_cast<float>(i), i % 2 ? 12.0f : -12.0f);
  std::uint64_t revision = 0;
  for (const Case& c : {Case{"straight, of short segments", tiny}, Case{"zigzag", zigzag}}) {
    INFO(c.name);
    const Lines line = line_of(c.points);
    Scene scene = white_scene(100, 60);
    StrokeStyle style = black(6);
    style.color.a = 128;
    scene.strokes = {{&line, ++revision, style}};
    const Picture p = canvas.draw(scene);
    double darkest = 0;
    for (int y = 0; y < p.height; ++y) {
      for (int x = 0; x < p.width; ++x) darkest = std::max(darkest, darkness(p.at(x, y)));
    }
    CHECK(darkest < 0.51);
    CHECK(darkest > 0.49);
    for (const glm::vec2& at : c.points) {
      CHECK(darkness(p.at(static_cast<int>(at.x + 50), static_cast<int>(30 - at.y))) > 0.49);
    }
  }
}

TEST_CASE("dashes repeat by px whatever the scale") {
  Canvas canvas;
  std::uint64_t revision = 0;
  for (const double scale : {0.5, 1.0, 25.0, 3000.0}) {
    INFO("scale " << scale);
    const Lines line = line_of({{0, 0}, {static_cast<float>(33 / scale), 0}, {static_cast<float>(90 / scale), 0}});
    Scene scene = white_scene(100, 20);
    scene.view.scale = scale;
    scene.view.centre = {45 / scale, 0};
    StrokeStyle style = black(2);
    style.dash = 6;
    style.gap = 4;
    scene.strokes.push_back({&line, ++revision, style});
    const Picture p = canvas.draw(scene);
    const auto found = starts(p, 9);
    REQUIRE(found.size() == 9);
    for (std::size_t i = 0; i < found.size(); ++i) CHECK(std::abs(found[i] - 5 - 10 * static_cast<int>(i)) <= 1);
    CHECK(std::abs(ink(p) - 9 * 6 * 2) < 4);
  }
}

TEST_CASE("dots are round and stand a gap apart") {
  Canvas canvas;
  const Lines line = line_of({{-40, 0}, {40, 0}});
  Scene scene = white_scene(100, 20);
  StrokeStyle style = black(4);
  style.gap = 8;
  scene.strokes.push_back({&line, 1, style});
  const Picture p = canvas.draw(scene);
  CHECK(starts(p, 9).size() == 11);
  CHECK(std::abs(ink(p) - 11 * 3.1416 * 4) < 0.05 * 11 * 3.1416 * 4);
}

TEST_CASE("a diesel line has cross ticks of the length asked for") {
  Canvas canvas;
  const Lines line = line_of({{-40, 0}, {40, 0}});
  Scene scene = white_scene(100, 20);
  StrokeStyle style = black(1);
  style.tick_length = 8;
  style.tick_every = 10;
  scene.strokes.push_back({&line, 1, style});
  const Picture p = canvas.draw(scene);
  CHECK(std::abs(ink(p, 0, 7, 100, 8) - 8) < 0.1);  // eight ticks of a px each cross a row beside the line
  CHECK(ink(p, 0, 5, 100, 6) < 0.1);
  CHECK(ink(p, 0, 14, 100, 15) < 0.1);
}

TEST_CASE("a halo lies below its line") {
  Canvas canvas;
  const Lines line = line_of({{-80, 0}, {80, 0}});
  Scene scene = white_scene(60, 20);
  scene.page = {0, 0, 200, 255};
  StrokeStyle style = black(2);
  style.halo_width = 6;
  style.halo = {255, 255, 255, 255};
  scene.strokes.push_back({&line, 1, style});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(30, 9) == Color{0, 0, 0, 255});
  CHECK(p.at(30, 8) == Color{255, 255, 255, 255});
  CHECK(p.at(30, 7) == Color{255, 255, 255, 255});
  CHECK(p.at(30, 6) == Color{0, 0, 200, 255});
}

TEST_CASE("each piece begins its length anew between two padding points") {
  Lines lines = line_of({{0, 0}, {3, 4}, {3, 5}});
  lines.points.insert(lines.points.end(), {{9, 9}, {7, 0}, {7, 2}});
  lines.pieces.push_back({3, 1});  // one point is no line
  lines.pieces.push_back({4, 2});
  std::vector<glm::vec4> points;
  stroke_points(lines, points);
  const std::vector<float> lengths{-1, 0, 5, 6, -1, -1, 0, 2, -1};
  REQUIRE(points.size() == lengths.size());
  for (std::size_t i = 0; i < lengths.size(); ++i) CHECK(points[i].z == lengths[i]);
}

}  // namespace gs
