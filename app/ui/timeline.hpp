#pragma once
#include <array>

#include "ui/kit.hpp"

/// The timeline at the foot of the map: a frame, and in it one of two scales.
namespace gs::ui {

/// What the frame leaves to a scale.
struct TimeRoom {
  Rect head;   ///< a line of text, with controls at its right
  Rect chart;  ///< labels stand left of it and below
};
void years_line(const Ui&, const TimeRoom&, Actions&);  ///< savings of the years 2000..2060
void hours_line(const Ui&, const TimeRoom&, Actions&);  ///< output in the hours of one of them

/// Plays the scale that is shown, or stops it.
Action play_shown(const ViewState&);
/// A round button for that, in a square of `target` px.
void play_button(const Ui&, ImVec2 centre, float radius, float target, Actions&);
/// How many hours pass in a second, while they play.
void pace_choice(const Ui&, std::string_view caption, float width, Actions&);

// Shared by the scales.

using Amounts = std::array<double, kCategoryCount>;  ///< by Category

/// Lines at nothing, at half and at the top of the chart, with labels from below.
void amount_lines(const Ui&, const Rect& chart, const std::array<std::string, 3>& labels);
/// Amounts stacked between two places; `top` is as high as the chart.
void stacked(const Ui&, const Rect& chart, float left, float right, const Amounts&, double top, bool pale = false);

/// A line across the chart, with words below it.
struct Handle {
  float x;            ///< of the line
  float left, right;  ///< of the words
  std::string words;
  bool covers(float from, float to) const { return from < right + 7.0f && to > left - 7.0f; }
};
Handle handle_at(const Ui&, const Rect& chart, double share, std::string words);
void draw(const Ui&, const Rect& chart, const Handle&);

/// Where the hand drags the handle, as a share 0..1 of the chart, and how many steps the keyboard moves it.
struct Scrub {
  std::optional<double> to;
  int steps = 0;
};
Scrub scrub(const Ui&, const char* id, const Rect& chart, const TimeAxis&);

}  // namespace gs::ui
