#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "bench/facts.hpp"
#include "bench/rates.hpp"
#include "sim/railway.hpp"

/// The train laboratory on a line of the map: all its tractions, with intervals and savings, at a tonnage not seen before.
namespace {

using namespace gs;
using bench::in_time;

constexpr double kFrame_ms = 1000.0 / 60.0;

struct Slider {
  Laboratory lab;
  LaboratoryRuns runs;
  double lightest;
  explicit Slider(std::string line, double trailing_t) : lightest(trailing_t) { lab.line = std::move(line); }
  double moved(bool held) {
    lab.trailing_t = lab.trailing_t >= lightest + 1500.0 || lab.trailing_t < lightest ? lightest : lab.trailing_t + 63.0;
    const Scenario scenario{FactorMethod::ifi_combined_margin, 2026, GridPathway::stated};
    const LabResults& r = runs.of(bench::portfolio(), scenario, lab, held);
    REQUIRE(r.runs.size() >= 4);
    return r.runs[0].energy_mwh.best;
  }
};

}  // namespace

TEST_CASE("the laboratory") {
  REQUIRE(bench::portfolio().route("khorgos_almaty"));
  Slider almaty("khorgos_almaty", 2000.0), budapest("budapest_belgrade", 1000.0);
  BENCHMARK(in_time("a held slider's step: Khorgos-Almaty under all tractions", kFrame_ms)) { return almaty.moved(true); };
  BENCHMARK(in_time("a held slider's step: Budapest-Belgrade", kFrame_ms)) { return budapest.moved(true); };
  BENCHMARK(in_time("the slider let go: Khorgos-Almaty", 0.0)) { return almaty.moved(false); };
}
