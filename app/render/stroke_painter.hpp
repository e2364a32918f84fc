#pragma once
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// The points of a layer as stroke.vert reads them: x, y, running length; each piece between two padding points whose
/// length is -1. A window of four consecutive points is one instance, so that there are size - 3 of them.
void stroke_points(const Lines&, std::vector<glm::vec3>& points);

/// Strokes lines with round joins and caps, dashes, dots and cross ticks, anti-aliased by itself.
class StrokePainter {
 public:
  static Result<StrokePainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const StrokeLayer>, const MapView&, const gl::Target&);

 private:
  struct Layer {
    gl::VertexArray array = gl::make_vertex_array();
    gl::BufferName points = gl::make_buffer();
    GLsizei count = 0;
  };

  explicit StrokePainter(gl::Program);
  void make(Layer&, const Lines&);
  void draw_line(const Layer&, const StrokeStyle&, const gl::Target&);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint reach_, color_, half_width_, dash_, tick_;
  LayerCache<Layer> layers_;
  std::vector<glm::vec3> points_;  ///< scratch
};

}  // namespace gs
