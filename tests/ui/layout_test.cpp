#include "ui/layout.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace gs;
using namespace gs::ui;

namespace {

struct Size {
  float w, h;
};
const Size kSizes[] = {{320, 568},  {390, 844},  {412, 915},  {719, 900},   {720, 480},   {844, 390},
                       {1024, 768}, {1280, 720}, {1359, 800}, {1360, 760},  {1440, 900},  {3840, 2160}};

bool inside(const Rect& part, const Rect& whole) {
  return part.x >= whole.x - 0.01f && part.y >= whole.y - 0.01f && part.right() <= whole.right() + 0.01f &&
         part.bottom() <= whole.bottom() + 0.01f;
}

bool overlap(const Rect& a, const Rect& b) {
  return !a.empty() && !b.empty() && a.x < b.right() - 0.01f && b.x < a.right() - 0.01f && a.y < b.bottom() - 0.01f &&
         b.y < a.bottom() - 0.01f;
}

template <class Each>
void every_layout(Each each) {
  for (const Size& size : kSizes) {
    for (const SheetStop stop : {SheetStop::peek, SheetStop::half, SheetStop::full}) {
      for (int panel = 0; panel < kPanelCount; ++panel) {
        ViewState v;
        v.sheet = stop;
        v.panel = static_cast<Panel>(panel);
        CAPTURE(size.w, size.h, static_cast<int>(stop), panel);
        each(layout(size.w, size.h, v), v);
      }
    }
  }
}

/// They fill the window and do not cover each other.
void check_parts(const Layout& l, std::initializer_list<const Rect*> parts) {
  float area = 0;
  for (const Rect* a : parts) {
    if (a->empty()) continue;
    CHECK(inside(*a, l.window));
    area += a->w * a->h;
    for (const Rect* b : parts)
      if (a != b && !b->empty()) CHECK_FALSE(overlap(*a, *b));
  }
  CHECK(std::abs(area - l.window.w * l.window.h) < 1.0f);
}

}  // namespace

TEST_CASE("the parts of the screen lie in the window, and only a raised sheet covers the map", "[layout]") {
  every_layout([](const Layout& l, const ViewState& v) {
    for (const Rect* part : {&l.bar, &l.panel, &l.timeline, &l.map}) CHECK(inside(*part, l.window));
    CHECK(l.map.w >= 200);
    CHECK(l.map.h >= 40);
    CHECK_FALSE(overlap(l.bar, l.map));
    CHECK_FALSE(overlap(l.timeline, l.map));
    // The phone's full sheet covers the chips, never the search above them.
    if (l.form == Form::phone && v.sheet == SheetStop::full) CHECK(l.panel.y >= 56);
    else CHECK_FALSE(overlap(l.bar, l.panel));
    CHECK_FALSE(overlap(l.panel, l.timeline));
    const bool raised = l.form == Form::phone && (v.sheet == SheetStop::full || l.panel.h > 0.62f * l.window.h);
    if (!raised) CHECK_FALSE(overlap(l.panel, l.map));
  });
}

TEST_CASE("the padding is what the map leaves of the window", "[layout]") {
  every_layout([](const Layout& l, const ViewState&) {
    const Padding p = l.padding();
    CHECK((p.left >= 0 && p.top >= 0 && p.right >= 0 && p.bottom >= 0));
    CHECK(p.left + p.right + l.map.w == l.window.w);
    CHECK(p.top + p.bottom + l.map.h == l.window.h);
  });
}

TEST_CASE("what lies over the map lies in the window and on the map, not over each other", "[layout]") {
  every_layout([](const Layout& l, const ViewState& v) {
    const auto over = over_the_map(l, v);
    std::vector<Rect> rects;
    for (const auto& o : over) rects.push_back({o.x, o.y, o.z - o.x, o.w - o.y});
    for (std::size_t i = 0; i < rects.size(); ++i) {
      CAPTURE(rects[i].x, rects[i].y, rects[i].w, rects[i].h);
      CHECK_FALSE(rects[i].empty());
      CHECK(overlap(rects[i], l.map));
      CHECK(inside(rects[i], l.window));
      for (std::size_t j = i + 1; j < rects.size(); ++j) CHECK_FALSE(overlap(rects[i], rects[j]));
    }
    CHECK((l.form == Form::phone || v.panel == Panel::laboratory || v.panel == Panel::table) == over.empty());
  });
}

