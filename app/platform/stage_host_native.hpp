#pragma once
#include <SDL.h>

/// The stage's part of opening a window and hearing its events; for this folder alone.
namespace gs::platform::stage {

/// Before SDL begins, and with its video.
void hints();
/// Place and flags of the window, where it is a stage; else they stay as they are.
void place(int& x, int& y, int& width, int& height, Uint32& flags);
/// After it was opened.
void opened(SDL_Window*);
/// A factor of everything that is drawn; 1 where there is no stage.
float scale();

/// Nobody leads out of it: no other program is opened, no file is asked for or saved.
bool held();

/// Whether nobody else hears of the event.
bool takes(const SDL_Event&);

/// The display that the stage fills, and all that are there.
std::size_t display();

/// The window beside it: its events are asked for first.
void beside(SDL_Window*, bool (*takes)(const SDL_Event&));

}  // namespace gs::platform::stage
