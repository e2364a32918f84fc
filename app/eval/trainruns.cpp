#include "eval/trainruns.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>

#include "eval/trainruns_files.hpp"

namespace gs::eval {
namespace {

namespace rail = model::rail;

/// TrainRuns.jl integrates by Euler's explicit method in steps of 20 m, which start anew at every section and point of
/// interest: so do the forces here, on fine steps of ours.
constexpr double kStep = 1.0, kStretch = 20.0;

rail::HeldForces held_on(const trainruns::Path& path, double train_m) {
  rail::HeldForces held{kStretch, path.front_m};
  for (const double at : path.rear_m) held.restart_m.push_back(at + train_m);
  for (const rail::Section& section : path.line.sections) held.restart_m.push_back(section.start_m);
  std::sort(held.restart_m.begin(), held.restart_m.end());
  return held;
}

constexpr Column kRunTakes[] = {
    {.name = "train", .unit = "", .meaning = "a file of the folder: freight for trains/freight.yaml", .text = true},
    {.name = "path", .unit = "", .meaning = "a file of the folder: slope for paths/slope.yaml", .text = true}};
constexpr Column kRunGives[] = {
    {.name = "running_time_s", .unit = "s", .meaning = "least running time from standstill to standstill"}};

constexpr Column kPoiTakes[] = {
    kRunTakes[0],
    kRunTakes[1],
    {.name = "station", .unit = "m", .meaning = "where the point stands", .may_lack = true},
    {.name = "measure", .unit = "", .meaning = "front or rear: which end of the train is there", .text = true,
     .may_lack = true},
    {.name = "s", .unit = "m", .meaning = "chainage of the train's front, where there is no station", .may_lack = true},
    {.name = "behavior", .unit = "", .meaning = "halt: at the end of the path, where there is neither", .text = true,
     .may_lack = true}};
constexpr Column kPoiGives[] = {
    {.name = "s", .unit = "m", .meaning = "chainage of the train's front"},
    {.name = "v", .unit = "m/s", .meaning = "speed"},
    {.name = "t", .unit = "s", .meaning = "time since departure"},
    {.name = "a", .unit = "m/s2", .meaning = "acceleration from there on"},
    {.name = "F_T", .unit = "N", .meaning = "tractive effort from there on"},
    {.name = "F_R", .unit = "N", .meaning = "all resistance"},
    {.name = "R_path", .unit = "N", .meaning = "of it by the path"},
    {.name = "R_train", .unit = "N", .meaning = "of it by the train on the level"},
    {.name = "R_traction", .unit = "N", .meaning = "of that by the traction unit"},
    {.name = "R_wagons", .unit = "N", .meaning = "of that by the wagons"}};
enum PoiGives { s, v, t, a, effort, resistance, by_path, by_train, by_traction, by_wagons };

constexpr Extra kExtras[] = {{.option = "params",
                              .columns = {},
                              .folder = "trains/ and paths/ that the rows name (railtoolkit's schemas of 2022.05)"}};

/// A contact line that feeds whatever the table of efforts says.
rail::Powertrain unlimited() {
  rail::Powertrain p;
  p.source = rail::SourceKind::wire;
  p.source_w = p.wire_w = 1e12;
  return p;
}

struct Journey {
  trainruns::Vehicles vehicles;
  trainruns::Path path;
  rail::Run run;
  bool there = false;
};

/// Runs each pair of train and path once. Problems: those of the files, named once; a train that does not arrive.
class Journeys {
 public:
  Journeys(const Folder& folder, std::vector<Error>& problems) : folder_(folder), problems_(problems) {}
  const Journey& of(const std::string& train, const std::string& path) {
    const auto [at, is_new] = all_.try_emplace({train, path});
    Journey& j = at->second;
    if (!is_new) return j;
    const std::size_t before = problems_.size();
    j.vehicles = trainruns::vehicles(folder_, train, problems_);
    j.path = trainruns::path(folder_, path, problems_);
    if (problems_.size() > before) return j;
    const rail::HeldForces held = held_on(j.path, j.vehicles.train.length_m());
    const rail::Driving driving{.step_m = kStep, .held = &held};
    for (Error& error : rail::run_into(j.path.line, j.vehicles.train, unlimited(), {}, driving, space_, j.run))
      problems_.push_back({train + " on " + path + ": " + error.where, error.what});
    if (problems_.size() == before && !j.run.arrived)
      problems_.push_back({train + " on " + path, "the train stalls at " + std::to_string(j.run.stalled_at_m) + " m"});
    j.there = problems_.size() == before;
    return j;
  }

