#pragma once
#include <array>
#include <functional>
#include <span>
#include <vector>

#include "render/gl.hpp"
#include "render/layer_cache.hpp"

namespace gs {

/// Triangles (three indices each) that cover a point of the plane an odd number of times where the layer's rings do.
/// Any triangles that close the rings would; these halve each ring again and again, so that most are small.
void parity_triangles(const Rings&, std::vector<std::uint32_t>& indices);

/// Whether it is one ring that turns one way only and once.
bool is_convex(const Rings&);

/// Fills rings even-odd: the triangles flip the stencil's lowest bit, a rectangle then colours where it is set, and
/// clears it. Two draw calls a layer (one without the stencil for a
/// convex ring, such as the sea's); needs a framebuffer with a stencil that is 0 there.
class FillPainter {
 public:
  static Result<FillPainter> create(const Renderer::ReadAsset&);
  void draw(std::span<const FillLayer>, const MapView&, const gl::Target&);
  /// Lets `paint` draw within the layer's rings only. Its program and buffers are its own affair.
  void draw_within(const FillLayer&, const MapView&, const gl::Target&, const std::function<void()>& paint);

 private:
  struct Layer {
    gl::VertexArray array = gl::make_vertex_array();
    gl::BufferName points = gl::make_buffer(), indices = gl::make_buffer();
    GLsizei count = 0;
    glm::vec2 min{}, max{};  ///< bounds in the plane
    bool convex = false;     ///< one ring without a dent: its triangles do not overlap
  };

  explicit FillPainter(gl::Program);
  void make(Layer&, const Rings&);
  void begin(const MapView&, const gl::Target&);
  static void end();
  /// Flips the stencil where the rings are; the rectangle that clears it again, or false where nothing is in view.
  bool mark(const Layer&, const MapView&, const gl::Target&);
  void cover();

  gl::Program program_;
  gl::TargetUniforms target_;
  gl::PlaneUniforms plane_;
  GLint color_;
  gl::VertexArray cover_array_ = gl::make_vertex_array();
  gl::StreamBuffer cover_{GL_ARRAY_BUFFER};
  std::array<glm::vec2, 4> corners_{};  ///< of what cover() covers
  LayerCache<Layer> layers_;
  std::vector<std::uint32_t> indices_;  ///< scratch
};

}  // namespace gs