TEST_CASE("the form follows the window, the same window always gives the same layout", "[layout]") {
  const auto form = [](float w, float h) { return layout(w, h, {}).form; };
  CHECK(form(390, 844) == Form::phone);
  CHECK(form(719, 900) == Form::phone);
  CHECK(form(720, 900) == Form::compact);
  CHECK(form(1280, 720) == Form::compact);
  CHECK(form(1440, 900) == Form::wide);
  CHECK(form(1440, 700) == Form::compact);
}

TEST_CASE("a higher sheet leaves less of the phone's map", "[layout]") {
  ViewState peek, half, full;
  peek.sheet = SheetStop::peek, half.sheet = SheetStop::half, full.sheet = SheetStop::full;
  for (const Size& size : {Size{320, 568}, {390, 844}, {412, 915}}) {
    const Layout a = layout(size.w, size.h, peek), b = layout(size.w, size.h, half), c = layout(size.w, size.h, full);
    CHECK(a.panel.h < b.panel.h);
    CHECK(b.panel.h < c.panel.h);
    CHECK(a.map.h > b.map.h);
    CHECK(b.map.h >= c.map.h);
    ViewState lab = half;
    lab.panel = Panel::laboratory;
    CHECK(layout(size.w, size.h, lab).map.h >= 90);
    CHECK(a.panel.h == kSheetPeek);
    CHECK(b.panel.h == kSheetHalf);
  }
}

TEST_CASE("a legend that is open leaves the headline its place, or takes it", "[layout]") {
  every_layout([](const Layout& l, const ViewState& v) {
    if (!legend_open(l, v)) return;
    const float height = legend_height(l, v);
    CHECK(height <= l.map.h - 24.0f + 0.01f);
    if (totals_shown(l, v)) CHECK(over_the_map(l, v).size() == 3);
  });
}

TEST_CASE("an open laboratory leaves no part of the window unused, and its parts do not cover each other", "[layout]") {
  for (const Size& size : kSizes) {
    ViewState v;
    v.panel = Panel::laboratory;
    const Layout l = layout(size.w, size.h, v);
    CAPTURE(size.w, size.h);
    check_parts(l, {&l.bar, &l.head, &l.map, &l.charts, &l.panel});
    CHECK(l.timeline.empty());
    // Four charts need room, or they stand in the column that scrolls.
    if (!l.charts.empty()) CHECK((l.charts.w >= 640 && l.charts.h >= 300));
  }
}

TEST_CASE("where panels are mirrored, the map has its room on the other side", "[layout]") {
  for (const Size& size : {Size{1440, 900}, {1280, 720}, {390, 844}}) {
    const Layout plain = layout(size.w, size.h, {}), turned = layout(size.w, size.h, {}, true);
    const Padding a = plain.padding(), b = turned.padding();
    CHECK(a.left == b.right);
    CHECK(a.right == b.left);
    CHECK(a.top == b.top);
    CHECK(turned.map.x == plain.map.x);  // panels are laid out as ever
    CHECK(turned.seen(turned.seen(100)) == 100);
    const auto over = over_the_map(plain, {}), seen = over_the_map(turned, {});
    REQUIRE(over.size() == seen.size());
    for (std::size_t i = 0; i < over.size(); ++i) {
      CHECK(seen[i].x == size.w - over[i].z);
      CHECK(seen[i].z == size.w - over[i].x);
    }
  }
}

TEST_CASE("an open table leaves no part of the window unused, and its parts do not cover each other", "[layout]") {
  for (const Size& size : kSizes) {
    ViewState v;
    v.panel = Panel::table;
    const Layout l = layout(size.w, size.h, v);
    CAPTURE(size.w, size.h);
    check_parts(l, {&l.bar, &l.map, &l.charts, &l.panel});
    CHECK(l.timeline.empty());
    CHECK(l.panel.h >= 200);
    if (!l.charts.empty()) CHECK((l.charts.w >= 400 && l.charts.h >= 190));
  }
}
