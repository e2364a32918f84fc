#pragma once
#include <functional>

#include "assets.hpp"
#include "render/renderer.hpp"
#include "ui/kit.hpp"

namespace gs {

/// The type on the screen: follows the language and the screen's pixel ratio; Chinese faces are fetched when first needed.
class Faces {
 public:
  Faces(Assets& assets, Measures measures) : assets_(assets), measures_(std::move(measures)) {}

  /// Once a frame, before Dear ImGui's. Faces that changed go to the renderer; `failed` hears why some did not arrive.
  void follow(Language, float pixel_ratio, Renderer&, std::function<void(std::string)> failed);
  /// For a new renderer.
  void hand_to(Renderer&) const;

  const ui::UiFonts& ui() const { return fonts_; }
  Fonts measures() const { return measures_.fonts(); }

 private:
  void fetch_chinese(std::function<void(std::string)> failed);

  Assets& assets_;
  Measures measures_;
  ui::UiFonts fonts_;
  ui::FontFiles files_;
  float ratio_ = 0;
  bool zh_ = false, asked_for_zh_ = false;
};

}  // namespace gs
