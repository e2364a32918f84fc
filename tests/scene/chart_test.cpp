#include "scene/chart_layout.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace gs;

namespace {

/// Any face will do for the laws: 7 px a byte.
float wide(std::string_view s, bool bold) { return static_cast<float>(s.size()) * (bold ? 7.6f : 7.0f); }

bool inside(const ChartBox& part, const ChartBox& whole) {
  return part.x >= whole.x - 0.05f && part.y >= whole.y - 0.05f && part.right() <= whole.right() + 0.05f && part.bottom() <= whole.bottom() + 0.05f;
}
bool overlap(const ChartBox& a, const ChartBox& b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() - 0.05f && b.y < a.bottom() - 0.05f; }

/// 1, 2 or 5 times a power of ten.
bool nice(double step) {
  const double lead = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
  return std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6;
}

Chart bars(bool sideways) {
  Chart c;
  c.title = "Savings of some countries with a long title";
  c.source = "Source";
  c.note = "A note";
  c.sideways = sideways;
  c.value.title = "Mt a year";
  c.value.high = 17.3;
  Series a{"simulated", Mark::bars, {Tone::accent}, {}}, b{"reported", Mark::ticks, {Tone::ink}, {}};
  for (int i = 0; i < 9; ++i) {
    c.at.names.push_back("Country " + std::string(static_cast<std::size_t>(1 + 3 * i), 'x'));
    Datum d;
    d.at = i, d.to = 17.3 - i, d.low = d.to - 1, d.high = std::min(17.3, d.to + 1), d.key = i, d.name = c.at.names.back(), d.words = std::to_string(i);
    a.data.push_back(d);
    b.data.push_back(d);
  }
  c.series = {a, b};
  return c;
}

Chart points() {
  Chart c;
  c.at.log = c.value.log = true;
  c.at.low = c.value.low = 0.031, c.at.high = c.value.high = 7.4;
  c.at.title = "reported", c.value.title = "simulated";
  c.rules.push_back({1e-6, 1e-6, 1e6, 1e6, "equal"});
  Series s{"solar", Mark::points, {Tone::of_category, Category::solar}, {}};
  for (double v = 0.04; v < 7; v *= 1.7) {
    Datum d;
    d.at = v, d.to = v * 1.02, d.low = v * 0.8, d.high = std::min(7.4, v * 1.2);
    s.data.push_back(d);
  }
  c.series = {s};
  return c;
}

Chart years() {
  Chart c;
  c.at.years = true, c.at.low = 2008, c.at.high = 2031;
  c.value.high = 9.2, c.value.title = "GW";
  Series wind{"wind", Mark::bars, {Tone::of_category, Category::wind}, {}}, line{"trend", Mark::line, {Tone::ink}, {}}, band{"band", Mark::area, {Tone::hairline}, {}};
  for (int y = 2008; y <= 2031; ++y) {
    Datum d;
    d.at = y, d.to = 0.4 * (y - 2008);
    wind.data.push_back(d), line.data.push_back(d);
    d.from = 0.5 * d.to;
    band.data.push_back(d);
  }
  c.series = {wind, line, band};
  return c;
}

template <class Each>
void every_layout(Each each) {
  for (const Chart& c : {bars(true), bars(false), points(), years(), Chart{}})
    for (const ChartBox& box : {ChartBox{10, 20, 262, 170}, {0, 0, 340, 200}, {3, 4, 640, 420}, {0, 0, 160, 90}, {0, 0, 1200, 300}})
      for (const bool title : {false, true}) {
        CAPTURE(c.title, c.at.log, c.at.years, box.w, box.h, title);
        each(c, box, lay_out(c, box, wide, title));
      }
}

}  // namespace

TEST_CASE("ticks of an axis cover what it shows, in steps of 1, 2 or 5, and are not more than asked for", "[chart]") {
  const std::pair<double, double> ranges[]{{0, 1}, {0, 17.3}, {-3, 8}, {0, 1e9}, {0.1, 0.1004}, {-5, -2}, {0, 1e-7}, {1999, 2001}, {5, 5}, {0, 0}, {-0.001, 1234}};
  for (const auto& [low, high] : ranges) {
    for (int most = 3; most <= 14; ++most) {
      CAPTURE(low, high, most);
      const auto ticks = nice_ticks(low, high, most);
      REQUIRE(ticks.size() >= 2);
      CHECK(static_cast<int>(ticks.size()) <= most);
      const double step = ticks[1] - ticks[0];
      CHECK(nice(nice_step(low, high, most)));
      CHECK(ticks.front() <= low + 1e-6 * step);
      CHECK(ticks.back() >= high - 1e-6 * step);
      for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(std::abs(ticks[i] - ticks[i - 1] - step) < 1e-6 * step);
    }
  }
}

