#pragma once
#include <functional>

#include "assets.hpp"
#include "render/renderer.hpp"
#include "ui/kit.hpp"

namespace gs {

/// The language on the screen: its words and type. What English does not need is fetched when a language is first wanted.
class Faces {
 public:
  Faces(Assets& assets, Measures measures) : assets_(assets), measures_(std::move(measures)) {}

  /// Once a frame. Fetches what the language lacks, once; `failed` hears why something did not arrive.
  void want(Language, const std::function<void(std::string)>& failed);
  /// Once a frame, before Dear ImGui's. Faces that changed go to the renderer.
  void follow(Language wanted, float pixel_ratio, Renderer&);
  /// For a new renderer.
  void hand_to(Renderer&) const;

  /// What is spoken while a language is still to come: English.
  Language spoken(Language wanted) const { return assets_.speaks(wanted) ? wanted : Language::en; }
  const ui::UiFonts& ui() const { return fonts_; }
  Fonts measures() const { return measures_.fonts(); }

 private:
  Assets& assets_;
  Measures measures_;
  ui::UiFonts fonts_;
  float ratio_ = 0;
  Language language_ = Language::en;       ///< of the faces
  std::array<bool, kLanguageCount> asked_{};
};

}  // namespace gs
