#include "eval/wind.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "eval/read.hpp"
#include "eval/reference.hpp"
#include "model/wind/parametric.hpp"

using namespace gs;
using eval::Column;
using eval::Table;

namespace {

const std::string kWhole = "../shared/reference/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Table table_of(const std::string& path, std::span<const Column> columns) {
  std::vector<Error> problems;
  Table table = eval::read(path, bytes_of(path), columns, problems);
  for (const Error& problem : problems) UNSCOPED_INFO(problem.text());
  REQUIRE(problems.empty());
  return table;
}

struct Run {
  Table wanted;
  eval::Computed computed;
};

/// Runs a model on a file with the files beside it ("" for none); `columns` are read for comparison. The inputs of the
/// column `moved` are moved by one in the twelfth digit.
Run run(const eval::Model& model, const std::string& path, const std::vector<std::string>& extras,
        std::vector<Column> columns, std::string_view moved = "") {
  eval::Given given{table_of(path, model.takes), {}, {}};
  for (std::size_t i = 0; i < given.table.names.size(); ++i)
    if (given.table.names[i] == moved)
      for (double& number : given.table.numbers[i]) number *= 1.0 + 1e-11;
  for (std::size_t i = 0; i < model.extras.size(); ++i)
    given.extras.push_back(i < extras.size() && !extras[i].empty() ? table_of(extras[i], model.extras[i].columns)
                                                                   : Table());
  Run result{{}, eval::Computed(model.gives.size(), std::vector<double>(given.table.rows, std::nan("")))};
  const std::vector<Error> problems = model.run(given, result.computed);
  for (const Error& problem : problems) UNSCOPED_INFO(problem.text());
  REQUIRE(problems.empty());
  for (Column& column : columns) column.may_lack = true;
  result.wanted = table_of(path, columns);
  return result;
}

using Keep = std::function<bool(std::size_t)>;
bool every(std::size_t) { return true; }

/// Greatest relative distance of a column beyond `free` (by row, when given), over the rows that `keep` keeps;
/// elsewhere the cell must be empty.
void check(const eval::Model& model, const Run& run, std::string_view column, double tolerance, double floor = 1e-300,
           const Keep& keep = every, std::span<const double> free = {}) {
  const auto at =
      std::find_if(model.gives.begin(), model.gives.end(), [&](const Column& c) { return c.name == column; });
  REQUIRE(at != model.gives.end());
  const auto& found = run.computed[static_cast<std::size_t>(at - model.gives.begin())];
  const auto wanted = run.wanted[column];
  REQUIRE(wanted.size() == found.size());
  double worst = 0.0;
  std::size_t worst_row = 0, compared = 0, blank_differs = 0;
  for (std::size_t row = 0; row < found.size(); ++row) {
    const bool blank = !keep(row) || std::isnan(wanted[row]);
    if (blank != std::isnan(found[row])) ++blank_differs;
    if (blank || std::isnan(found[row])) continue;
    ++compared;
    const double apart = (std::fabs(found[row] - wanted[row]) - (free.empty() ? 0.0 : free[row])) /
                         std::max(std::fabs(wanted[row]), floor);
    if (!(apart <= worst)) worst = apart, worst_row = row;
  }
  INFO(column << ": worst of " << compared << " in line " << run.wanted.lines[worst_row] << ": found "
              << found[worst_row] << ", expected " << wanted[worst_row] << ", apart by " << worst
              << "; blank only on one side: " << blank_differs);
  CHECK(compared > 0);
  CHECK(blank_differs == 0);
  CHECK(worst <= tolerance);
}

std::vector<Column> columns_of(std::span<const Column> gives) { return {gives.begin(), gives.end()}; }

const std::string kCurves = kWhole + "wind_power_curves.csv";

}  // namespace

TEST_CASE("wind, temperature and density at the hub are windpowerlib's", "[eval][wind]") {
  const Run trimmed =
      run(eval::kWindPower, "tests/reference/wind_power.csv", {}, columns_of(eval::kWindPower.gives.first(7)));
  for (const Column& column : eval::kWindPower.gives.first(7)) check(eval::kWindPower, trimmed, column.name, 1e-10);
  for (std::size_t i = 7; i < 13; ++i)
    CHECK(std::all_of(trimmed.computed[i].begin(), trimmed.computed[i].end(),
                      [](double power) { return std::isnan(power); }));
}

