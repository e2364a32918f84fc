#pragma once
#include <GLES3/gl3.h>

#include "render/canvas.hpp"

namespace gs {

/// A framebuffer that stands for the screen.
class Screen {
 public:
  Screen(int width, int height) : width_(width), height_(height) {
    glGenFramebuffers(1, &framebuffer_);
    glGenRenderbuffers(1, &colours_);
    glBindRenderbuffer(GL_RENDERBUFFER, colours_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colours_);
    glGenRenderbuffers(1, &stencil_);
    glBindRenderbuffer(GL_RENDERBUFFER, stencil_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER, stencil_);
    glBindRenderbuffer(GL_RENDERBUFFER, 0);
  }
  ~Screen() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteRenderbuffers(1, &colours_);
    glDeleteRenderbuffers(1, &stencil_);
  }
  /// As one whose old content is gone, and with a state that a painter must not rely on.
  void spoil() {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(1, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 1, 1);
  }
  Picture shown(Canvas& canvas, const Scene& scene, Care care) {
    return shown([&] { canvas.renderer().draw(scene, care); });
  }
  /// What `draw` leaves on it.
  template <class Draw>
  Picture shown(Draw draw) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    draw();
    Picture p{width_, height_, {}};
    const auto stride = static_cast<std::size_t>(width_) * 4;
    std::vector<std::uint8_t> rows(stride * static_cast<std::size_t>(height_));
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (int row = height_ - 1; row >= 0; --row) {
      const auto from = rows.begin() + static_cast<std::ptrdiff_t>(stride) * row;
      p.rgba.insert(p.rgba.end(), from, from + static_cast<std::ptrdiff_t>(stride));
    }
    return p;
  }

 private:
  int width_, height_;
  GLuint framebuffer_ = 0, colours_ = 0, stencil_ = 0;
};

}  // namespace gs
