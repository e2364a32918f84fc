#include "export/run_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/simulate.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

bool wanted(const LabRun& run, std::string_view only) { return only.empty() || run.traction->id == only; }

std::string clock(double seconds) {
  const auto minutes = static_cast<long>(std::floor(seconds / 60.0 + 0.5));
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string range(const Range<double>& r, int decimals) {
  return fmt::format("{:.{}f} ({:.{}f} to {:.{}f})", r.best, decimals, r.low, decimals, r.high, decimals);
}

std::string figure(double value, int decimals = 0) { return value != 0.0 ? fmt::format("{:.{}f}", value, decimals) : "-"; }

/// Displayed width: CJK names take two columns, and are not used here; bytes of UTF-8 that go on are not counted.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

using Row = std::vector<std::string>;
std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - width(row[i]), ' ');
      line += (i == 0 ? row[i] + gap : "  " + gap + row[i]);
    }
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  return text;
}

/// "ruling grade 12 permille by class": what the profile rests on.
std::string about_line(const LabResults& lab) {
  const RailLine& line = lab.line;
  return fmt::format("{} ({}): {:.0f} km, {} mm, estimated profile with a ruling grade of {:g} permille ({}), {:.0f} km/h ({}){}\n",
                     lab.route->id, lab.route->name, line.line.length_m * 1e-3, line.line.gauge_mm, line.ruling_permille,
                     line.ruling_sourced ? "sourced" : "by class of line",
                     line.line.sections.empty() ? 0.0 : line.line.sections.front().limit_kmh, line.speed_sourced ? "sourced" : "by class of line",
                     lab.laboratory.backwards ? ", run backwards" : "");
}

std::string about_train(const LabResults& lab, const Scenario& scenario) {
  const model::rail::Run* run = nullptr;
  for (const LabRun& r : lab.runs)
    if (r.problems.empty()) run = &r.run;
  const double gross = run ? run->trailing_t : lab.train->gross_t(), net = run ? run->net_t : 0.0;
  std::string text = fmt::format("{} ({}): {:.0f} t gross, {:.0f} t net; {:g} C, stops: {}; grids by {}, {}, {}\n", lab.train->id, lab.train->name,
                                 gross, net, lab.laboratory.celsius, lab.line.line.stops.size(), id_of(scenario.method), scenario.year,
                                 id_of(scenario.pathway));
  for (const RailLine::Share& share : lab.line.countries) text += (&share == lab.line.countries.data() ? "countries: " : ", ") +
                                                                    fmt::format("{} {:.0f} km", share.country, share.metres * 1e-3);
  if (!lab.line.countries.empty()) text += lab.line.countries_known ? "\n" : " (in equal parts: the borders' places are not known)\n";
  return text;
}

Json ledger(const model::rail::Ledger& l) {
  constexpr double k = 1.0 / 3.6e9;  // J in a MWh
  const model::rail::Flows& f = l.flows;
  return {{"rolling_mwh", l.rolling * k},       {"curves_mwh", l.curves * k},
          {"air_mwh", l.air * k},               {"grade_mwh", l.grade * k},
          {"climbing_mwh", l.climbing * k},     {"descending_mwh", l.descending * k},
          {"friction_brakes_mwh", l.friction_brakes * k}, {"electric_braking_mwh", l.electric_braking * k},
          {"traction_mwh", l.traction * k},     {"fuel_mwh", f.fuel * k},
          {"idle_fuel_mwh", f.idle_fuel * k},   {"wire_mwh", f.wire * k},
          {"returned_mwh", f.returned * k},     {"battery_out_mwh", f.battery_out * k},
          {"battery_in_mwh", f.battery_in * k}, {"stored_change_mwh", f.stored_change * k},
          {"regenerated_mwh", f.regenerated * k}, {"rheostat_mwh", f.rheostat * k},
          {"auxiliary_mwh", f.auxiliary * k},   {"heating_mwh", f.heating * k},
          {"hotel_mwh", f.hotel * k},           {"engine_loss_mwh", f.engine_loss * k},
          {"generator_loss_mwh", f.generator_loss * k}, {"drive_loss_mwh", f.drive_loss * k},
          {"battery_loss_mwh", f.battery_loss * k}, {"network_loss_mwh", f.network_loss * k},
          {"motion_imbalance_mwh", l.motion_imbalance() * k}, {"powertrain_imbalance_mwh", f.imbalance() * k}};
}

Json range_json(const Range<double>& r) { return {{"p10", r.low}, {"best", r.best}, {"p90", r.high}}; }

Json run_of(const LabRun& run, const Range<double>& saved) {
  Json j = {{"id", run.traction->id},
            {"traction", id_of(run.traction->traction)},
            {"estimated", run.traction->estimated},
            {"wire_is_what_if", run.wire_is_what_if}};
  if (!run.problems.empty()) {
    for (const Error& e : run.problems) j["problems"].push_back(e.text());
    return j;
  }
  j["arrived"] = run.run.arrived;
  if (!run.run.arrived) j["stalled_at_m"] = run.run.stalled_at_m;
  j["time_s"] = run.run.time_s;
  j["steps"] = run.run.steps;
  j["fuel_l"] = run.fuel_litres;
  j["hydrogen_kg"] = run.hydrogen_mass_kg;
  j["wire_mwh"] = run.use.wire_mwh;
  j["charger_mwh"] = run.use.charger_mwh;
  j["energy_mwh"] = range_json(run.energy_mwh);
  j["co2_kg"] = {{"tank_to_wheel", run.emissions.tank_to_wheel_kg}, {"well_to_tank", run.emissions.well_to_tank_kg},
                 {"electricity", run.emissions.electricity_kg},     {"hydrogen", run.emissions.hydrogen_kg},
                 {"total", run.emissions.total_kg()},               {"lifecycle_apart", run.emissions.lifecycle_kg}};
  if (run.co2_known) j["co2_kg_per_1000_tkm"] = range_json(run.co2_per_1000_tkm);
  if (run.co2_known) j["saved_against_diesel"] = range_json(saved);
  j["ledger"] = ledger(run.run.ledger);
  return j;
}

}  // namespace

