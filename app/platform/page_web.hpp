#pragma once
#include <functional>
#include <string>
#include <string_view>

/// The page around the canvas. C++ calls the hooks of `Module.page` (web/bridge.mjs), the page those of
/// `Module.greensilk`.
namespace gs::platform::page {

struct Events {
  /// Logical size is the device size over the device's pixel ratio.
  std::function<void(int device_width, int device_height, double ratio)> resized;
  std::function<void()> woken;
  std::function<void()> frame;  ///< at once, in place of the one that is due
  std::function<void(bool)> seen;  ///< false: nobody can see the canvas, frames wait
};

/// Makes `Module.greensilk` and lets the page start to observe the canvas: `resized` is called at once.
void connect(Events);

void set_canvas_pixels(int width, int height);
void show_text_field(bool visible, float x, float y, float line_height);
/// The first picture stands: the page may take its start screen away.
void presented();
/// Of the current context: questions about its state no longer wait until all is drawn.
void answer_gl_at_once();
/// After a lost context: the names of all GL objects mean nothing any more, and deleting one does nothing.
void forget_gl_objects();
void say_context_lost(bool lost);
void request_fetch(std::string_view name, std::function<void(bool ok, std::string bytes_or_reason)> done);
/// Puts the files of the rest beside those that came with the program.
void request_rest(std::function<void(bool ok, std::string reason)> done);
void download(std::string_view name, std::string_view bytes);
/// Opens the page's way to choose files.
void choose_file();
bool prefers(const char* what);

}  // namespace gs::platform::page
