#include <vector>

#include "digest.hpp"
#include "model/forecast.hpp"
#include "model/pathway.hpp"
#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "model/uncertainty/response.hpp"
#include "model/uncertainty/sobol.hpp"
#include "model/uncertainty/variance.hpp"

namespace gs {
namespace {

using namespace model;

void add_distributions(Digest& d, const Cube& uniform, const Cube& normal) {
  const std::vector<std::uint32_t> order = shuffled(uniform.count(), 5, stream_of("digest"));
  std::vector<double> out(uniform.count());
  const Distribution all[] = {Distribution::uniform(-1.0, 3.0),
                              Distribution::triangular(0.0, 0.3, 2.0),
                              Distribution::normal(1.0, 0.3).within(0.4, 1.8),
                              Distribution::lognormal(2.0, 0.4),
                              Distribution::split_normal({0.7, 1.0, 1.1}),
                              Distribution::split_lognormal({0.7, 1.0, 1.9})};
  int dimension = 0;
  for (const Distribution& each : all) {
    draw(each, uniform.column(dimension), normal.column(dimension), order, out);
    add_all(d, out);
    ++dimension;
    for (const double p : {0.001, 0.1, 0.5, 0.9, 0.999}) d.add(each.quantile(p));
  }
  const Range<double> ends = p10_p50_p90(std::span<double>(out));
  for (const double value : {ends.low, ends.best, ends.high}) d.add(value);
}

void add_response(Digest& d) {
  const Distribution scale = Distribution::normal(1.0, 0.2).within(0.4, 1.8), shape = Distribution::normal(2.0, 0.2);
  Response response({axis_over(scale, 5), axis_over(shape, 3)}, {{0, 1}});
  response.fit([](std::span<const double> x) { return x[0] * x[0] * (1.0 + x[1] / (1.0 + x[0])); });
  for (double a = 0.4; a < 1.8; a += 0.013)
    for (double b = 1.2; b < 4.0; b += 0.17) d.add(response(std::array<double, 2>{a, b}));
}

}  // namespace

void print_uncertainty() {
  const Cube uniform = Cube::of(Sobol(8, 2026), 1024), normal = normal_quantiles(uniform);
  print_digest("draws", "sobol", [&](Digest& d) {
    for (int c = 0; c < 8; ++c) add_all(d, uniform.column(c));
  });
  print_digest("draws", "normal", [&](Digest& d) {
    for (int c = 0; c < 8; ++c) add_all(d, normal.column(c));
  });
  print_digest("draws", "distributions", [&](Digest& d) { add_distributions(d, uniform, normal); });
  print_digest("draws", "response", add_response);
  print_digest("draws", "shares", [](Digest& d) {
    const auto f = [](std::span<const double> u) { return (0.5 + u[0]) * (0.8 + 0.4 * u[1]) + u[2] * u[0]; };
    for (const Share& share : variance_shares(f, 3, 1024, 9)) {
      d.add(share.first);
      d.add(share.total);
    }
  });
}

void print_forecast() {
  const PathwayPoint points[] = {{2024, 458.0}, {2030, 320.0}, {2050, 110.0}};
  const Pathway ways[] = {Pathway::constant(2025), Pathway::yearly_rate(2025, 0.03), Pathway::net_zero(2025, 2060),
                          Pathway::stated(2025, points)};
  for (const Pathway& way : ways) {
    print_digest("forecast", "pathway", [&](Digest& d) {
      for (int year = 2000; year <= 2060; ++year) d.add(way.share_in(year));
    });
    print_digest("forecast", "years", [&](Digest& d) {
      ForecastInputs in;
      in.target = gigawatts_per_year(80);
      in.ramp = {Ramp::Kind::linear, gigawatts_per_year(30), 2032};
      in.baseline = {g_per_kwh(400), g_per_kwh(500), g_per_kwh(620)};
      in.pathway = way;
      const ForecastTechnology mix[] = {{"sun", 0.6, {percent(15), percent(19), percent(24)}, {}, 0.02, 0.006, 30},
                                        {"wind", 0.4, {percent(26), percent(33), percent(41)}, {}, 0.01, 0.016, 12}};
      for (const model::ForecastYear& y : forecast(in, mix)) {
        for (const double v : {y.added.base(), y.standing.base(), y.generated_so_far.base(), y.saved_so_far.base()})
          d.add(v);
        for (const double v :
             {y.generation.low.base(), y.generation.high.base(), y.saved.low.base(), y.saved.high.base()})
          d.add(v);
      }
    });
  }
}

}  // namespace gs
