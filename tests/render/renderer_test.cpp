#include <GLES3/gl3.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "render/canvas.hpp"
#include "render/screen.hpp"

namespace gs {
namespace {

/// Something of everything. The rings and lines are the caller's.
Scene full_scene(const Rings& rings, const Lines& lines, float ratio) {
  Scene scene = white_scene(200, 120, ratio);
  scene.fills.push_back({&rings, 1, rgb(0xDFE8EB)});
  StrokeStyle style = black(1.7f);
  style.dash = 5;
  style.gap = 3.2f;
  scene.strokes.push_back({&lines, 1, style});
  for (int i = 0; i < 9; ++i) {
    Marker m{};
    m.at = {20.0f + 20.0f * static_cast<float>(i), 30};
    m.radius = 8;
    m.shape = static_cast<Shape>(i);
    m.fill = static_cast<Fill>(i % 4);
    m.color = rgb(0x2D90B5);
    m.edge = rgb(0x155069);
    m.halo = rgb(0xFFFFFF);
    scene.markers.push_back(m);
  }
  scene.boxes.push_back({{10, 60}, {60, 80}, rgb(0xFFFFFF), 4, rgb(0xC6C1B6), 1});
  Label label{};
  label.at = {70, 75};
  label.text = "Khorgos";
  label.color = rgb(0x1B2026);
  label.halo = rgb(0xF6F3EB);
  scene.labels.push_back(label);
  return scene;
}

}  // namespace

TEST_CASE("a scene drawn twice is the same picture bit for bit, by another renderer too") {
  const Rings rings = ring_of({{-90, -50}, {90, -40}, {70, 50}, {-60, 40}});
  const Lines lines = line_of({{-80, -20}, {0, -30}, {80, 20}});
  for (const float ratio : {1.0f, 2.0f}) {
    const Scene scene = full_scene(rings, lines, ratio);
    std::vector<std::uint8_t> first;
    {
      Canvas canvas;
      first = canvas.draw(scene).rgba;
      CHECK(canvas.draw(scene).rgba == first);
    }
    Canvas canvas;
    CHECK(canvas.draw(scene).rgba == first);
  }
}

TEST_CASE("on a screen a scene that did not change is copied, and looks as a picture of it does") {
  Canvas canvas;
  const Rings rings = ring_of({{-90, -50}, {90, -40}, {70, 50}, {-60, 40}});
  const Lines lines = line_of({{-80, -20}, {0, -30}, {80, 20}});
  Scene scene = full_scene(rings, lines, 2);
  Screen screen(400, 240);
  const auto shown = [&] {
    screen.spoil();
    return screen.shown(canvas, scene, Care::full).rgba;
  };
  const auto first = shown(), copied = shown();
  scene.markers[0].radius = 11;  // the ground is kept
  const auto changed = shown();
  const auto changed_anew = canvas.draw(scene).rgba;
  scene.view.centre.x += 10;  // and drawn again when it moves, with the symbols where they are
  const auto moved = shown();
  CHECK(copied == first);
  CHECK(changed != first);
  CHECK(changed == changed_anew);
  CHECK(moved != changed);
  CHECK(moved == canvas.draw(scene).rgba);
}

namespace {

/// How many pixels of two pictures differ much, a rim of `rim` px left out.
int strangers(const Picture& a, const Picture& b, int rim) {
  int n = 0;
  for (int y = rim; y < a.height - rim; ++y) {
    for (int x = rim; x < a.width - rim; ++x) n += std::abs(darkness(a.at(x, y)) - darkness(b.at(x, y))) > 0.15 ? 1 : 0;
  }
  return n;
}

/// How many squares of 6 px differ in their mean darkness: what a picture looks like that is not sharp.
int strange_squares(const Picture& a, const Picture& b) {
  constexpr int kSide = 6;
  int n = 0;
  for (int top = 0; top + kSide <= a.height; top += kSide) {
    for (int left = 0; left + kSide <= a.width; left += kSide) {
      double off = 0;
      for (int i = 0; i < kSide * kSide; ++i) {
        const int x = left + i % kSide, y = top + i / kSide;
        off += darkness(a.at(x, y)) - darkness(b.at(x, y));
      }
      n += std::abs(off) / (kSide * kSide) > 0.06 ? 1 : 0;
    }
  }
  return n;
}

Scene crowded_scene(const Rings& rings) {
  Scene scene = white_scene(300, 200);
  scene.fills.push_back({&rings, 1, rgb(0xDFE8EB)});
  for (int i = 0; i < 5000; ++i) {
    Marker m{};
    m.at = {static_cast<float>((i * 37) % 420 - 60), static_cast<float>((i * 53) % 320 - 60)};
    m.radius = 1.5f;
    m.color = m.edge = m.halo = i % 2 ? rgb(0x2D90B5) : rgb(0xD83E08);
    scene.markers.push_back(m);
  }
  return scene;
}

}  // namespace

TEST_CASE("drawn quickly a map lies where it does with care, less sharp") {
  Canvas canvas;
  const Rings rings = ring_of({{-90, -50}, {90, -40}, {70, 50}, {-60, 40}});
  const Lines lines = line_of({{-80, -20}, {0, -30}, {80, 20}});
  const Scene scene = full_scene(rings, lines, 1);
  Screen screen(200, 120);
  const Picture full = screen.shown(canvas, scene, Care::full), kept = screen.shown(canvas, scene, Care::quick);
  CHECK(kept.rgba == full.rgba);
  Scene moved = scene;
  moved.view.centre.x += 7;
  const Picture quick = screen.shown(canvas, moved, Care::quick), careful = screen.shown(canvas, moved, Care::full);
  CHECK(strange_squares(quick, careful) == 0);
  CHECK(strange_squares(full, careful) > 20);
  CHECK(quick.rgba != careful.rgba);
  Scene nearer = moved;
  nearer.view.scale *= 1.3;
  CHECK(strange_squares(screen.shown(canvas, nearer, Care::quick), screen.shown(canvas, nearer, Care::full)) == 0);
  // Further than the sheet reaches, and back; symbols stay where they are told.
  for (const double far_off : {60.0, -60.0, 4.0}) {
    Scene away = moved;
    away.view.centre.x += far_off;
    CHECK(strange_squares(screen.shown(canvas, away, Care::quick), screen.shown(canvas, away, Care::full)) == 0);
  }
}

TEST_CASE("a crowd that moves quickly lies where it does when it is drawn anew, and is drawn anew at rest") {
  Canvas canvas;
  const Rings rings = ring_of({{-90, -50}, {90, -40}, {70, 50}, {-60, 40}});
  const Scene scene = crowded_scene(rings);
  Screen screen(300, 200);
  const Picture before = screen.shown(canvas, scene, Care::full);
  Scene moved = scene;  // 20 px to the right and 10 down
  moved.view.centre += glm::dvec2(-20, 10);
  for (Marker& m : moved.markers) m.at += glm::vec2(20, 10);
  const Picture quick = screen.shown(canvas, moved, Care::quick), careful = screen.shown(canvas, moved, Care::full);
  CHECK(strangers(before, careful, 25) > 1000);
  CHECK(strange_squares(before, careful) > 200);
  CHECK(strange_squares(quick, careful) < 20);
  Scene other = moved;  // another plane: nothing of the old picture may be used
  other.fills.front().revision = 2;
  for (Marker& m : other.markers) m.at += glm::vec2(5, 0);
  const Picture turned = screen.shown(canvas, other, Care::quick);
  CHECK(strangers(turned, screen.shown(canvas, other, Care::full), 0) < 40);
}

TEST_CASE("dots lie at their places of the plane, round and of one size at any zoom") {
  Canvas canvas;
  Scene scene = white_scene(120, 80);
  const std::vector<Dot> dots{{{0, 0}, {200, 0, 0, 255}}, {{30, 20}, {0, 0, 200, 255}}};
  scene.dots.push_back({&dots, 1, 5.0f});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(60, 40) == Color{200, 0, 0, 255});
  CHECK(p.at(90, 20) == Color{0, 0, 200, 255});
  CHECK(p.at(63, 40) == Color{200, 0, 0, 255});
  CHECK(p.at(66, 40) == Color{255, 255, 255, 255});
  CHECK(p.at(64, 44) == Color{255, 255, 255, 255});  // a disc has no corners
  scene.view.scale *= 1.5;
  const Picture nearer = canvas.draw(scene);
  CHECK(nearer.at(105, 10) == Color{0, 0, 200, 255});
  CHECK(nearer.at(66, 40) == Color{255, 255, 255, 255});
}

