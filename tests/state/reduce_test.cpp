#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "state/random_state.hpp"
#include "state/state.hpp"
#include "state/url.hpp"

using namespace gs;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

bool within(double x, double low, double high) { return x >= low && x <= high; }

/// Whether every number of the state is in the range that its declaration gives.
bool sound(const State& s) {
  const ViewState& v = s.view;
  return within(v.viewpoint.longitude, -180, 180) && within(v.viewpoint.latitude, -90, 90) &&
         within(v.viewpoint.zoom, kMinZoom, kMaxZoom) && within(v.lon_0, -180, 180) && v.layers < 1u << kLayerCount &&
         v.categories < 1u << 9 && v.statuses < 1u << 5 && v.confidences < 1u << 3 && v.query.size() <= 200 &&
         within(s.scenario.year, kFirstYear, kLastYear) &&
         within(s.scenario.drawing.draws, kFewestDraws, kMostDraws) && within(v.train_clock, 0, 1e12);
}

const std::vector<double>& awkward() {
  static const std::vector<double> values{0,     -0.0,   1e-300, -1e-14, 180,   -180,   180.0000001, 360, -540, 1e9,
                                          -1e18, 1.7e308, -1.7e308, kNan, kInf, -kInf, 9,           -0.5};
  return values;
}

}  // namespace

TEST_CASE("no number brings the viewpoint, the meridian or the clock out of range", "[state]") {
  State s;
  s.view.playing_trains = true;
  for (const double a : awkward()) {
    for (const double b : awkward()) {
      CAPTURE(a, b);
      s = reduce(s, action::SetViewpoint{{a, b, a}});
      CHECK(sound(s));
      s = reduce(s, action::SetViewpoint{{b, a, b}});
      CHECK(sound(s));
    }
    CAPTURE(a);
    s = reduce(s, action::SetCentralMeridian{a});
    CHECK(sound(s));
    s = reduce(s, action::Tick{a});
    CHECK(sound(s));
  }
}

TEST_CASE("a viewpoint in range is taken as it is, and longitudes wrap", "[state]") {
  const Viewpoint at{54.5, -24.25, 3.5};
  CHECK(reduce(State{}, action::SetViewpoint{at}).view.viewpoint == at);
  CHECK(reduce(State{}, action::SetViewpoint{{190, 0, 1}}).view.viewpoint.longitude == -170);
  CHECK(reduce(State{}, action::SetViewpoint{{-190, 0, 1}}).view.viewpoint.longitude == 170);
  CHECK(reduce(State{}, action::SetViewpoint{{0, 0, 1, 370}}).view.viewpoint.roll == 10);
  CHECK(reduce(State{}, action::SetViewpoint{{0, 0, 1, -180}}).view.viewpoint.roll == 180);
  CHECK(reduce(State{}, action::SetViewpoint{{0, 0, 1, NAN}}).view.viewpoint.roll == 0);
  CHECK(reduce(State{}, action::SetCentralMeridian{420}).view.lon_0 == 60);
  CHECK(reduce(State{}, action::SetViewpoint{{0, 95, 20}}).view.viewpoint == Viewpoint{0, 90, kMaxZoom});
}

TEST_CASE("years are kept between the first and the last", "[state]") {
  struct Row {
    int asked, kept;
  };
  const Row rows[] = {{1999, kFirstYear}, {2000, 2000}, {2026, 2026}, {2060, 2060}, {2061, kLastYear},
                      {std::numeric_limits<int>::min(), kFirstYear}, {std::numeric_limits<int>::max(), kLastYear}};
  for (const Row& row : rows) {
    CAPTURE(row.asked);
    CHECK(reduce(State{}, action::SetYear{row.asked}).scenario.year == row.kept);
  }
}

TEST_CASE("the pathway of the grids is the one asked for, and nothing else changes", "[state]") {
  State expected;
  for (const GridPathway pathway : {GridPathway::constant, GridPathway::pledged, GridPathway::stated}) {
    expected.scenario.pathway = pathway;
    CHECK(reduce(State{}, action::SetPathway{pathway}) == expected);
  }
}

TEST_CASE("the play of the years stops at the last and starts anew from the first", "[state]") {
  State s = reduce(State{}, action::PlayYears{true});
  CHECK(s.view.playing_years);
  CHECK(s.scenario.year == State{}.scenario.year);
  s = reduce(s, action::SetYear{kLastYear});
  CHECK_FALSE(s.view.playing_years);
  s = reduce(s, action::PlayYears{true});
  CHECK(s.view.playing_years);
  CHECK(s.scenario.year == kFirstYear);
}

