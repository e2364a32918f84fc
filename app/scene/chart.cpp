#include "scene/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace gs {
namespace {

/// Whole multiples of a step may miss by a rounding error.
constexpr double kSlack = 1e-9;

double whole_steps(double value, double step, bool up) {
  const double steps = value / step;
  return up ? std::ceil(steps - kSlack) : std::floor(steps + kSlack);
}

void widen(double& low, double& high) {
  if (low < high) return;
  const double half = std::abs(low) > 0.0 ? 0.5 * std::abs(low) : 1.0;
  high = low + half;
  low -= low > 0.0 ? half : 0.0;
}

/// The places 10^n, or 1, 2 and 5 times it, around low..high.
std::vector<double> fine_places(double low, double high) {
  std::vector<double> out;
  const int first = static_cast<int>(std::floor(std::log10(low))) - 1, last = static_cast<int>(std::ceil(std::log10(high))) + 1;
  for (int n = first; n <= last; ++n)
    for (const double lead : {1.0, 2.0, 5.0}) out.push_back(lead * std::pow(10.0, n));
  std::size_t from = 0, to = out.size() - 1;
  while (from + 1 < out.size() && out[from + 1] <= low * (1.0 + kSlack)) ++from;
  while (to > 0 && out[to - 1] >= high * (1.0 - kSlack)) --to;
  return {out.begin() + static_cast<std::ptrdiff_t>(from), out.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)) + 1};
}

TextTable table_of_points(const Chart& chart) {
  TextTable table{chart.title, {chart.subject, chart.at.title, chart.value.title}, {}};
  for (const Series& s : chart.series)
    for (const Datum& d : s.data) table.rows.push_back({d.name, d.at_words, d.words});
  return table;
}

}  // namespace

Color color_of(const Tone& tone, const Palette& p) {
  const auto plain = [&]() -> Color {
    switch (tone.kind) {
      case Tone::ink: return p.ink;
      case Tone::secondary: return p.secondary;
      case Tone::tertiary: return p.tertiary;
      case Tone::hairline: return p.hairline;
      case Tone::edge: return p.control_edge;
      case Tone::panel: return p.panel;
      case Tone::accent: return p.accent;
      case Tone::accent_soft: return mixed(p.panel, p.accent, 0.42);
      case Tone::of_category: return p.of(tone.category).fill;
      case Tone::edge_of_category: return p.dark ? p.of(tone.category).fill : p.of(tone.category).edge;
    }
    return p.ink;
  };
  return faded(plain(), tone.opacity);
}

double nice_step(double low, double high, int most) {
  widen(low, high);
  most = std::max(most, 3);
  constexpr std::array<double, 3> kLeads{1.0, 2.0, 5.0};
  const double least = (high - low) / (most - 1);
  for (int n = static_cast<int>(std::floor(std::log10(least)));; ++n) {
    for (const double lead : kLeads) {
      const double step = lead * std::pow(10.0, n);
      if (whole_steps(high, step, true) - whole_steps(low, step, false) + 1 <= most) return step;
    }
  }
}

std::vector<double> nice_ticks(double low, double high, int most) {
  widen(low, high);
  const double step = nice_step(low, high, most);
  std::vector<double> out;
  const double first = whole_steps(low, step, false), last = whole_steps(high, step, true);
  for (double n = first; n <= last; n += 1.0) out.push_back(n * step);
  return out;
}

std::vector<double> log_ticks(double low, double high, int most) {
  widen(low, high);
  most = std::max(most, 3);
  std::vector<double> fine = fine_places(low, high);
  if (static_cast<int>(fine.size()) <= most) return fine;
  const int first = static_cast<int>(std::floor(std::log10(low) + kSlack)), last = static_cast<int>(std::ceil(std::log10(high) - kSlack));
  int step = 1;
  while ((last - first + step - 1) / step + 1 > most) ++step;
  std::vector<double> out;
  for (int n = first; n < last + step; n += step) out.push_back(std::pow(10.0, n));
  return out;
}

TextTable table_of(const Chart& chart) {
  if (!chart.series.empty() && chart.series.front().mark == Mark::points) return table_of_points(chart);
  TextTable table{chart.title, {chart.subject}, {}};
  for (const Series& s : chart.series) table.head.push_back(s.name.empty() ? chart.value.title : s.name);
  std::vector<double> places;
  for (std::size_t column = 0; column < chart.series.size(); ++column) {
    for (const Datum& d : chart.series[column].data) {
      auto at = std::lower_bound(places.begin(), places.end(), d.at);
      const auto row = at - places.begin();
      if (at == places.end() || *at != d.at) {
        places.insert(at, d.at);
        std::vector<std::string> cells(table.head.size(), "–");
        cells.front() = d.name;
        table.rows.insert(table.rows.begin() + row, std::move(cells));
      }
      table.rows[static_cast<std::size_t>(row)][column + 1] = d.words;
    }
  }
  return table;
}

}  // namespace gs
