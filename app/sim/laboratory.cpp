#include <algorithm>
#include <cmath>

#include "model/digest.hpp"
#include "sim/assumptions.hpp"
#include "sim/railway.hpp"

/// The train laboratory: one line, one train, several tractions side by side.
namespace gs {
namespace {

constexpr double kStepM = 10.0, kPreviewStepM = 100.0, kRecordM = 100.0;
/// Longer lines have longer steps and a trace as coarse: 10 m up to 600 km; while a slider is held, any line costs the same.
constexpr double kMostSteps = 60000.0, kMostPreviewSteps = 800.0, kMostRecords = 6000.0;
constexpr double kJoulesPerMwh = 3.6e9;
constexpr double kStandardKelvin = 288.15, kZeroCelsius = 273.15;  ///< air of 1.225 kg/m3 has 15 C

/// Everything that a laboratory's results follow from, as one text. Which of the tractions is brought forward is no part of
/// it, only which they are.
std::string key_of(const Portfolio& portfolio, const Scenario& s, const Laboratory& l, bool preview) {
  Digest digest;
  for (const std::string* text : {&portfolio.version, &l.line, &l.train}) digest.add(std::string_view(*text));
  if (const Route* route = portfolio.route(l.line))
    for (const TractionRow* row : lab_tractions(portfolio, *route, l)) digest.add(std::string_view(row->id));
  for (const double value : {l.trailing_t, l.battery_scale, l.celsius}) digest.add(value);
  for (const int value : {static_cast<int>(s.method), s.year, static_cast<int>(s.pathway), l.backwards ? 1 : 0, l.stops,
                          static_cast<int>(l.hydrogen), preview ? 1 : 0})
    digest.add(static_cast<std::int64_t>(value));
  return digest.hex();
}

/// Evenly, each at the nearest place within a third of the distance between two of them.
std::vector<model::rail::Stop> stops_of(const RailLine& line, int count) {
  std::vector<model::rail::Stop> stops;
  const double apart = line.line.length_m / (count + 1);
  for (int i = 1; i <= count; ++i) {
    const double wish = apart * i;
    model::rail::Stop stop{wish, kStopDwell, {}};
    double least = apart / 3.0;
    for (const RailLine::Place& place : line.places)
      if (std::fabs(place.at_m - wish) < least) {
        least = std::fabs(place.at_m - wish);
        stop.at_m = place.at_m;
        stop.name = place.name;
      }
    if (stops.empty() || stop.at_m > stops.back().at_m + 1.0) stops.push_back(std::move(stop));
  }
  return stops;
}

double share_with_wire(const model::rail::Line& line) {
  double wired = 0.0;
  for (std::size_t i = 0; i < line.sections.size(); ++i)
    if (line.sections[i].wire)
      wired += (i + 1 < line.sections.size() ? line.sections[i + 1].start_m : line.length_m) - line.sections[i].start_m;
  return wired / line.length_m;
}

}  // namespace

std::vector<const TractionRow*> lab_tractions(const Portfolio& portfolio, const Route& route, const Laboratory& lab) {
  const std::vector<const TractionRow*> all = tractions_for(portfolio, route);
  std::vector<const TractionRow*> chosen;
  const TractionRow* wanted = nullptr;
  for (const TractionRow* row : all)
    if (!wanted && (row->id == lab.traction || id_of(row->traction) == lab.traction)) wanted = row;
  const auto of_kind = [&](TractionKind kind) {
    return std::find_if(chosen.begin(), chosen.end(), [kind](const TractionRow* row) { return row->traction == kind; });
  };
  for (const TractionRow* row : all)
    if (row->traction != TractionKind::dual && of_kind(row->traction) == chosen.end()) chosen.push_back(row);
  if (!wanted) return chosen;
  const auto at = of_kind(wanted->traction);
  if (at == chosen.end()) chosen.push_back(wanted);
  else *at = wanted;
  return chosen;
}

const LabResults& LaboratoryRuns::of(const Portfolio& portfolio, const Scenario& scenario, const Laboratory& lab, bool preview) {
  std::string key = key_of(portfolio, scenario, lab, preview);
  if (key == key_) {
    results_.laboratory.traction = lab.traction;
    return results_;
  }
  const Route* route = portfolio.route(lab.line);
  const TrainRow* train = !route ? nullptr : lab.train.empty() ? usual_train(portfolio, *route) : portfolio.train(lab.train);
  std::optional<RailLine> line = train ? rail_line(portfolio, *route, lab.backwards, train->kind) : std::nullopt;
  if (!line) {
    results_ = {};
    results_.laboratory = lab;
    results_.route = route;
    results_.train = train;
  } else {
    of(portfolio, scenario, lab, *route, *train, std::move(*line), preview);
  }
  key_ = std::move(key);
  return results_;
}

const LabResults& LaboratoryRuns::of(const Portfolio& portfolio, const Scenario& scenario, const Laboratory& lab, const Route& route,
                                     const TrainRow& train, RailLine line, bool preview) {
  key_.clear();
  results_.laboratory = lab;
  results_.route = &route;
  results_.train = &train;
  results_.preview = preview;
  results_.line = std::move(line);
  results_.line.line.air_density *= kStandardKelvin / (kZeroCelsius + lab.celsius);
  results_.line.line.stops = stops_of(results_.line, std::clamp(lab.stops, 0, kMostStops));
  std::vector<std::pair<std::string, double>> shares;
  for (const RailLine::Share& share : results_.line.countries) shares.emplace_back(share.country, share.metres);
  const LineFactors factors = line_factors(portfolio, scenario, shares, lab.hydrogen);
  const std::vector<const TractionRow*> rows = lab_tractions(portfolio, route, lab);
  const double wired = share_with_wire(results_.line.line);
  results_.runs.resize(rows.size());
  drawn_.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) run_one(*rows[i], wired, factors, preview, results_.runs[i]);
  compare();
  close();
  return results_;
}

