#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gs {

/// A talk along the steps of a story, as its keys and the time steer it. Knows neither the story nor the screen.
struct Talk {
  int steps = 1, step = 0;     ///< step from 0
  bool black = false;          ///< nothing is shown
  bool exploring = false;      ///< the whole program, until one key leads back
  bool qr = false, laser = false;
  std::string digits;          ///< of a step's number that is being typed
  double scale = 1;            ///< of all that is drawn, kLeastScale to kMostScale
  double usual_scale = 1;      ///< a kiosk's after each visitor
  bool rightward = false;      ///< it is read from right to left: the left arrow leads on
  std::optional<double> kiosk; ///< s that a step stands, and that a visitor may be away; none: somebody speaks
  double elapsed = 0;          ///< s since the beginning or the last reset, without pauses
  bool paused = false;
  double idle = 0;             ///< s since the last key or touch
  bool ended = false;
  bool operator==(const Talk&) const = default;
};

inline constexpr double kLeastScale = 1, kMostScale = 3, kScaleStep = 0.25;
/// s after which a number that was begun is forgotten.
inline constexpr double kDigitsLast = 3;

/// A key by its name: "PageDown", "Left", "B", "3", "+"; letters as capitals.
struct TalkKey {
  std::string name;
  bool ctrl = false, shift = false;
};

/// Whether the talk takes the key; else it is the explorer's. `typing`: somebody writes into a field.
bool takes(const Talk&, const TalkKey&, bool typing);
/// The talk after a key that it takes.
Talk pressed(Talk, const TalkKey&);
/// After a pointer moved, or was pressed or a wheel turned: with these a visitor of a kiosk begins to explore.
Talk touched(Talk, bool press);
/// After so many seconds. What a visitor of a kiosk left switched on goes with them.
Talk passed(Talk, double seconds);
/// s until it changes by itself, apart from its clock; none: never.
std::optional<double> due(const Talk&);

/// "4:05", "1:04:05".
std::string clock_words(double seconds);

}  // namespace gs
