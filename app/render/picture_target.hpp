#pragma once
#include <cstdint>
#include <vector>

#include "render/gl.hpp"

namespace gs {

/// A framebuffer of its own for pictures: 4 x multisampled colour and stencil, and one to resolve into.
class PictureTarget {
 public:
  /// `width` and `height` in device px; an error says which limit of the graphics driver they exceed.
  static Result<PictureTarget> create(int width, int height);

  void bind() const;
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
