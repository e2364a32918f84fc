#pragma once
#include <array>
#include <span>
#include <vector>

#include "render/gl.hpp"

namespace gs {

/// All markers of a scene in one draw call: a quad each, whose shape, fill, edge, halo, badge and emphasis marker.frag
/// computes from distances.
class MarkerPainter {
 public:
  static Result<MarkerPainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const Marker>, const gl::Target&);

 private:
  struct Record {
    float x, y, radius, angle;
    std::array<std::uint8_t, 4> kind;
    Color color, edge, halo, line, ring;
    std::array<std::uint8_t, 4> light;  ///< opacity, glow, pulse
  };

  explicit MarkerPainter(gl::Program);
  static Record record_of(const Marker&, float ratio);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::QuadStream<Record> quads_;
  std::vector<Record> records_;
};

}  // namespace gs
