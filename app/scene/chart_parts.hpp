#pragma once
#include "scene/chart_layout.hpp"

/// Steps of lay_out, one file each: what stands around the plot, and what is drawn into it. Only for chart_layout.cpp.
namespace gs::chart {

inline constexpr float kLine = 16.0f;  ///< height of a line of text

/// A chart being laid out: the labels keep off each other, whoever comes first stays.
struct Draft {
  const Chart& chart;
  ChartBox box;
  const TextWidth& width;
  ChartLayout out;

  /// Puts a text with its top left corner at a place; false, and nothing, where it leaves the box or meets another.
  bool label(std::string text, float x, float y, Tone tone, bool bold = false);
  const Axis& across() const { return chart.sideways ? chart.value : chart.at; }
  const Axis& up() const { return chart.sideways ? chart.at : chart.value; }
  ChartScale& across_scale() { return chart.sideways ? out.value : out.at; }
  ChartScale& up_scale() { return chart.sideways ? out.at : out.value; }
  /// The place of (at, value) in px.
  glm::vec2 place(double at, double value) const;
};

/// The words of a tick; `step` is the distance of the ticks.
std::string tick_words(const Axis&, double tick);
/// Title and legend from `y` down; the y below them.
float add_head(Draft&, float y, bool with_title);
/// Note and source from the box's bottom up; the y above them.
float add_foot(Draft&, float y);
/// The axes with their ticks between two heights: sets plot and scales.
void add_axes(Draft&, float top, float bottom);
/// Bars, lines, symbols, rules.
void add_series(Draft&);

}  // namespace gs::chart
