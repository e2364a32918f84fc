// The desktop window: SDL 2, OpenGL ES 3.0, frames only when something happened.
#include <GLES3/gl3.h>
#include <SDL.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/desktop_native.hpp"
#include "platform/dialog_native.hpp"
#include "platform/imgui_host.hpp"
#include "platform/offscreen_native.hpp"
#include "platform/platform.hpp"
#include "platform/stage_host_native.hpp"
#include "platform/stage_native.hpp"

namespace gs::platform {
namespace {

struct Fetch {
  std::string name;
  std::function<void(std::optional<Failure>, std::string)> done;
};

SDL_Window* window = nullptr;
SDL_GLContext context = nullptr;
float own_scale = 1;  // what the display or the person asks for
float scale = 1;  // window units of SDL in a logical px
bool quit = false, shown = false;
Uint32 wake_event = 0;
std::vector<double> alarms;  // when wake_after() asked for a frame
std::vector<Fetch> fetches;
std::string link_fragment;

// Where the page of this program can be opened; web/run serves it there unless told otherwise.
constexpr const char* kUsualAddress = "http://localhost:8080/";

// GREENSILK_SCALE, else the setting "scale", else what a dense display asks for, in quarters; 1 where the window system scales by itself.
float wanted_scale() {
  const char* named = std::getenv("GREENSILK_SCALE");
  for (const std::string& asked : {std::string(named ? named : ""), recall("scale")}) {
    const float value = std::strtof(asked.c_str(), nullptr);
    if (value >= 0.5f && value <= 4.0f) return value;
  }
  const char* driver = SDL_GetCurrentVideoDriver();
  float dpi = 0;
  if (!driver || std::string_view(driver) != "x11" || SDL_GetDisplayDPI(0, nullptr, &dpi, nullptr) != 0) return 1;
  return dpi < 144 ? 1.0f : std::clamp(std::round(dpi / 96 * 4) / 4, 1.0f, 3.0f);
}

// Without X11 or Wayland SDL falls back to drivers that show nothing: fine for who asks for them, a riddle for others.
bool has_screen() {
  const char* asked = SDL_getenv("SDL_VIDEODRIVER");
  const char* driver = SDL_GetCurrentVideoDriver();
  if (asked && *asked) return driver != nullptr;
  return driver && std::string_view(driver) != "offscreen" && std::string_view(driver) != "dummy";
}

bool make_window(const WindowOptions& options) {
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 8);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  // No samples: the renderer smooths the map in a framebuffer of its own, and the panels smooth themselves.
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
  SDL_GL_SetAttribute(SDL_GL_MULTISAMPLESAMPLES, 0);
  int x = SDL_WINDOWPOS_CENTERED, y = SDL_WINDOWPOS_CENTERED;
  int width = static_cast<int>(std::lround(static_cast<float>(options.width) * scale));
  int height = static_cast<int>(std::lround(static_cast<float>(options.height) * scale));
  Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
  stage::place(x, y, width, height, flags);
  window = SDL_CreateWindow(options.title.c_str(), x, y, width, height, flags);
  if (window) context = SDL_GL_CreateContext(window);
  if (context) return true;
  if (window) SDL_DestroyWindow(std::exchange(window, nullptr));
  return false;
}

void pace(double frame_began) {
  SDL_DisplayMode mode{};
  const bool known = SDL_GetWindowDisplayMode(window, &mode) == 0 && mode.refresh_rate > 0;
  const double refresh = 1.0 / (known ? mode.refresh_rate : 60);
  const double left = refresh - (seconds() - frame_began);
  // Waiting for the display normally takes up the refresh; without it (some drivers) the loop must not spin.
  if (left > refresh / 2) SDL_Delay(static_cast<Uint32>(left * 1000));
}

void deliver_fetches() {
  for (Fetch& fetch : std::exchange(fetches, {})) {
    std::string bytes;
    auto failed = read_asset(fetch.name, bytes);
    fetch.done(std::move(failed), std::move(bytes));
    host::unsettle();
  }
}

void sleep_until_something() {
  if (!fetches.empty()) return;
  if (alarms.empty()) {
    SDL_WaitEvent(nullptr);
    return;
  }
  const double wait = *std::min_element(alarms.begin(), alarms.end()) - seconds();
  if (wait > 0) SDL_WaitEventTimeout(nullptr, static_cast<int>(std::ceil(wait * 1000)));
}

void clear_alarms() {
  std::erase_if(alarms, [now = seconds()](double alarm) { return alarm <= now; });
}

}  // namespace

