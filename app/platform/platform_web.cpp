// The canvas of the page: SDL 2 for input, WebGL 2, and requestAnimationFrame only while there is something to draw.
#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>

#include "platform/imgui_host.hpp"
#include "platform/page_web.hpp"
#include "platform/platform.hpp"

namespace gs::platform {
namespace {

constexpr const char* kCanvas = "#canvas";

SDL_Window* window = nullptr;
EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
std::function<bool()> draw_frame;
Viewport view{1, 1, 1};
int device_width = 0, device_height = 0;
bool scheduled = false;
bool drawn_ahead = false;  // the frame that is scheduled has been drawn
bool in_frame = false;  // stays true after a frame that crashed, so that none follows it
bool lost = false, restored = false;
bool unseen = false, owed = false;  // a frame is owed to those who see the canvas next
bool shown = false;
std::string clipboard;

void schedule();

void frame_now() {
  if (!draw_frame || in_frame || lost) return;
  if (unseen) return void(owed = true);
  in_frame = true;
  const bool more = draw_frame();
  in_frame = false;
  if (more || host::unsettled()) schedule();
}

EM_BOOL on_animation_frame(double, void*) {
  scheduled = false;
  if (!std::exchange(drawn_ahead, false)) frame_now();
  return EM_FALSE;
}

void schedule() {
  if (scheduled || !draw_frame || lost) return;
  if (unseen) return void(owed = true);
  scheduled = true;
  emscripten_request_animation_frame(on_animation_frame, nullptr);
}

void frame_ahead() {
  drawn_ahead = false;
  frame_now();
  drawn_ahead = scheduled;
}

void on_seen(bool seen) {
  unseen = !seen;
  if (seen && std::exchange(owed, false)) schedule();
}

int on_event(void*, SDL_Event*) {
  schedule();
  return 1;
}

EM_BOOL on_context_lost(int, const void*, void*) {
  lost = true;
  page::forget_gl_objects();
  host::drop_gl_objects();
  page::say_context_lost(true);
  return EM_TRUE;  // prevents the default: only so will the browser give the context back
}

EM_BOOL on_context_restored(int, const void*, void*) {
  lost = false;
  restored = true;
  emscripten_webgl_make_context_current(context);
  host::make_gl_objects();
  page::say_context_lost(false);
  schedule();
  return EM_TRUE;
}

void on_resized(int width, int height, double ratio) {
  if (width <= 0 || height <= 0 || ratio <= 0) return;  // a frame that is not shown
  const auto pixel_ratio = static_cast<float>(ratio);
  if (width == device_width && height == device_height && pixel_ratio == view.pixel_ratio) return;
  device_width = width;
  device_height = height;
  view = {static_cast<float>(width) / pixel_ratio, static_cast<float>(height) / pixel_ratio, pixel_ratio};
  if (window) {
    SDL_SetWindowSize(window, static_cast<int>(std::lround(view.width)), static_cast<int>(std::lround(view.height)));
  }
  page::set_canvas_pixels(width, height);
  host::unsettle();
  frame_now();  // at once: a resized canvas is blank, and the browser paints after this
}

bool make_context() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = EM_FALSE;
  wanted.depth = EM_FALSE;
  wanted.stencil = EM_TRUE;
  // The renderer smooths the map in a framebuffer of its own, and the panels smooth themselves.
  wanted.antialias = EM_FALSE;
  context = emscripten_webgl_create_context(kCanvas, &wanted);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return false;
  page::answer_gl_at_once();
  return true;
}

void place_text_field(ImGuiViewport*, ImGuiPlatformImeData* data) {
  page::show_text_field(data->WantVisible, host::as_laid_out(data->InputPos.x, view), data->InputPos.y, data->InputLineHeight);
}

}  // namespace