TEST_CASE("power at the hub is windpowerlib's", "[eval][wind]") {
  if (!test::has_whole_references())
    SKIP("the curves are only in the whole reference files, which are not beside the repository");
  const Run whole = run(eval::kWindPower, kWhole + "wind_power.csv", {kCurves, kWhole + "wind_cp_curves.csv"},
                        columns_of(eval::kWindPower.gives));
  // Where a curve falls from rated power to nothing within half a metre a second, the inputs' twelve digits do not
  // settle the tenth of the power: as much is free.
  const Run moved = run(eval::kWindPower, kWhole + "wind_power.csv", {kCurves, kWhole + "wind_cp_curves.csv"},
                        columns_of(eval::kWindPower.gives), "v_ref_ms");
  for (std::size_t i = 0; i < 12; ++i) {
    std::vector<double> free(whole.wanted.rows);
    int steep = 0;
    for (std::size_t row = 0; row < free.size(); ++row) {
      free[row] = std::fabs(moved.computed[i][row] - whole.computed[i][row]);
      steep += free[row] > 1e-10 * whole.computed[i][row];
    }
    CHECK(steep * 20 < static_cast<int>(free.size()));
    check(eval::kWindPower, whole, eval::kWindPower.gives[i].name, 1e-10, 1e-3, every, free);
  }
  const Run slowed = run(eval::kWindPower, kWhole + "wind_power.csv", {"", kWhole + "wind_dena_mean_curve.csv"},
                         columns_of(eval::kWindPower.gives));
  check(eval::kWindPower, slowed, "v_log_wake_dena_mean", 1e-10);
}

TEST_CASE("smoothed curves, hours and Weibull years are windpowerlib's", "[eval][wind]") {
  if (!test::has_whole_references())
    SKIP("the curves are only in the whole reference files, which are not beside the repository");
  const Run smoothed = run(eval::kWindSmoothedCurve, kWhole + "wind_smoothed_curve.csv", {kCurves},
                           columns_of(eval::kWindSmoothedCurve.gives));
  check(eval::kWindSmoothedCurve, smoothed, "power_W", 1e-9);
  const Run hours = run(eval::kWindYear, kWhole + "wind_year.csv", {kCurves}, columns_of(eval::kWindYear.gives));
  check(eval::kWindYear, hours, "power_W", 1e-8, 1e-3);
  std::vector<Column> annual = columns_of(eval::kWindAnnual.gives);
  annual.push_back({.name = "weibull_A", .unit = "", .meaning = ""});
  const Run years = run(eval::kWindAnnual, kWhole + "wind_annual.csv", {kCurves}, annual);
  const auto weibull = [&](std::size_t row) { return !std::isnan(years.wanted["weibull_A"][row]); };
  for (const std::string_view column : {"energy_MWh", "capacity_factor", "extra"})
    check(eval::kWindAnnual, years, column, 1e-8, 1e-300, weibull);
}

TEST_CASE("Jensen's wakes are FLORIS's", "[eval][wind]") {
  std::vector<Column> columns = columns_of(eval::kWindWake.gives);
  columns.push_back({.name = "model", .unit = "", .meaning = "", .text = true});
  const Run trimmed = run(eval::kWindWake, "tests/reference/wind_wake.csv", {}, columns);
  check(eval::kWindWake, trimmed, "u_avg_ms", 1e-10);
  if (!test::has_whole_references())
    SKIP("power needs a curve of the whole reference files, which are not beside the repository");
  const Run whole = run(eval::kWindWake, kWhole + "wind_wake.csv", {kCurves}, columns);
  const auto jensen = [&](std::size_t row) { return whole.wanted.text("model")[row] == "jensen"; };
  check(eval::kWindWake, whole, "u_avg_ms", 1e-10, 1e-300, jensen);
  check(eval::kWindWake, whole, "power_W", 1e-3, 1e-3, jensen);
}

