#include "bench/rates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/benchmark/catch_benchmark_all.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>
#include <cstdio>
#include <map>
#include <vector>

namespace gs::bench {
namespace {

struct Goal {
  double count;  ///< 0: a time is wanted, not a rate
  double goal, other;
};

std::map<std::string, Goal, std::less<>>& goals() {
  static std::map<std::string, Goal, std::less<>> all;
  return all;
}

/// Prints what Catch2 measured. The median: another program's burst then does not count.
class Rates : public Catch::EventListenerBase {
 public:
  using Catch::EventListenerBase::EventListenerBase;

  void benchmarkEnded(const Catch::BenchmarkStats<>& stats) override {
    const auto found = goals().find(stats.info.name);
    if (found == goals().end() || stats.samples.empty()) return;
    std::vector<double> nanoseconds;
    for (const auto& sample : stats.samples) nanoseconds.push_back(sample.count());
    std::sort(nanoseconds.begin(), nanoseconds.end());
    const double median = nanoseconds[nanoseconds.size() / 2];
    const Goal& g = found->second;
    if (g.count > 0.0) line(found->first, "million a second", g.count / median * 1e3, g.goal * 1e-6, g.other * 1e-6);
    else line(found->first, "ms", median * 1e-6, g.goal, 0.0);
  }

  void testRunEnded(const Catch::TestRunStats&) override {
    for (const std::string& each : lines_) std::puts(each.c_str());
  }

 private:
  void line(std::string_view name, std::string_view unit, double figure, double goal, double other) {
    lines_.push_back(fmt::format("rate\t{}\t{}\t{:.4g}\t{:.4g}\t{:.4g}", name, unit, figure, goal, other));
  }

  std::vector<std::string> lines_;
};

CATCH_REGISTER_LISTENER(Rates)

}  // namespace

std::string per_second(std::string name, double count, double goal, double other) {
  goals()[name] = {count, goal, other};
  return name;
}

std::string in_time(std::string name, double goal_ms) {
  goals()[name] = {0.0, goal_ms, 0.0};
  return name;
}

}  // namespace gs::bench
