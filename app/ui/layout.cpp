#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

namespace gs::ui {

Padding Layout::padding() const {
  const float left = map.x, right = window.w - map.right();
  return {mirrored ? right : left, map.y, mirrored ? left : right, window.h - map.bottom()};
}

constexpr float kTotalsHeight = 166.0f;

namespace {

/// Panels that take the place of list, legend and timeline, and leave a strip of the map.
bool takes_over(const ViewState& v) { return v.panel == Panel::laboratory || v.panel == Panel::table; }

}  // namespace

constexpr float kStoryWidth = 452.0f, kStoryHeight = 276.0f;

bool legend_open(const Layout& l, const ViewState& v) {
  if (l.form == Form::phone || takes_over(v) || !l.story.empty()) return false;
  return (l.form == Form::wide) != (v.panel == Panel::layers);
}

float legend_height(const Layout& l, const ViewState& v) {
  const float wanted = shows(v, Layer::railways) ? 530.0f : 386.0f;
  const float above = l.map.h - 32.0f - kTotalsHeight;
  return std::min(wanted, above >= 320.0f ? above : l.map.h - 24.0f);
}

bool totals_shown(const Layout& l, const ViewState& v) {
  if (l.form == Form::phone || takes_over(v)) return false;
  return !legend_open(l, v) || l.map.h - 24.0f - legend_height(l, v) >= kTotalsHeight;
}

Rect zoom_place(const Layout& l, float size) {
  if (l.form == Form::embed) return {l.bar.right() - size - 12.0f, 12.0f, size, 2 * size + 1};
  return {l.map.right() - size - 16.0f, l.map.y + (l.form == Form::phone ? 4.0f : 16.0f), size, 2 * size + 1};
}

namespace {

std::vector<glm::vec4> over_the_embed(const Layout& l) {
  const float zoom = l.bar.right() - 64.0f;
  std::vector<glm::vec4> out{{0, 0, zoom, l.bar.bottom()}, {zoom, 0, l.window.w, std::max(112.0f, l.bar.bottom())}};
  if (!l.panel.empty()) out.push_back({l.panel.x, l.panel.y, l.panel.right(), l.panel.bottom()});
  return out;
}

std::vector<glm::vec4> over_the_explorer(const Layout& l, const ViewState& v) {
  std::vector<glm::vec4> out;
  if (l.form == Form::phone || takes_over(v)) return out;
  if (totals_shown(l, v)) out.push_back({l.map.x, l.map.y, l.map.x + 352.0f, l.map.y + kTotalsHeight});
  const float height = legend_open(l, v) ? legend_height(l, v) : 40.0f, width = legend_open(l, v) ? 232.0f : 90.0f;
  if (l.story.empty()) out.push_back({l.map.x + 8.0f, l.map.bottom() - 24.0f - height, l.map.x + 8.0f + width, l.map.bottom()});
  else out.push_back({l.story.x - 8.0f, l.story.y - 8.0f, l.story.right() + 8.0f, l.map.bottom()});
  out.push_back({l.map.right() - 56.0f, l.map.y, l.map.right(), l.map.y + 136.0f});
  return out;
}

}  // namespace

std::vector<glm::vec4> over_the_map(const Layout& l, const ViewState& v) {
  if (l.form == Form::stage) return {};
  std::vector<glm::vec4> out = l.form == Form::embed ? over_the_embed(l) : over_the_explorer(l, v);
  if (l.mirrored) {
    for (glm::vec4& r : out) r = {l.seen(r.z), r.y, l.seen(r.x), r.w};
  }
  return out;
}

namespace {

/// The map is a strip above the charts; a window too narrow for two columns has all in one that scrolls.
void lay_laboratory(Layout& l, const ViewState& v) {
  const float w = l.window.w, h = l.window.h;
  l.bar = {0, 0, w, 56};
  l.timeline = {};
  if (l.form == Form::phone) {
    const float strip = std::clamp(0.22f * h, 96.0f, 190.0f);
    const float sheet = v.sheet == SheetStop::peek ? kSheetPeek : v.sheet == SheetStop::half ? h - 56.0f - strip : h - 56.0f;
    l.panel = {0, h - sheet, w, sheet};
    l.map = {0, 56, w, std::max(40.0f, h - 56.0f - std::min(sheet, h - 56.0f - strip))};
    return;
  }
  if (w < 1000.0f) {
    const float strip = std::clamp(0.25f * h, 80.0f, 200.0f);
    l.map = {0, 56, w, strip};
    l.panel = {0, l.map.bottom(), w, h - l.map.bottom()};
    return;
  }
  const float panel = w >= 1360.0f ? 380.0f : 320.0f, head = w >= 1360.0f ? 104.0f : 140.0f;
  l.head = {0, 56, w, head};
  const float top = 56.0f + head, strip = std::clamp(0.2f * h, 84.0f, 210.0f);
  l.panel = {w - panel, top, panel, h - top};
  l.map = {0, top, w - panel, strip};
  l.charts = {0, l.map.bottom(), w - panel, h - l.map.bottom()};
}

/// A strip of map with the charts at its right, above a table of full width; a window with no room for them has the charts
/// in the table's place, one at a time.
void lay_table(Layout& l, const ViewState& v) {
  const float w = l.window.w, h = l.window.h;
  if (l.form == Form::phone) return lay_laboratory(l, v);
  l.bar = {0, 0, w, 56};
  l.timeline = {};
  const float strip = std::floor(h < 560.0f ? std::clamp(0.25f * h, 80.0f, 120.0f) : std::clamp(0.34f * h, 200.0f, 380.0f));
  const bool charts = h >= 560.0f && w >= 800.0f;
  const float map = charts ? std::floor(std::clamp(0.3f * w, 330.0f, 760.0f)) : w;
  l.map = {0, 56, map, strip};
  if (charts) l.charts = {map, 56, w - map, strip};
  l.panel = {0, l.map.bottom(), w, h - l.map.bottom()};
}

/// Low on the left of the map; over the laboratory's charts at their right.
void lay_story(Layout& l) {
  const Rect& over = l.charts.empty() ? l.map : l.charts;
  const float w = std::min(kStoryWidth, over.w - 32.0f), h = std::min(kStoryHeight, over.h - 24.0f);
  l.story = {l.charts.empty() ? over.x + 16.0f : over.right() - w - 16.0f, over.bottom() - h - 16.0f, w, h};
}

}  // namespace

Layout layout(float width, float height, const ViewState& v, bool mirrored) {
  Layout l{};
  l.mirrored = mirrored;
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
    if (v.panel == Panel::laboratory) lay_laboratory(l, v);
    if (v.panel == Panel::table) lay_table(l, v);
    return l;
  }
  l.form = width >= 1360.0f && height >= 760.0f ? Form::wide : Form::compact;
  const float bar = 56.0f, panel = l.form == Form::wide ? 380.0f : width < 1000.0f ? 300.0f : 340.0f;
  const float timeline = height < 560.0f ? 0.0f : l.form == Form::wide ? 136.0f : 120.0f;
  l.bar = {0, 0, width, bar};
  l.panel = {width - panel, bar, panel, height - bar};
  l.timeline = {0, height - timeline, width - panel, timeline};
  l.map = {0, bar, width - panel, height - bar - timeline};
  if (v.panel == Panel::laboratory) lay_laboratory(l, v);
  if (v.panel == Panel::table) lay_table(l, v);
  if (!v.story.empty()) lay_story(l);
  l.search_width = l.form == Form::wide ? 280.0f : width < 1000.0f ? 150.0f : 200.0f;
  return l;
}

}  // namespace gs::ui
