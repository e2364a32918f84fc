#pragma once
#include "scene/view.hpp"

namespace gs::ui {

/// Where the parts of the screen are, logical px. A pure function of the window's size.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool holds(float px, float py) const { return px >= x && py >= y && px < right() && py < bottom(); }
  bool empty() const { return w <= 0 || h <= 0; }
};

enum class Form { wide, compact, phone };

struct Layout {
  Form form;
  Rect window, bar, panel, timeline, legend, map;  ///< map: what nothing else covers
  float search_width;
  Padding padding() const;
};

inline constexpr float kSheetPeek = 96.0f, kSheetHalf = 436.0f;

Layout layout(float width, float height, const ViewState&);

}  // namespace gs::ui