std::optional<Failure> open(const WindowOptions& options) {
  SDL_SetHint(SDL_HINT_POLL_SENTINEL, "0");
  SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  stage::hints();
  if (SDL_Init(SDL_INIT_VIDEO) != 0 || !has_screen()) {
    SDL_Quit();
    return Failure{"display",
                   "no screen was found to open a window on; run this in a desktop session (X11 or Wayland), or make a "
                   "picture without one: greensilk render -o map.png"};
  }
  own_scale = wanted_scale();
  scale = own_scale * stage::scale();
  if (!make_window(options)) {
    const std::string reason = SDL_GetError();
    SDL_Quit();
    return Failure{"graphics", "the graphics driver offers no OpenGL ES 3.0 window (" + reason + ")"};
  }
  SDL_GL_SetSwapInterval(1);
  wake_event = SDL_RegisterEvents(1);
  quit = false;
  host::start_imgui(window, context);
  host::taken_first = stage::takes;
  stage::opened(window);
  return std::nullopt;
}

void close() {
  stop_asking();
  if (window) {
    host::stop_imgui();
    SDL_GL_DeleteContext(std::exchange(context, nullptr));
    SDL_DestroyWindow(std::exchange(window, nullptr));
    SDL_Quit();
  }
  close_offscreen();
}

void run(std::function<bool()> frame) {
  while (!quit) {
    const double began = seconds();
    clear_alarms();
    deliver_fetches();
    deliver_answers();
    const bool more = frame();
    if (quit) return;
    if (more || host::unsettled()) {
      pace(began);
    } else {
      sleep_until_something();
    }
  }
}

void wake() {
  if (!window) return;
  SDL_Event event{};
  event.type = wake_event;
  SDL_PushEvent(&event);
}

void set_stage_scale(float times) {
  scale = own_scale * times;
  host::unsettle();
}

void wake_after(double delay) { alarms.push_back(seconds() + std::max(0.0, delay)); }

Viewport viewport() {
  if (!window) return {1, 1, 1};
  int width = 1, height = 1, drawable_width = 1, drawable_height = 1;
  SDL_GetWindowSize(window, &width, &height);
  SDL_GL_GetDrawableSize(window, &drawable_width, &drawable_height);
  const float logical_width = std::max(1.0f, static_cast<float>(width) / scale);
  return {logical_width, std::max(1.0f, static_cast<float>(height) / scale),
          std::max(1.0f, static_cast<float>(drawable_width)) / logical_width};
}

void begin_frame() {
  host::drain_events(viewport(), scale, quit);
  host::new_frame(viewport());
}

void present() {
  host::render(viewport());
  SDL_GL_SwapWindow(window);
  // For who measures how long a start takes.
  if (!std::exchange(shown, true)) tell_page("{\"type\":\"shown\"}");
}

// A desktop's context stays until it is closed.
bool take_context_restored() { return false; }
bool context_lost() { return false; }

std::optional<Pinch> take_pinch() { return host::gestures().take(); }
bool touch() { return host::gestures().touch(); }
bool software_graphics() {
  const auto* driver = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  const std::string_view name = driver ? driver : "";
  return name.find("llvmpipe") != name.npos || name.find("softpipe") != name.npos || name.find("SwiftShader") != name.npos;
}

bool shows_late() { return false; }
bool reduced_motion() { return desktop_stops_animations(); }
bool prefers_dark() { return desktop_prefers_dark(); }

std::string language() {
  SDL_Locale* preferred = SDL_GetPreferredLocales();
  std::string tag = "en";
  if (preferred && preferred[0].language) {
    tag = preferred[0].language;
    if (preferred[0].country) tag += std::string("-") + preferred[0].country;
  }
  SDL_free(preferred);
  return tag == "C" || tag == "POSIX" ? "en" : tag;
}

double seconds() {
  return static_cast<double>(SDL_GetPerformanceCounter()) / static_cast<double>(SDL_GetPerformanceFrequency());
}

bool embedded() { return false; }

std::string query() { return {}; }

std::string fragment() { return link_fragment; }

void set_fragment(std::string_view link) {
  const auto hash = link.find('#');
  link_fragment = hash == std::string_view::npos ? link : link.substr(hash + 1);
}

std::string link_to(std::string_view state) {
  const char* base = std::getenv("GREENSILK_URL");
  return std::string(base && *base ? base : kUsualAddress) + "#" + std::string(state);
}

bool take_fragment_changed() { return false; }

void copy_text(std::string_view text) { SDL_SetClipboardText(std::string(text).c_str()); }

void open_link(std::string_view url) {
  if (stage::held()) return;
  if (url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0) SDL_OpenURL(std::string(url).c_str());
}

void request_asset(std::string_view name, std::function<void(std::optional<Failure>, std::string)> done) {
  fetches.push_back({std::string(name), std::move(done)});
}

void request_rest(std::function<void(std::optional<Failure>)> done) { done(std::nullopt); }

void tell_page(std::string_view json) {
  static const bool told = std::getenv("GREENSILK_TELL") != nullptr;
  if (!told) return;
  std::fwrite(json.data(), 1, json.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

void on_page_message(std::function<void(std::string_view)>) {}

}  // namespace gs::platform
