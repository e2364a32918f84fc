#pragma once
#include <glm/vec4.hpp>
#include <span>
#include <vector>

#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// The points of a layer as stroke.vert reads them: x, y, running length, 0; each piece between two padding points whose
/// length is -1. A window of four consecutive points is one segment, so that there are size - 3 of them.
void stroke_points(const Lines&, std::vector<glm::vec4>& points);

/// Strokes lines with round joins and caps, dashes, dots and cross ticks, anti-aliased by itself.
class StrokePainter {
 public:
  static Result<StrokePainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const StrokeLayer>, const MapView&, const gl::Target&);

 private:
  struct Layer {
    gl::Texture points = gl::make_texture();
    std::size_t segments = 0;
  };

  explicit StrokePainter(gl::Program);
  void make(Layer&, const Lines&);
  void draw_line(const Layer&, const StrokeStyle&, const gl::Target&);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint reach_, color_, half_width_, dash_, tick_;
  LayerCache<Layer> layers_;
  gl::VertexArray array_ = gl::make_vertex_array();
  gl::QuadIndices indices_;
  std::vector<glm::vec4> points_;  ///< scratch
};

}  // namespace gs
