#pragma once
#include <SDL.h>
#include <imgui.h>

#include "platform/gestures.hpp"
#include "platform/platform.hpp"

/// What both machines do alike with Dear ImGui: its context and backends, SDL's events into it, its frames.
namespace gs::platform::host {

/// The GL context must be current.
void start_imgui(SDL_Window*, SDL_GLContext);
void stop_imgui();
/// Dear ImGui's programs, buffers and font texture, when their context is lost and after it came back.
void drop_gl_objects();
void make_gl_objects();

/// Gives an event to the gestures and to Dear ImGui. `scale`: window units of SDL in a logical px.
void feed(SDL_Event, const Viewport&, float scale);
/// Takes every waiting event out of SDL's queue. Those that `taken_first`, if there is one, takes are heard by nobody else.
extern bool (*taken_first)(const SDL_Event&);
void drain_events(const Viewport&, float scale, bool& quit);
void new_frame(const Viewport&);
void render(const Viewport&);
/// What is to be seen in a mirror, where panels are.
void mirror(ImDrawData&);

/// A horizontal place and an arrow key as Dear ImGui has them, where its screen is mirrored.
float as_laid_out(float x, const Viewport&);
ImGuiKey as_laid_out(ImGuiKey);

/// Dear ImGui needs a few frames to act on input (it takes a press and a release in two), so input is followed by some.
bool unsettled();
/// As after input: the next few frames are drawn.
void unsettle();

/// Reads a file that was dropped by its path: each machine's own (a page is given bytes instead).
Dropped read_dropped(const char* path);
/// A file has come, from wherever: take_dropped() gives it.
void dropped(Dropped);

Gestures& gestures();

}  // namespace gs::platform::host
