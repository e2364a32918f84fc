#include "model/hydro.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <fstream>
#include <sstream>

#include "model/numerics.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Nepal's foothills: four months of monsoon.
constexpr MonthShares kMonsoon = {0.02, 0.02, 0.02, 0.03, 0.06, 0.19, 0.20, 0.20, 0.18, 0.05, 0.02, 0.01};
constexpr Range<Ratio> kFactor = {ratio(0.4), ratio(0.5), ratio(0.6)};

double sum(const std::array<Energy, 12>& months) {
  double total = 0.0;
  for (const Energy e : months) total += e.base();
  return total;
}

std::array<Energy, 12> months_of(Power capacity, Energy year, const MonthShares& share) {
  const auto months = hydro_months(capacity, year, share);
  REQUIRE(months);
  return *months;
}

}  // namespace

TEST_CASE("a reported year comes before a capacity factor", "[hydro]") {
  const auto reported = hydro_energy(megawatts(720), gigawatt_hours(3206), kFactor);
  REQUIRE(reported);
  CHECK(reported->basis == HydroBasis::reported);
  CHECK(reported->year.best == gigawatt_hours(3206));
  CHECK_THAT(reported->year.low.base(), WithinRel(0.85 * 3206e3, 1e-12));
  const auto factor = hydro_energy(megawatts(720), {}, kFactor);
  REQUIRE(factor);
  CHECK(factor->basis == HydroBasis::capacity_factor);
  CHECK_THAT(factor->year.best.base(), WithinRel(720 * 8760 * 0.5, 1e-12));
  // A figure near full load all year cannot be exceeded by 15 percent.
  const auto full = hydro_energy(megawatts(100), gigawatt_hours(800), kFactor);
  REQUIRE(full);
  CHECK(full->year.high == megawatt_hours(100 * 8760));
}