TEST_CASE("ticks of a logarithmic axis cover what it shows and are not more than asked for", "[chart]") {
  const std::pair<double, double> ranges[]{{1, 10}, {0.03, 7.4}, {1e-6, 1e6}, {2, 3}, {35, 7000}, {1, 1}, {1e3, 1.001e3}, {5e-9, 5e9}};
  for (const auto& [low, high] : ranges) {
    for (int most = 3; most <= 14; ++most) {
      CAPTURE(low, high, most);
      const auto ticks = log_ticks(low, high, most);
      REQUIRE(ticks.size() >= 2);
      CHECK(static_cast<int>(ticks.size()) <= most);
      CHECK(ticks.front() <= low * (1 + 1e-6));
      CHECK(ticks.back() >= high * (1 - 1e-6));
      for (std::size_t i = 0; i < ticks.size(); ++i) CHECK((nice(ticks[i]) && (i == 0 || ticks[i] > ticks[i - 1])));
    }
  }
}

TEST_CASE("every part of a chart lies in its box, and no label on another", "[chart]") {
  every_layout([](const Chart&, const ChartBox& box, const ChartLayout& l) {
    for (std::size_t i = 0; i < l.labels.size(); ++i) {
      CAPTURE(l.labels[i].text);
      CHECK(inside(l.labels[i].box, box));
      for (std::size_t j = i + 1; j < l.labels.size(); ++j) CHECK_FALSE(overlap(l.labels[i].box, l.labels[j].box));
    }
    if (box.h < 120) return;  // no room for a plot
    CHECK(inside(l.plot, box));
    for (const ChartRect& r : l.rects) CHECK(inside(r.box, box));
    for (const auto* lines : {&l.grid, &l.lines})
      for (const ChartLine& line : *lines)
        for (const glm::vec2& p : line.points) CHECK(inside({p.x, p.y, 0, 0}, {box.x - 9, box.y - 9, box.w + 18, box.h + 18}));
  });
}

TEST_CASE("a place on an axis is found again, and a bar is as long as its figure", "[chart]") {
  every_layout([](const Chart& c, const ChartBox&, const ChartLayout& l) {
    for (const double t : {0.0, 0.2, 0.7, 1.0}) {
      const double v = l.value.log ? l.value.low * std::pow(l.value.high / l.value.low, t) : l.value.low + t * (l.value.high - l.value.low);
      CHECK(std::abs(l.value.number(l.value.px(v)) - v) <= 1e-3 * (l.value.high - l.value.low));
    }
    if (!c.sideways || c.series.empty()) return;
    const auto bar = [&](std::size_t i) { return l.rects[l.rects.size() - 9 + i].box.w; };
    const float unit = bar(0) / 17.3f;
    for (std::size_t i = 1; i < 9; ++i) CHECK(std::abs(bar(i) / unit - (17.3f - static_cast<float>(i))) < 0.2f);
  });
}

TEST_CASE("each datum can be pointed at, and stands in the table with its words", "[chart]") {
  every_layout([](const Chart& c, const ChartBox&, const ChartLayout& l) {
    std::size_t data = 0;
    for (const Series& s : c.series) data += s.data.size();
    CHECK(l.spots.size() == data);
  });
  const TextTable table = table_of(bars(true));
  REQUIRE(table.rows.size() == 9);
  CHECK(table.head.size() == 3);
  for (std::size_t i = 0; i < 9; ++i) CHECK((table.rows[i][1] == std::to_string(i) && table.rows[i][2] == std::to_string(i)));
}

TEST_CASE("a text is cut at a whole character", "[chart]") {
  const TextWidth chars = [](std::string_view s, bool) {
    float n = 0;
    for (const char c : s) n += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
    return n;
  };
  CHECK(cut_to(chars, "Казахстан", 9) == "Казахстан");
  CHECK(cut_to(chars, "Казахстан", 5) == "Каза…");
  CHECK(cut_to(chars, "埃及光伏", 3) == "埃及…");
  CHECK(cut_to(chars, "埃及光伏", 0).empty());
}

TEST_CASE("the words of a level line stand over the line and over what is filled, wherever the area ends") {
  for (const int full : {0, 30, 60, 95, 100}) {  // hours in a hundred at full power, then less and less
    CAPTURE(full);
    Chart c;
    c.at.high = 100;
    c.at.title = "share", c.value.title = "MW";
    c.value.high = 430;
    Series s{"", Mark::area, {Tone::accent}, {}};
    double mean = 0;
    for (int i = 0; i <= 100; ++i) {
      Datum d;
      d.at = i, d.to = i <= full ? 430.0 : 430.0 * (100 - i) / (100 - full);
      mean += d.to / 101;
      s.data.push_back(d);
    }
    c.series = {s};
    c.rules.push_back({0, mean, 100, mean, "mean of the whole year"});
    const ChartLayout l = lay_out(c, {10, 20, 260, 158}, wide);
    const auto words = std::find_if(l.labels.begin(), l.labels.end(), [&](const ChartLabel& one) { return one.text == c.rules[0].words; });
    REQUIRE(words != l.labels.end());
    CHECK(words->box.bottom() < l.value.px(mean));
    for (const glm::vec2& p : l.areas.at(0).upper) {
      CAPTURE(p.x, p.y, words->box.x, words->box.bottom());
      CHECK((p.x < words->box.x || p.x > words->box.right() || p.y >= words->box.bottom()));
    }
  }
}
