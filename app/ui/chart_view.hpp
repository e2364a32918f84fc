#pragma once
#include <optional>
#include <utility>

#include "scene/chart_layout.hpp"
#include "ui/kit.hpp"

namespace gs::ui {

/// Places along a chart's axis that are brought forward together; first <= second.
using Brush = std::pair<double, double>;

/// What the hand has begun on a chart.
struct ChartCursor {
  int spot = -1;               ///< that the keyboard is on
  std::optional<double> from;  ///< where a brush began
};

struct ChartTouch {
  const Datum* under = nullptr;    ///< pointed at, or the keyboard is on it
  const Datum* pressed = nullptr;
  bool pressed_empty = false;
  std::optional<Brush> brushed;    ///< while a hand draws it
};

/// Draws a chart into a rectangle, with a read-out where it is pointed at; arrow keys move the read-out, Enter presses.
/// Marks of the datum `marked` (a key; -1: none) get a ring; outside of the brush marks are veiled.
ChartTouch chart_view(const Ui&, const char* id, const Chart&, const Rect&, ChartCursor&, int marked = -1,
                      std::optional<Brush> brush = std::nullopt, bool can_brush = false);

/// Widths of its labels.
TextWidth label_width(const Ui&);

}  // namespace gs::ui
