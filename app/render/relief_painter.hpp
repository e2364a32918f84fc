#pragma once
#include "map/relief.hpp"
#include "render/fill_painter.hpp"
#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// Shades the land: the picture of the relief on the lattice's triangles, within the layer's rings.
class ReliefPainter {
 public:
  static Result<ReliefPainter> create(const Renderer::ReadAsset&);
  void draw(const ReliefLayer&, FillPainter&, const MapView&, const gl::Target&);

 private:
  struct Mesh {
    gl::VertexArray array = gl::make_vertex_array();
    gl::BufferName points = gl::make_buffer(), directions = gl::make_buffer(), triangles = gl::make_buffer();
    GLsizei count = 0;
  };

  explicit ReliefPainter(gl::Program);
  static void make(Mesh&, const Lattice&);
  void load(const Relief&);

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint shadow_, light_, level_;
  LayerCache<Mesh> meshes_;
  gl::Texture shade_ = gl::make_texture();
  const Relief* loaded_ = nullptr;
};

}  // namespace gs
