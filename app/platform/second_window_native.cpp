#include "platform/second_window_native.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "platform/imgui_host.hpp"
#include "platform/stage_host_native.hpp"
#include "platform/stage_native.hpp"

namespace gs::platform {
namespace {

constexpr int kWidth = 900, kHeight = 640;

SDL_Window* window = nullptr;
bool was_closed = false, stirred = true;

Uint32 window_of(const SDL_Event& e) {
  switch (e.type) {
    case SDL_WINDOWEVENT: return e.window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP: return e.key.windowID;
    case SDL_TEXTINPUT: return e.text.windowID;
    case SDL_TEXTEDITING: return e.edit.windowID;
    case SDL_MOUSEMOTION: return e.motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return e.button.windowID;
    case SDL_MOUSEWHEEL: return e.wheel.windowID;
    default: return 0;
  }
}

/// Whether it has a display of its own.
bool move_beside_the_stage() {
  std::vector<SDL_Rect> rooms;
  std::vector<Display> there;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect r{};
    if (SDL_GetDisplayUsableBounds(i, &r) != 0) continue;
    rooms.push_back(r);
    there.push_back({});
  }
  const std::size_t stage = stage::display(), at = display_beside(stage, there);
  if (at >= rooms.size()) return false;
  const SDL_Rect& r = rooms[at];
  SDL_SetWindowPosition(window, r.x + std::max(0, (r.w - kWidth) / 2), r.y + std::max(0, (r.h - kHeight) / 2));
  return at != stage;
}

/// Displays came or went: off the stage, where there is another place.
void follow_displays() {
  const int here = SDL_GetWindowDisplayIndex(window);
  if (SDL_GetNumVideoDisplays() > 1 && (here < 0 || static_cast<std::size_t>(here) == stage::display())) move_beside_the_stage();
}

/// Nothing of this window reaches Dear ImGui, which would take it for the first's.
bool takes(const SDL_Event& e) {
  if (!window) return false;
  if (e.type == SDL_DISPLAYEVENT) follow_displays();
  if (window_of(e) != SDL_GetWindowID(window)) return false;
  if (e.type == SDL_WINDOWEVENT) {
    stirred = true;
    if (e.window.event == SDL_WINDOWEVENT_CLOSE) was_closed = true;
  }
  host::unsettle();
  return true;
}

}  // namespace

std::unique_ptr<SecondWindow> SecondWindow::open(const std::string& title) {
  SDL_Window* first = SDL_GL_GetCurrentWindow();
  if (window || !first) return nullptr;
  window = SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, kWidth, kHeight,
                            SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
  if (!window) return nullptr;
  const bool apart = move_beside_the_stage();
  SDL_ShowWindow(window);
  if (!apart) SDL_RaiseWindow(first);  // nothing lies over the stage
  was_closed = false, stirred = true;
  stage::beside(window, takes);
  std::unique_ptr<SecondWindow> made(new SecondWindow);
  made->first_ = ImGui::GetCurrentContext();
  made->own_ = ImGui::CreateContext(ImGui::GetIO().Fonts);
  ImGui::SetCurrentContext(made->own_);
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().LogFilename = nullptr;
  ImGui::SetCurrentContext(made->first_);
  return made;
}

SecondWindow::~SecondWindow() {
  stage::beside(nullptr, nullptr);
  ImGui::DestroyContext(own_);
  SDL_DestroyWindow(std::exchange(window, nullptr));
}

bool SecondWindow::closed() const { return was_closed; }
bool SecondWindow::take_stirred() { return std::exchange(stirred, false); }

// With the first's px where they are its own, else with half of them: its faces then stay sharp.
Viewport SecondWindow::viewport() const {
  int width = 1, height = 1;
  SDL_GL_GetDrawableSize(window, &width, &height);
  const float first = platform::viewport().pixel_ratio, ratio = first > 1.5f ? first / 2 : first;
  return {std::max(1.0f, static_cast<float>(width) / ratio), std::max(1.0f, static_cast<float>(height) / ratio), ratio};
}

void SecondWindow::begin() {
  first_ = ImGui::GetCurrentContext();
  const ImGuiIO& of_first = ImGui::GetIO();
  const ImGuiStyle style = ImGui::GetStyle();
  ImGui::SetCurrentContext(own_);
  const Viewport view = viewport();
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts = of_first.Fonts;
  io.FontDefault = of_first.FontDefault;
  io.FontGlobalScale = of_first.FontGlobalScale;
  io.DeltaTime = std::max(1e-3f, of_first.DeltaTime);
  io.DisplaySize = {view.width, view.height};
  io.DisplayFramebufferScale = {view.pixel_ratio, view.pixel_ratio};
  ImGui::GetStyle() = style;
  ImGui::NewFrame();
}

void SecondWindow::end() {
  ImGui::Render();
  ImDrawData* drawn = ImGui::GetDrawData();
  const Viewport view = viewport();
  ImGui::SetCurrentContext(first_);
  ImGui::GetIO().Fonts->Locked = true;  // the first's frame goes on
  host::mirror(*drawn);
  SDL_Window* first = SDL_GL_GetCurrentWindow();
  SDL_GLContext context = SDL_GL_GetCurrentContext();
  if (SDL_GL_MakeCurrent(window, context) == 0) {
    SDL_GL_SetSwapInterval(0);  // the stage alone waits for its display
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, static_cast<int>(std::lround(view.width * view.pixel_ratio)), static_cast<int>(std::lround(view.height * view.pixel_ratio)));
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(drawn);
    SDL_GL_SwapWindow(window);
  }
  SDL_GL_MakeCurrent(first, context);
  SDL_GL_SetSwapInterval(1);
}

}  // namespace gs::platform
