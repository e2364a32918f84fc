#include "state/history.hpp"

#include <catch2/catch_test_macros.hpp>

#include "state/random_state.hpp"

using namespace gs;

namespace {

/// A person at the program: each action is a frame.
struct Person {
  State state;
  History history;
  double now = 0.0;

  void act(const Action& a, double later = 1.0) {
    now += later;
    const State before = state;
    state = reduce(std::move(state), a);
    history.note(before, state, now);
  }
  bool undo() {
    const auto to = history.undo(state);
    if (to) state = *to;
    return to.has_value();
  }
  bool redo() {
    const auto to = history.redo(state);
    if (to) state = *to;
    return to.has_value();
  }
};

}  // namespace

TEST_CASE("every change is undone and done again, in order", "[history]") {
  Person p;
  const State start = p.state;
  CHECK_FALSE(p.undo());
  std::vector<State> seen{start};
  for (const Action& a : std::initializer_list<Action>{action::SetYear{2030}, action::Select{{SelectionKind::project, "al-dhafra-pv2"}},
                                                       action::SetProjection{"ortho"}, action::ToggleLayer{Layer::night},
                                                       action::SetPanel{Panel::scenario}, action::SetCountry{"KAZ"}}) {
    p.act(a);
    seen.push_back(p.state);
  }
  for (std::size_t i = seen.size() - 1; i-- > 0;) {
    REQUIRE(p.undo());
    CHECK(p.state == seen[i]);
  }
  CHECK_FALSE(p.undo());
  for (std::size_t i = 1; i < seen.size(); ++i) {
    REQUIRE(p.redo());
    CHECK(p.state == seen[i]);
  }
  CHECK_FALSE(p.redo());
}

TEST_CASE("a drag or a slider is one change, however many frames it takes", "[history]") {
  Person p;
  p.act(action::SetYear{2030});
  const State before = p.state;
  for (int i = 0; i < 30; ++i) p.act(action::SetViewpoint{{62.0 + i, 24, 1.05}}, 0.02);
  REQUIRE(p.undo());
  CHECK(p.state == before);
  REQUIRE(p.redo());
  CHECK(p.state.view.viewpoint.longitude == 91.0);
  // After a pause it is another.
  p.act(action::SetViewpoint{{10, 20, 2}}, 5.0);
  REQUIRE(p.undo());
  CHECK(p.state.view.viewpoint.longitude == 91.0);
}

TEST_CASE("what passes by itself is no change, and goes on when something is undone", "[history]") {
  Person p;
  p.act(action::PlayTrains{true});
  p.act(action::Hover{{SelectionKind::project, "karuma"}});
  CHECK_FALSE(p.undo());
  p.act(action::SetYear{2031});
  p.act(action::Tick{0.2});
  const double clock = p.state.view.train_clock;
  REQUIRE(p.undo());
  CHECK(p.state.scenario.year == Scenario{}.year);
  CHECK(p.state.view.train_clock == clock);
  CHECK(p.state.view.playing_trains);
}

TEST_CASE("a change after an undo ends what could be done again", "[history]") {
  Person p;
  p.act(action::SetYear{2030});
  p.act(action::SetYear{2035}, 5.0);
  REQUIRE(p.undo());
  p.act(action::SetCountry{"UZB"});
  CHECK_FALSE(p.redo());
  REQUIRE(p.undo());
  CHECK(p.state.scenario.year == 2030);
}
