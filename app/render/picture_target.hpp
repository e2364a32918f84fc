#pragma once
#include <cstdint>
#include <vector>

#include "render/gl.hpp"

namespace gs {

/// A framebuffer of our own, for pictures and for the map between two changes: 4 x multisampled colour and stencil, and one to resolve into.
class PictureTarget {
 public:
  /// `width` and `height` in device px; an error says which limit of the graphics driver they exceed.
  static Result<PictureTarget> create(int width, int height);

  bool fits(int width, int height) const { return width == width_ && height == height_; }
  void bind() const;
  /// Averages the samples of what was drawn, for copy_to.
  void resolve() const;
  /// Copies what was resolved into a framebuffer of the same size without samples of its own, and leaves that bound.
  void copy_to(GLuint framebuffer) const;
  /// RGBA rows from the top, straight alpha. Leaves the framebuffer `previous` bound.
  std::vector<std::uint8_t> read(GLuint previous) const;

 private:
  PictureTarget(int width, int height) : width_(width), height_(height) {}

  int width_, height_;
  gl::Framebuffer drawn_ = gl::make_framebuffer(), resolved_ = gl::make_framebuffer();
  gl::Renderbuffer color_ = gl::make_renderbuffer(), stencil_ = gl::make_renderbuffer(),
                   plain_ = gl::make_renderbuffer();
};

}  // namespace gs
