#pragma once
#include <string>

#include "scene/story.hpp"
#include "scene/talk.hpp"
#include "ui/kit.hpp"

/// What people see of a talk, and what the speaker sees beside it.
namespace gs::ui {

/// The step's words as they stand under the map: as large as leaves the map its room.
struct StageWords {
  std::string title, text, of;  ///< of: "step 2 of 7"
};
/// px that the words need in a window of that size.
float stage_strip(const UiFonts&, const StageWords&, float width, float height);

/// The map above a strip of that height.
Layout stage_layout(float width, float height, float strip, bool mirrored);

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
  std::string title, of, notes, next, clock, elapsed, doing;
  bool paused = false;
  bool operator==(const NotesSheet&) const = default;
};
/// Fills the window of Dear ImGui's present context.
void speaker_notes(const UiFonts&, const Palette&, const Translator&, const NotesSheet&);

}  // namespace gs::ui