TEST_CASE("thrust from a power curve is near that of the NREL 5 MW turbine", "[eval][wind]") {
  if (!test::has_whole_references())
    SKIP("the curve is only in the whole reference files, which are not beside the repository");
  const Table curves = table_of(kCurves, eval::kWindWake.extras[0].columns);
  model::wind::PowerCurve curve;
  for (std::size_t row = 0; row < curves.rows; ++row)
    if (curves.text("turbine")[row] == "NREL:NREL_Reference_5MW_126") {
      curve.speed.push_back(curves["wind_speed_ms"][row]);
      curve.power.push_back(curves["power_W"][row]);
    }
  const Column columns[] = {{.name = "u_avg_ms", .unit = "", .meaning = ""}, {.name = "ct", .unit = "", .meaning = ""}};
  const Table rows = table_of("tests/reference/wind_wake.csv", columns);
  const model::wind::PowerCurve thrust = thrust_curve(curve);
  double sum = 0.0, worst = 0.0;
  int compared = 0;
  for (std::size_t row = 0; row < rows.rows; ++row) {
    const double speed = rows["u_avg_ms"][row];
    if (speed < 6.0) continue;  // near cut-in that rotor turns faster than is best
    const double apart = power_at(thrust, speed) - rows["ct"][row];
    sum += apart, worst = std::max(worst, std::fabs(apart)), ++compared;
  }
  INFO("mean difference " << sum / compared << ", greatest " << worst << " of " << compared);
  CHECK(compared > 50);
  CHECK(std::fabs(sum / compared) < 0.03);
  CHECK(worst < 0.1);
}

TEST_CASE("a row that cannot be is named with its line and column", "[eval][wind]") {
  struct Case {
    const eval::Model& model;
    const char *rows, *curves, *where, *what;
  };
  const char* const curve = "turbine,wind_speed_ms,power_W\nA,3,0\nA,12,1e6\nA,25,1e6\n";
  const Case cases[] = {
      {eval::kWindSmoothedCurve, "turbine,method,turbulence_intensity,wind_speed_ms\nB,turbulence_intensity,0.1,5\n",
       curve, "in:2:turbine", "expected a turbine of --curves"},
      {eval::kWindSmoothedCurve, "turbine,method,turbulence_intensity,wind_speed_ms\nA,turbulence_intensity,,5\n",
       curve, "in:2:turbulence_intensity", "expected a number"},
      {eval::kWindSmoothedCurve, "turbine,method,turbulence_intensity,wind_speed_ms\nA,gauss,0.1,5\n", curve,
       "in:2:method", "expected turbulence_intensity"},
      {eval::kWindSmoothedCurve, "turbine,method,turbulence_intensity,wind_speed_ms\nA,turbulence_intensity,0.1,5\n",
       "", "--curves", "expected a file"},
      {eval::kWindSmoothedCurve, "turbine,method,turbulence_intensity,wind_speed_ms\nA,turbulence_intensity,0.1,5\n",
       "turbine,wind_speed_ms,power_W\nA,3,0\nA,3,1e6\n", "curves:3:wind_speed_ms", "expected a speed above 3"},
      {eval::kWindYear, "turbine,hub_m,config,p0_Pa,T2_K,T10_K,v10,v80,z0\nA,100,log_rho,1e5,290,290,5,7,0.1\n", curve,
       "in:2:config", "expected a profile"},
      {eval::kWindAnnual, "turbine,config,weibull_A,weibull_k\nA,rho=9,8,2\n", curve, "in:2:config", "expected rho="},
      {eval::kWindPower, "hub_m,href_m,z0_m,obstacle_m,v_ref_ms,T2m_K,p0_Pa\n100,10,0.1,20,5,290,1e5\n", "",
       "in:2:obstacle_m", "expected hub_m and href_m above"},
      {eval::kWindWake,
       "case,model,x_m,y_m,wind_dir_deg,wind_speed_ms,ct\na,jensen,0,0,270,8,0.8\na,jensen,900,0,271,8,0.8\n", "",
       "in:3:wind_dir_deg", "expected the same wind"},
  };
  for (const Case& each : cases) {
    INFO(each.where);
    std::vector<Error> problems;
    eval::Given given{eval::read("in", each.rows, each.model.takes, problems), {}, {}};
    given.extras.push_back(each.curves[0] ? eval::read("curves", each.curves, each.model.extras[0].columns, problems)
                                          : Table());
    given.extras.resize(each.model.extras.size());
    REQUIRE(problems.empty());
    eval::Computed computed(each.model.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
    problems = each.model.run(given, computed);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].where == each.where);
    CHECK(problems[0].what.find(each.what) == 0);
  }
}
