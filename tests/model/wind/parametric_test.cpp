#include "model/wind/parametric.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "eval/reference.hpp"
#include "eval/wind_curves.hpp"
#include "eval/read.hpp"
#include "model/wind/smoothing.hpp"

using namespace gs;
using namespace gs::model::wind;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Mean output over rated in a Weibull wind of shape 2 (Rayleigh).
double capacity_factor(const PowerCurve& curve, double mean) {
  const double scale = mean / std::sqrt(M_PI / 4.0);
  double sum = 0.0;
  for (double v = 0.005; v < 40.0; v += 0.01)
    sum += power_at(curve, v) * 2.0 * v / (scale * scale) * std::exp(-v * v / (scale * scale)) * 0.01;
  return sum / rated(curve);
}

/// Rotor diameter in metres as the name says: "V90/2000", "NREL:..._4MW_150"; 0 when it does not.
double rotor_in(const std::string& name) {
  if (name.rfind("NREL:", 0) == 0) {
    if (name.find("W_") == std::string::npos) return 0.0;
    return std::atof(name.c_str() + name.rfind('_') + 1);
  }
  const std::size_t digit = name.find_first_of("0123456789");
  return digit == std::string::npos ? 0.0 : std::atof(name.c_str() + digit);
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

/// The parametric curve with a turbulence of 10 %, in which published curves are measured.
PowerCurve model_of(const PowerCurve& published, double rotor) {
  double cut_out = 0.0;
  for (std::size_t i = 0; i < published.speed.size(); ++i)
    if (published.power[i] > 0.0) cut_out = published.speed[i];
  return smoothed_finely(parametric_curve({rated(published), rotor, 3.0, cut_out}), 0.1, 0.1, 401);
}

}  // namespace

TEST_CASE("the rotor takes most at a tip speed ratio of 6.4", "[model][wind]") {
  CHECK_THAT(best_tip_speed_ratio(), WithinAbs(6.383, 5e-4));
  CHECK_THAT(power_coefficient(best_tip_speed_ratio()), WithinRel(kGreatestPowerCoefficient, 1e-14));
  for (double ratio = 1.0; ratio < 14.0; ratio += 0.25) CHECK(power_coefficient(ratio) <= kGreatestPowerCoefficient);
}

TEST_CASE("a parametric curve begins at cut-in, rises to rated power and holds it to cut-out", "[model][wind]") {
  const PowerCurve curve = parametric_curve({2.5e6, 121.0, 3.0, 25.0});
  CHECK(curve.speed.front() == 3.0);
  CHECK(curve.speed.back() == 25.0);
  CHECK(curve.speed.size() == 221);
  CHECK(power_at(curve, 3.5) > 0.0);
  CHECK(rated(curve) == 2.5e6);
  CHECK(curve.power.back() == 2.5e6);
  CHECK(std::is_sorted(curve.power.begin(), curve.power.end()));
  const double wind = 0.5 * 1.225 * M_PI / 4.0 * 121.0 * 121.0 * 512.0;
  CHECK_THAT(power_at(curve, 8.0), WithinRel(wind * 0.49 * kConversion, 1e-12));
  // A larger rotor delivers more in weak wind, a larger generator in strong wind.
  CHECK(power_at(parametric_curve({2.5e6, 140.0}), 6.0) > power_at(curve, 6.0));
  CHECK(power_at(parametric_curve({3.5e6, 121.0}), 6.0) == power_at(curve, 6.0));
}

TEST_CASE("thrust falls as a pitching rotor lets power go", "[model][wind]") {
  CHECK_THAT(thrust_coefficient(1.0), WithinRel(0.8, 1e-7));
  CHECK_THAT(thrust_coefficient(0.0), WithinAbs(0.0, 1e-12));
  double before = 0.0;
  const double best = 0.5 * (1.0 - std::sqrt(1.0 - 0.8 / 0.95));
  for (double share = 0.05; share < 1.0; share += 0.05) {
    const double thrust = thrust_coefficient(share), a = 0.5 * (1.0 - std::sqrt(1.0 - thrust / 0.95));
    CHECK_THAT(a * (1.0 - a) * (1.0 - a), WithinRel(best * (1.0 - best) * (1.0 - best) * share, 1e-9));
    CHECK(thrust > before);
    before = thrust;
  }
  const PowerCurve curve = parametric_curve({2.5e6, 121.0});
  const PowerCurve thrust = thrust_curve(curve);
  CHECK(power_at(thrust, 2.0) == 0.0);
  CHECK_THAT(power_at(thrust, 7.0), WithinAbs(0.8, 1e-6));
  CHECK(power_at(thrust, 20.0) < 0.1);
}

TEST_CASE("the parametric curve gives the year's energy of published curves", "[model][wind]") {
  if (!test::has_whole_references())
    SKIP("the curves are only in the whole reference files, which are not beside the repository");
  std::vector<Error> problems;
  std::ifstream file("../shared/reference/wind_power_curves.csv", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto curves =
      eval::curves_in(eval::read("wind_power_curves.csv", bytes, eval::kCurveColumns, problems), "power_W", problems);
  REQUIRE(problems.empty());
  for (const double mean : {6.0, 7.0, 8.0, 9.0}) {
    std::vector<double> apart, magnitude;
    for (const auto& [name, published] : curves) {
      const double rotor = rotor_in(name);
      if (rotor <= 0.0 || rated(published) < 5e5) continue;
      apart.push_back(capacity_factor(model_of(published, rotor), mean) / capacity_factor(published, mean) - 1.0);
      magnitude.push_back(std::fabs(apart.back()));
    }
    std::vector<double> sorted = magnitude;
    std::sort(sorted.begin(), sorted.end());
    INFO(apart.size() << " turbines at a mean of " << mean << " m/s: median " << median(apart) << ", median magnitude "
                      << median(magnitude) << ", nine of ten below " << sorted[sorted.size() * 9 / 10]);
    CHECK(apart.size() > 90);
    CHECK(std::fabs(median(apart)) < 0.01);
    CHECK(median(magnitude) < 0.03);
    CHECK(sorted[sorted.size() * 9 / 10] < 0.08);
  }
}
