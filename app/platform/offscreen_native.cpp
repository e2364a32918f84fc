// A GLES context without a window: EGL on no surface at all, else SDL's offscreen driver.
#include "platform/offscreen_native.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <SDL.h>

#include <cstring>

#include "platform/platform.hpp"

namespace gs::platform {
namespace {

EGLDisplay display = EGL_NO_DISPLAY;
EGLContext context = EGL_NO_CONTEXT;
SDL_Window* window = nullptr;
SDL_GLContext window_context = nullptr;

void close_egl() {
  if (display == EGL_NO_DISPLAY) return;
  eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
  eglTerminate(display);
  display = EGL_NO_DISPLAY;
  context = EGL_NO_CONTEXT;
}

bool open_egl() {
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  if (!extensions || !std::strstr(extensions, "EGL_MESA_platform_surfaceless")) return false;
  const auto platform_display =
      reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (!platform_display) return false;
  display = platform_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr)) return false;

  const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT, EGL_NONE};
  const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 0, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint found = 0;
  if (!eglBindAPI(EGL_OPENGL_ES_API)) return false;
  if (!eglChooseConfig(display, wanted, &config, 1, &found) || found == 0) return false;
  context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
  return context != EGL_NO_CONTEXT && eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context);
}

void close_sdl() {
  if (window_context) SDL_GL_DeleteContext(window_context);
  if (window) SDL_DestroyWindow(window);
  if (window || window_context) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  window = nullptr;
  window_context = nullptr;
}

bool open_sdl() {
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return false;
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  window = SDL_CreateWindow("", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_HIDDEN);
  if (window) window_context = SDL_GL_CreateContext(window);
  if (!window) SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return window_context != nullptr;
}

}  // namespace

void close_offscreen() {
  close_egl();
  close_sdl();
}

std::optional<Failure> open_offscreen() {
  if (open_egl()) return std::nullopt;
  close_egl();
  if (open_sdl()) return std::nullopt;
  close_sdl();
  return Failure{"graphics",
                 "OpenGL ES 3.0 is not available without a display; Mesa's software driver (package libgl1-mesa-dri) "
                 "offers it"};
}

}  // namespace gs::platform
