#include "ui/layout.hpp"

#include <algorithm>

namespace gs::ui {

Padding Layout::padding() const {
  return {map.x, map.y, window.w - map.right(), window.h - map.bottom()};
}

Layout layout(float width, float height, const ViewState& v) {
  Layout l{};
  l.window = {0, 0, width, height};
  if (width < 720.0f) {
    l.form = Form::phone;
    const float top = 112.0f;  // search, then the chips
    float sheet = v.sheet == SheetStop::peek ? kSheetPeek : v.sheet == SheetStop::half ? kSheetHalf : height - 56.0f;
    sheet = std::min(sheet, height - 56.0f);
    l.bar = {0, 0, width, top};
    l.panel = {0, height - sheet, width, sheet};
    l.search_width = width - 24.0f;
    l.map = {0, top, width, std::max(40.0f, height - top - std::min(sheet, height * 0.62f))};
    return l;
  }
  l.form = width >= 1360.0f && height >= 760.0f ? Form::wide : Form::compact;
  const float bar = 56.0f, panel = l.form == Form::wide ? 380.0f : width < 1000.0f ? 300.0f : 340.0f;
  const float timeline = height < 560.0f ? 0.0f : l.form == Form::wide ? 136.0f : 120.0f;
  l.bar = {0, 0, width, bar};
  l.panel = {width - panel, bar, panel, height - bar};
  l.timeline = {0, height - timeline, width - panel, timeline};
  l.map = {0, bar, width - panel, height - bar - timeline};
  l.search_width = l.form == Form::wide ? 280.0f : width < 1000.0f ? 150.0f : 200.0f;
  return l;
}

}  // namespace gs::ui
