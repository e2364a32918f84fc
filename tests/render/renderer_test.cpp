#include <GLES3/gl3.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "render/canvas.hpp"

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
  GLuint screen = 0, colours = 0;
  glGenFramebuffers(1, &screen);
  glGenRenderbuffers(1, &colours);
  glBindRenderbuffer(GL_RENDERBUFFER, colours);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, 400, 240);
  glBindFramebuffer(GL_FRAMEBUFFER, screen);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours);
  const auto shown = [&] {
    glClearColor(1, 0, 0, 1);  // as a screen whose old content is gone
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 1, 1);
    canvas.renderer().draw(scene);
    std::vector<std::uint8_t> rows(400 * 240 * 4), out;
    glReadPixels(0, 0, 400, 240, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (int row = 239; row >= 0; --row) out.insert(out.end(), rows.begin() + row * 1600, rows.begin() + (row + 1) * 1600);
    return out;
  };
  const auto first = shown(), copied = shown();
  scene.markers[0].radius = 11;  // the ground is kept
  const auto changed = shown();
  const auto changed_anew = canvas.draw(scene).rgba;
  glBindFramebuffer(GL_FRAMEBUFFER, screen);
  scene.view.centre.x += 10;  // and drawn again when it moves, with the symbols where they are
  const auto moved = shown();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glDeleteFramebuffers(1, &screen);
  glDeleteRenderbuffers(1, &colours);
  CHECK(copied == first);
  CHECK(changed != first);
  CHECK(changed == changed_anew);
  CHECK(moved != changed);
  CHECK(moved == canvas.draw(scene).rgba);
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
