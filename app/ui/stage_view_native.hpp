#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scene/story.hpp"
#include "scene/talk.hpp"
#include "ui/kit.hpp"

/// What people see of a talk, and what the speaker sees beside it.
namespace gs::ui {

/// What a symbol on the map stands for; without one, words alone.
struct StageMark {
  std::optional<Category> category;
  std::string name;
};
/// Of the window's height, for the words: under a map, and under a page full of charts.
inline constexpr float kMostStrip = 0.46f, kMostPageStrip = 0.24f;
/// The step's words as they stand under the map: as large as leaves the map its room; the legend only where it has room too.
struct StageWords {
  std::string title, text, of;  ///< of: "step 2 of 7"
  std::vector<StageMark> legend{};
  float most = kMostStrip;
};
/// px that the words need in a window of that size.
float stage_strip(const UiFonts&, const StageWords&, float width, float height);

/// The map above a strip of that height.
Layout stage_layout(float width, float height, float strip, bool mirrored);
/// A step whose view is a page of its own, the laboratory or the table: the explorer's panels, above the strip.
Layout stage_page(float width, float height, float strip, const ViewState&, bool mirrored);
/// The least logical px of width in which such a page stands in columns with all of its parts.
inline constexpr float kPageWidth = 1360.0f;
/// By how many octaves a map has to be zoomed to show on this stage what a step's author saw in a window.
double stage_octaves(const Rect& map);

struct StageCode {
  std::string link;
  std::optional<Qr> code;
  std::vector<QrRun> runs;
};

/// Title, text and place of the step under the map, a black stage, the code of what is shown, the dot. The pointer itself is not seen, but for
/// a moment after it `moved`.
void stage(const Ui&, const Talk&, const StageWords&, const StageCode*, bool moved);

/// For the speaker alone.
struct NotesSheet {
  std::string title, of, notes, next, clock, elapsed, doing, warning;
  bool paused = false;
  bool operator==(const NotesSheet&) const = default;
};
/// Fills the window of Dear ImGui's present context.
void speaker_notes(const UiFonts&, const Palette&, const Translator&, const NotesSheet&);

}  // namespace gs::ui
