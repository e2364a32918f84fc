#pragma once
#include <cstddef>
#include <span>
#include <string>

/// Which of the displays that are there a window belongs on. Pure.
namespace gs::platform {

struct Display {
  std::string name;  ///< as the system has it; two may have the same
  int x = 0, y = 0, width = 0, height = 0;
};

struct WantedDisplay {
  std::size_t at = 0;  ///< its place among those that were there
  std::string name;
};

/// The display of that name, the one at its place first; where it was unplugged, the one at its place now, else the first.
std::size_t display_for(const WantedDisplay&, std::span<const Display>);
/// For the speaker's notes: the first that is not the stage's, else the same.
std::size_t display_beside(std::size_t stage, std::span<const Display>);

}  // namespace gs::platform
