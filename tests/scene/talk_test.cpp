#include "scene/talk.hpp"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>

using namespace gs;

namespace {

Talk of(int steps, int step = 0) {
  Talk t;
  t.steps = steps, t.step = step;
  return t;
}

Talk after(Talk t, std::initializer_list<const char*> names) {
  for (const char* name : names) t = pressed(std::move(t), {name});
  return t;
}

}  // namespace

TEST_CASE("a clicker turns the steps of a talk and stops at its ends", "[talk]") {
  struct Row {
    const char* key;
    int from, to;
  };
  for (const Row& r : {Row{"PageDown", 0, 1}, Row{"Right", 1, 2}, Row{"Down", 1, 2}, Row{"Space", 1, 2}, Row{"Return", 1, 2}, Row{"N", 1, 2}, Row{"PageDown", 6, 6},
                       Row{"PageUp", 3, 2}, Row{"Left", 3, 2}, Row{"Up", 3, 2}, Row{"P", 3, 2}, Row{"PageUp", 0, 0}, Row{"Home", 4, 0}, Row{"End", 2, 6}}) {
    INFO(r.key << " at " << r.from);
    CHECK(after(of(7, r.from), {r.key}).step == r.to);
  }
}

TEST_CASE("where it is read from right to left, the left arrow leads on", "[talk]") {
  Talk t = of(7, 3);
  t.rightward = true;
  CHECK(after(t, {"Left"}).step == 4);
  CHECK(after(t, {"Right"}).step == 2);
}

