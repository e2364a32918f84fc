#include "eval/trainruns.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "eval/read.hpp"
#include "eval/reference.hpp"
#include "eval/trainruns_files.hpp"

using namespace gs;
using Catch::Approx;
using test::Bound;

namespace {

/// A railcar and a path of round numbers; a freight train beside them.
eval::Folder folder_of(const std::string& sections) {
  return {"own", {"paths/p.yaml", "trains/car.yaml", "trains/goods.yaml"}, [=](const std::string& path) -> Result<std::string> {
            if (path == "paths/p.yaml")
              return "paths:\n  - name: p\n    id: p\n    points_of_interest:\n      - [500.0, mast, rear]\n"
                     "    characteristic_sections:\n" + sections;
            const std::string motor =
                "  - {id: m, vehicle_type: " + std::string(path == "trains/car.yaml" ? "multiple unit" : "traction unit") +
                ", length: 20, mass: 40, mass_traction: 40, speed_limit: 72, rotation_mass: 1.1, base_resistance: 2,\n"
                "     tractive_effort: [[0, 44000], [10, 44000], [72, 44000]]}\n";
            if (path == "trains/car.yaml") return "trains:\n  - {id: t, formation: [m]}\nvehicles:\n" + motor;
            return "trains:\n  - {id: t, formation: [m, w, w]}\nvehicles:\n" + motor +
                   "  - {id: w, vehicle_type: freight, length: 15, mass: 20, load_limit: 60, speed_limit: 100,\n"
                   "     rotation_mass: 1.05, base_resistance: 1.5, air_resistance: 4}\n";
          }};
}

const char* kFlat = "      - [0.0, 160, 0.0]\n      - [5000.0, 160, 0.0]\n";

struct Answer {
  const eval::Model& model;
  eval::Computed computed;
  std::vector<Error> problems;
  double operator()(std::string_view column, std::size_t row) const {
    for (std::size_t k = 0; k < model.gives.size(); ++k)
      if (model.gives[k].name == column) return computed[k][row];
    return std::nan("");
  }
};

Answer ask(const eval::Model& model, const eval::Folder& folder, const std::string& table) {
  Answer answer{model, {}, {}};
  eval::Given given;
  given.folder = folder;
  given.table = eval::read("in.csv", table, model.takes, answer.problems);
  answer.computed.assign(model.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  if (answer.problems.empty()) answer.problems = model.run(given, answer.computed);
  return answer;
}

}  // namespace

TEST_CASE("trains of TrainRuns.jl take its running times", "[eval][rail]") {
  // 0.1 % is wanted; theirs is the state of regression tests, to 14 digits.
  test::check_stored(eval::kTrainRunTrainruns, "train_run_trainruns", {{.column = "running_time_s", .tolerance = 1e-4}});
}

TEST_CASE("at points of interest they have its speeds, times and forces", "[eval][rail]") {
  std::vector<Bound> bounds;  // 0.5 % is wanted
  for (const char* column : {"s", "v", "t", "F_R", "R_path", "R_train", "R_traction", "R_wagons"})
    bounds.push_back({.column = column, .tolerance = 1e-3, .floor = 1e-3});
  bounds.push_back({.column = "a", .tolerance = 1e-3, .floor = 1e-3});
  bounds.push_back({.column = "F_T", .tolerance = 1e-3, .floor = 1.0});
  test::check_stored(eval::kTrainRunTrainrunsPoi, "train_run_trainruns_poi", bounds);
}

TEST_CASE("a file of TrainRuns.jl becomes a train with the formulas' resistance and a path from its start", "[eval][rail]") {
  std::vector<Error> problems;
  const eval::Folder folder = folder_of("      - [100.0, 160, 1.5]\n      - [600.0, 80, -2.0]\n      - [1100.0, 80, 0.0]\n");
  const auto goods = eval::trainruns::vehicles(folder, "goods", problems);
  const auto path = eval::trainruns::path(folder, "p", problems);
  REQUIRE(problems.empty());
  constexpr double kG = model::rail::kGravity;
  CHECK(goods.train.mass_kg() == Approx(200e3));
  CHECK(goods.train.length_m() == Approx(50.0));
  // Rotating mass of the empty train, as a share of the full one: (40 x 1.1 + 40 x 1.05) / 80.
  CHECK(goods.train.rotating_kg() == Approx(0.075 * 200e3));
  CHECK(goods.train.top_speed_kmh() == 72.0);
  CHECK(goods.train.service_brake_ms2 == 0.225);
  CHECK(goods.traction.at(20.0) == Approx(80.0 * kG));
  CHECK(goods.wagons.at(100.0 / 3.6) == Approx(160.0 * kG * 5.5));
  CHECK(goods.train.rolling().at(10.0) == Approx(goods.traction.at(10.0) + goods.wagons.at(10.0)));
  CHECK(eval::trainruns::vehicles(folder, "car", problems).train.service_brake_ms2 == 0.375);

  CHECK(path.start_m == 100.0);
  CHECK(path.line.length_m == 1000.0);
  REQUIRE(path.line.sections.size() == 2);
  CHECK(path.line.sections[1].start_m == 500.0);
  CHECK(path.line.sections[1].grade_permille == -2.0);
  CHECK(path.rear_m == std::vector<double>{400.0});
}

TEST_CASE("a car with a constant effort does what the textbook says, front and rear", "[eval][rail]") {
  const Answer a = ask(eval::kTrainRunTrainrunsPoi, folder_of(kFlat),
                       "train,path,station,measure,s,behavior\ncar,p,,,0,\ncar,p,100,front,,\ncar,p,100,rear,,\ncar,p,,,120,\n"
                       "car,p,2500,front,,\ncar,p,,,4950,\ncar,p,,,,halt\n");
  REQUIRE(a.problems.empty());
  const double level = 80.0 * model::rail::kGravity, gain = (44e3 - level) / 44e3;
  CHECK(a("v", 0) == 0.0);
  CHECK(a("F_T", 0) == Approx(44e3));
  CHECK(a("a", 0) == Approx(gain));
  CHECK(a("v", 1) == Approx(std::sqrt(2.0 * gain * 100.0)));
  CHECK(a("t", 1) == Approx(std::sqrt(2.0 * 100.0 / gain)));
  CHECK(a("s", 2) == 120.0);
  for (const char* column : {"s", "v", "t", "F_T"}) CHECK(a(column, 2) == a(column, 3));
  CHECK(a("v", 4) == Approx(20.0));
  CHECK(a("a", 4) == 0.0);
  CHECK(a("F_T", 4) == Approx(level));
  CHECK(a("v", 5) == Approx(std::sqrt(2.0 * 0.375 * 50.0)));
  CHECK(a("a", 5) == Approx(-0.375));
  CHECK(a("F_T", 5) == 0.0);
  CHECK(a("s", 6) == 5000.0);
  CHECK(a("v", 6) == 0.0);
  const double time = 20.0 / gain + 20.0 / 0.375 + (5000.0 - 200.0 / gain - 200.0 / 0.375) / 20.0;
  CHECK(a("t", 6) == Approx(time).epsilon(1e-4));
  CHECK(ask(eval::kTrainRunTrainruns, folder_of(kFlat), "train,path\ncar,p\n")("running_time_s", 0) == Approx(a("t", 6)));
}

TEST_CASE("what is not there, cannot be read or cannot be climbed is named", "[eval][rail]") {
  const auto where = [](const Answer& a) { return a.problems.empty() ? std::string() : a.problems.front().text(); };
  const auto times = [](const std::string& sections, const std::string& row) {
    return ask(eval::kTrainRunTrainruns, folder_of(sections), "train,path\n" + row + "\n");
  };
  CHECK(where(times(kFlat, "tram,p")).find("tram.yaml") != std::string::npos);
  CHECK(where(times(kFlat, "car,q")).find("q.yaml") != std::string::npos);
  CHECK(where(times("      - [0.0, 160, 0.0]\n", "car,p")).find("two or more sections") != std::string::npos);
  CHECK(where(times("      - [0.0, 160, 0.0]\n      - [0.0, 160, 0.0]\n", "car,p")).find("length_m") != std::string::npos);
  CHECK(where(times("      - [0.0, 160, 150.0]\n      - [900.0, 160, 0.0]\n", "car,p")).find("stalls") != std::string::npos);
  const Answer beyond = ask(eval::kTrainRunTrainrunsPoi, folder_of(kFlat), "train,path,station,measure\ncar,p,4990,rear\n");
  CHECK(where(beyond).find("in.csv:2:station") != std::string::npos);
}
