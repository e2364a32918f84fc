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
  /// Once a frame, before anything is drawn or measured: faces that changed go to the renderer.
  void follow(Language wanted, Renderer&);
  /// Once a frame that has panels, before Dear ImGui's.
  void follow_panels(float pixel_ratio);
  /// For a new renderer.
  void hand_to(Renderer&) const;

  /// What is spoken: English while the one that is wanted is still to come.
  const Translator& words() const { return assets_.words(language_); }
  const ui::UiFonts& ui() const { return fonts_; }
  Fonts measures() const { return measures_.fonts(); }

 private:
  Assets& assets_;
  Measures measures_;
  ui::UiFonts fonts_;
  float ratio_ = 0;
  Language language_ = Language::en, language_of_panels_ = Language::en;
  std::array<bool, kLanguageCount> asked_{};
};

}  // namespace gs
