#include <cmath>

#include "portfolio/references.hpp"

/// What the rows of sites.csv, stations.csv, river_regimes.csv and hydro_sites.csv say about each other.
namespace gs {
namespace {

constexpr std::string_view kMonths[] = {"m01", "m02", "m03", "m04", "m05", "m06",
                                        "m07", "m08", "m09", "m10", "m11", "m12"};
constexpr double kMonthDays[] = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// What a month of a variable can be, and whether the year is the sum of its months.
struct MonthRange {
  std::string_view variable;
  double low, high;
  bool sums;
};
constexpr MonthRange kRanges[] = {{"temp_c", -60, 60, false},        {"sunshine_h", 0, 744, true},
                             {"ghi_kwh_m2_day", 0, 12, false},  {"dni_kwh_m2_day", 0, 14, false},
                             {"dhi_kwh_m2_day", 0, 8, false},   {"wind_ms", 0, 30, false},
                             {"precip_days", 0, 31, true}};

MonthRange range_of(std::string_view variable) {
  for (const MonthRange& range : kRanges)
    if (range.variable == variable) return range;
  return {variable, 0, 0, false};
}

/// A figure without its interval or source would pass for a certain one.
struct Pair {
  std::string_view value, companion;
};
constexpr Pair kCompanions[] = {{"elevation_m", "elevation_source"},
                                {"est_elevation_m", "est_elevation_pm_m"},
                                {"ghi_annual_kwh_m2", "ghi_basis"},
                                {"ghi_annual_kwh_m2", "ghi_source"},
                                {"ghi_annual_kwh_m2", "ghi_uncertainty_pct"},
                                {"est_ghi_kwh_m2", "est_ghi_pct"},
                                {"ghi_blend_kwh_m2", "ghi_blend_pct"},
                                {"dni_annual_kwh_m2", "dni_source"},
                                {"dni_annual_kwh_m2", "dni_uncertainty_pct"},
                                {"est_dni_kwh_m2", "est_dni_pct"},
                                {"wind_mean_100m_ms", "wind_source"},
                                {"wind_mean_100m_ms", "wind_uncertainty_pct"},
                                {"est_wind_100m_ms", "est_wind_pct"},
                                {"weibull_k", "weibull_source"},
                                {"weibull_k", "weibull_pm"},
                                {"est_weibull_k", "est_weibull_pm"},
                                {"pv_mounting", "tech_source"},
                                {"rotor_m", "tech_source"},
                                {"hub_m", "tech_source"},
                                {"dc_ac_ratio", "tech_source"}};

std::string shown(double value) {
  std::string text = std::to_string(std::round(value * 1000.0) / 1000.0);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

bool References::has_station(const schema::Fields& f, std::string_view column,
                             std::initializer_list<std::string_view> variables) {
  const std::string_view id = f.text(column);
  if (id.empty()) return true;
  std::string wanted;
  for (const std::string_view variable : variables) {
    if (station_variables.contains(std::string(id) + "\n" + std::string(variable))) return true;
    wanted += (wanted.empty() ? "" : " or ") + std::string(variable);
  }
  return report(f, column, "expected an id of stations.csv with " + wanted + schema::found(id));
}

bool References::fits_site(const schema::Fields& f) {
  bool good = refers(f, "project_id", projects, "projects.csv");
  good &= has_station(f, "station_id", {"temp_c"});
  good &= has_station(f, "sunshine_station_id", {"sunshine_h", "ghi_kwh_m2_day"});
  good &= has_station(f, "ghi_station_id", {"ghi_kwh_m2_day"});
  good &= has_station(f, "wind_station_id", {"wind_ms"});
  for (const Pair& pair : kCompanions)
    if (!f.text(pair.value).empty() && f.text(pair.companion).empty())
      good = report(f, pair.companion, "expected a value beside " + std::string(pair.value) + ", found an empty cell");
  return good;
}

bool References::fits_station(const schema::Fields& f) {
  bool good = once(f, "variable", f.string("station_id") + "\n" + f.string("variable") + "\n" + f.string("period"));
  const std::string place = f.string("latitude") + " " + f.string("longitude");
  const auto [known, first] = station_places_.try_emplace(f.string("station_id"), place);
  if (!first && known->second != place)
    good = report(f, "latitude", "expected the place of the station's first row, " + known->second +
                                     schema::found(place));
  const MonthRange range = range_of(f.text("variable"));
  int filled = 0;
  double sum = 0.0, days = 0.0;
  for (std::size_t m = 0; m < std::size(kMonths); ++m) {
    const auto value = f.number(kMonths[m]);
    if (!value) continue;
    ++filled;
    sum += range.sums ? *value : *value * kMonthDays[m];
    days += kMonthDays[m];
    if (*value < range.low || *value > range.high)
      good = report(f, kMonths[m], "expected a number from " + shown(range.low) + " to " + shown(range.high) +
                                       schema::found(f.text(kMonths[m])));
  }
  const auto annual = f.number("annual");
  if (filled == 0 && !annual) good = report(f, "annual", "expected twelve months or a year, found neither");
  if (filled != 0 && filled != 12)
    good = report(f, "m01", "expected all twelve months or none, found " + std::to_string(filled));
  const double year = range.sums ? sum : sum / days;
  const double rounding = range.sums ? 0.6 : 0.1;
  if (good && filled == 12 && annual && std::fabs(year - *annual) > std::fmax(rounding, 0.02 * std::fabs(year)))
    good = report(f, "annual", "expected the " + std::string(range.sums ? "sum" : "mean") + " of the months, " +
                                   shown(year) + schema::found(f.text("annual")));
  return good;
}

bool References::fits_regime(const schema::Fields& f, const RiverRegime& regime) {
  double sum = 0.0;
  for (const double share : regime.shares) sum += share;
  bool good = std::fabs(sum - 1.0) < 2e-3;
  if (!good) report(f, "m01", "expected shares whose sum is 1, found " + shown(sum));
  for (const std::string& country : regime.countries)
    if (!regime_countries_.insert(country).second)
      good = report(f, "countries", "expected each country in one class, found \"" + country + "\" again");
  return good;
}

bool References::fits_hydro_site(const schema::Fields& f) {
  bool good = refers(f, "project_id", projects, "projects.csv");
  good &= refers(f, "regime", regimes, "river_regimes.csv");
  return good;
}

}  // namespace gs
