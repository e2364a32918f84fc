#include <fmt/format.h>

#include "sim/rail_trials.hpp"
#include "sim/yards.hpp"

/// Yard locomotives against the diesel that they replace. The hybrids are not plugged in: the reports do not say that
/// they were.
namespace gs {
namespace {

using namespace model::rail;

constexpr std::uint32_t kDraws = 64;
std::string words_of(const YardDutyRow& d) {
  return fmt::format("{:g} ({:g} to {:g}) h a day moving with the loads of the EPA switch cycle, the diesel's engine hot for the rest, "
                     "{:g} days at Almaty; interval: hours, load, idling and engines drawn", d.moving_h, d.moving_low_h, d.moving_high_h, d.days);
}

struct Yard {
  YardComparison year;
  std::string conditions;
};

std::optional<Yard> yard_of(const Portfolio& portfolio, std::string_view id) {
  const Locomotive* l = portfolio.locomotive(id);
  const TractionRow* row = l ? yard_row_of(portfolio, *l) : nullptr;
  if (!row || !row->engine_kw || !row->battery_kwh) return std::nullopt;
  const YardDutyRow* duty = usual_duty(portfolio, *row, false);
  const auto pair = yard_pair(portfolio, *row, false);
  if (!duty || !pair) return std::nullopt;
  const auto year = compare_yard(pair->diesel, pair->other, pair->duty, YardFactors{}, pair->doubt, kDraws, 1);
  if (!year) return std::nullopt;
  return Yard{*year, fmt::format("hybrid of {:.0f} kW and {:.0f} kWh, not plugged in, for a diesel of {:.0f} kW; ", *row->engine_kw,
                                 *row->battery_kwh, pair->diesel_kw) + words_of(*duty)};
}

void add(std::vector<RailCheck>& out, const RailFactor& row, const Yard& yard, std::string part, std::string unit,
         std::optional<double> published, double best, const Range<double>& range, double scale, std::string_view why) {
  RailCheck check = begun_check(row, std::move(part));
  check.unit = std::move(unit);
  check.published = published;
  check.simulated = best * scale;
  check.interval = range * scale;
  check.conditions = yard.conditions;
  check.why = why;
  out.push_back(std::move(check));
}

constexpr std::string_view kWorkUnknown = "what the locomotive did, and how the saving was measured, is not published";
constexpr std::string_view kMakersRange =
    "an end of a maker's range over yards of light and heavy duty; the run is of one duty, and the other end is the "
    "observed "
    "one";

}  // namespace

bool compare_yards(const Portfolio& portfolio, const RailFactor& row, std::vector<RailCheck>& out) {
  const bool hxn6 = row.id == "hxn6_saving" || row.id == "hxn6";
  if (!hxn6 && row.id != "ckd6h_baseline" && row.id != "ckd6h") return false;
  const auto yard = yard_of(portfolio, hxn6 ? "hxn6" : "ckd6h");
  if (!yard) return false;
  const YardComparison& y = yard->year;
  const double before = y.diesel.fuel_t, saved = before - y.other.fuel_t,
               burnt = y.diesel.tank_to_wheel_t - y.other.tank_to_wheel_t;
  if (row.id == "ckd6h_baseline") {
    add(out, row, *yard, "", row.unit, begun_check(row).published, before, y.diesel_fuel_t, 1.0, kWorkUnknown);
  } else if (row.id == "ckd6h") {
    add(out, row, *yard, "CO2", row.unit, begun_check(row).published, burnt, y.burnt_saved_t, 1.0, kWorkUnknown);
    add(out, row, *yard, "fuel", "% fuel saved", number_before(row.notes, " percent"), saved / before,
        y.fuel_saved_share, 100.0, kWorkUnknown);
  } else if (row.id == "hxn6_saving") {
    add(out, row, *yard, "", row.unit, begun_check(row).published, saved, y.fuel_saved_t, 1.0, kWorkUnknown);
    add(out, row, *yard, "share", "% fuel saved", number_before(row.conditions, "%"), saved / before,
        y.fuel_saved_share, 100.0, kWorkUnknown);
  } else {
    add(out, row, *yard, "least CO2", "t CO2/y", number_before(row.notes, " to "), burnt, y.burnt_saved_t, 1.0,
        kMakersRange);
    add(out, row, *yard, "most CO2", "t CO2/y", number_before(row.notes, " t CO2"), burnt, y.burnt_saved_t, 1.0,
        kMakersRange);
  }
  return true;
}

}  // namespace gs
