#pragma once
#include <optional>

#include "render/gl.hpp"

namespace gs {

/// A picture of the map and of some land around the view, which can be laid under another view: moved and scaled.
class MapSheet {
 public:
  /// `larger`: than the window, each way; `sharpness`: of its px to the window's.
  static Result<MapSheet> create(const Renderer::ReadAsset&, double larger, double sharpness);

  /// Makes it the framebuffer to draw on. What is to be drawn: the same map in the view that `wide` gives.
  struct Wide {
    MapView view;
    gl::Target target;
  };
  std::optional<Wide> begin(const Scene& of);
  /// Whether it shows the same land and lines in a window of the same size.
  bool shows(const Scene&) const;
  /// Of the view: how much larger than drawn it would be seen, and the share that it covers, 0..1 along the worse side.
  double scaled(const MapView& view) const { return of_ ? view.scale / of_->view.scale : 0.0; }
  double covered(const MapView&) const;
  /// Into the bound framebuffer.
  void lay(const MapView&, const gl::Target&);
  void forget() { of_.reset(); }

 private:
  MapSheet(gl::Program, double larger, double sharpness);
  bool resize(int width, int height);

  double larger_, sharpness_;
  gl::Program program_;
  gl::TargetUniforms target_;
  GLint box_;
  gl::VertexArray array_ = gl::make_vertex_array();
  gl::Framebuffer framebuffer_ = gl::make_framebuffer();
  gl::Renderbuffer stencil_ = gl::make_renderbuffer();
  gl::Texture texture_ = gl::make_texture();
  int width_ = 0, height_ = 0;
  struct Of {
    MapView view;  ///< of the window, not of the sheet
    Color page;
    std::vector<FillLayer> fills;
    std::vector<StrokeLayer> strokes;
    std::vector<DotLayer> dots;
    std::optional<ReliefLayer> relief;
  };
  std::optional<Of> of_;
};

}  // namespace gs