TEST_CASE("digits and Enter jump to a step; a number of none changes nothing", "[talk]") {
  CHECK(after(of(12), {"1", "1", "Return"}).step == 10);
  CHECK(after(of(7, 2), {"5", "Keypad Enter"}).step == 4);
  for (const char* digit : {"0", "8"}) {
    const Talk t = after(of(7, 2), {digit, "Return"});
    CHECK(t.step == 2);
    CHECK(t.digits.empty());
  }
  CHECK(after(of(7, 2), {"9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "Return"}).step == 2);
  CHECK(after(of(7), {"1", "Backspace", "3", "Return"}).step == 2);
  CHECK(after(of(7, 2), {"4", "Escape"}).exploring == false);
  CHECK(passed(after(of(7), {"4"}), kDigitsLast).digits.empty());
}

TEST_CASE("B makes the stage black, and whatever is shown next lifts it", "[talk]") {
  const Talk black = after(of(7, 2), {"B"});
  CHECK(black.black);
  CHECK(black.step == 2);
  CHECK_FALSE(after(black, {"B"}).black);
  CHECK_FALSE(after(black, {"."}).black);
  CHECK_FALSE(after(black, {"Escape"}).black);
  CHECK_FALSE(after(black, {"F"}).black);
  const Talk on = after(black, {"PageDown"});
  CHECK_FALSE(on.black);
  CHECK(on.step == 3);
}

TEST_CASE("one key lets the speaker explore, and one leads back to the same step", "[talk]") {
  for (const char* out : {"F", "Escape", "F5"}) {
    for (const char* back : {"F", "Backspace", "F5", "PageDown", "PageUp"}) {
      const Talk away = after(of(7, 3), {out});
      INFO(out << ", " << back);
      REQUIRE(away.exploring);
      REQUIRE(takes(away, {back}, false));
      const Talk t = after(away, {back});
      CHECK_FALSE(t.exploring);
      CHECK(t.step == 3);
    }
  }
}

TEST_CASE("who explores has all other keys for the explorer, and letters while typing", "[talk]") {
  const Talk away = after(of(7), {"F"});
  for (const char* key : {"B", "Q", "Escape", "Left", "Return", "+", "3", "Home"}) {
    INFO(key);
    CHECK_FALSE(takes(away, {key}, false));
  }
  CHECK_FALSE(takes(away, {"F"}, true));
  CHECK_FALSE(takes(away, {"Backspace"}, true));
  CHECK(takes(away, {"F5"}, true));
  CHECK(takes(away, {"+", true}, false));
  CHECK(takes(of(7), {"X"}, false));  // on the stage none is
}

TEST_CASE("the code and the pointer come and go; Escape closes the code before it leaves the step", "[talk]") {
  CHECK(after(of(7), {"Q"}).qr);
  CHECK_FALSE(after(of(7), {"Q", "Q"}).qr);
  CHECK_FALSE(after(of(7), {"Q", "PageDown"}).qr);
  const Talk closed = after(of(7), {"Q", "Escape"});
  CHECK_FALSE(closed.qr);
  CHECK_FALSE(closed.exploring);
  CHECK(after(of(7), {"L"}).laser);
  CHECK_FALSE(after(of(7), {"L", "L"}).laser);
}

TEST_CASE("the scale goes from 1 to 3, while exploring by Ctrl alone", "[talk]") {
  Talk t = of(7);
  CHECK(after(t, {"-"}).scale == kLeastScale);
  CHECK(after(t, {"+"}).scale == 1.25);
  for (int i = 0; i < 20; ++i) t = pressed(std::move(t), {"=", true});
  CHECK(t.scale == kMostScale);
  const Talk away = pressed(after(t, {"F"}), {"-", true});
  CHECK(away.exploring);
  CHECK(away.scale == kMostScale - kScaleStep);
}

TEST_CASE("the timer runs, pauses and begins anew", "[talk]") {
  Talk t = passed(of(7), 65);
  CHECK(clock_words(t.elapsed) == "1:05");
  t = passed(after(t, {"T"}), 100);
  CHECK(clock_words(t.elapsed) == "1:05");
  t = passed(after(t, {"T"}), 3600);
  CHECK(clock_words(t.elapsed) == "1:01:05");
  CHECK(after(t, {"R"}).elapsed == 0);
  CHECK(passed(of(7), -5).elapsed == 0);
}

TEST_CASE("a kiosk loops by itself and comes back from a visitor who left", "[talk]") {
  Talk t = of(3, 2);
  t.kiosk = 10;
  CHECK(passed(t, 9).step == 2);
  CHECK(due(passed(t, 9)) == 1.0);
  CHECK(passed(t, 10).step == 0);
  CHECK(after(t, {"PageDown"}).step == 0);
  CHECK(passed(after(t, {"B"}), 10).black == false);
  Talk visited = touched(t, true);
  CHECK(visited.exploring);
  visited = touched(passed(visited, 9), false);  // still there
  visited = passed(visited, 9);
  CHECK(visited.exploring);
  visited = passed(visited, 1);
  CHECK_FALSE(visited.exploring);
  CHECK(visited.step == 2);
}

TEST_CASE("a kiosk forgets what a visitor switched on; a speaker's stays", "[talk]") {
  Talk t = of(3);
  t.kiosk = 10;
  t.scale = t.usual_scale = 2;
  const Talk alone = passed(after(t, {"L", "Q", "B", "+"}), 10);
  CHECK_FALSE((alone.laser || alone.qr || alone.black));
  CHECK(alone.scale == 2);
  Talk away = pressed(after(t, {"F"}), {"-", true});
  CHECK(away.scale == 1.75);
  away = passed(away, 10);
  CHECK_FALSE(away.exploring);
  CHECK(away.scale == 2);
  const Talk spoken = passed(after(of(3), {"L", "+"}), 1000);
  CHECK(spoken.laser);
  CHECK(spoken.scale == 1.25);
}

TEST_CASE("a kiosk is left by its own key alone; a talk by Ctrl and Q", "[talk]") {
  Talk kiosk = of(3);
  kiosk.kiosk = 10;
  for (const TalkKey& key : {TalkKey{"Escape"}, TalkKey{"Q"}, TalkKey{"Q", true}, TalkKey{"F4"}}) CHECK_FALSE(pressed(kiosk, key).ended);
  CHECK_FALSE(after(kiosk, {"Escape"}).exploring);
  CHECK(pressed(kiosk, {"Q", true, true}).ended);
  CHECK(pressed(after(kiosk, {"F"}), {"Q", true, true}).ended);
  CHECK(pressed(of(3), {"Q", true}).ended);
  CHECK_FALSE(pressed(of(3), {"Q"}).ended);
}

TEST_CASE("a talk is at rest unless something is due", "[talk]") {
  CHECK_FALSE(due(of(7)));
  CHECK(due(after(of(7), {"4"})) == kDigitsLast);
  CHECK_FALSE(touched(of(7), true).exploring);  // somebody speaks: a press is theirs
}
