#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "render/canvas.hpp"
#include "render/fill_painter.hpp"

namespace gs {
namespace {
const Color kGreen{11, 110, 79, 255};
const Color kWhite{255, 255, 255, 255};

std::vector<glm::vec2> square(float half, glm::vec2 middle = {0, 0}) {
  return {middle + glm::vec2(-half, -half), middle + glm::vec2(half, -half), middle + glm::vec2(half, half),
          middle + glm::vec2(-half, half)};
}
}  // namespace

TEST_CASE("a ring in a ring leaves a hole, whichever way it turns") {
  Canvas canvas;
  for (const bool reversed : {false, true}) {
    Rings rings = ring_of(square(30));
    auto hole = square(10);
    if (reversed) hole = {hole.rbegin(), hole.rend()};
    add_ring(rings, hole);
    Scene scene = white_scene(100, 80);
    scene.fills.push_back({&rings, reversed ? 2u : 1u, kGreen});
    const Picture p = canvas.draw(scene);
    CHECK(p.at(50, 40) == kWhite);
    CHECK(p.at(59, 49) == kWhite);
    CHECK(p.at(61, 40) == kGreen);
    CHECK(p.at(21, 11) == kGreen);
    CHECK(p.at(79, 69) == kGreen);
    CHECK(p.at(19, 40) == kWhite);
    CHECK(p.at(81, 40) == kWhite);
    const double share = darkness(kGreen);
    CHECK(std::abs(ink(p) / share - (60 * 60 - 20 * 20)) < 1.0);
  }
}

TEST_CASE("a layer does not disturb the one above it, and colours mix by alpha") {
  Canvas canvas;
  const Rings below = ring_of(square(30)), above = ring_of(square(10, {30, 0}));
  Scene scene = white_scene(100, 80);
  scene.fills.push_back({&below, 1, {0, 0, 0, 255}});
  scene.fills.push_back({&above, 1, {255, 255, 255, 128}});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(40, 40) == Color{0, 0, 0, 255});
  CHECK(std::abs(p.at(75, 40).r - 128) <= 1);
  CHECK(p.at(85, 40) == kWhite);
}

TEST_CASE("a ring far larger than the view fills it, also in a star's concave corners") {
  Canvas canvas;
  const Rings huge = ring_of(square(50000));
  Scene scene = white_scene(64, 64);
  scene.fills.push_back({&huge, 1, kGreen});
  const Picture p = canvas.draw(scene);
  for (const auto& [x, y] : {std::pair{0, 0}, {63, 0}, {0, 63}, {63, 63}, {31, 31}}) CHECK(p.at(x, y) == kGreen);

  std::vector<glm::vec2> star;
  for (int i = 0; i < 20; ++i) {
    const float r = i % 2 ? 12.0f : 28.0f, a = static_cast<float>(i) * 0.314159265f;
    star.emplace_back(r * std::sin(a), r * std::cos(a));
  }
  const Rings rings = ring_of(star);
  scene.fills = {{&rings, 1, {0, 0, 0, 255}}};
  const double expected = 10.0 * 12.0 * 28.0 * std::sin(0.314159265);  // 20 triangles about the middle
  CHECK(std::abs(ink(canvas.draw(scene)) - expected) < 0.02 * expected);
}

TEST_CASE("buffers follow a layer's revision") {
  Canvas canvas;
  Rings rings = ring_of(square(10));
  Scene scene = white_scene(64, 64);
  scene.fills.push_back({&rings, 1, {0, 0, 0, 255}});
  CHECK(std::abs(ink(canvas.draw(scene)) - 400) < 1);
  rings = ring_of(square(20));
  CHECK(std::abs(ink(canvas.draw(scene)) - 400) < 1);
  scene.fills[0].revision = 2;
  CHECK(std::abs(ink(canvas.draw(scene)) - 1600) < 1);
}

TEST_CASE("a ring of n points takes n - 2 triangles, a ring of two none") {
  Rings rings = ring_of(square(1));
  add_ring(rings, {{0, 0}, {1, 1}});
  add_ring(rings, {{0, 0}, {1, 0}, {2, 1}, {1, 2}, {0, 1}});
  std::vector<std::uint32_t> indices;
  parity_triangles(rings, indices);
  CHECK(indices.size() == 3 * (2 + 0 + 3));
  for (const std::uint32_t i : indices) CHECK(i < rings.points.size());
}

TEST_CASE("a fill keeps its edge in place where a px is a few metres") {
  Canvas canvas;
  // The edge lies a quarter of the picture right of the view's centre, which no float can hold.
  const double scale = 2.0e6, edge = 1.25;
  Rings rings = ring_of({{static_cast<float>(edge), -3}, {3, -3}, {3, 3}, {static_cast<float>(edge), 3}});
  Scene scene = white_scene(80, 40);
  scene.view.scale = scale;
  scene.view.centre = {edge - 20.0 / scale, 1.0 / 3.0};
  scene.fills.push_back({&rings, 1, {0, 0, 0, 255}});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(58, 20) == kWhite);
  CHECK(p.at(61, 20) == Color{0, 0, 0, 255});
}

}  // namespace gs
