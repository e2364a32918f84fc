#include "model/rail/shunting.hpp"
#include "sim/rail_trials.hpp"

/// Yard locomotives against the diesel that they replace. The hybrids are not plugged in: the reports do not say that
/// they were.
namespace gs {
namespace {

using namespace model::rail;

constexpr std::uint32_t kDraws = 64;
constexpr std::string_view kDuty =
    "5 (4 to 6) h a day moving with the loads of the EPA switch cycle, the diesel's engine hot for the rest, 340 days "
    "at Almaty; interval: hours, load, "
    "idling and engines drawn";

struct Yard {
  YardComparison year;
  std::string locomotives;
};

std::optional<Yard> yard_of(bool hxn6) {
  const YardLocomotive diesel = hxn6 ? yard_diesel(1470.0) : yard_diesel();
  const YardLocomotive hybrid = hxn6 ? yard_hybrid(false, 1000.0, 1000.0) : yard_hybrid(false);
  YardDuty duty;
  duty.reference_w = rim_w(diesel);
  const auto year = compare_yard(diesel, hybrid, duty, YardFactors{}, YardDoubt{}, kDraws, 1);
  if (!year) return std::nullopt;
  return Yard{*year, hxn6 ? "hybrid of 1,000 kW and 1,000 kWh, not plugged in, for a diesel of 1,470 kW (estimates); "
                          : "hybrid of 540 kW and 900 kWh, not plugged in, for a diesel of 883 kW (TEM2 class); "};
}

void add(std::vector<RailCheck>& out, const RailFactor& row, const Yard& yard, std::string part, std::string unit,
         std::optional<double> published, double best, const Range<double>& range, double scale, std::string_view why) {
  RailCheck check = begun_check(row, std::move(part));
  check.unit = std::move(unit);
  check.published = published;
  check.simulated = best * scale;
  check.interval = range * scale;
  check.conditions = yard.locomotives + std::string(kDuty);
  check.why = why;
  out.push_back(std::move(check));
}

constexpr std::string_view kWorkUnknown = "what the locomotive did, and how the saving was measured, is not published";
constexpr std::string_view kMakersRange =
    "an end of a maker's range over yards of light and heavy duty; the run is of one duty, and the other end is the "
    "observed "
    "one";

}  // namespace

bool compare_yards(const RailFactor& row, std::vector<RailCheck>& out) {
  const bool hxn6 = row.id == "hxn6_saving" || row.id == "hxn6";
  if (!hxn6 && row.id != "ckd6h_baseline" && row.id != "ckd6h") return false;
  const auto yard = yard_of(hxn6);
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
