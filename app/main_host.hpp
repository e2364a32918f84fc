#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "guest/message.hpp"
#include "main_library.hpp"

namespace gs {

/// The page around the map, where it asks for something (web/EMBED.md).
class Host {
 public:
  /// A message, for the next frame.
  void take(std::string_view json);
  /// Once a frame, before anything is worked out from the state: adds what the page asked for to the actions of this frame.
  /// `open` opens a link in place of the state; true where that was asked.
  bool hear(const State&, const Portfolio&, const std::function<void(const std::string& fragment)>& open, Actions&);
  /// Adds the step of a story, once the stories are there.
  void due(const ViewState&, Library&, Actions&);

 private:
  std::deque<std::string> waiting_;
  std::optional<StoryMove> story_;
  std::string story_message_;  ///< its id
};

}  // namespace gs
