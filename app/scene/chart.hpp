#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scene/text_table.hpp"
#include "scene/theme.hpp"

/// A chart as plain data. `lay_out` (chart_layout.hpp) places it in a box, `ui` draws that, `export` writes it as SVG, and
/// its figures in words are a table.
namespace gs {

/// A colour by what it says, so that one layout serves every theme.
struct Tone {
  enum Kind : std::uint8_t { ink, secondary, tertiary, hairline, edge, panel, accent, accent_soft, of_category, edge_of_category } kind = ink;
  Category category{};
  double opacity = 1.0;
  bool operator==(const Tone&) const = default;
};
Color color_of(const Tone&, const Palette&);

struct Axis {
  std::string title;                ///< with its unit
  double low = 0.0, high = 1.0;     ///< what it must show, in the unit of the title; more is shown, up to whole steps
  bool log = false;                 ///< low and high above 0
  bool years = false;               ///< whole numbers in slots of one: the axis ends half a slot outside
  std::vector<std::string> names;   ///< slots 0, 1, ... instead of numbers
  std::function<std::string(double)> words;  ///< of a tick; plain digits without one. May refer to the chart's Translator
};

enum class Mark : std::uint8_t {
  bars,    ///< from `from` to `to`, over the slot `at`
  ticks,   ///< a short line across the slot at `to`: reported beside simulated
  line,    ///< through `to`
  area,    ///< between `from` and `to`: also a band around a line
  points,  ///< a symbol at (at, to)
};

/// One thing that can be pointed at. Numbers are in the units of the axes' titles.
struct Datum {
  double at = 0.0, from = 0.0, to = 0.0;
  std::optional<double> low, high;  ///< an interval along the value's axis, as a whisker
  std::int32_t key = -1;            ///< what it is about: what the chart's maker says
  bool pale = false;                ///< expected, not built; or not in the filter
  std::string name, at_words, words;  ///< in the table: its row, and the two figures with their units
  std::string reading;              ///< read out when pointed at, lines parted by \n; empty: name and words
};

struct Series {
  std::string name;  ///< in the legend and the table's head; empty: in no legend
  Mark mark = Mark::bars;
  Tone tone;
  std::vector<Datum> data;
};

/// A straight line between two places, clipped to the plot.
struct Rule {
  double at0 = 0.0, value0 = 0.0, at1 = 0.0, value1 = 0.0;
  std::string words;
};

struct Chart {
  std::string id;      ///< in file names and on the command line
  std::string title;
  std::string subject; ///< what a row of its table is: "Country"
  std::string note;    ///< what is left out, how it is counted
  std::string source;
  Axis at, value;
  bool sideways = false;  ///< slots from top to bottom, values from left to right
  std::vector<Series> series;
  std::vector<Rule> rules;
};

/// 1, 2 or 5 times a power of ten: the smallest step in whose multiples `most` ticks (at least 3) cover low..high.
double nice_step(double low, double high, int most);
/// Multiples of that step: the first is not above `low`, the last not below `high`, at most `most` of them. Where low is
/// not below high, the range is widened by half of its size, or to one.
std::vector<double> nice_ticks(double low, double high, int most);
/// The same on a logarithmic axis, both above 0: powers of ten times 1, 2 and 5 where so many fit, else every power of
/// ten, every second one, ...
std::vector<double> log_ticks(double low, double high, int most);

/// Every figure of the chart in words: a row a name, a column a series; of points a row each, with both figures.
TextTable table_of(const Chart&);

}  // namespace gs
