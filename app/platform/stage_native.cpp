// The window as a stage, by SDL 2.
#include "platform/stage_native.hpp"

#include <ctime>
#include <utility>

#include "platform/imgui_host.hpp"
#include "platform/platform.hpp"
#include "platform/stage_host_native.hpp"

namespace gs::platform {
namespace {

std::optional<StageOptions> options;
std::optional<WantedDisplay> wanted;
SDL_Window* window = nullptr;
SDL_Window* other = nullptr;
bool (*other_takes)(const SDL_Event&) = nullptr;
std::function<bool(const StageKey&)> takes_key;
std::function<void(bool)> hears_touch;
bool leaving = false;

std::vector<Display> displays() {
  std::vector<Display> out;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect r{};
    if (SDL_GetDisplayBounds(i, &r) != 0) continue;
    const char* name = SDL_GetDisplayName(i);
    out.push_back({name ? name : "", r.x, r.y, r.w, r.h});
  }
  return out;
}

std::size_t stage_display(const std::vector<Display>& there) {
  if (!wanted) {
    const std::size_t at = options->display.value_or(there.size() > 1 ? 1 : 0);
    wanted = WantedDisplay{at, at < there.size() ? there[at].name : ""};
  }
  return display_for(*wanted, there);
}

/// To the display where the stage belongs, if it is not there. A window that fills one display is moved as an ordinary one.
void follow_displays() {
  const auto there = displays();
  const std::size_t to = stage_display(there);
  if (to >= there.size()) return;
  const Display& d = there[to];
  int x = 0, y = 0, w = 0, h = 0;
  SDL_GetWindowPosition(window, &x, &y);
  SDL_GetWindowSize(window, &w, &h);
  if (x == d.x && y == d.y && w == d.width && h == d.height) return;
  SDL_SetWindowFullscreen(window, 0);
  SDL_SetWindowPosition(window, d.x, d.y);
  SDL_SetWindowSize(window, d.width, d.height);
  SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

StageKey key_of(const SDL_KeyboardEvent& e) {
  const SDL_Scancode place = e.keysym.scancode;
  const SDL_Keycode written = e.keysym.sym;
  const bool digit = place >= SDL_SCANCODE_1 && place <= SDL_SCANCODE_0;
  const bool latin = written > ' ' && written < 0x7F && !digit;
  std::string name = latin ? SDL_GetKeyName(written) : SDL_GetScancodeName(place);
  if (place >= SDL_SCANCODE_KP_1 && place <= SDL_SCANCODE_KP_0) name = name.substr(name.size() - 1);
  return {std::move(name), (e.keysym.mod & KMOD_CTRL) != 0, (e.keysym.mod & KMOD_SHIFT) != 0, e.repeat != 0};
}

bool is_of(SDL_Window* w, Uint32 id) { return w && SDL_GetWindowID(w) == id; }

bool takes_key_of(const SDL_KeyboardEvent& e) {
  if (!takes_key || !(is_of(window, e.windowID) || is_of(other, e.windowID))) return false;
  return takes_key(key_of(e));
}

}  // namespace

std::optional<std::vector<Display>> find_displays() {
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return std::nullopt;
  auto there = displays();
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  return there;
}

void be_stage(const StageOptions& wanted_options) { options = wanted_options; }
void on_stage_key(std::function<bool(const StageKey&)> takes) { takes_key = std::move(takes); }
void on_stage_touch(std::function<void(bool)> touched) { hears_touch = std::move(touched); }

void leave_stage() {
  leaving = true;
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
}

std::string local_time() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  char words[8] = "";
  if (localtime_r(&now, &parts)) std::strftime(words, sizeof words, "%H:%M", &parts);
  return words;
}

double next_minute() { return 60.0 - static_cast<double>(std::time(nullptr) % 60); }

namespace stage {

void hints() {
  if (!options) return;
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");  // the keyboard may be in the notes
  // Who ends the process by a signal does not mean its window.
  if (options->held) SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
}

void place(int& x, int& y, int& width, int& height, Uint32& flags) {
  if (!options) return;
  const auto there = displays();
  const std::size_t at = stage_display(there);
  if (at < there.size()) x = there[at].x, y = there[at].y, width = there[at].width, height = there[at].height;
  flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
}

void opened(SDL_Window* made) {
  if (!options) return;
  window = made;
  SDL_DisableScreenSaver();
  if (options->held) SDL_SetWindowKeyboardGrab(made, SDL_TRUE);  // the window manager's keys too
}

bool held() { return options && options->held; }

float scale() { return options ? options->scale : 1.0f; }

std::size_t display() { return stage_display(displays()); }

void beside(SDL_Window* w, bool (*takes)(const SDL_Event&)) {
  other = w;
  other_takes = takes;
}

bool takes(const SDL_Event& e) {
  if (!options) return false;
  switch (e.type) {
    case SDL_QUIT: return options->held && !leaving;
    case SDL_DISPLAYEVENT: follow_displays(); break;
    case SDL_KEYDOWN:
      if (!takes_key_of(e.key)) break;
      host::unsettle();
      return true;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
      if (hears_touch && is_of(window, e.type == SDL_MOUSEMOTION ? e.motion.windowID : e.button.windowID)) hears_touch(e.type == SDL_MOUSEBUTTONDOWN);
      break;
    case SDL_MOUSEWHEEL:
      if (hears_touch && is_of(window, e.wheel.windowID)) hears_touch(true);
      break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
      if (hears_touch && is_of(window, e.tfinger.windowID)) hears_touch(e.type == SDL_FINGERDOWN);
      break;
    case SDL_WINDOWEVENT:
      if (is_of(window, e.window.windowID) && e.window.event == SDL_WINDOWEVENT_CLOSE && options->held) return true;
      break;
    default: break;
  }
  return other_takes && other_takes(e);
}

}  // namespace stage
}  // namespace gs::platform
