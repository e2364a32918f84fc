#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The machine under the program: window, frames, files, clipboard, address. One header; `platform_native.cpp` and
/// `platform_web.cpp` fill it in, and CMake picks one. It knows nothing of the explorer.
namespace gs::platform {

struct Failure {
  std::string where, what;  ///< in words for the person at the screen
};

struct WindowOptions {
  std::string title;
  int width = 1280, height = 800;  ///< logical px; the web takes the canvas's size instead
};

/// Opens the window (the canvas of the page), a GLES 3.0 / WebGL 2 context with multisampling and a stencil, the Dear
/// ImGui context and its backends. Empty on success.
std::optional<Failure> open(const WindowOptions&);
void close();

/// Calls `frame` once, then again at the next refresh as long as it returns true; otherwise sleeps until input, a
/// resize or wake(). Nothing runs while asleep, on the web not even requestAnimationFrame. Returns when the window closes
/// (the web's never does).
void run(std::function<bool()> frame);
void wake();
/// Asks for one frame after `seconds` (hover delays, timed notes).
void wake_after(double seconds);

struct Viewport {
  float width, height, pixel_ratio;  ///< logical px; device px per logical px
};
Viewport viewport();

/// Between them Dear ImGui's calls: events to ImGui and NewFrame; then draw data to the screen and swap.
void begin_frame();
void present();
/// From the next begin_frame() on what Dear ImGui draws is shown in a mirror, left for right, and the pointer and the arrow
/// keys reach it likewise. The map is not its drawing, and gestures stay as they are.
void mirror_panels(bool);
/// Call before begin_frame() when Dear ImGui's font atlas was built anew: its texture is made again.
void fonts_changed();
/// True once after the GL context came back: every GL object of ours must be made again (ImGui's are made here).
bool take_context_restored();
bool context_lost();

/// Two fingers since the last frame: pan in logical px, zoom factor about a point in logical px, and by how many radians
/// they turned clockwise about it.
struct Pinch {
  float x, y, pan_x, pan_y, factor, twist;
};
std::optional<Pinch> take_pinch();
bool touch();           ///< the last pointer was a finger: targets are 44 px
/// The processor draws instead of a graphics card, as the driver names itself. Needs a context.
bool software_graphics();
/// A picture that was presented is on the screen some time later, and only if nothing keeps the machine busy until then.
bool shows_late();
bool reduced_motion();  ///< what the person asked of the system
bool prefers_dark();
std::string language();  ///< BCP 47, as the system says: "zh-CN"
double seconds();        ///< monotonic clock

/// The page is a figure in somebody's article (embed.html). Natively false: the program's arguments say so.
bool embedded();
/// The part of the page's address between '?' and '#' ("" when none, and natively).
std::string query();
/// The part of the address after '#' ("" when none). Natively the link given on the command line.
std::string fragment();
void set_fragment(std::string_view);
/// Whole address that shows the present state elsewhere.
std::string link_to(std::string_view fragment);
/// True once after the person changed the address by hand (hashchange).
bool take_fragment_changed();

void copy_text(std::string_view);
void open_link(std::string_view url);

/// Bytes of a file that came with the program ("world.bin", "data/projects.csv"), or why not.
std::optional<Failure> read_asset(std::string_view name, std::string& out);
/// The same for a file that is fetched only now (a font of another script); `done` is called on the main thread.
void request_asset(std::string_view name, std::function<void(std::optional<Failure>, std::string bytes)> done);
/// Brings what of the program's files is fetched after its first picture: read_asset() has it once `done` is called. Natively
/// all is there.
void request_rest(std::function<void(std::optional<Failure>)> done);
/// A few words that are kept from one visit to the next, by name (a-z and -): in the browser's storage, natively in
/// $XDG_CONFIG_HOME/greensilk. Where neither can be had, nothing is kept, and nothing is said.
void remember(std::string_view name, std::string_view words);
std::string recall(std::string_view name);
/// Gives the person a file: the web downloads it; natively it is written whole or not at all into the folder for
/// downloads (or to the path when `name` has a folder), never over another file. Says in `path` where it went.
std::optional<Failure> save_file(std::string_view name, std::string_view bytes, std::string& path);
/// Writes `path` whole or not at all (a temporary file beside it, flushed, then renamed).
std::optional<Failure> write_file(const std::string& path, std::string_view bytes);

/// A file that the person dropped on the window or the page, or chose. Nothing of it leaves the machine.
struct Dropped {
  std::string name;  ///< without folders
  std::string bytes;
  std::size_t size = 0;  ///< of the file: where it is above kMostDropped, `bytes` is empty
  std::string failure;   ///< why it could not be read, or empty
  std::string path{};    ///< with folders; the page has none
};
inline constexpr std::size_t kMostDropped = 10'000'000;
/// The next of those since it was last asked, in their order.
std::optional<Dropped> take_dropped();
/// Whether there is a way to ask for a file, and asks (call it right after a click or a key): it comes as if it was dropped.
bool can_choose_file();
void choose_file();

/// Strings to and from the page around the canvas (accessible twin, host page). Natively what is told goes to standard
/// output, a line each, where the environment has GREENSILK_TELL (for scripts and tests); nothing is heard.
void tell_page(std::string_view json);
void on_page_message(std::function<void(std::string_view json)>);

/// A GLES 3.0 context without window or display, for pictures (EGL surfaceless, else SDL's offscreen driver).
std::optional<Failure> open_offscreen();

}  // namespace gs::platform
