#pragma once
#include <string>

#include "main_effects.hpp"
#include "scene/share.hpp"

namespace gs {

/// What the card of sharing shows, of the view as it was when the card opened: a code does not change under a camera.
class Share {
 public:
  /// Once a frame, before the panels; null while the card is closed.
  const ShareSheet* follow(const World&, const State&);

  /// Set by the card, carried out here.
  ShareWish wish;
  void carry_out(Effects&, const Effects::Context&);

 private:
  void frame(const Translator&);
  void carry_out(ShareDeed, Effects&, const Effects::Context&);

  ShareSheet sheet_;
  std::string bibtex_, cited_;  ///< digest of what is cited
  bool open_ = false;
};

}  // namespace gs
