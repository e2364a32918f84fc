#pragma once
#include <string>
#include <vector>

#include "scene/build.hpp"
#include "scene/embed.hpp"
#include "ui/layout.hpp"

/// The program as a figure in somebody's article: one view, few controls.
namespace gs::ui {

struct Ui;

/// One line of text: its top left and its width as measured, logical px.
struct EmbedLine {
  std::string text;
  Rect at;
};

struct EmbedKey {
  std::optional<Category> category;  ///< none: words alone
  std::string name;
  Rect at;
};

/// What the embed shows and where, laid out from left to right.
struct EmbedFigure {
  EmbedHead head;
  bool large = false;  ///< the title is in the display size; else it may have two lines
  std::vector<EmbedLine> title, words;
  std::vector<EmbedKey> legend;

  std::optional<EmbedCard> card;      ///< the places of its parts are from its own top left corner
  std::vector<EmbedLine> name;
  std::vector<Rect> rows;             ///< a row of two lines has its value below its caption
  glm::vec2 open{};                   ///< where its button begins

  int steps = 0;                      ///< of the story; 0: the foot has years
  Rect play, slider;                  ///< of the years; the slider's height is that of its track's target
  Rect back, on, count;               ///< of the story
  Rect link;
  std::string link_words;

  Layout layout{};
};

inline constexpr float kEmbedRow = 18.0f;  ///< px of a line of the card

/// `touch`: fingers need more room. `total`: of all that the map shows.
EmbedFigure embed_figure(const World&, const State&, const Total& total, Fonts, float width, float height, bool touch);

void embed_head(const Ui&);
/// True when the person wants to go on in the explorer.
[[nodiscard]] bool embed_foot(const Ui&, Actions&);
[[nodiscard]] bool embed_card(const Ui&, Actions&);

}  // namespace gs::ui
