// A context for pictures, without a window or a display.
#include <GLES3/gl3.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <string>

#include "platform/platform.hpp"

TEST_CASE("OpenGL ES 3 draws without a display") {
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  const auto failure = gs::platform::open_offscreen();
  if (failure) FAIL(failure->what);
  const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
  REQUIRE(version);
  CHECK(std::string(version).rfind("OpenGL ES 3", 0) == 0);

  GLuint frame = 0, colour = 0;
  glGenFramebuffers(1, &frame);
  glGenRenderbuffers(1, &colour);
  glBindFramebuffer(GL_FRAMEBUFFER, frame);
  glBindRenderbuffer(GL_RENDERBUFFER, colour);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, 4, 4);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
  REQUIRE(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
  glClearColor(0.0f, 1.0f, 0.0f, 1.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  unsigned char pixel[4] = {};
  glReadPixels(2, 2, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel);
  CHECK(pixel[0] == 0);
  CHECK(pixel[1] == 255);
  gs::platform::close();
}

TEST_CASE("a window without a display fails with one clear sentence") {
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  ::unsetenv("SDL_VIDEODRIVER");
  ::setenv("XDG_RUNTIME_DIR", "/nonexistent", 1);
  const auto failure = gs::platform::open({"test", 100, 100});
  REQUIRE(failure);
  CHECK(failure->where == "display");
  CHECK(failure->what.find("no screen was found") == 0);
  gs::platform::close();
}
