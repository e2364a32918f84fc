#pragma once
#include "render/gl.hpp"

namespace gs {

/// Groups of symbols as rings of shares.
class RingPainter {
 public:
  static Result<RingPainter> create(const Renderer::ReadAsset&);
  void draw(const Scene&, const gl::Target&);

 private:
  struct Record {
    float x, y, radius;
    std::array<std::uint8_t, 4> until0, until1, look;
  };

  explicit RingPainter(gl::Program);

  gl::Program program_;
  gl::TargetUniforms target_;
  GLint parts_, halo_, ink_;
  gl::QuadStream<Record> quads_;
  std::vector<Record> records_;
};

}  // namespace gs
