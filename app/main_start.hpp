#pragma once
#include "assets.hpp"
#include "main_lazy.hpp"
#include "platform/platform.hpp"
#include "render/renderer.hpp"

namespace gs {

/// After the first picture: the other painters and the nearer base map, a part each time, then the facts.
class Start {
 public:
  /// `without_facts`: the map alone is measured. True while there is more to do at once. What fails for good is told to the page.
  bool work(Assets&, LazyMap&, Renderer&, bool without_facts);
  bool has_facts() const { return facts_; }

 private:
  bool asked_ = false, painters_ = false, rest_ = false, facts_ = false;
  double begun_ = platform::seconds();
  double due_ = 0;  ///< s on platform::seconds(): until then the first picture has the machine for itself
};

}  // namespace gs