TEST_CASE("what no plant can be is an error that says so", "[hydro]") {
  CHECK_FALSE(hydro_energy(megawatts(0), gigawatt_hours(1), kFactor));
  CHECK_FALSE(hydro_energy(megawatts(100), gigawatt_hours(900), kFactor));  // more than 8760 h
  CHECK_FALSE(hydro_energy(megawatts(100), gigawatt_hours(-1), kFactor));
  CHECK_FALSE(hydro_energy(megawatts(100), {}, {ratio(0.5), ratio(0.4), ratio(0.6)}));
  CHECK_FALSE(hydro_energy(megawatts(100), {}, {ratio(0.5), ratio(0.6), ratio(1.1)}));
  CHECK_FALSE(regulated({1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ratio(0)));
  CHECK_FALSE(regulated({1.5, -0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, ratio(0)));
  CHECK_FALSE(regulated(kMonsoon, ratio(1.5)));
  CHECK_FALSE(hydro_months(megawatts(1), megawatt_hours(8761), kMonsoon));
  std::array<Energy, 12> months{};
  CHECK_FALSE(hydro_hours(megawatts(1), months, {0, 0, ratio(0)}));
  CHECK_FALSE(hydro_hours(megawatts(1), months, {24, 5, ratio(0)}));
  CHECK_FALSE(hydro_hours(megawatts(1), months, {0, 5, ratio(2)}));
  months[3] = megawatt_hours(721);
  CHECK_FALSE(hydro_hours(megawatts(1), months, {0, 5, ratio(0)}));
}

TEST_CASE("months add up to the year and none is above the turbines", "[hydro]") {
  for (const double factor : {0.0, 0.1, 0.3, 0.5, 0.8, 0.95, 1.0}) {
    INFO("capacity factor " << factor);
    const Energy year = megawatt_hours(500 * 8760 * factor);
    const auto months = months_of(megawatts(500), year, kMonsoon);
    CHECK_THAT(sum(months), WithinRel(year.base(), 1e-12));
    for (int m = 0; m < 12; ++m) CHECK(months[m].base() <= 500.0 * 24 * kDaysOfMonth[m] * (1 + 1e-12));
  }
}

TEST_CASE("with room in every month the shares are kept; a full month gives to the others", "[hydro]") {
  const auto roomy = months_of(megawatts(1000), gigawatt_hours(1000), kMonsoon);
  for (int m = 0; m < 12; ++m) CHECK_THAT(roomy[m].base(), WithinRel(1e6 * kMonsoon[m], 1e-12));
  const auto tight = months_of(megawatts(1000), gigawatt_hours(6000), kMonsoon);
  CHECK_THAT(tight[6].base(), WithinRel(744e3, 1e-12));  // July is full
  CHECK_THAT(tight[0].base() / tight[3].base(),
             WithinRel(kMonsoon[0] / kMonsoon[3], 1e-9));  // the others keep their ratio
  CHECK(tight[0].base() > 6e6 * kMonsoon[0]);
}

TEST_CASE("all the water in one month still runs the whole year's energy", "[hydro]") {
  MonthShares july{};
  july[6] = 1.0;
  const auto months = months_of(megawatts(10), megawatt_hours(10 * 8760 * 0.4), july);
  CHECK_THAT(sum(months), WithinRel(10 * 8760 * 0.4, 1e-12));
  CHECK_THAT(months[6].base(), WithinRel(7440.0, 1e-12));
  CHECK_THAT(months[0].base() / months[1].base(), WithinRel(31.0 / 28.0, 1e-12));
}

TEST_CASE("regulation moves a river towards the same power in all months", "[hydro]") {
  const auto river = regulated(kMonsoon, ratio(0)), half = regulated(kMonsoon, ratio(0.5)),
             lake = regulated(kMonsoon, ratio(1));
  REQUIRE((river && half && lake));
  double total = 0.0;
  for (int m = 0; m < 12; ++m) {
    CHECK_THAT((*river)[m], WithinRel(kMonsoon[m], 1e-12));
    CHECK_THAT((*half)[m], WithinRel(0.5 * (kMonsoon[m] + kDaysOfMonth[m] / 365.0), 1e-12));
    CHECK_THAT((*lake)[m], WithinRel(kDaysOfMonth[m] / 365.0, 1e-12));
    total += (*half)[m];
  }
  CHECK_THAT(total, WithinRel(1.0, 1e-12));
}

TEST_CASE("a month's interval is wider than the year's and narrows with regulation", "[hydro]") {
  const Range<Energy> year = {gigawatt_hours(850), gigawatt_hours(1000), gigawatt_hours(1150)};
  const auto months = months_of(megawatts(1000), year.best, kMonsoon);
  const auto wild = hydro_month_intervals(megawatts(1000), year, months, ratio(0.4), ratio(0));
  const auto tame = hydro_month_intervals(megawatts(1000), year, months, ratio(0.4), ratio(1));
  for (int m = 0; m < 12; ++m) {
    CHECK_THAT(wild[m].low / months[m], WithinAbs(1 - 0.42720018726587655, 1e-9));  // 15 % and 40 % in quadrature
    CHECK_THAT(tame[m].low / months[m], WithinAbs(0.85, 1e-9));
    CHECK(wild[m].contains(tame[m].low));
    CHECK(wild[m].high.base() <= 1000.0 * 24 * kDaysOfMonth[m]);
  }
}

TEST_CASE("a year of hours holds exactly the year's energy, flat or with a peak", "[hydro]") {
  for (const double factor : {0.05, 0.45, 0.9, 1.0})
    for (const double share : {0.0, 0.3, 1.0}) {
      INFO("factor " << factor << ", peak " << share);
      const Energy year = megawatt_hours(720 * 8760 * factor);
      const auto months = months_of(megawatts(720), year, kMonsoon);
      const auto hours = hydro_hours(megawatts(720), months, evening_peak(73.6, ratio(share)));
      REQUIRE(hours);
      REQUIRE(hours->size() == kHours);
      CHECK_THAT(numerics::sum(*hours), WithinRel(year.base(), 1e-12));
      CHECK(*std::max_element(hours->begin(), hours->end()) <= 720.0);
      CHECK(*std::min_element(hours->begin(), hours->end()) >= 0.0);
    }
}

TEST_CASE("a pond serves the evening as far as the turbines go", "[hydro]") {
  std::array<Energy, 12> months;
  for (int m = 0; m < 12; ++m) months[m] = megawatt_hours(40.0 * 24 * kDaysOfMonth[m]);
  const auto flat = hydro_hours(megawatts(100), months, {12, 5, ratio(0)});
  const auto peak = hydro_hours(megawatts(100), months, {22, 5, ratio(0.2)});
  const auto most = hydro_hours(megawatts(100), months, {22, 5, ratio(1)});
  REQUIRE((flat && peak && most));
  CHECK((*flat)[0] == (*flat)[13]);
  // 0.2 x 40 MW x 19 h = 152 MWh into 5 h; the window passes midnight.
  for (const int h : {22, 23, 24, 25, 26}) CHECK_THAT((*peak)[h], WithinRel(40 + 152 / 5.0, 1e-12));
  for (const int h : {21, 27, 36}) CHECK_THAT((*peak)[h], WithinRel(40 - 152 / 19.0, 1e-12));
  CHECK_THAT((*most)[22], WithinRel(100.0, 1e-12));
}

TEST_CASE("the evening is 17 to 22 o'clock of the sun", "[hydro]") {
  const struct {
    double longitude;
    int first;
  } rows[] = {{0, 17}, {75, 12}, {105, 10}, {-75, 22}, {-120, 1}, {180, 5}, {-180, 5}};
  for (const auto& row : rows) {
    INFO(row.longitude);
    CHECK(evening_peak(row.longitude, ratio(0)).first_hour == row.first);
  }
}

TEST_CASE("twice the plant gives twice the hours", "[hydro]") {
  const auto once =
      hydro_hours(megawatts(100), months_of(megawatts(100), gigawatt_hours(500), kMonsoon), {10, 5, ratio(0.3)});
  const auto twice =
      hydro_hours(megawatts(200), months_of(megawatts(200), gigawatt_hours(1000), kMonsoon), {10, 5, ratio(0.3)});
  REQUIRE((once && twice));
  for (int h = 0; h < kHours; ++h) REQUIRE_THAT((*twice)[h], WithinRel(2 * (*once)[h], 1e-12));
}

TEST_CASE("every row of the river regimes is a year", "[hydro][data]") {
  std::ifstream file("data/river_regimes.csv");
  REQUIRE(file.good());
  std::string line;
  std::getline(file, line);
  int rows = 0;
  while (std::getline(file, line)) {
    // No quotes before the numbers but in the name: count the cells from after the countries.
    std::vector<std::string> cells;
    bool quoted = false;
    std::string cell;
    for (const char c : line + ",") {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.push_back(cell), cell.clear();
      else
        cell += c;
    }
    INFO(cells[0]);
    REQUIRE(cells.size() == 20);
    MonthShares share;
    for (int m = 0; m < 12; ++m) std::istringstream(cells[3 + m]) >> share[m];
    CHECK(regulated(share, ratio(0)));
    double total = 0.0;
    for (const double s : share) total += s;
    CHECK_THAT(total, WithinAbs(1.0, 1e-9));
    ++rows;
  }
  CHECK(rows >= 40);
}