std::optional<Failure> open(const WindowOptions&) {
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  SDL_SetHint(SDL_HINT_POLL_SENTINEL, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return Failure{"page", SDL_GetError()};
  // No title: the page has its own, in the reader's language.
  // As large as the canvas is: SDL would give it another size, and its context other buffers.
  double width = 0, height = 0;
  emscripten_get_element_css_size(kCanvas, &width, &height);
  window = SDL_CreateWindow(nullptr, 0, 0, std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height)), SDL_WINDOW_RESIZABLE);
  if (!window) return Failure{"page", SDL_GetError()};
  // The page's ResizeObserver knows the exact device pixels; a beforeunload handler would keep the page out of the
  // browser's back-forward cache.
  emscripten_set_resize_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, nullptr, false, nullptr);
  emscripten_set_beforeunload_callback(nullptr, nullptr);
  if (!make_context()) return Failure{"graphics", "this browser offers no WebGL 2"};
  emscripten_set_webglcontextlost_callback(kCanvas, nullptr, false, on_context_lost);
  emscripten_set_webglcontextrestored_callback(kCanvas, nullptr, false, on_context_restored);

  host::start_imgui(window, nullptr);
  ImGuiIO& io = ImGui::GetIO();
  io.SetPlatformImeDataFn = place_text_field;
  io.SetClipboardTextFn = [](void*, const char* text) { copy_text(clipboard = text); };
  io.GetClipboardTextFn = [](void*) -> const char* { return clipboard.c_str(); };
  page::connect({on_resized, schedule, frame_ahead, on_seen});
  SDL_AddEventWatch(on_event, nullptr);
  return std::nullopt;
}

void close() {}

// Unwinds the stack as the browser needs it, so whatever `frame` uses must outlive main(): static, or owned by it.
void run(std::function<bool()> frame) {
  draw_frame = std::move(frame);
  schedule();
  emscripten_exit_with_live_runtime();
}

void wake() {
  host::unsettle();
  schedule();
}

void wake_after(double delay) {
  emscripten_set_timeout([](void*) { schedule(); }, std::max(0.0, delay) * 1000, nullptr);
}

Viewport viewport() { return view; }

void begin_frame() {
  bool quit = false;
  host::drain_events(view, 1, quit);
  host::new_frame(view);
}

void present() {
  host::render(view);
  if (!std::exchange(shown, true)) page::presented();
}

bool take_context_restored() { return std::exchange(restored, false); }
bool context_lost() { return lost; }

std::optional<Pinch> take_pinch() { return host::gestures().take(); }
bool touch() { return host::gestures().touch(); }
double seconds() { return emscripten_get_now() / 1000; }

std::optional<Failure> read_asset(std::string_view name, std::string& out) {
  std::ifstream file("/assets/" + std::string(name), std::ios::binary);
  if (!file) return Failure{std::string(name), "this part of the program is missing"};
  out.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  return std::nullopt;
}

void request_asset(std::string_view name, std::function<void(std::optional<Failure>, std::string)> done) {
  page::request_fetch(name, [name = std::string(name), done = std::move(done)](bool ok, std::string bytes) {
    if (ok) return done(std::nullopt, std::move(bytes));
    done(Failure{name, std::move(bytes)}, {});
  });
}

void request_rest(std::function<void(std::optional<Failure>)> done) {
  page::request_rest([done = std::move(done)](bool ok, std::string why) {
    done(ok ? std::nullopt : std::optional<Failure>(Failure{"rest.pack", std::move(why)}));
  });
}

bool can_choose_file() { return true; }
void choose_file() { page::choose_file(); }
namespace host {
Dropped read_dropped(const char*) { return {}; }  // a page hands over bytes, never a path
}  // namespace host

std::optional<Failure> save_file(std::string_view name, std::string_view bytes, std::string& path) {
  const auto slash = name.rfind('/');
  path = slash == std::string_view::npos ? name : name.substr(slash + 1);
  page::download(path, bytes);
  return std::nullopt;
}

std::optional<Failure> write_file(const std::string& path, std::string_view) {
  return Failure{path, "a page cannot write files; it offers them as downloads"};
}

std::optional<Failure> open_offscreen() { return Failure{"graphics", "a page draws on its canvas only"}; }

}  // namespace gs::platform
