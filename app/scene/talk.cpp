#include "scene/talk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace gs {
namespace {

template <std::size_t N>
bool is_one(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 6> kOn{"PageDown", "Down", "Space", "Return", "Keypad Enter", "N"};
constexpr std::array<std::string_view, 3> kBack{"PageUp", "Up", "P"};
constexpr std::array<std::string_view, 5> kToTalk{"F", "Backspace", "F5", "PageDown", "PageUp"};
constexpr std::array<std::string_view, 3> kToTalkTyping{"F5", "PageDown", "PageUp"};  // what no text needs
constexpr std::array<std::string_view, 3> kLarger{"+", "=", "Keypad +"};
constexpr std::array<std::string_view, 2> kSmaller{"-", "Keypad -"};

bool ends(const Talk& t, const TalkKey& key) { return key.ctrl && key.name == "Q" && (key.shift || !t.kiosk); }

/// By which a key changes the scale, or 0.
double scaling(const TalkKey& key) { return is_one(kLarger, key.name) ? kScaleStep : is_one(kSmaller, key.name) ? -kScaleStep : 0.0; }

bool leads_on(const Talk& t, const std::string& name) { return is_one(kOn, name) || name == (t.rightward ? "Left" : "Right"); }
bool leads_back(const Talk& t, const std::string& name) { return is_one(kBack, name) || name == (t.rightward ? "Right" : "Left"); }

void go(Talk& t, int step) {
  t.step = t.kiosk ? (step + t.steps) % t.steps : std::clamp(step, 0, t.steps - 1);
  t.black = t.qr = false;
}

/// A number that names no step changes nothing.
void jump(Talk& t) {
  const int number = t.digits.size() > 3 ? 0 : std::stoi(t.digits);
  t.digits.clear();
  if (number >= 1 && number <= t.steps) go(t, number - 1);
}

/// What Escape closes; with nothing to close it lets the speaker explore.
void escape(Talk& t) {
  if (!t.digits.empty()) t.digits.clear();
  else if (t.qr) t.qr = false;
  else if (t.black) t.black = false;
  else if (!t.kiosk) t.exploring = true;
}

}  // namespace

bool takes(const Talk& t, const TalkKey& key, bool typing) {
  if (!t.exploring || ends(t, key) || (key.ctrl && scaling(key) != 0)) return true;
  return !key.ctrl && (typing ? is_one(kToTalkTyping, key.name) : is_one(kToTalk, key.name));
}

Talk pressed(Talk t, const TalkKey& key) {
  t.idle = 0;
  const std::string& name = key.name;
  if (ends(t, key)) {
    t.ended = true;
  } else if (const double by = scaling(key); by != 0 && (key.ctrl || !t.exploring)) {
    t.scale = std::clamp(t.scale + by, kLeastScale, kMostScale);
  } else if (t.exploring) {
    t.exploring = false;
  } else if (key.ctrl) {
    return t;  // no other is the talk's
  } else if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') {
    t.digits += name;
  } else if ((name == "Return" || name == "Keypad Enter") && !t.digits.empty()) {
    jump(t);
  } else if (leads_on(t, name)) {
    go(t, t.step + 1);
  } else if (leads_back(t, name)) {
    go(t, t.step - 1);
  } else if (name == "Home" || name == "End") {
    go(t, name == "Home" ? 0 : t.steps - 1);
  } else if (name == "B" || name == ".") {
    t.black = !t.black;
  } else if (name == "Q") {
    t.qr = !t.qr;
  } else if (name == "L") {
    t.laser = !t.laser;
  } else if (name == "T") {
    t.paused = !t.paused;
  } else if (name == "R") {
    t.elapsed = 0;
  } else if (name == "F" || name == "F5") {
    t.exploring = true;
    t.black = t.qr = false;
  } else if (name == "Backspace") {
    if (!t.digits.empty()) t.digits.pop_back();
  } else if (name == "Escape") {
    escape(t);
  }
  return t;
}

Talk touched(Talk t, bool press) {
  if (press || t.exploring) t.idle = 0;
  if (press && t.kiosk && !t.exploring) {
    t.exploring = true;
    t.black = t.qr = false;
  }
  return t;
}

Talk passed(Talk t, double seconds) {
  seconds = std::max(0.0, seconds);
  if (!t.paused) t.elapsed += seconds;
  t.idle += seconds;
  if (t.idle >= kDigitsLast) t.digits.clear();
  if (!t.kiosk || t.idle < *t.kiosk) return t;
  t.idle = 0;
  t.laser = false;
  t.scale = t.usual_scale;
  if (t.exploring) t.exploring = false;
  else go(t, t.step + 1);
  return t;
}

std::optional<double> due(const Talk& t) {
  std::optional<double> next;
  if (!t.digits.empty()) next = kDigitsLast - t.idle;
  if (t.kiosk) next = std::min(next.value_or(*t.kiosk), *t.kiosk - t.idle);
  if (next) next = std::max(0.0, *next);
  return next;
}

std::string clock_words(double seconds) {
  const long all = std::max(0L, static_cast<long>(std::floor(seconds)));
  const long h = all / 3600, m = all / 60 % 60, s = all % 60;
  return h > 0 ? fmt::format("{}:{:02}:{:02}", h, m, s) : fmt::format("{}:{:02}", m, s);
}

}  // namespace gs
