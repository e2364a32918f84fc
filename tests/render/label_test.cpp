#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>

#include "render/canvas.hpp"
#include "text/font_metrics.hpp"

namespace gs {
namespace {

Label label(std::string text, float size = 16.0f) {
  Label l;
  l.at = {20, 40};
  l.text = std::move(text);
  l.size = size;
  l.color = {0, 0, 0, 255};
  l.halo = {255, 255, 255, 255};
  return l;
}

Picture drawn(Canvas& canvas, const Label& l, float ratio = 1.0f) {
  Scene scene = white_scene(300, 60, ratio);
  scene.labels.push_back(l);
  return canvas.draw(scene);
}

FontMetrics metrics() {
  const auto bytes = asset("fonts/text-regular.ttf");
  REQUIRE(bytes);
  std::vector<std::byte> face(bytes->size());
  std::memcpy(face.data(), bytes->data(), bytes->size());
  auto made = FontMetrics::load({face});
  REQUIRE(made);
  return *made;
}

}  // namespace

TEST_CASE("a letter that no font has is drawn as a box") {
  Canvas canvas;
  const Picture missing = drawn(canvas, label("a\U0001F331b")), box = drawn(canvas, label("a\u25A1b"));
  CHECK(ink(missing) > ink(drawn(canvas, label("ab"))));
  CHECK(ink(missing) == ink(box));
}

TEST_CASE("a label is inked on its base line and inside its measured width") {
  Canvas canvas;
  const FontMetrics font = metrics();
  for (const float ratio : {1.0f, 1.5f, 2.0f}) {
    for (const char* text : {"Sudair", "Al Dhafra solar", "Khorgos 2,000"}) {
      INFO(text << " at ratio " << ratio);
      const Picture p = drawn(canvas, label(text), ratio);
      const auto px = [ratio](float v) { return static_cast<int>(std::lround(v * ratio)); };
      const float width = font.width(text, 16);
      const double all = ink(p);
      CHECK(all > 40 * static_cast<double>(ratio));
      CHECK(ink(p, px(20) - 1, px(40 - font.ascent(16)), px(20 + width) + 1, px(40 + font.descent(16))) > 0.999 * all);
      CHECK(ink(p, px(20 + width * 0.8f), 0, px(20 + width), p.height) > 0.04 * all);
    }
  }
}

TEST_CASE("letters without descenders stand sharply on the base line") {
  Canvas canvas;
  const Picture p = drawn(canvas, label("HILTEF"));
  CHECK(ink(p, 0, 39, 300, 40) > 8);
  CHECK(ink(p, 0, 40, 300, 41) < 0.5);
}

TEST_CASE("a halo covers what lies below, but no letter of its own or another label") {
  Canvas canvas;
  Scene scene = white_scene(300, 60);
  scene.page = {0, 0, 200, 255};
  Label l = label("Haden Haden", 28);
  l.face = Face::bold;
  l.color = {255, 255, 0, 255};
  scene.labels = {l};
  l.halo_width = 0;
  Scene bare = scene;
  bare.labels = {l};
  const Picture with = canvas.draw(scene), without = canvas.draw(bare);
  int letters = 0, covered = 0;
  for (int y = 0; y < with.height; ++y) {
    for (int x = 0; x < with.width; ++x) {
      if (without.at(x, y) == Color{255, 255, 0, 255}) {
        ++letters;
        CHECK(with.at(x, y) == Color{255, 255, 0, 255});
      } else if (with.at(x, y) == Color{255, 255, 255, 255}) {
        ++covered;
      }
    }
  }
  CHECK(letters > 20);
  CHECK(covered > 100);
  CHECK(with.at(5, 35) == Color{0, 0, 200, 255});
}

TEST_CASE("an italic leans") {
  Canvas canvas;
  Label l = label("llllll");
  l.halo_width = 0;
  const Picture upright = drawn(canvas, l);
  l.italic = true;
  const Picture leaning = drawn(canvas, l);
  CHECK(std::abs(ink(upright) - ink(leaning)) < 0.1 * ink(upright));
  CHECK(upright.rgba != leaning.rgba);
}

TEST_CASE("more glyphs than the atlas holds are drawn as well as the first") {
  Canvas canvas;
  const Picture before = drawn(canvas, label("Sudair"));
  for (int size = 40; size < 60; ++size) {
    drawn(canvas, label("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", static_cast<float>(size)), 2.0f);
  }
  CHECK(drawn(canvas, label("Sudair")).rgba == before.rgba);
}

}  // namespace gs
