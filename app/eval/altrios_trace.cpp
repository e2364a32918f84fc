#include "eval/altrios_trace.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "eval/read.hpp"

namespace gs::eval::altrios {
namespace {

/// Speeds nearer than this are the same: a gap's way is known to 5e-9 m.
constexpr double kSame = 1e-7;

void keep(double& known, double value) {
  if (std::isnan(known)) known = value;
}

double cell(const Table& table, std::size_t row, std::string_view one, std::string_view other) {
  const std::span<const double> column = table.has(one) ? table[one] : table[other];
  return column.empty() ? Knot::kUnknown : column[row];
}

/// Steps of a set-speed run by number; what no knot tells of a time is spread evenly.
std::vector<Knot> steps_of(const Case& c, const Knots& knots) {
  std::vector<Knot> steps(static_cast<std::size_t>(knots.rbegin()->first) + 1);
  for (const auto& [step, knot] : knots) steps[static_cast<std::size_t>(step)] = knot;
  steps[0] = {.time_s = 0.0, .speed_ms = 0.0, .front_m = c.train.length_m, .wheel_j = 0.0};
  for (std::size_t i = 1, known = 0; i < steps.size(); ++i) {
    if (std::isnan(steps[i].time_s)) continue;
    const double each = (steps[i].time_s - steps[known].time_s) / static_cast<double>(i - known);
    for (std::size_t k = known + 1; k < i; ++k) steps[k].time_s = steps[k - 1].time_s + each;
    known = i;
  }
  return steps;
}

/// A gap in the speeds: steps first..last-1 lack theirs, those before and after are known.
class Gap {
 public:
  Gap(const Run& before, std::vector<Knot>& steps, std::size_t first, std::size_t last)
      : before_(before), steps_(steps), first_(first), last_(last) {}

  /// False where what is known does not tell the speeds.
  bool fill(double most_ms) {
    const double from = steps_[first_ - 1].speed_ms, to = steps_[last_].speed_ms;
    // Each speed counts over half of the step before it and half of the one after.
    double alike = 0.0;
    for (std::size_t i = first_; i < last_; ++i) alike += counts_for(i);
    way_ = steps_[last_].front_m - before_.train().front_m - 0.5 * (from * span(first_) + to * span(last_));
    if (std::isnan(way_)) return false;
    double speed = way_ / alike;
    for (const double plateau : {from, to})
      if (std::fabs(speed - plateau) < kSame) speed = plateau;
    for (std::size_t i = first_; i < last_; ++i) steps_[i].speed_ms = speed;
    if (last_ - first_ == 1 || speed == from || speed == to) return true;
    return last_ - first_ == 2 && !std::isnan(steps_[last_].wheel_j) && by_energy(most_ms);
  }

 private:
  double span(std::size_t step) const { return steps_[step].time_s - steps_[step - 1].time_s; }
  double counts_for(std::size_t step) const { return 0.5 * (span(step) + span(step + 1)); }

  /// Energy at the wheel at the gap's end beyond what the knot has, J, if its first speed is `speed_ms`.
  double beyond(double speed_ms) {
    steps_[first_].speed_ms = speed_ms;
    steps_[first_ + 1].speed_ms = (way_ - speed_ms * counts_for(first_)) / counts_for(first_ + 1);
    Run run = before_;
    for (std::size_t i = first_; i <= last_; ++i) run.to_speed(steps_[i].speed_ms, span(i));
    return run.train().wheel_j - steps_[last_].wheel_j;
  }

  /// Of the speeds with which the energy comes out, the one nearest to an even change between the neighbours.
  bool by_energy(double most_ms) {
    constexpr int kParts = 1024;
    double best = steps_[first_].speed_ms;
    const double even = (2.0 * steps_[first_ - 1].speed_ms + steps_[last_].speed_ms) / 3.0;
    const double low = std::max(0.0, (way_ - most_ms * counts_for(first_ + 1)) / counts_for(first_));
    const double part = (std::min(most_ms, way_ / counts_for(first_)) - low) / kParts;
    bool found = false;
    for (int i = 0; i < kParts; ++i) {
      const double from = low + i * part;
      if ((beyond(from) > 0.0) == (beyond(from + part) > 0.0)) continue;
      const double root = root_in(from, from + part);
      if (!found || std::fabs(root - even) < std::fabs(best - even)) best = root;
      found = true;
    }
    beyond(best);
    return found;
  }

