#include "model/rail/line.hpp"

#include <algorithm>
#include <cmath>

#include "model/rail/resistance.hpp"

namespace gs::model::rail {
namespace {

constexpr double kAirDensity = 1.225;  ///< kg/m3, at which the resistance rules hold
constexpr double kMsPerKmh = 1.0 / 3.6;

bool within(double value, double low, double high) { return value >= low && value <= high; }

/// Integrates a quantity of the sections, known as its value in each: once and twice from the line's start. Asked for
/// places in ascending order, it walks along.
template <class Value>
class Walk {
 public:
  Walk(const Line& line, Value value) : line_(line), value_(value), now_(value(line.sections.front())) { look_ahead(); }

  /// Integral over 0..x of the quantity's integral over 0..s; below 0 the first section goes on.
  double twice(double x) {
    if (x > next_) go(x);
    const double d = x - start_;
    return twice_ + (once_ + 0.5 * now_ * d) * d;
  }
  double once(double x) {
    if (x > next_) go(x);
    return once_ + now_ * (x - start_);
  }

 private:
  void go(double x) {
    while (x > next_) {
      const double d = next_ - start_;
      twice_ += (once_ + 0.5 * now_ * d) * d;
      once_ += now_ * d;
      start_ = next_;
      now_ = value_(line_.sections[++at_]);
      look_ahead();
    }
  }
  void look_ahead() { next_ = at_ + 1 < line_.sections.size() ? line_.sections[at_ + 1].start_m : 1e300; }