std::string run_table(const Portfolio&, const LabResults& lab, const Scenario& scenario, std::string_view only) {
  std::vector<Row> rows{{"traction", "h:mm", "diesel l", "H2 kg", "kWh", "kWh/1000 tkm", "CO2 kg", "of it well-to-tank",
                         "kg CO2/1000 tkm", "saved against diesel"}};
  std::string notes;
  for (std::size_t i = 0; i < lab.runs.size(); ++i) {
    const LabRun& run = lab.runs[i];
    if (!wanted(run, only)) continue;
    const std::string name = fmt::format("{} {}{}", id_of(run.traction->traction), run.traction->id, run.wire_is_what_if ? " *" : "");
    if (run.wire_is_what_if) notes += "* as if the whole line had a wire\n";
    if (!run.problems.empty() || !run.run.arrived) {
      rows.push_back({name, run.problems.empty() ? fmt::format("stalls at km {:.1f}", run.run.stalled_at_m * 1e-3)
                                                 : "cannot run: " + run.problems.front().text(),
                      "", "", "", "", "", "", "", ""});
      continue;
    }
    if (run.emissions.lifecycle_kg > 0.0)
      notes += fmt::format("hydrogen of wind: {:.0f} kg CO2e of the turbines and electrolysers behind it are not counted\n", run.emissions.lifecycle_kg);
    const double tonnes = run.run.net_t > 0.0 ? run.run.net_t : run.run.trailing_t;
    const double thousand_tkm = tonnes * run.run.length_m * 1e-6;
    const Range<double>& saved = lab.saved_against_diesel[i];
    const bool compared = run.co2_known && run.traction->traction != TractionKind::diesel && saved != Range<double>{};
    rows.push_back({name, clock(run.run.time_s), figure(run.fuel_litres), figure(run.hydrogen_mass_kg), figure(run.electricity_mwh * 1e3),
                    range({run.energy_mwh.low * 1e3 / thousand_tkm, run.energy_mwh.best * 1e3 / thousand_tkm,
                           run.energy_mwh.high * 1e3 / thousand_tkm}, 1),
                    run.co2_known ? figure(run.emissions.total_kg()) : "no factor", figure(run.emissions.well_to_tank_kg),
                    run.co2_known ? range(run.co2_per_1000_tkm, 2) : "no factor",
                    compared ? fmt::format("{:.0f} % ({:.0f} to {:.0f})", saved.best * 100.0, saved.low * 100.0, saved.high * 100.0) : ""});
  }
  return about_line(lab) + about_train(lab, scenario) + "\n" + aligned(rows) + notes +
         "kWh at the tank (lower heating value) or the meter; tkm of net tonnes; in brackets P10 and P90; digest " + lab.digest + "\n";
}

std::string run_json(const Portfolio& portfolio, const LabResults& lab, const Scenario& scenario, std::string_view only) {
  Json j = {{"line", lab.route->id},
            {"train", lab.train->id},
            {"backwards", lab.laboratory.backwards},
            {"length_km", lab.line.line.length_m * 1e-3},
            {"profile", "estimated"},
            {"ruling_permille", lab.line.ruling_permille},
            {"ruling_sourced", lab.line.ruling_sourced},
            {"celsius", lab.laboratory.celsius},
            {"stops", lab.line.line.stops.size()},
            {"method", id_of(scenario.method)},
            {"pathway", id_of(scenario.pathway)},
            {"year", scenario.year},
            {"data", portfolio.version},
            {"digest", lab.digest},
            {"runs", Json::array()}};
  for (std::size_t i = 0; i < lab.runs.size(); ++i)
    if (wanted(lab.runs[i], only)) j["runs"].push_back(run_of(lab.runs[i], lab.saved_against_diesel[i]));
  return j.dump(1) + "\n";
}

std::string run_profile_csv(const LabResults& lab, std::string_view only) {
  std::string text = "traction,at_m,height_m,grade_permille,limit_kmh,speed_kmh,time_s,wheel_kw,source_kw,charge\r\n";
  for (const LabRun& run : lab.runs) {
    if (!wanted(run, only)) continue;
    const model::rail::Trace& t = run.run.trace;
    for (std::size_t i = 0; i < t.size(); ++i) {
      const std::size_t before = i > 0 ? i - 1 : i, after = i + 1 < t.size() ? i + 1 : i;
      const double run_m = t.at_m[after] - t.at_m[before];
      const double grade = run_m > 0.0 ? (t.height_m[after] - t.height_m[before]) / run_m * 1e3 : 0.0;
      text += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", run.traction->id, t.at_m[i], t.height_m[i], grade, t.limit_ms[i] * 3.6,
                          t.speed_ms[i] * 3.6, t.time_s[i], t.wheel_w[i] * 1e-3, t.source_w[i] * 1e-3,
                          std::isnan(t.charge[i]) ? std::string() : fmt::format("{}", t.charge[i]));
    }
  }
  return text;
}

}  // namespace gs
