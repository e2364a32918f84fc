#pragma once
#include <functional>
#include <set>

#include "assets.hpp"
#include "render/renderer.hpp"
#include "ui/kit.hpp"

namespace gs {

/// The language on the screen: its words and type. What English does not need is fetched when a language, or a letter of a
/// script that it has not, is first wanted.
class Faces {
 public:
  using Failed = std::function<void(std::string)>;
  Faces(Assets& assets, Measures measures) : assets_(assets), measures_(std::move(measures)) {}

  /// Once a frame. Fetches what the language lacks, once; `failed` hears why something did not arrive.
  void want(Language, const Failed& failed);
  /// The same of letters that a text on the screen has and its face lacks. After the panels are drawn.
  void want(const ui::Lacking&, const Failed& failed);
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
  void fetch(std::string_view file, const Failed& failed);
  /// Those of the scripts wanted whose faces are there and not the language's.
  Scripts there(Language) const;
  /// Whether the panels' atlas has the hanzi of our own texts.
  bool panels_have_chinese() const;
  /// Looks up which of the hanzi noted can be drawn, once more are noted or the face with them has come.
  void look_up_hanzi();

  Assets& assets_;
  Measures measures_;
  ui::UiFonts fonts_;
  float ratio_ = 0;
  Language language_ = Language::en, language_of_panels_ = Language::en;
  Scripts wanted_ = 0, also_ = 0, also_of_panels_ = 0;  ///< beside the language's: asked for, there, in the panels' atlas
  std::set<std::string_view> asked_;                    ///< files
  std::set<char32_t> hanzi_;                            ///< typed, and lacking where they were first drawn
  std::size_t looked_up_ = 0;                           ///< how many of them
  std::u32string typed_, typed_of_panels_;              ///< of them, what can be drawn; in the panels' atlas
  bool with_typed_ = false;                             ///< their face is among the measures'
};

}  // namespace gs
