#pragma once
#include <optional>

#include "render/gl.hpp"

namespace gs {

/// Symbols on a transparent sheet of the window's size, which can be laid over the map of another view: moved and scaled.
class SymbolSheet {
 public:
  static Result<SymbolSheet> create(const Renderer::ReadAsset&);

  /// Makes it the framebuffer to draw symbols on, cleared; `revision`: of the plane in which they have their places.
  void begin(const MapView&, std::uint64_t revision, const gl::Target&);
  /// Whether what is on it can stand for the symbols of another view: of the same plane and size, not much scaled.
  bool serves(const MapView&, std::uint64_t revision) const;
  /// Into the bound framebuffer, with the blending of premultiplied colours that is on.
  void lay(const MapView&, const gl::Target&);
  void forget() { of_.reset(); }

 private:
  explicit SymbolSheet(gl::Program);

  gl::Program program_;
  gl::TargetUniforms target_;
  GLint box_;
  gl::VertexArray array_ = gl::make_vertex_array();
  gl::Framebuffer framebuffer_ = gl::make_framebuffer();
  gl::Texture texture_ = gl::make_texture();
  int width_ = 0, height_ = 0;
  struct Of {
    MapView view;
    std::uint64_t revision;
  };
  std::optional<Of> of_;
};

}  // namespace gs
