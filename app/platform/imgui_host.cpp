#include "platform/imgui_host.hpp"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <cfloat>
#include <cmath>
#include <deque>
#include <optional>
#include <utility>

namespace gs::platform::host {
namespace {

// Hover, then layout, then what the layout puts under the pointer.
constexpr int kSettleFrames = 3;

Gestures the_gestures;
std::deque<Dropped> the_dropped;
int frames_to_settle = kSettleFrames;
bool has_gl_objects = false;  // the first frame makes them
bool mirrored = false, to_be_mirrored = false;

// SDL reports whole window units; with a scale of our own they are not logical px.
void to_logical(SDL_Event& event, float scale) {
  if (scale == 1) return;
  if (event.type == SDL_MOUSEMOTION) {
    event.motion.x = static_cast<int>(std::lround(static_cast<float>(event.motion.x) / scale));
    event.motion.y = static_cast<int>(std::lround(static_cast<float>(event.motion.y) / scale));
  }
}

// The backend asks the system where the mouse is: in window units, which are not ours under a scale of our own, and late
// where the pointer was set rather than moved. The motion events say it all.
void drop_mouse_positions_from(int first) {
  auto& queue = ImGui::GetCurrentContext()->InputEventsQueue;
  for (int i = queue.Size - 1; i >= first; --i) {
    if (queue[i].Type == ImGuiInputEventType_MousePos && queue[i].MousePos.PosX != -FLT_MAX) queue.erase(&queue[i]);
  }
}

// A modifier that is let go in the same frame as a key was pressed with it: Dear ImGui would see that key alone. Comes in a later one.
std::optional<SDL_Event> held_up;

bool is_modifier(SDL_Keycode key) { return key >= SDLK_LCTRL && key <= SDLK_RGUI; }

void to_mirror(SDL_Event& event, const Viewport& view) {
  if (!mirrored) return;
  if (event.type == SDL_MOUSEMOTION)
    event.motion.x = static_cast<int>(std::lround(as_laid_out(static_cast<float>(event.motion.x), view)));
  if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return;
  SDL_Keycode& key = event.key.keysym.sym;
  key = key == SDLK_LEFT ? SDLK_RIGHT : key == SDLK_RIGHT ? SDLK_LEFT : key;
}

// The pointer rests where it was seen.
void turn_mirror(const Viewport& view) {
  const float x = ImGui::GetIO().MousePos.x;
  mirrored = to_be_mirrored;
  if (x != -FLT_MAX) ImGui::GetIO().AddMousePosEvent(view.width - x, ImGui::GetIO().MousePos.y);
}

}  // namespace

bool (*taken_first)(const SDL_Event&) = nullptr;

void mirror(ImDrawData& data) {
  if (!mirrored) return;
  const float width = data.DisplaySize.x;
  for (ImDrawList* list : data.CmdLists) {
    for (ImDrawVert& v : list->VtxBuffer) v.pos.x = width - v.pos.x;
    for (ImDrawCmd& c : list->CmdBuffer) c.ClipRect = {width - c.ClipRect.z, c.ClipRect.y, width - c.ClipRect.x, c.ClipRect.w};
  }
}

float as_laid_out(float x, const Viewport& view) { return mirrored && x != -FLT_MAX ? view.width - x : x; }

ImGuiKey as_laid_out(ImGuiKey key) {
  if (!mirrored) return key;
  return key == ImGuiKey_LeftArrow ? ImGuiKey_RightArrow : key == ImGuiKey_RightArrow ? ImGuiKey_LeftArrow : key;
}

void start_imgui(SDL_Window* window, SDL_GLContext context) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a blinking caret would be a frame twice a second for nothing
  ImGui_ImplSDL2_InitForOpenGL(window, context);
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

void stop_imgui() {
  if (!ImGui::GetCurrentContext()) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplSDL2_Shutdown();
  ImGui::DestroyContext();
}

void drop_gl_objects() { ImGui_ImplOpenGL3_DestroyDeviceObjects(); }

void make_gl_objects() {
  ImGui_ImplOpenGL3_CreateDeviceObjects();
  unsettle();
}

void feed(SDL_Event event, const Viewport& view, float scale) {
  ImGuiIO& io = ImGui::GetIO();
  unsettle();
  to_logical(event, scale);
  switch (the_gestures.handle(event, view.width, view.height)) {
    case Gestures::Then::swallow:
      return;
    case Gestures::Then::cancel_press:
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      io.AddMouseButtonEvent(0, false);
      break;
    case Gestures::Then::leave:
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      break;
    case Gestures::Then::pass:
      break;
  }
  to_mirror(event, view);
  ImGui_ImplSDL2_ProcessEvent(&event);
}

void drain_events(const Viewport& view, float scale, bool& quit) {
  if (held_up) {
    unsettle();
    if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) return;
    feed(*std::exchange(held_up, std::nullopt), view, scale);
  }
  SDL_Event event;
  bool pressed = false;
  while (SDL_PollEvent(&event)) {
    if (taken_first && taken_first(event)) continue;
    if (pressed && event.type == SDL_KEYUP && is_modifier(event.key.keysym.sym)) {
      held_up = event;
      return;
    }
    pressed = pressed || (event.type == SDL_KEYDOWN && !is_modifier(event.key.keysym.sym));
    if (event.type == SDL_QUIT) quit = true;
    if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_CLOSE) quit = true;
    if (event.type == SDL_DROPFILE) {
      if (event.drop.file) dropped(read_dropped(event.drop.file));
      SDL_free(event.drop.file);
    } else {
      feed(event, view, scale);
    }
  }
}

void new_frame(const Viewport& view) {
  if (frames_to_settle > 0) --frames_to_settle;
  ImGui_ImplOpenGL3_NewFrame();
  has_gl_objects = true;
  const int queued = ImGui::GetCurrentContext()->InputEventsQueue.Size;
  ImGui_ImplSDL2_NewFrame();
  drop_mouse_positions_from(queued);
  if (mirrored != to_be_mirrored) turn_mirror(view);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(view.width, view.height);
  io.DisplayFramebufferScale = ImVec2(view.pixel_ratio, view.pixel_ratio);
  ImGui::NewFrame();
}

void render(const Viewport& view) {
  ImGui::Render();
  mirror(*ImGui::GetDrawData());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  glViewport(0, 0, static_cast<int>(std::lround(view.width * view.pixel_ratio)),
             static_cast<int>(std::lround(view.height * view.pixel_ratio)));
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool unsettled() {
  return frames_to_settle > 0 || (ImGui::GetCurrentContext() && ImGui::GetCurrentContext()->InputEventsQueue.Size > 0);
}

void unsettle() { frames_to_settle = kSettleFrames; }

void dropped(Dropped file) {
  the_dropped.push_back(std::move(file));
  unsettle();
}

Gestures& gestures() { return the_gestures; }

}  // namespace gs::platform::host

namespace gs::platform {

void mirror_panels(bool on) {
  if (on != host::to_be_mirrored) host::unsettle();
  host::to_be_mirrored = on;
}

std::optional<Dropped> take_dropped() {
  if (host::the_dropped.empty()) return std::nullopt;
  Dropped first = std::move(host::the_dropped.front());
  host::the_dropped.pop_front();
  return first;
}

void fonts_changed() {
  if (!host::has_gl_objects) return;
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  host::unsettle();
}

}  // namespace gs::platform