TEST_CASE("a box has its colour, its border and round corners") {
  Canvas canvas;
  Scene scene = white_scene(60, 40);
  scene.boxes.push_back({{10, 10}, {50, 30}, {0, 200, 0, 255}, 6, {200, 0, 0, 255}, 2});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(30, 20) == Color{0, 200, 0, 255});
  CHECK(p.at(30, 10) == Color{200, 0, 0, 255});
  CHECK(p.at(30, 11) == Color{200, 0, 0, 255});
  CHECK(p.at(30, 12) == Color{0, 200, 0, 255});
  CHECK(p.at(10, 10) == Color{255, 255, 255, 255});
  CHECK(p.at(9, 20) == Color{255, 255, 255, 255});
}

TEST_CASE("GL is left tidy, whatever state it was in before") {
  Canvas canvas;
  const Rings rings = ring_of({{-90, -50}, {90, -40}, {70, 50}, {-60, 40}});
  const Lines lines = line_of({{-80, -20}, {0, -30}, {80, 20}});
  const Scene scene = full_scene(rings, lines, 1);
  const auto expected = canvas.draw(scene).rgba;
  glEnable(GL_SCISSOR_TEST);
  glScissor(0, 0, 1, 1);
  glEnable(GL_CULL_FACE);
  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  CHECK(canvas.draw(scene).rgba == expected);
  for (const GLenum on : {GL_BLEND, GL_STENCIL_TEST, GL_SCISSOR_TEST, GL_CULL_FACE, GL_DEPTH_TEST}) {
    CHECK_FALSE(glIsEnabled(on));
  }
  GLint bound = -1;
  for (const GLenum what : {GL_VERTEX_ARRAY_BINDING, GL_CURRENT_PROGRAM, GL_FRAMEBUFFER_BINDING, GL_TEXTURE_BINDING_2D,
                            GL_RENDERBUFFER_BINDING, GL_ARRAY_BUFFER_BINDING}) {
    glGetIntegerv(what, &bound);
    CHECK(bound == 0);
  }
}

