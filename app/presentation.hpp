#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace gs {

/// A talk that somebody asks for: which story, where, and how.
struct Presentation {
  std::string story;                   ///< one of kStories; empty: that of the file
  std::string file, bytes;             ///< a story of the speaker's own
  std::optional<std::size_t> display;  ///< from 1, as the system counts them
  double scale = 1;                    ///< 1 to 3
  bool notes = true;
  std::optional<double> kiosk;         ///< s
};

}  // namespace gs
