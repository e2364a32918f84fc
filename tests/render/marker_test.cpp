#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "render/canvas.hpp"
#include "render/marker_painter.hpp"
#include "scene/marker_look.hpp"

namespace gs {
namespace {

constexpr double kPi = 3.14159265358979;
const Color kBlack{0, 0, 0, 255}, kNone{0, 0, 0, 0};

Marker marker(Shape shape, Fill fill, float radius) {
  Marker m{};
  m.at = {50, 50};
  m.radius = radius;
  m.shape = shape;
  m.fill = fill;
  m.color = m.edge = kBlack;
  m.halo = kNone;
  return m;
}

Picture drawn(Canvas& canvas, const Marker& m, float ratio = 1.0f) {
  Scene scene = white_scene(100, 100, ratio);
  scene.markers.push_back(m);
  return canvas.draw(scene);
}

struct Named {
  Shape shape;
  const char* name;
};
constexpr Named kShapes[] = {
    {Shape::disc, "disc"},       {Shape::ring_dot, "ring and dot"}, {Shape::triangle, "triangle"},
    {Shape::diamond, "diamond"}, {Shape::square, "square"},         {Shape::hexagon, "hexagon"},
    {Shape::pentagon, "pentagon"}, {Shape::cross, "cross"},         {Shape::pill, "pill"}};

}  // namespace

TEST_CASE("shapes of one radius have the area of the disc") {
  Canvas canvas;
  for (const Named& s : kShapes) {
    for (const float radius : {5.0f, 12.0f, 22.0f}) {
      for (const float ratio : {1.0f, 2.0f}) {
        INFO(s.name << " of " << radius << " px at ratio " << ratio);
        const double r = static_cast<double>(radius * ratio);
        CHECK(std::abs(ink(drawn(canvas, marker(s.shape, Fill::solid, radius), ratio)) / (kPi * r * r) - 1.0) < 0.03);
      }
    }
  }
}

TEST_CASE("a turned pill has the same area and lies across") {
  Canvas canvas;
  Marker m = marker(Shape::pill, Fill::solid, 12);
  const Picture along = drawn(canvas, m);
  m.angle = static_cast<float>(kPi / 2);
  const Picture across = drawn(canvas, m);
  CHECK(std::abs(ink(along) - ink(across)) < 2);
  CHECK(darkness(along.at(62, 50)) > 0.9);
  CHECK(darkness(across.at(62, 50)) < 0.1);
  CHECK(darkness(across.at(50, 62)) > 0.9);
}

TEST_CASE("fills differ by more than colour: solid, tinted, dashed, slashed") {
  Canvas canvas;
  for (const Named& s : kShapes) {
    INFO(s.name);
    const auto of = [&](Fill fill) {
      Marker m = marker(s.shape, fill, 12);
      m.halo = {255, 255, 255, 255};
      return ink(drawn(canvas, m));
    };
    const double solid = of(Fill::solid), tinted = of(Fill::tinted), dashed = of(Fill::dashed);
    CHECK(tinted < 0.75 * solid);
    CHECK(dashed < 0.65 * tinted);
    CHECK(dashed > 0.05 * solid);
    if (s.shape != Shape::ring_dot && s.shape != Shape::pill) CHECK(of(Fill::slashed) > dashed + 15);
  }
}

TEST_CASE("a tinted disc is 28 % of its colour over the halo's inside, and the edge's side outside") {
  Canvas canvas;
  Marker m = marker(Shape::disc, Fill::tinted, 12);
  m.color = {200, 100, 0, 255};
  m.edge = {100, 50, 0, 255};
  m.halo = {255, 255, 255, 255};
  const Color inside = drawn(canvas, m).at(50, 50);
  CHECK(std::abs(inside.r - (255 - 0.28 * 55)) <= 1);
  CHECK(std::abs(inside.g - (255 - 0.28 * 155)) <= 1);
  CHECK(std::abs(inside.b - (255 - 0.28 * 255)) <= 1);
  const Color line = outline_color(m);
  CHECK(line.r < m.color.r);
  m.halo = m.edge = {11, 17, 22, 255};  // on dark the colour itself stands out
  CHECK(outline_color(m) == m.color);
}

TEST_CASE("dashes of an outline are even all around a disc") {
  Canvas canvas;
  const Picture p = drawn(canvas, marker(Shape::disc, Fill::dashed, 22));
  const int quarters[4][4] = {{0, 0, 50, 50}, {50, 0, 100, 50}, {0, 50, 50, 100}, {50, 50, 100, 100}};
  for (const auto& q : quarters) CHECK(std::abs(ink(p, q[0], q[1], q[2], q[3]) - ink(p) / 4) < 0.08 * ink(p) / 4);
}

TEST_CASE("badges, emphasis and an inexact place are seen") {
  Canvas canvas;
  Marker m = marker(Shape::disc, Fill::solid, 10);
  m.color = {223, 160, 0, 255};
  m.halo = {255, 255, 255, 255};
  const Picture rest = drawn(canvas, m);
  CHECK(rest.at(50, 50) == m.color);
  CHECK(rest.at(50, 66) == Color{255, 255, 255, 255});

  m.badge = Badge::bar;
  CHECK(drawn(canvas, m).at(50, 50) == kBlack);
  m.badge = Badge::underline;
  CHECK(ink(drawn(canvas, m), 0, 62, 100, 66) > 20);
  m.badge = Badge::none;

  m.emphasis = Emphasis::selected;
  CHECK(darkness(drawn(canvas, m).at(50, 36)) > 0.8);
  m.emphasis = Emphasis::hover;
  CHECK(ink(drawn(canvas, m), 0, 60, 100, 65) > 5);
  m.emphasis = Emphasis::focus;
  CHECK(drawn(canvas, m).at(50, 35) == rgb(0x1A6FB0));
  m.emphasis = Emphasis::faded;
  CHECK(std::abs(drawn(canvas, m).at(50, 50).b - (255 - 255 / 4)) <= 1);
  m.emphasis = Emphasis::rest;
  m.inexact = true;
  CHECK(ink(drawn(canvas, m)) > ink(rest) + 20);
}

TEST_CASE("a later marker lies above an earlier one") {
  Canvas canvas;
  Scene scene = white_scene(100, 100);
  Marker below = marker(Shape::disc, Fill::solid, 20), above = marker(Shape::square, Fill::solid, 6);
  above.color = above.edge = {255, 0, 0, 255};
  scene.markers = {below, above};
  CHECK(canvas.draw(scene).at(50, 50) == Color{255, 0, 0, 255});
}

}  // namespace gs