TEST_CASE("a picture may be 3840 x 2160; one larger than the driver offers is refused in words") {
  Canvas canvas;
  Scene scene = white_scene(1920, 1080, 2);
  scene.page = {246, 243, 235, 255};
  const Picture p = canvas.draw(scene);
  CHECK(p.at(0, 0) == scene.page);
  CHECK(p.at(3839, 2159) == scene.page);
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  const auto refused = canvas.renderer().draw_to_pixels(scene, largest + 1, 10);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.find(std::to_string(largest)) != std::string::npos);
  CHECK_FALSE(canvas.renderer().draw_to_pixels(scene, 0, 10));
}

TEST_CASE("a page without colour gives a transparent picture of straight alpha") {
  Canvas canvas;
  Scene scene = white_scene(60, 40);
  scene.page = {0, 0, 0, 0};
  scene.boxes.push_back({{10, 10}, {50, 30}, {200, 100, 0, 128}});
  const Picture p = canvas.draw(scene);
  CHECK(p.at(2, 2).a == 0);
  const Color c = p.at(30, 20);
  CHECK(c.a == 128);
  CHECK(std::abs(c.r - 200) <= 1);
  CHECK(std::abs(c.g - 100) <= 1);
}

TEST_CASE("a shader that does not compile or is missing is named") {
  Canvas canvas;
  const auto broken = Renderer::create([](std::string_view name) -> Result<std::string> {
    if (name == "shaders/stroke.frag") return std::string("void main() { nonsense; }");
    return asset(name);
  });
  REQUIRE_FALSE(broken);
  CHECK(broken.error().where == "shaders/stroke.frag");
  CHECK(broken.error().what.find("nonsense") != std::string::npos);
  const auto missing = Renderer::create([](std::string_view name) -> Result<std::string> {
    if (name == "shaders/text.vert") return Error{std::string(name), "cannot be read"};
    return asset(name);
  });
  REQUIRE_FALSE(missing);
  CHECK(missing.error().where == "shaders/text.vert");
}

}  // namespace gs