TEST_CASE("switching twice is the identity, once is not", "[state]") {
  test::Dice dice(11);
  for (int round = 0; round < 200; ++round) {
    const State s = test::random_state(dice);
    for (int i = 0; i < kLayerCount; ++i) {
      const action::ToggleLayer toggle{static_cast<Layer>(i)};
      CHECK(shows(reduce(s, toggle).view, toggle.layer) != shows(s.view, toggle.layer));
      CHECK(reduce(reduce(s, toggle), toggle) == s);
    }
    for (std::uint8_t i = 0; i < 9; ++i) {
      CHECK_FALSE(reduce(s, action::ToggleCategory{i}) == s);
      CHECK(reduce(reduce(s, action::ToggleCategory{i}), action::ToggleCategory{i}) == s);
    }
    for (std::uint8_t i = 0; i < 5; ++i) {
      CHECK_FALSE(reduce(s, action::ToggleStatus{i}) == s);
      CHECK(reduce(reduce(s, action::ToggleStatus{i}), action::ToggleStatus{i}) == s);
    }
  }
}

TEST_CASE("categories, statuses and layers that do not exist change nothing", "[state]") {
  const State s;
  for (const int i : {9, 31, 32, 64, 255}) {
    CAPTURE(i);
    CHECK(reduce(s, action::ToggleCategory{static_cast<std::uint8_t>(i)}) == s);
    CHECK(reduce(s, action::ToggleStatus{static_cast<std::uint8_t>(i)}) == s);
    if (i > kLayerCount) CHECK(reduce(s, action::ToggleLayer{static_cast<Layer>(i)}) == s);
  }
}

