#include "model/ledger.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace gs;
using Catch::Matchers::WithinRel;

TEST_CASE("a year's saving is capacity x 8760 h x capacity factor x grid factor", "[model]") {
  const struct {
    const char* says;
    Power capacity;
    double factor;
    Intensity grid;
    Mass saved;
  } rows[] = {
      {"2 GW at full load for a year on 400 g/kWh", megawatts(2000), 1.0, g_per_kwh(400), tonnes(7'008'000)},
      {"no sun saves nothing", megawatts(2000), 0.0, g_per_kwh(400), tonnes(0)},
      {"a clean grid has nothing to save", megawatts(2000), 0.3, g_per_kwh(0), tonnes(0)},
      {"no plant saves nothing", megawatts(0), 0.3, g_per_kwh(400), tonnes(0)},
      {"a quarter of 1 MW", megawatts(1), 0.25, tonnes_per_mwh(1), tonnes(2190)},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    CHECK_THAT(model::avoided_co2(model::annual_energy(row.capacity, row.factor), row.grid).base(),
               WithinRel(row.saved.base(), 1e-15));
  }
}

TEST_CASE("twice the capacity, the hours or the grid factor save twice as much", "[model]") {
  const Mass once = model::avoided_co2(model::annual_energy(megawatts(150), 0.25), g_per_kwh(464));
  CHECK(model::avoided_co2(model::annual_energy(megawatts(300), 0.25), g_per_kwh(464)) == once * 2);
  CHECK(model::avoided_co2(model::annual_energy(megawatts(150), 0.5), g_per_kwh(464)) == once * 2);
  CHECK(model::avoided_co2(model::annual_energy(megawatts(150), 0.25), g_per_kwh(928)) == once * 2);
}

namespace {

Range<Energy> energy(double low, double best, double high) {
  return {megawatt_hours(low), megawatt_hours(best), megawatt_hours(high)};
}
Range<Intensity> grid(double low, double best, double high) {
  return {tonnes_per_mwh(low), tonnes_per_mwh(best), tonnes_per_mwh(high)};
}

}  // namespace

TEST_CASE("independent intervals combine in quadrature", "[model]") {
  const struct {
    const char* says;
    Range<Energy> energy;
    Range<Intensity> grid;
    double low, best, high;
  } rows[] = {
      {"3 % and 4 % make 5 %", energy(97, 100, 103), grid(0.96, 1, 1.04), 95, 100, 105},
      {"each side for itself", energy(97, 100, 106), grid(0.96, 1, 1.08), 95, 100, 110},
      {"an exact factor leaves the energy's interval", energy(80, 100, 130), grid(0.5, 0.5, 0.5), 40, 50, 65},
      {"nothing is saved less than nothing", energy(0, 100, 200), grid(0, 1, 2), 0, 100, 241.4213562373095},
      {"nothing known but that it may be something", energy(0, 0, 10), grid(0.4, 0.5, 0.6), 0, 0, 6},
      {"a factor of 0 saves 0 for certain", energy(80, 100, 120), grid(0, 0, 0), 0, 0, 0},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    const Range<Mass> saved = model::avoided_co2(row.energy, row.grid);
    CHECK_THAT(saved.low.base(), WithinRel(row.low, 1e-12));
    CHECK_THAT(saved.best.base(), WithinRel(row.best, 1e-12));
    CHECK_THAT(saved.high.base(), WithinRel(row.high, 1e-12));
  }
}

TEST_CASE("a combined interval is wider than each and narrower than both ends together", "[model]") {
  const Range<Energy> e = energy(70, 100, 125);
  const Range<Intensity> g = grid(0.4, 0.5, 0.65);
  const Range<Mass> saved = model::avoided_co2(e, g);
  CHECK(saved.low < e.low * g.best);
  CHECK(saved.low > e.low * g.low);
  CHECK(saved.high > e.best * g.high);
  CHECK(saved.high < e.high * g.high);
}

TEST_CASE("a spread lies evenly around its best estimate", "[model]") {
  const auto r = model::spread(tonnes(200), 0.1);
  CHECK_THAT(r.low.base(), WithinRel(180.0, 1e-15));
  CHECK(r.best == tonnes(200));
  CHECK_THAT(r.high.base(), WithinRel(220.0, 1e-15));
}
