#pragma once
#include <span>

#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// Any number of plain discs: a vertex each, kept on the GPU as long as the map stays as it is.
class DotPainter {
 public:
  static Result<DotPainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const DotLayer>, const MapView&, const gl::Target&);

 private:
  struct Layer {
    gl::VertexArray array = gl::make_vertex_array();
    gl::BufferName points = gl::make_buffer();
    GLsizei count = 0;
  };

  explicit DotPainter(gl::Program);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint radius_;
  LayerCache<Layer> layers_;
};

}  // namespace gs