 private:
  const Folder& folder_;
  std::vector<Error>& problems_;
  rail::RunSpace space_;
  std::map<std::pair<std::string, std::string>, Journey> all_;
};

std::vector<Error> run_times(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  const auto trains = given.table.text("train"), paths = given.table.text("path");
  Journeys journeys(given.folder, problems);
  for (std::size_t row = 0; row < given.table.rows; ++row) {
    const Journey& j = journeys.of(trains[row], paths[row]);
    if (j.there) computed[0][row] = j.run.time_s;
  }
  return problems;
}

/// Fills a row with the state when the front is `x` m from the path's start, 0..length: between two nodes of the trace the
/// acceleration is constant.
void state_at(const Journey& j, double x, std::size_t row, Computed& computed) {
  const rail::Trace& trace = j.run.trace;
  const auto after = std::upper_bound(trace.at_m.begin(), trace.at_m.end(), x) - trace.at_m.begin();
  const bool ended = static_cast<std::size_t>(after) >= trace.size();
  const auto to = ended ? trace.size() - 1 : static_cast<std::size_t>(after), from = to - 1;
  const double length = trace.at_m[to] - trace.at_m[from], along = ended ? length : x - trace.at_m[from];
  const double before = trace.speed_ms[from] * trace.speed_ms[from], change = trace.speed_ms[to] * trace.speed_ms[to] - before;
  const double speed = std::sqrt(std::max(0.0, before + change * along / length));
  const rail::Section* section = &j.path.line.sections.front();
  for (const rail::Section& each : j.path.line.sections)
    if (each.start_m <= x) section = &each;

  const rail::Train& train = j.vehicles.train;
  const double path_n = 1e-3 * section->grade_permille * train.mass_kg() * rail::kGravity;
  const double level_n = train.rolling().at(speed), all_n = path_n + level_n;
  const bool steady = std::fabs(change) <= 1e-9 * (before + 1.0), pulls = trace.wheel_w[to] > 0.0;
  double pull = 0.0, gain = 0.0;
  if (ended) {
    // It stands.
  } else if (steady) {
    pull = std::max(0.0, all_n);
  } else if (pulls) {
    pull = rail::tractive_effort(train.locomotives, speed);
    gain = (pull - all_n) / (train.mass_kg() + train.rotating_kg());
  } else {
    gain = 0.5 * change / length;
  }
  const auto put = [&](PoiGives column, double value) { computed[column][row] = value; };
  put(s, x + j.path.start_m), put(v, speed), put(a, gain), put(effort, pull), put(resistance, all_n);
  put(t, trace.time_s[from] + (along > 0.0 ? 2.0 * along / (trace.speed_ms[from] + speed) : 0.0));
  put(by_path, path_n), put(by_train, level_n);
  put(by_traction, j.vehicles.traction.at(speed)), put(by_wagons, j.vehicles.wagons.at(speed));
}

std::vector<Error> run_points(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const auto trains = table.text("train"), paths = table.text("path");
  const auto stations = table["station"], fronts = table["s"];
  const auto measures = table.text("measure"), behaviors = table.text("behavior");
  const auto cell = [](auto column, std::size_t row) { return column.empty() ? std::nan("") : column[row]; };
  Journeys journeys(given.folder, problems);
  for (std::size_t row = 0; row < table.rows; ++row) {
    const Journey& j = journeys.of(trains[row], paths[row]);
    if (!j.there) continue;
    const double length = j.path.line.length_m, station = cell(stations, row), front = cell(fronts, row);
    const bool rear = !measures.empty() && measures[row] == "rear", halts = !behaviors.empty() && behaviors[row] == "halt";
    double x = halts ? length : 0.0;
    if (!std::isnan(station)) x = station - j.path.start_m + (rear ? j.vehicles.train.length_m() : 0.0);
    else if (!std::isnan(front)) x = front - j.path.start_m;
    if (x >= 0.0 && x <= length) state_at(j, x, row, computed);
    else problems.push_back({table.where(row, "station"), "the train's front is not on the path there"});
  }
  return problems;
}

}  // namespace

const Model kTrainRunTrainruns{
    "train_run_trainruns",
    "Least running time by the model's own run of a train and path of TrainRuns.jl (Kannenberg and Scheidt 2022)", kRunTakes,
    kRunGives, kExtras, run_times};

const Model kTrainRunTrainrunsPoi{
    "train_run_trainruns_poi", "Speed, time and forces of that run at points of interest", kPoiTakes, kPoiGives, kExtras,
    run_points};

}  // namespace gs::eval