TEST_CASE("a span of years is brought into range, the earlier first", "[state]") {
  const auto built = [](int first, int last) { return reduce(State{}, action::SetBuilt{YearSpan{first, last}}).view.built; };
  CHECK(built(2010, 2015) == YearSpan{2010, 2015});
  CHECK(built(2015, 2010) == YearSpan{2010, 2015});
  CHECK(built(-5, 99'999) == YearSpan{kFirstYear, kLastYear});
  CHECK_FALSE(reduce(reduce(State{}, action::SetBuilt{YearSpan{}}), action::SetBuilt{}).view.built);
}

TEST_CASE("one scale of time plays at once, the hours at their pace", "[state]") {
  State s = reduce(State{}, action::PlayYears{true});
  s = reduce(s, action::SetTimeScale{TimeScale::hours});
  CHECK_FALSE(s.view.playing_years);
  s = reduce(s, action::PlayHours{true});
  for (const int pace : kHourPaces) {
    MapStyle style = s.view.map;
    style.pace = pace, style.hour = 100.0;
    CHECK(reduce(reduce(s, action::SetMapStyle{style}), action::Tick{0.1}).view.map.hour == 100.0 + 0.1 * pace);
  }
  CHECK_FALSE(reduce(s, action::SetTimeScale{TimeScale::years}).view.map.playing_hours);
}

TEST_CASE("the working of what was selected closes with another choice, that of the totals stays", "[state]") {
  const Selection first{SelectionKind::project, "al-dhafra-pv2"}, second{SelectionKind::project, "zhanatas"};
  const auto after = [&](Worked figure, const Selection& then) {
    const State s = reduce(reduce(State{}, action::Select{first}), action::ShowWorking{figure});
    return reduce(s, action::Select{then}).view.worked;
  };
  CHECK(after(Worked::saving, second) == Worked::none);
  CHECK(after(Worked::energy, {}) == Worked::none);
  CHECK(after(Worked::saving, first) == Worked::saving);
  CHECK(after(Worked::total_saving, second) == Worked::total_saving);
}

TEST_CASE("the card of the link opens and closes, and is in no link", "[state]") {
  test::Dice dice(17);
  for (int round = 0; round < 50; ++round) {
    const State closed = reduce(test::random_state(dice), action::ShowSharing{false}), open = reduce(closed, action::ShowSharing{true});
    CHECK(open.view.sharing);
    CHECK(to_fragment(open) == to_fragment(closed));
    CHECK(reduce(open, action::ShowSharing{false}) == closed);
  }
}

TEST_CASE("wishes leave the state as it is", "[state]") {
  test::Dice dice(12);
  const Selection project{SelectionKind::project, "al-dhafra-pv2"};
  const Action wishes[] = {action::FlyTo{project}, action::GoHome{}, action::CopyLink{}, action::CopyCitation{},
                           action::Export{action::Export::csv}, action::Export{action::Export::png},
                           action::OpenAddress{"https://example.org"}, action::KeepScenario{"mine"}, action::ForgetScenario{"mine"}};
  for (int round = 0; round < 200; ++round) {
    const State s = test::random_state(dice);
    for (const Action& wish : wishes) CHECK(reduce(s, wish) == s);
  }
}

TEST_CASE("resetting the filters brings back every row and keeps all else", "[state]") {
  test::Dice dice(13);
  for (int round = 0; round < 200; ++round) {
    const State before = test::random_state(dice);
    const State after = reduce(before, action::ResetFilters{});
    State expected = before;
    const ViewState standard;
    expected.view.categories = standard.categories;
    expected.view.statuses = standard.statuses;
    expected.view.confidences = standard.confidences;
    expected.view.built.reset();
    expected.view.show_hidden = false;
    expected.view.query = expected.view.country = "";
    CHECK(after == expected);
    CHECK(reduce(after, action::ResetFilters{}) == after);
  }
}

TEST_CASE("a query is kept to 200 bytes and never ends within a character", "[state]") {
  const auto asked = [](const std::string& text) { return reduce(State{}, action::SetQuery{text}).view.query; };
  CHECK(asked("dhafra") == "dhafra");
  CHECK(asked(std::string(200, 'x')) == std::string(200, 'x'));
  CHECK(asked(std::string(100'000, 'x')) == std::string(200, 'x'));
  std::string hanzi;
  for (int i = 0; i < 100; ++i) hanzi += "光";
  CHECK(asked(hanzi) == hanzi.substr(0, 198));
  CHECK(asked("x" + hanzi) == "x" + hanzi.substr(0, 198));
  CHECK(asked("xx" + hanzi) == "xx" + hanzi.substr(0, 198));
  CHECK(asked(std::string(300, '\x80')).size() <= 200);
}

TEST_CASE("a state that replaces another is brought into range", "[state]") {
  State wild;
  wild.view.viewpoint = {kNan, 400, kInf};
  wild.view.lon_0 = 1e6;
  wild.view.layers = wild.view.categories = wild.view.statuses = wild.view.confidences = ~0u;
  wild.view.query = std::string(5000, 'q');
  wild.view.train_clock = kNan;
  wild.scenario.year = 99'999;
  for (const int draws : {-1, 0, 1 << 30}) {
    wild.scenario.drawing.draws = draws;
    CHECK(sound(reduce(State{}, action::Replace{wild})));
  }
  test::Dice dice(14);
  for (int round = 0; round < 500; ++round) {
    const State s = test::random_state(dice);
    CHECK(reduce(State{}, action::Replace{s}) == s);
  }
}

TEST_CASE("a choice lifts the phone's sheet from its lowest stop, and nothing else does", "[state]") {
  const Selection project{SelectionKind::project, "al-dhafra-pv2"};
  State low = reduce(State{}, action::SetSheet{SheetStop::peek});
  CHECK(reduce(low, action::Select{{}}).view.sheet == SheetStop::peek);
  CHECK(reduce(low, action::Hover{project}).view.sheet == SheetStop::peek);
  CHECK(reduce(low, action::Select{project}).view.sheet == SheetStop::half);
  low = reduce(low, action::SetSheet{SheetStop::full});
  CHECK(reduce(low, action::Select{project}).view.sheet == SheetStop::full);
}

TEST_CASE("the railway's clock runs only while it is told to, at its pace, at most a quarter of a second a frame", "[state]") {
  CHECK(reduce(State{}, action::Tick{0.1}) == State{});
  for (const int pace : kTrainPaces) {
    CAPTURE(pace);
    State s = reduce(reduce(State{}, action::PlayTrains{true}), action::SetTrainPace{pace});
    s = reduce(s, action::Tick{0.1});
    CHECK(std::abs(s.view.train_clock - 0.1 * pace) < 1e-9);
    s = reduce(s, action::Tick{1000});
    CHECK(std::abs(s.view.train_clock - 0.35 * pace) < 1e-9);
    s = reduce(s, action::Tick{-5});
    CHECK(std::abs(s.view.train_clock - 0.35 * pace) < 1e-9);
  }
  for (const int pace : {-1, 0, 1, 500, 1 << 30}) CHECK(reduce(State{}, action::SetTrainPace{pace}) == State{});
}

TEST_CASE("hours play at their pace, with the night in sight, and go on into the next year", "[state]") {
  for (const int pace : kHourPaces) {
    CAPTURE(pace);
    State s;
    s.view.map.pace = pace;
    s = reduce(reduce(s, action::PlayHours{true}), action::Tick{0.1});
    CHECK(shows(s.view, Layer::night));
    CHECK(std::abs(s.view.map.hour - (kUsualHour + 0.1 * pace)) < 1e-9);
    s.view.map.hour = kLastHour - 0.1;
    s = reduce(s, action::Tick{0.25});
    CHECK(std::abs(s.view.map.hour - (0.25 * pace - 0.1)) < 1e-9);
    const State stopped = reduce(s, action::PlayHours{false});
    CHECK(reduce(stopped, action::Tick{0.1}) == stopped);
  }
}

TEST_CASE("an hour that is set brings no night, and one past the year's end is in the next", "[state]") {
  MapStyle style;
  style.hour = kLastHour + 5.0;
  const State s = reduce(State{}, action::SetMapStyle{style});
  CHECK(s.view.map.hour == 5.0);
  CHECK(s.view.layers == State{}.view.layers);
}

TEST_CASE("another scale of time stops what the one before played, and keeps what it plays itself", "[state]") {
  const State playing = reduce(reduce(State{}, action::PlayYears{true}), action::PlayHours{true});
  const State hours = reduce(playing, action::SetTimeScale{TimeScale::hours});
  CHECK(hours.view.time == TimeScale::hours);
  CHECK((hours.view.map.playing_hours && !hours.view.playing_years));
  const State years = reduce(playing, action::SetTimeScale{TimeScale::years});
  CHECK(years.view.time == TimeScale::years);
  CHECK((years.view.playing_years && !years.view.map.playing_hours));
}

TEST_CASE("hours stop with the night's layer, unless the timeline shows them", "[state]") {
  const State years = reduce(State{}, action::PlayHours{true});
  CHECK_FALSE(reduce(years, action::ToggleLayer{Layer::night}).view.map.playing_hours);
  const State hours = reduce(years, action::SetTimeScale{TimeScale::hours});
  CHECK(reduce(hours, action::ToggleLayer{Layer::night}).view.map.playing_hours);
}

TEST_CASE("no laboratory is out of range, and one in range is taken as it is", "[state]") {
  for (const double a : awkward()) {
    for (const int n : {-5, 0, 7, 20, 21, 1 << 30}) {
      CAPTURE(a, n);
      const Laboratory wild{"khorgos_almaty", true, "A train/", a, a, a, n, static_cast<HydrogenSource>(n & 255), std::string(1000, 'x')};
      const Laboratory l = reduce(State{}, action::SetLaboratory{wild}).laboratory;
      CHECK((l.trailing_t == 0.0 || within(l.trailing_t, kLeastTrailing, kMostTrailing)));
      CHECK(within(l.battery_scale, kLeastBatteryScale, kMostBatteryScale));
      CHECK(within(l.celsius, kColdest, kHottest));
      CHECK(within(l.stops, 0, kMostStops));
      CHECK(static_cast<int>(l.hydrogen) < kHydrogenSourceCount);
      CHECK((l.train.empty() && l.traction.empty()));
      CHECK(in_range(l) == l);
    }
  }
  test::Dice dice(15);
  for (int round = 0; round < 500; ++round) {
    const Laboratory l = test::random_state(dice).laboratory;
    CHECK(reduce(State{}, action::SetLaboratory{l}).laboratory == l);
  }
}

TEST_CASE("another line in the laboratory brings its own train; the same one keeps what was set", "[state]") {
  State s;
  s.laboratory = {"china_laos", true, "cn_goods", 2400, 1.5, -25, 3, HydrogenSource::from_gas, "hydrogen"};
  s.view.lab_km = 12;
  for (const char* line : {"", "china_laos"}) {
    const State same = reduce(s, action::OpenLaboratory{line});
    CHECK(same.view.panel == Panel::laboratory);
    CHECK(same.laboratory == s.laboratory);
    CHECK(same.view.lab_km == 12);
  }
  const State other = reduce(s, action::OpenLaboratory{"khorgos_almaty"});
  CHECK(other.laboratory == Laboratory{"khorgos_almaty", true, "", 0, 1.5, -25, 3, HydrogenSource::from_gas, ""});
  CHECK_FALSE(other.view.lab_km);
}

TEST_CASE("the laboratory's cursor is a place or none, and a slider is not held when the panel goes", "[state]") {
  for (const double km : awkward()) {
    const auto at = reduce(State{}, action::SetLabCursor{km}).view.lab_km;
    if (std::isfinite(km)) CHECK(within(at.value(), 0, 1e5));
    else CHECK_FALSE(at);
  }
  CHECK_FALSE(reduce(reduce(State{}, action::SetLabCursor{5}), action::SetLabCursor{}).view.lab_km);
  const State held = reduce(State{}, action::HoldLaboratory{true});
  CHECK(held.view.lab_held);
  CHECK_FALSE(reduce(held, action::SetPanel{Panel::none}).view.lab_held);
  CHECK_FALSE(reduce(held, action::HoldLaboratory{false}).view.lab_held);
}

TEST_CASE("zoom and scale are inverse to each other", "[state]") {
  for (double zoom = kMinZoom; zoom <= kMaxZoom; zoom += 0.25) {
    CHECK(std::abs(zoom_of_scale(scale_of({0, 0, zoom})) - zoom) < 1e-12);
  }
  CHECK(scale_of({0, 0, 0}) == 100.0);
  CHECK(scale_of({0, 0, 3}) == 800.0);
}
