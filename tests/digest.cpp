#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "digest.hpp"
#include "model/numerics.hpp"
#include "portfolio/load.hpp"
#include "sim/railway.hpp"
#include "sim/simulate.hpp"

/// Prints one line for each part of the model and each scenario. Run natively and, from WebAssembly, under Node; the
/// two outputs must be the same file. Exits 1 when two ways of computing the same (one hour or four at a time; one
/// kernel or another) give different bits. `digest DATA_FOLDER`
namespace {

/// The first of the folders that has a file counts: ember.csv stands only among the build's assets.
gs::ReadFile files_in(std::vector<std::string> folders) {
  return [folders](std::string_view name) -> gs::Result<std::string> {
    for (const std::string& folder : folders) {
      std::ifstream file(folder + "/" + std::string(name), std::ios::binary);
      if (file) return std::string(std::istreambuf_iterator<char>(file), {});
    }
    return gs::Error{std::string(name), "cannot be read"};
  };
}

/// Every function of one argument, over points that no reduction treats specially.
template <class Function>
void print_function(const char* name, double low, double high, Function function) {
  gs::Digest digest;
  const int steps = 20000;
  for (int i = 0; i <= steps; ++i) digest.add(function(low + (high - low) * (i / static_cast<double>(steps))));
  std::printf("numerics %s %s\n", name, digest.hex().c_str());
}

void print_numerics() {
  namespace n = gs::numerics;
  print_function("sqrt", 0.0, 1e6, n::sqrt);
  print_function("exp", -740.0, 709.0, n::exp);
  print_function("log", 1e-9, 1e9, n::log);
  print_function("log1p", -0.999, 10.0, n::log1p);
  print_function("sin", -1e4, 1e4, n::sin);
  print_function("sin-far", 1e6, 1e15, n::sin);
  print_function("cos", -1e4, 1e4, n::cos);
  print_function("tan", -1e4, 1e4, n::tan);
  print_function("asin", -1.0, 1.0, n::asin);
  print_function("acos", -1.0, 1.0, n::acos);
  print_function("atan", -100.0, 100.0, n::atan);
  print_function("atan2", -3.14, 3.14, [](double a) { return n::atan2(a * a - 2.0, a); });
  print_function("pow", -30.0, 30.0, [](double y) { return n::pow(1.0 + y * y, y); });
  const n::Draws draws(2026, 7);
  print_function("uniform", 0.0, 20000.0, [&](double i) { return draws.uniform(static_cast<std::uint64_t>(i)); });
  print_function("normal", 0.0, 20000.0, [&](double i) { return draws.normal(static_cast<std::uint64_t>(i)); });
}

void print_results(const gs::Portfolio& portfolio) {
  const auto fleet = gs::build_fleet(portfolio);
  std::printf("fleet %s\n", fleet->digest.c_str());
  for (int m = 0; m < gs::kFactorMethodCount; ++m)
    for (int w = 0; w < gs::kGridPathwayCount; ++w)
      for (int year = gs::kFirstYear; year <= gs::kLastYear; year += 20) {
        const auto method = static_cast<gs::FactorMethod>(m);
        const auto pathway = static_cast<gs::GridPathway>(w);
        const gs::Results results = gs::simulate(portfolio, fleet, {method, year, pathway, {}});
        std::printf("%s %s %d %s %a\n", std::string(gs::id_of(method)).c_str(), std::string(gs::id_of(pathway)).c_str(),
                    year, results.digest.c_str(), results.operating.avoided.best.base());
      }
  for (const gs::Drawing drawing : {gs::Drawing{256, 1}, gs::Drawing{1000, 77}}) {
    const gs::Results results = gs::simulate(portfolio, {gs::FactorMethod::ifi_combined_margin, 2026, {}, drawing});
    std::printf("draws %d seed %d %s %a\n", drawing.draws, static_cast<int>(drawing.seed), results.digest.c_str(),
                results.operating.avoided.high.base());
  }
}

/// The lines of the railway, and the laboratory on some of them.
void print_railway(const gs::Portfolio& portfolio) {
  const auto runs = gs::build_rail_runs(portfolio);
  std::printf("railway runs %s\n", runs->digest.c_str());
  for (const int year : {2026, 2040}) std::printf("railway %d %s\n", year, gs::railway(portfolio, *runs, {{}, year, {}, {}}).digest.c_str());
  gs::LaboratoryRuns laboratory;
  for (const char* line : {"khorgos_almaty", "addis_djibouti", "mombasa_nairobi"})
    for (const double celsius : {-40.0, 10.0, 45.0}) {
      gs::Laboratory lab;
      lab.line = line;
      lab.celsius = celsius;
      lab.stops = celsius > 0.0 ? 2 : 0;
      lab.backwards = celsius > 20.0;
      std::printf("laboratory %s %g %s\n", line, celsius, laboratory.of(portfolio, {}, lab).digest.c_str());
    }
}

}  // namespace

int main(int argc, char** argv) {
  const gs::Loaded loaded = gs::load_portfolio(files_in({argc > 1 ? argv[1] : "data", "build/native/assets/data"}));
  if (loaded.portfolio.projects.empty()) return 1;
  std::printf("data %s problems %zu\n", loaded.portfolio.version.c_str(), loaded.problems.size());
  print_numerics();
  gs::print_lanes();
  gs::print_weather();
  gs::print_plants();
  gs::print_stores();
  gs::print_rail();
  gs::print_uncertainty();
  gs::print_forecast();
  gs::print_rail_power();
  print_results(loaded.portfolio);
  print_railway(loaded.portfolio);
  return gs::all_agree() ? 0 : 1;
}
