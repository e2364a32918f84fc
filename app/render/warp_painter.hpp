#pragma once
#include "map/warp.hpp"
#include "render/gl.hpp"

namespace gs {

/// Draws the way from one picture of the map to another.
class WarpPainter {
 public:
  static Result<WarpPainter> create(const Renderer::ReadAsset&);

  /// The way that is drawn from now on, in a viewport of so many logical px.
  void load(const Warp&, glm::vec2 viewport);
  /// Textures of the target's size: the land and lines alone, and all of the picture.
  struct Pictures {
    GLuint ground, whole;
  };
  /// At `share`, 0 to 1, of the way: the land moves; what stands on it fades out first and fades in last.
  void draw(const Pictures& before, const Pictures& after, float share, const gl::Target&) const;

 private:
  explicit WarpPainter(gl::Program);
  /// Of the two bound pictures.
  struct Mix {
    float before, after, alpha;
  };
  void part(std::uint32_t first, std::uint32_t end, Mix) const;

  gl::Program program_;
  gl::TargetUniforms target_;
  GLint share_, weights_, alpha_;
  gl::VertexArray array_ = gl::make_vertex_array();
  gl::StreamBuffer points_{GL_ARRAY_BUFFER}, triangles_{GL_ELEMENT_ARRAY_BUFFER};
  std::uint32_t both_ = 0, only_to_ = 0, window_ = 0, end_ = 0;  ///< where the parts begin; the last is the window itself
};

}  // namespace gs