  double root_in(double low, double high) {
    constexpr int kHalvings = 60;
    const bool rises = beyond(high) > 0.0;
    for (int k = 0; k < kHalvings; ++k) {
      const double middle = 0.5 * (low + high);
      ((beyond(middle) > 0.0) == rises ? high : low) = middle;
    }
    return 0.5 * (low + high);
  }

  const Run& before_;
  std::vector<Knot>& steps_;
  std::size_t first_, last_;
  double way_ = 0.0;
};

/// Orders between two knots: hold `before`, from `from_s` on `between`, from `until_s` on `after`.
struct Orders {
  double before, between, after;
  double from_s, until_s;
  double at(double time_s) const { return time_s < from_s ? before : time_s < until_s ? between : after; }
};

double missed(Run run, const Orders& orders, const Knot& knot) {
  while (run.train().time_s < knot.time_s) run.towards(orders.at(run.train().time_s));
  return std::fabs(run.train().front_m - knot.front_m) + std::fabs(run.train().speed_ms - knot.speed_ms);
}

/// A run that misses a knot by more (m and m/s, added) is another run.
constexpr double kMeets = 1e-3;
/// Between knots farther apart than this, s, no change and no stop is looked for: it would take too long.
constexpr double kLongestForChange = 2000.0, kLongestForStop = 500.0;

/// Orders and by how much they miss the next knot.
struct Found {
  Orders orders;
  double miss;
  void keep_better(const Orders& other, double its_miss) {
    if (its_miss < miss) orders = other, miss = its_miss;
  }
};

Found find_change(const Run& start, double before, double after, const Knot& knot) {
  const Orders none{before, before, after, knot.time_s, knot.time_s};
  Found best{none, missed(start, none, knot)};
  if (knot.time_s - start.train().time_s > kLongestForChange) return best;
  Run run = start;
  for (double t = start.train().time_s; t < knot.time_s; ++t) {
    const Orders orders{before, before, after, t, t};
    best.keep_better(orders, missed(run, orders, knot));
    run.towards(before);
  }
  return best;
}

Found find_stop(const Run& start, double speed, const Knot& knot) {
  constexpr double kLongest = 20.0, kGood = 1e-4;
  const Orders none{speed, speed, speed, knot.time_s, knot.time_s};
  Found best{none, missed(start, none, knot)};
  if (best.miss < kGood || knot.time_s - start.train().time_s > kLongestForStop) return best;
  Run run = start;
  for (double t = start.train().time_s; t < knot.time_s; ++t) {
    double last = std::numeric_limits<double>::infinity();
    for (double length = 1.0; length <= kLongest; ++length) {
      const Orders orders{speed, 0.0, speed, t, t + length};
      const double miss = missed(run, orders, knot);
      best.keep_better(orders, miss);
      if (miss > last) break;  // a longer stop only misses by more
      last = miss;
    }
    run.towards(speed);
  }
  return best;
}

/// What the driver may hold at a knot: its order; or else the train's own speed, or the most.
std::vector<double> orders_at(const Knot& knot, double most_ms) {
  if (!std::isnan(knot.target_ms)) return {knot.target_ms};
  return {knot.speed_ms, most_ms};
}

Found find_orders(const Run& run, double order, const Knot& knot, double most_ms) {
  Found best{{}, std::numeric_limits<double>::infinity()};
  for (const double next : orders_at(knot, most_ms)) {
    const Found found = next == order ? find_stop(run, order, knot) : find_change(run, order, next, knot);
    best.keep_better(found.orders, found.miss);
    if (best.miss < kMeets) break;
  }
  return best;
}

}  // namespace

void collect(const Table& table, std::string_view case_name, Knots& knots) {
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (table.text("case")[row] != case_name) continue;
    const double time = cell(table, row, "time", "time_s"), number = cell(table, row, "i", "i");
    if (!(time > 0.0) || !(number >= 1.0) || number > 1e6) continue;  // the row of the state before the first step
    const long step = static_cast<long>(number);
    Knot& knot = knots[step];
    keep(knot.time_s, time);
    keep(knot.speed_ms, cell(table, row, "speed", "speed_ms"));
    keep(knot.front_m, cell(table, row, "offset", "offset_m"));
    keep(knot.target_ms, cell(table, row, "speed_target", "speed_target"));
    keep(knot.wheel_j, cell(table, row, "energy_whl_out", "energy_whl_out_J"));
    const double dt = cell(table, row, "dt", "dt_s");
    if (step < 2 || !is_set_speed(case_name)) continue;
    Knot& before = knots[step - 1];
    keep(before.time_s, time - dt);
    keep(before.speed_ms, cell(table, row, "speed_prev_ms", "speed_prev_ms"));
    keep(before.front_m, cell(table, row, "offset_prev_m", "offset_prev_m"));
  }
}

