#include "render/picture_target.hpp"

#include <algorithm>
#include <string>

namespace gs {
namespace {

void store(const gl::Renderbuffer& buffer, int samples, GLenum format, int width, int height) {
  glBindRenderbuffer(GL_RENDERBUFFER, buffer.id());
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, format, width, height);
}

/// Rows from the top instead of the bottom, colours no longer multiplied by alpha.
void straighten(std::vector<std::uint8_t>& rgba, int width, int height) {
  const auto stride = static_cast<std::ptrdiff_t>(width) * 4;
  for (int row = 0; row < height / 2; ++row) {
    std::swap_ranges(rgba.begin() + row * stride, rgba.begin() + (row + 1) * stride,
                     rgba.begin() + (height - 1 - row) * stride);
  }
  for (std::size_t i = 0; i < rgba.size(); i += 4) {
    const unsigned a = rgba[i + 3];
    if (a == 0 || a == 255) continue;
    for (std::size_t c = i; c < i + 3; ++c) {
      rgba[c] = static_cast<std::uint8_t>(std::min(255u, (rgba[c] * 255u + a / 2) / a));
    }
  }
}

}  // namespace

PlainImage::PlainImage(int width, int height) : width_(width), height_(height) {
  GLint previous = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
  glBindTexture(GL_TEXTURE_2D, color_.id());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
  for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T}) glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
  glBindTexture(GL_TEXTURE_2D, 0);
  bind();
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.id(), 0);
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
}

bool PlainImage::complete() const {
  GLint previous = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
  bind();
  const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
  return complete;
}

void PlainImage::copy_to(GLuint framebuffer) const {
  // A browser clears a shown canvas before the first drawing, and a copy is none to it: it would clear what was copied.
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glDisable(GL_SCISSOR_TEST);
  glClear(GL_COLOR_BUFFER_BIT);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.id());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

Result<PictureTarget> PictureTarget::create(int width, int height, int samples) {
  const std::string size = std::to_string(width) + " x " + std::to_string(height) + " px";
  if (width < 1 || height < 1) return Error{"picture", "expected a width and a height of 1 px or more, found " + size};
  GLint largest = 0, most = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  if (width > largest || height > largest) {
    const std::string limit = std::to_string(largest) + " px a side";
    return Error{"picture", size + " is more than the " + limit + " that this graphics driver offers"};
  }
  glGetIntegerv(GL_MAX_SAMPLES, &most);
  samples = std::min(samples, most);

  while (glGetError() != GL_NO_ERROR) {
  }
  PictureTarget made = unproven(width, height, samples);
  const bool complete = made.complete();
  if (glGetError() == GL_OUT_OF_MEMORY) return Error{"picture", "the graphics memory does not suffice for " + size};
  if (!complete) return Error{"picture", "the graphics driver offers no multisampled framebuffer of " + size};
  return made;
}

PictureTarget PictureTarget::unproven(int width, int height, int samples) {
  GLint previous = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
  PictureTarget made(width, height);
  store(made.color_, samples, GL_RGBA8, width, height);
  store(made.stencil_, samples, GL_DEPTH24_STENCIL8, width, height);
  glBindRenderbuffer(GL_RENDERBUFFER, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, made.drawn_.id());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, made.color_.id());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, made.stencil_.id());
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
  return made;
}

bool PictureTarget::complete() const {
  GLint previous = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
  bind();
  const bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE && plain_.complete();
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(previous));
  return complete;
}

void PictureTarget::bind() const { glBindFramebuffer(GL_FRAMEBUFFER, drawn_.id()); }

void PictureTarget::resolve() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, drawn_.id());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, plain_.id());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

std::vector<std::uint8_t> PictureTarget::read(GLuint previous) const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, plain_.id());
  std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  glBindFramebuffer(GL_FRAMEBUFFER, previous);
  straighten(rgba, width_, height_);
  return rgba;
}

}  // namespace gs
