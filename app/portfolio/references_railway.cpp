#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/rail/resistance.hpp"
#include "portfolio/load_railway.hpp"
#include "portfolio/references.hpp"

/// What the rows of lines.csv, trains.csv, tractions.csv, deliveries.csv and shunting.csv say about other rows and themselves.
namespace gs {
namespace {

/// A traction without its source could not move: what must be filled, and what goes with it.
struct Needs {
  std::string_view traction, column;
};
constexpr Needs kNeeds[] = {{"diesel", "engine_kw"},     {"diesel", "engine_map"},      {"hybrid", "engine_kw"},
                            {"hybrid", "engine_map"},    {"hybrid", "battery_kwh"},     {"battery", "battery_kwh"},
                            {"hydrogen", "fuel_cell_kw"}, {"hydrogen", "battery_kwh"},  {"catenary", "wire_kw"},
                            {"dual", "wire_kw"}};
/// The heaviest railways have 40 t.
constexpr double kMostAxleLoad = 40.0;
constexpr std::string_view kBatteryPowers[] = {"battery_out_kw", "battery_in_kw"};

}  // namespace

bool References::fits_line(const schema::Fields& f) {
  bool good = refers(f, "route_id", routes, "routes.csv");
  good &= in_order(f, "traffic_low", "traffic_mt", "traffic_high");
  const std::string_view wires = f.text("electrified_sections");
  if (wires != "all" && !chainage_spans(wires))
    good = report(f, "electrified_sections",
                  "expected \"all\", nothing, or rising spans of km as in \"0-130;300-420\"" + schema::found(wires));
  const auto sourced_without = [&](std::string_view basis, std::string_view value) {
    if (f.text(basis) == "sourced" && f.text(value).empty())
      good = report(f, value, "expected a value where " + std::string(basis) + " is sourced, found an empty cell");
  };
  sourced_without("grade_basis", "ruling_grade_permille");
  sourced_without("speed_basis", "freight_speed_kmh");
  sourced_without("train_basis", "train_gross_t");
  if (!f.text("traffic_mt").empty() && f.text("traffic_year").empty())
    good = report(f, "traffic_year", "expected a value beside traffic_mt, found an empty cell");
  return good;
}

bool References::fits_line_country(const schema::Fields& f) {
  bool good = refers(f, "route_id", routes, "routes.csv");
  good &= refers(f, "country", countries, "countries.csv");
  const double from = f.number("from_km").value_or(0.0), to = f.number("to_km").value_or(0.0);
  if (to <= from) good = report(f, "to_km", "expected more than from_km" + schema::found(f.text("to_km")));
  const auto [last, first] = last_border_.try_emplace(f.string("route_id"), 0.0);
  if (from != last->second)
    good = report(f, "from_km", std::string("expected ") + (first ? "0, the line's start" : "the to_km of the row before") +
                                    schema::found(f.text("from_km")));
  last->second = to;
  return good;
}

bool References::fits_train(const schema::Fields& f) {
  bool good = true;
  if (!model::rail::law(f.text("law"))) {
    std::vector<std::string_view> laws;
    for (int i = 0; i < model::rail::kLawCount; ++i) laws.push_back(id_of(static_cast<model::rail::Law>(i)));
    good = report(f, "law", "expected a rule of resistance" + schema::found(f.text("law"), laws));
  }
  const auto tare = f.number("tare_t"), load = f.number("load_t"), axles = f.number("axles");
  if (!tare || !load || !axles || (*tare + *load) / *axles <= kMostAxleLoad) return good;
  return report(f, "load_t", "expected at most 40 t on an axle" + schema::found(f.text("load_t")));
}

bool References::fits_traction(const schema::Fields& f) {
  bool good = refers(f, "locomotive_id", locomotives, "locomotives.csv");
  for (const Needs& need : kNeeds)
    if (f.text("traction") == need.traction && f.text(need.column).empty())
      good = report(f, need.column,
                    "expected a value for the traction " + std::string(need.traction) + ", found an empty cell");
  for (const std::string_view column : kBatteryPowers)
    if (!f.text("battery_kwh").empty() && f.text(column).empty())
      good = report(f, column, "expected a value beside battery_kwh, found an empty cell");
  if (f.text("regen") == "battery" && f.text("battery_kwh").empty())
    good = report(f, "regen", "expected a battery that takes the braking energy" + schema::found("battery"));
  return names_columns(f, schema::tractions()) && good;
}

bool References::fits_delivery(const schema::Fields& f) {
  return refers(f, "locomotive_id", locomotives, "locomotives.csv");
}

bool References::fits_duty(const schema::Fields& f) {
  bool good = in_order(f, "moving_h_low", "moving_h", "moving_h_high");
  good &= names_columns(f, schema::shunting());
  good &= refers(f, "baseline_traction", tractions, "tractions.csv");
  double hours = 0.0;
  for (const std::string_view column : {"moving_h", "idle_hot_h", "plugged_h", "parked_h"}) hours += f.number(column).value_or(0.0);
  if (std::fabs(hours - 24.0) > 0.01)
    good = report(f, "idle_hot_h", fmt::format("expected hours moving, idling, plugged and parked that add up to 24, found {:.6g}", hours));
  const auto spectrum = load_spectrum(f.text("load_spectrum"));
  if (!spectrum)
    return report(f, "load_spectrum", "expected shares of the time at rising shares of the power that add up to 1, as in "
                                      "\"0.6@0.1;0.4@0.5\"" + schema::found(f.text("load_spectrum")));
  double mean = 0.0;
  for (const auto& [time, load] : *spectrum) mean += time * load;
  if (std::fabs(mean - f.number("mean_load").value_or(0.0)) > 0.001)
    good = report(f, "mean_load", fmt::format("expected the spectrum's own mean, {:.3f}", mean) + schema::found(f.text("mean_load")));
  return good;
}

bool References::names_columns(const schema::Fields& f, const schema::File& file) {
  bool good = true;
  for (const std::string& column : f.list("estimated"))
    if (std::none_of(file.columns.begin(), file.columns.end(), [&](const schema::Column& c) { return c.name == column; }))
      good = report(f, "estimated", "expected names of columns" + schema::found(column));
  return good;
}

}  // namespace gs
