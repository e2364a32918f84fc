#pragma once
#include <cstdint>
#include <vector>

#include "render/gl.hpp"

namespace gs {

/// A framebuffer of one colour texture, device px.
class PlainImage {
 public:
  PlainImage(int width, int height);

  bool fits(int width, int height) const { return width == width_ && height == height_; }
  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id()); }
  GLuint id() const { return framebuffer_.id(); }
  GLuint texture() const { return color_.id(); }
  /// Copies it into a framebuffer of the same size without samples of its own, and leaves that bound.
  void copy_to(GLuint framebuffer) const;
  bool complete() const;

 private:
  int width_, height_;
  gl::Framebuffer framebuffer_ = gl::make_framebuffer();
  gl::Texture color_ = gl::make_texture();
};

/// A framebuffer of our own for what has edges of triangles: multisampled colour and stencil, and an image to resolve into.
class PictureTarget {
 public:
  /// `width` and `height` in device px, `samples` at most (0: one a px); an error says which limit of the graphics driver
  /// they exceed.
  static Result<PictureTarget> create(int width, int height, int samples = 4);
  /// Without asking whether there was room for it, which waits until all that was asked of the driver is done: complete()
  /// does, when there is time.
  static PictureTarget unproven(int width, int height, int samples = 4);
  bool complete() const;

  void bind() const;
  /// Averages the samples of what was drawn into the image.
  void resolve() const;
  const PlainImage& image() const { return plain_; }
  /// The image as RGBA rows from the top, straight alpha. Leaves the framebuffer `previous` bound.
  std::vector<std::uint8_t> read(GLuint previous) const;

 private:
  PictureTarget(int width, int height) : width_(width), height_(height), plain_(width, height) {}

  int width_, height_;
  gl::Framebuffer drawn_ = gl::make_framebuffer();
  gl::Renderbuffer color_ = gl::make_renderbuffer(), stencil_ = gl::make_renderbuffer();
  PlainImage plain_;
};

}  // namespace gs
