#pragma once
#include <span>
#include <vector>

#include "render/gl.hpp"

namespace gs {

/// Rounded boxes with borders, in one draw call.
class BoxPainter {
 public:
  static Result<BoxPainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const Box>, const gl::Target&);

 private:
  struct Record {
    glm::vec2 min, max;
    float radius, border_width;
    Color color, border;
  };

  explicit BoxPainter(gl::Program);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::QuadStream<Record> quads_;
  std::vector<Record> records_;
};

}  // namespace gs