void collect(const Folder& folder, std::string_view case_name, Knots& knots, std::vector<Error>& problems) {
  std::vector<Column> columns = {{.name = "case", .unit = "", .meaning = "", .text = true, .may_lack = true}};
  for (const char* name : {"i", "time", "time_s", "dt", "dt_s", "speed", "speed_ms", "offset", "offset_m",
                           "speed_target", "energy_whl_out", "energy_whl_out_J", "speed_prev_ms", "offset_prev_m"})
    columns.push_back({.name = name, .unit = "", .meaning = "", .may_lack = true});
  for (const char* file : {"train_run_altrios.csv", "train_resistance_altrios.csv"}) {
    if (folder.find(file).empty()) continue;
    const Result<std::string> bytes = folder.bytes(file);
    if (!bytes) {
      problems.push_back(bytes.error());
      continue;
    }
    const Table table = read(file, *bytes, columns, problems);
    if (table.has("case")) collect(table, case_name, knots);
  }
}

std::vector<Moment> run_set_speeds(const Case& c, const Knots& knots) {
  if (knots.empty()) return {};
  std::vector<Knot> steps = steps_of(c, knots);
  Run run(c);
  std::vector<Moment> moments{run.moment()};
  for (std::size_t step = 1; step < steps.size(); ++step) {
    std::size_t known = step;
    while (known < steps.size() && std::isnan(steps[known].speed_ms)) ++known;
    if (known == steps.size() || std::isnan(steps[known].time_s)) break;
    if (known > step && !Gap(run, steps, step, known).fill(c.most_ms)) break;
    run.to_speed(steps[step].speed_ms, steps[step].time_s - steps[step - 1].time_s);
    moments.push_back(run.moment());
  }
  return moments;
}

std::vector<Moment> run_orders(const Case& c, const Knots& knots, long last) {
  if (knots.empty()) return {};
  Run run(c);
  std::vector<Moment> moments{run.moment()};
  double order = c.most_ms;
  for (const auto& [step, knot] : knots) {
    const Found found = find_orders(run, order, knot, c.most_ms);
    if (!(found.miss < kMeets)) return moments;
    while (run.train().time_s < knot.time_s) {
      run.towards(found.orders.at(run.train().time_s));
      moments.push_back(run.moment());
    }
    order = found.orders.after;
  }
  while (run.moment().step < last) {
    run.towards(order);
    moments.push_back(run.moment());
  }
  return moments;
}

bool is_set_speed(std::string_view case_name) { return case_name.starts_with("set_speed"); }

std::vector<Moment> run_again(const Case& c, std::string_view case_name, const Knots& knots, long last) {
  return is_set_speed(case_name) ? run_set_speeds(c, knots) : run_orders(c, knots, last);
}

}  // namespace gs::eval::altrios
