#pragma once
#include <span>
#include <vector>

#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// Thin solid lines as the driver draws them, a px wide and without smooth edges: a quarter of the corners and hardly a
/// pixel that is not inked, for a slow machine while things move.
class HairPainter {
 public:
  static Result<HairPainter> create(const Renderer::ReadAsset&);

  /// Whether a line can be drawn so.
  static bool can(const StrokeStyle&, float ratio);
  void begin(const MapView&, const gl::Target&);
  void draw(const StrokeLayer&, const gl::Target&);

 private:
  struct Layer {
    gl::VertexArray array = gl::make_vertex_array();
    gl::BufferName points = gl::make_buffer(), indices = gl::make_buffer();
    GLsizei count = 0;
  };

  explicit HairPainter(gl::Program);
  void make(Layer&, const Lines&);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint color_;
  LayerCache<Layer> layers_;
  std::vector<std::uint32_t> indices_;  ///< scratch
};

}  // namespace gs
