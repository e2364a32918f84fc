#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "guest/twin_json.hpp"
#include "scene/claim_desk.hpp"

namespace gs {

class Effects;

/// Both directions between the program and the page's accessible twin.
class Twin {
 public:
  /// A message, for the next frame; false where it is not the twin's (web/twin.mjs writes the type first).
  bool takes(std::string_view json);
  /// Adds what the page has asked for since the last frame to the actions of this one; what is wrong with it is said.
  void hear(const World&, const State&, Effects&, Actions&);
  /// Tells the twin what is another than it was told, now and then. `before`: the state before this frame's actions, of which
  /// the list is. `now` in seconds.
  void tell(const World&, const State& before, const State&, const ProjectList&, std::string_view message, double now);

 private:
  std::vector<std::string> heard_;
  ClaimDesk desk_;
  State of_;                   ///< of the last telling, without what passes by itself
  std::string made_, told_;    ///< what else it was of; the JSON
  double next_ = 0;            ///< s
  bool wakes_ = false;
};

}  // namespace gs
