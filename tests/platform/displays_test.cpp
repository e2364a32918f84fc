#include "platform/displays_native.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace gs::platform;

namespace {

const Display laptop{"eDP-1", 0, 0, 1920, 1080}, beamer{"HDMI-1", 1920, 0, 1280, 800}, wall{"DP-2", 3200, 0, 3840, 2160};

}  // namespace

TEST_CASE("a talk goes on when its display is unplugged, and comes back to it when it returns", "[displays]") {
  const WantedDisplay wanted{1, "HDMI-1"};
  CHECK(display_for(wanted, std::vector{laptop, beamer}) == 1);
  CHECK(display_for(wanted, std::vector{laptop}) == 0);                // unplugged
  CHECK(display_for(wanted, std::vector{laptop, beamer}) == 1);        // plugged again
  CHECK(display_for(wanted, std::vector{laptop, wall, beamer}) == 2);  // at another place
  CHECK(display_for(wanted, std::vector{laptop, wall}) == 1);          // another one in its place
  CHECK(display_for(wanted, std::vector<Display>{}) == 0);
}

TEST_CASE("of two displays of one name the one at its place is taken", "[displays]") {
  CHECK(display_for({1, "HDMI-1"}, std::vector{beamer, beamer}) == 1);
  CHECK(display_for({0, "HDMI-1"}, std::vector{beamer, beamer}) == 0);
}

TEST_CASE("notes stand beside the stage where there is another display", "[displays]") {
  CHECK(display_beside(1, std::vector{laptop, beamer}) == 0);
  CHECK(display_beside(0, std::vector{laptop, beamer}) == 1);
  CHECK(display_beside(0, std::vector{laptop}) == 0);
}