  const Line& line_;
  Value value_;
  std::size_t at_ = 0;
  double start_ = 0.0, next_ = 1e300, now_ = 0.0, once_ = 0.0, twice_ = 0.0;
};

/// Means of a quantity by step: over the step and over a train of `length` (0: at its front).
template <class Value>
void average(const Line& line, double length, double step, std::vector<double>& out, Value value) {
  const std::size_t n = out.size();
  if (line.sections.size() == 1) return std::fill(out.begin(), out.end(), value(line.sections.front()));
  Walk front(line, value), tail(line, value);
  const bool strip = length > 0.0;
  double before = strip ? front.twice(0.0) - tail.twice(-length) : front.once(0.0);
  const double share = 1.0 / (strip ? step * length : step);
  for (std::size_t i = 0; i < n; ++i) {
    const double x = static_cast<double>(i + 1) * step;
    const double now = strip ? front.twice(x) - tail.twice(x - length) : front.once(x);
    out[i] = (now - before) * share;
    before = now;
  }
}

/// Lowers the limit at the nodes of all steps that the train touches a section in.
void apply_limits(const Line& line, double length, double step, std::vector<double>& limit_ms) {
  const std::size_t last = limit_ms.size() - 1;
  for (std::size_t k = 0; k < line.sections.size();) {
    const double kmh = line.sections[k].limit_kmh, start = line.sections[k].start_m;
    while (++k < line.sections.size() && line.sections[k].limit_kmh == kmh) {}
    const double end = k < line.sections.size() ? line.sections[k].start_m : line.length_m;
    // A node exactly at the start belongs to the limit, the one exactly at the tail's leaving too; a hair less than
    // that is rounding.
    const double first = std::floor(start / step + 1e-9), after = std::ceil((end + length) / step - 1e-9);
    const auto to = static_cast<std::size_t>(std::min(after, static_cast<double>(last)));
    for (auto i = static_cast<std::size_t>(first); i <= to; ++i)
      limit_ms[i] = std::min(limit_ms[i], kmh * kMsPerKmh);
  }
}

void apply_wire(const Line& line, double step, std::vector<unsigned char>& wire) {
  std::size_t k = 0;
  for (std::size_t i = 0; i < wire.size(); ++i) {
    const double x = (static_cast<double>(i) + 0.5) * step;
    while (k + 1 < line.sections.size() && line.sections[k + 1].start_m <= x) ++k;
    wire[i] = line.sections[k].wire;
  }
}

template <class Has>
bool any_section(const Line& line, Has has) {
  return std::any_of(line.sections.begin(), line.sections.end(), has);
}

void check_sections(const Line& line, std::vector<Error>& errors) {
  if (line.sections.empty()) return errors.push_back({"Line.sections", "there is none"});
  if (line.sections.front().start_m != 0.0) errors.push_back({"Line.sections", "the first does not start at 0"});
  for (std::size_t i = 0; i < line.sections.size(); ++i) {
    const Section& s = line.sections[i];
    const std::string where = "Line.sections[" + std::to_string(i) + "]";
    const double before = i ? line.sections[i - 1].start_m : -1.0;
    if (!(s.start_m > before) || !(s.start_m < line.length_m))
      errors.push_back({where + ".start_m", "not beyond the section before, or not short of the line's end"});
    if (!within(s.grade_permille, -200.0, 200.0)) errors.push_back({where + ".grade_permille", "not within -200..200"});
    if (!within(s.radius_m, 0.0, 1e9)) errors.push_back({where + ".radius_m", "below 0 or not a number"});
    if (!within(s.limit_kmh, 1.0, 1000.0)) errors.push_back({where + ".limit_kmh", "not within 1..1000"});
    if (!within(s.tunnel_blockage, 0.0, 0.8)) errors.push_back({where + ".tunnel_blockage", "not within 0..0.8"});
  }
}

}  // namespace

std::vector<Error> problems(const Line& line) {
  std::vector<Error> errors;
  if (!within(line.length_m, 1.0, 1e8)) errors.push_back({"Line.length_m", "not within 1..1e8"});
  if (!within(line.air_density, 0.1, 10.0)) errors.push_back({"Line.air_density", "not within 0.1..10"});
  check_sections(line, errors);
  double before = 0.0;
  for (std::size_t i = 0; i < line.stops.size(); ++i) {
    const Stop& stop = line.stops[i];
    const std::string where = "Line.stops[" + std::to_string(i) + "]";
    if (!(stop.at_m > before) || !(stop.at_m < line.length_m))
      errors.push_back({where + ".at_m", "not beyond the stop before, or not short of the line's end"});
    if (!within(stop.dwell_s, 0.0, 1e7)) errors.push_back({where + ".dwell_s", "not within 0..1e7"});
    before = stop.at_m;
  }
  return errors;
}

Line reversed(const Line& line) {
  Line back = line;
  const std::size_t n = line.sections.size();
  for (std::size_t i = 0; i < n; ++i) {
    Section& s = back.sections[n - 1 - i] = line.sections[i];
    s.start_m = i + 1 < n ? line.length_m - line.sections[i + 1].start_m : 0.0;
    s.grade_permille = -s.grade_permille;
  }
  std::reverse(back.stops.begin(), back.stops.end());
  for (Stop& stop : back.stops) stop.at_m = line.length_m - stop.at_m;
  return back;
}

void sample(const Line& line, double train_length_m, double train_max_kmh, double step_m, Track& out, bool point) {
  const double wish = std::max(1.0, std::floor(line.length_m / step_m + 0.5));
  const auto n = static_cast<std::size_t>(wish);
  out.length_m = line.length_m;
  out.step_m = line.length_m / wish;
  for (auto* by_step : {&out.grade, &out.curve, &out.drag}) by_step->resize(n);
  out.wire.resize(n);
  const double length = point ? 0.0 : train_length_m;
  average(line, length, out.step_m, out.grade, [](const Section& s) { return s.grade_permille * 1e-3; });
  if (any_section(line, [](const Section& s) { return s.radius_m > 0.0; }))
    average(line, length, out.step_m, out.curve,
            [&](const Section& s) { return curve_resistance(s.radius_m, line.gauge_mm); });
  else
    std::fill(out.curve.begin(), out.curve.end(), 0.0);
  const double air = line.air_density / kAirDensity;
  if (any_section(line, [](const Section& s) { return s.tunnel_blockage > 0.0; }))
    average(line, length, out.step_m, out.drag,
            [&](const Section& s) { return air * tunnel_factor(s.tunnel_blockage); });
  else
    std::fill(out.drag.begin(), out.drag.end(), air);
  apply_wire(line, out.step_m, out.wire);

  out.limit_ms.assign(n + 1, train_max_kmh * kMsPerKmh);
  apply_limits(line, train_length_m, out.step_m, out.limit_ms);
  out.slowest_ms = *std::min_element(out.limit_ms.begin(), out.limit_ms.end());
  out.dwell_s.assign(n + 1, 0.0);
  for (const Stop& stop : line.stops) {
    const auto node = std::min(n, static_cast<std::size_t>(stop.at_m / out.step_m + 0.5));
    out.limit_ms[node] = 0.0;
    out.dwell_s[node] += stop.dwell_s;
  }
  out.limit_ms.front() = out.limit_ms.back() = 0.0;
}

}  // namespace gs::model::rail
