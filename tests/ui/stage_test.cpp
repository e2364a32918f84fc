// Where the parts of a talk's stage are.
#include "ui/stage_view_native.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace gs;
using namespace gs::ui;
using Catch::Approx;

TEST_CASE("a stage is a map over a strip of words, and nothing else", "[talk][layout]") {
  const Layout l = stage_layout(960, 540, 180, false);
  CHECK(l.form == Form::stage);
  CHECK(l.map.bottom() == 360);
  CHECK(l.strip.y == 360);
  CHECK(l.strip.bottom() == 540);
  CHECK((l.bar.empty() && l.panel.empty() && l.timeline.empty() && l.story.empty()));
  CHECK(over_the_map(l, {}).empty());
  CHECK(l.padding().bottom == 180);
}

TEST_CASE("the laboratory and the table stand above the strip, with no card of the story over them", "[talk][layout]") {
  for (const Panel panel : {Panel::laboratory, Panel::table}) {
    for (const bool mirrored : {false, true}) {
      ViewState v;
      v.panel = panel;
      v.story = "told";
      const Layout l = stage_page(kPageWidth, 765, 150, v, mirrored);
      INFO("panel " << static_cast<int>(panel) << ", mirrored " << mirrored);
      CHECK(l.window.h == 765);
      CHECK(l.strip.y == 615);
      CHECK(l.story.empty());
      CHECK_FALSE(l.charts.empty());
      for (const Rect& part : {l.bar, l.head, l.panel, l.charts, l.map}) CHECK(part.bottom() <= l.strip.y + 0.01f);
      // The map's middle is that of its free part in the whole window.
      CHECK(l.padding().bottom == Approx(765 - l.map.bottom()));
      CHECK(stage_page(kPageWidth, 765, 150, v, mirrored).mirrored == mirrored);
    }
  }
}

TEST_CASE("a smaller map is looked at from further off, within bounds", "[talk]") {
  CHECK(stage_octaves({0, 0, 1000, 600}) == Approx(0.0));
  CHECK(stage_octaves({0, 0, 1000, 300}) == Approx(-1.0));
  CHECK(stage_octaves({0, 0, 500, 600}) == Approx(-1.0));
  CHECK(stage_octaves({0, 0, 3840, 2000}) == Approx(0.5));
  CHECK(stage_octaves({0, 0, 300, 40}) == Approx(-2.0));
  CHECK(stage_octaves({}) == Approx(0.0));
}
