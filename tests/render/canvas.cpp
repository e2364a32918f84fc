#include "render/canvas.hpp"

#include <GLES3/gl3.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

#include "platform/platform.hpp"

namespace gs {

Result<std::string> asset(std::string_view name) {
  const char* asked = std::getenv("GREENSILK_ASSETS");
  const std::string folder = asked && *asked ? asked : "build/native/assets";
  std::ifstream file(folder + "/" + std::string(name), std::ios::binary);
  if (!file) return Error{folder + "/" + std::string(name), "cannot be read"};
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Canvas::Canvas() {
  const auto failure = platform::open_offscreen();
  if (failure) FAIL(failure->where << ": " << failure->what);
  auto made = Renderer::create(asset);
  if (!made) FAIL(made.error().text());
  renderer_ = std::move(*made);
  for (const auto& [face, name] :
       {std::pair{Face::regular, "fonts/text-regular.ttf"}, std::pair{Face::bold, "fonts/text-bold.ttf"}}) {
    auto font = asset(name);
    if (!font) FAIL(font.error().text());
    renderer_->set_fonts(face, {*font});
  }
}

Canvas::~Canvas() {
  renderer_.reset();
  platform::close();
}

Picture Canvas::draw(const Scene& scene) {
  const int width = static_cast<int>(std::lround(scene.view.viewport.x * scene.view.pixel_ratio));
  const int height = static_cast<int>(std::lround(scene.view.viewport.y * scene.view.pixel_ratio));
  auto pixels = renderer_->draw_to_pixels(scene, width, height);
  if (!pixels) FAIL(pixels.error().text());
  REQUIRE(pixels->size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  REQUIRE(glGetError() == static_cast<GLenum>(GL_NO_ERROR));
  return {width, height, std::move(*pixels)};
}

Scene white_scene(float width, float height, float pixel_ratio) {
  Scene scene;
  scene.view.viewport = {width, height};
  scene.view.scale = 1.0;
  scene.view.pixel_ratio = pixel_ratio;
  scene.page = {255, 255, 255, 255};
  return scene;
}

double darkness(Color c) { return 1.0 - (c.r + c.g + c.b) / 765.0; }

double ink(const Picture& picture, int min_x, int min_y, int max_x, int max_y) {
  double sum = 0;
  for (int y = min_y; y < max_y; ++y) {
    for (int x = min_x; x < max_x; ++x) sum += darkness(picture.at(x, y));
  }
  return sum;
}

double ink(const Picture& picture) { return ink(picture, 0, 0, picture.width, picture.height); }

Lines line_of(std::vector<glm::vec2> points) {
  Lines lines;
  lines.points = std::move(points);
  lines.pieces = {{0, static_cast<std::uint32_t>(lines.points.size())}};
  return lines;
}

void add_ring(Rings& rings, const std::vector<glm::vec2>& points) {
  rings.rings.push_back({static_cast<std::uint32_t>(rings.points.size()), static_cast<std::uint32_t>(points.size())});
  rings.points.insert(rings.points.end(), points.begin(), points.end());
}

Rings ring_of(std::vector<glm::vec2> points) {
  Rings rings;
  add_ring(rings, points);
  return rings;
}

StrokeStyle black(float width) {
  StrokeStyle style;
  style.color = {0, 0, 0, 255};
  style.width = width;
  return style;
}

}  // namespace gs
