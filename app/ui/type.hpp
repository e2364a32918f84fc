#pragma once
#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "scene/theme.hpp"
#include "text/script.hpp"

/// Text of the panels: measured, broken and drawn in any script. Texts are given in the order of reading; where panels
/// are seen in a mirror, what is drawn is its mirror image.
namespace gs::ui {

/// px of a font as it is drawn.
float font_px(const ImFont*);

/// One line as Dear ImGui must draw it, for its own widgets; good until the next call.
const char* drawn(std::string_view line);

float text_width(ImFont*, std::string_view line);
/// Of a text that is broken at `wrap` px (0: at its own line ends only): the widest line, and all lines.
ImVec2 text_size(ImFont*, std::string_view, float wrap);
/// Text at the cursor in a font and colour; wraps at the window's edge when `wrap`.
void text(ImFont*, Color, std::string_view, bool wrap = false);
void text_at(ImDrawList*, ImFont*, ImVec2, Color, std::string_view, float wrap_width = 0.0f);
/// Letters that a font lacked: their scripts, and those among them that are hanzi, each once.
struct Lacking {
  Scripts scripts = 0;
  std::u32string hanzi;
};
/// Notes what letters of a text a font lacks; what is drawn by this file is noted anyway.
void note_letters(ImFont*, std::string_view glyphs);
/// Those noted since the last call.
Lacking take_lacking();
/// Cuts a text to a width with "…".
std::string shortened(ImFont*, std::string_view, float width);

/// Where panels are seen in a mirror, what is drawn between its making and its end is seen as it was drawn, within
/// [left, right]: time runs from left to right in every language. Text stays legible. One at a time.
class TimeAxis {
 public:
  TimeAxis(ImDrawList*, float left, float right);
  ~TimeAxis();
  TimeAxis(const TimeAxis&) = delete;
  TimeAxis& operator=(const TimeAxis&) = delete;

  /// The pointer among what is drawn so.
  ImVec2 mouse() const;
  /// The place of a rectangle of that width for Dear ImGui's own items.
  float item(float x, float width = 0.0f) const;

 private:
  friend void text_at(ImDrawList*, ImFont*, ImVec2, Color, std::string_view, float);
  struct Run {
    int begin, end;
  };
  ImDrawList* list_;
  float left_, right_;
  int begin_;
  std::vector<Run> texts_;  ///< vertices that are not turned back
};

}  // namespace gs::ui