void LaboratoryRuns::run_one(const TractionRow& row, double wired, const LineFactors& factors, bool preview, LabRun& out) {
  const Laboratory& lab = results_.laboratory;
  const model::rail::Train train = rail_train(*results_.train, row, lab.trailing_t);
  const model::rail::Powertrain power = powertrain_of(row, *results_.train, train, lab.battery_scale);
  const double length_m = results_.line.line.length_m;
  const double step_m = preview ? std::max(kPreviewStepM, length_m / kMostPreviewSteps) : std::max(kStepM, length_m / kMostSteps);
  const model::rail::Driving driving{kRunningSupplement, step_m, std::max({kRecordM, step_m, length_m / kMostRecords})};
  const model::rail::Weather weather{lab.celsius};
  out.traction = &row;
  out.wire_is_what_if = row.traction == TractionKind::catenary && wired < 1.0;
  if (out.wire_is_what_if) {
    wired_ = results_.line.line;
    for (model::rail::Section& s : wired_.sections) s.wire = true;
  }
  out.problems = model::rail::run_into(out.wire_is_what_if ? wired_ : results_.line.line, train, power, weather, driving, space_, out.run);
  if (!out.problems.empty()) out.run = {};
  const model::rail::RunEnergy energy = out.problems.empty() ? energy_of(out.run, power) : model::rail::RunEnergy{};
  out.use = use_of(energy);
  interval_of(out, power, energy, factors);
  out.emissions = emissions_of(out.use, factors);
  out.fuel_litres = out.use.fuel_l;
  out.hydrogen_mass_kg = out.use.hydrogen_kg;
  out.electricity_mwh = out.use.electricity_mwh();
}

void LaboratoryRuns::interval_of(LabRun& out, const model::rail::Powertrain& power, const model::rail::RunEnergy& energy,
                                 const LineFactors& factors) {
  model::rail::RunInterval interval;
  out.co2_per_1000_tkm = out.energy_mwh = {};
  out.drivers.clear();
  const bool from_grid =
      energy.wire + energy.charger != 0.0 || (energy.hydrogen > 0.0 && results_.laboratory.hydrogen == HydrogenSource::from_grid);
  const double tonnes = out.run.net_t > 0.0 ? out.run.net_t : out.run.trailing_t;
  out.co2_known = out.problems.empty() && out.run.arrived && (!from_grid || factors.grid_known);
  if (out.problems.empty() && out.run.arrived && tonnes > 0.0) {
    interval = intervals_.of(out.run, power, energy, factors.by_joule(), results_.line.grade_uncertainty, out.traction->id);
    out.energy_mwh = interval.energy_j * (1.0 / kJoulesPerMwh);
    const double per = 1.0 / (tonnes * out.run.length_m * 1e-6);  // of a thousand tonne-kilometres
    if (out.co2_known) out.co2_per_1000_tkm = interval.co2_kg * per;
    out.drivers = interval.drivers;
  }
  drawn_.push_back(std::move(interval));
}

/// Draw by draw: what belongs to the way, the train and the factors is the same for both.
void LaboratoryRuns::compare() {
  const auto diesel = std::find_if(results_.runs.begin(), results_.runs.end(), [](const LabRun& run) {
    return run.traction->traction == TractionKind::diesel && run.co2_known;
  });
  results_.saved_against_diesel.assign(results_.runs.size(), Range<double>{});
  if (diesel == results_.runs.end()) return;
  const auto with_diesel = static_cast<std::size_t>(diesel - results_.runs.begin());
  for (std::size_t i = 0; i < results_.runs.size(); ++i)
    if (i != with_diesel && results_.runs[i].co2_known)
      results_.saved_against_diesel[i] = model::rail::saved_share(drawn_[with_diesel], drawn_[i]);
}

void LaboratoryRuns::close() {
  Digest digest;
  for (const LabRun& run : results_.runs) {
    digest.add(std::string_view(run.traction->id));
    for (const double value : {run.run.time_s, run.run.length_m, run.run.trailing_t, run.run.net_t, run.run.arrived ? 1.0 : 0.0,
                               run.run.stalled_at_m, run.use.fuel_l, run.use.hydrogen_kg, run.use.wire_mwh, run.use.charger_mwh,
                               run.emissions.tank_to_wheel_kg, run.emissions.well_to_tank_kg, run.emissions.electricity_kg,
                               run.emissions.hydrogen_kg, run.co2_per_1000_tkm.low, run.co2_per_1000_tkm.best, run.co2_per_1000_tkm.high,
                               run.energy_mwh.low, run.energy_mwh.best, run.energy_mwh.high})
      digest.add(value);
    for (const auto* column : {&run.run.trace.at_m, &run.run.trace.speed_ms, &run.run.trace.time_s, &run.run.trace.wheel_w,
                               &run.run.trace.source_w, &run.run.trace.height_m})
      for (const double value : *column) digest.add(value);
    for (const double value : run.run.trace.charge) digest.add(value == value ? value : -1.0);
  }
  for (const Range<double>& saved : results_.saved_against_diesel)
    for (const double value : {saved.low, saved.best, saved.high}) digest.add(value);
  results_.digest = results_.runs.empty() ? std::string() : digest.hex();
}

}  // namespace gs
