#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/displays_native.hpp"

/// The window as a stage: the whole of a display, for people who look on.
namespace gs::platform {

/// The displays that are there, or nothing where there is no screen. Call before open().
std::optional<std::vector<Display>> find_displays();

struct StageOptions {
  std::optional<std::size_t> display;  ///< its place among those; none: the second, where people look on, else the first
  float scale = 1;                     ///< of all that is drawn, times what the display asks for
  bool held = false;                   ///< closed by leave_stage() alone
};
/// What open() makes is a stage from then on: it fills its display and goes to another one when that is unplugged, the screen never
/// sleeps, and keys are asked for before anything else has them.
void be_stage(const StageOptions&);

/// A key that went down in the window or in the one beside it. Letters by what is written on them where they are Latin, else by
/// their place; digits by their place, as on every keyboard; "Keypad 3" is "3".
struct StageKey {
  std::string name;
  bool ctrl, shift, repeated;  ///< repeated: it is held
};
/// `takes` hears of each key first; nobody else does where it says so.
void on_stage_key(std::function<bool(const StageKey&)> takes);
/// `touched` hears of every movement of a pointer or finger in the window, and whether it was a press or of a wheel. Others hear of it too.
void on_stage_touch(std::function<void(bool press)> touched);

void set_stage_scale(float);
/// Closes the window, whoever holds it.
void leave_stage();

/// The time of day where the person is: "14:05"; and s until it is another.
std::string local_time();
double next_minute();

}  // namespace gs::platform
