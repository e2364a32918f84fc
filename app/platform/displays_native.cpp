#include "platform/displays_native.hpp"

namespace gs::platform {

std::size_t display_for(const WantedDisplay& wanted, std::span<const Display> there) {
  const bool same_place = wanted.at < there.size();
  if (same_place && there[wanted.at].name == wanted.name) return wanted.at;
  for (std::size_t i = 0; i < there.size(); ++i)
    if (there[i].name == wanted.name) return i;
  return same_place ? wanted.at : 0;
}

std::size_t display_beside(std::size_t stage, std::span<const Display> there) {
  for (std::size_t i = 0; i < there.size(); ++i)
    if (i != stage) return i;
  return stage;
}

}  // namespace gs::platform
