#pragma once
#include <array>
#include <string>

namespace gs {

/// The stories that come with the program, in their order.
inline constexpr std::array<const char*, 4> kStories{"green-locomotive", "sun-over-the-desert", "wind-on-the-steppe", "to-2040"};

inline std::string file_of_story(const char* story) { return "data/stories/" + std::string(story) + ".json"; }

}  // namespace gs
