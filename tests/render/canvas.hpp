#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "render/renderer.hpp"

namespace gs {

/// A picture that was drawn: RGBA, rows from the top.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;

  Color at(int x, int y) const {
    const auto i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    return {rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]};
  }
};

/// A renderer in a context without display, with the shaders and the text faces of the build. Fails the test if there
/// is none, or if GL reports an error.
class Canvas {
 public:
  Canvas();
  ~Canvas();
  Renderer& renderer() { return *renderer_; }
  Picture draw(const Scene&);

 private:
  std::unique_ptr<Renderer> renderer_;
};

/// Bytes of an asset of the build.
Result<std::string> asset(std::string_view name);

/// White page in which plane coordinates are logical px from the middle, y up.
Scene white_scene(float width, float height, float pixel_ratio = 1.0f);

/// How dark a pixel is: 1 is black, 0 white.
double darkness(Color);
/// The sum of it over a rectangle of device px, max not included.
double ink(const Picture&, int min_x, int min_y, int max_x, int max_y);
double ink(const Picture&);

Lines line_of(std::vector<glm::vec2> points);
Rings ring_of(std::vector<glm::vec2> points);
void add_ring(Rings&, const std::vector<glm::vec2>& points);
StrokeStyle black(float width);

}  // namespace gs
