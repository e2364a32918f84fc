#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_own.hpp"
#include "export/run_table.hpp"
#include "portfolio/names.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string folder, line = Laboratory{}.line, train, traction, method, pathway, hydrogen = "from_wind", country = "KAZ", profile, output;
  double tonnes = 0.0, battery_scale = 1.0, celsius = Laboratory{}.celsius;
  int stops = 0, year = Scenario{}.year, gauge = 1520;
  bool backwards = false, json = false;
};

constexpr const char* kHydrogen[] = {"from_wind", "from_grid", "from_gas"};

int unusable(const std::string& words) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return kUnusable;
}

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

template <class Rows, class Id>
std::string list_of(const Rows& rows, Id id) {
  std::string text;
  for (const auto& row : rows) text += (text.empty() ? "" : ", ") + id(row);
  return text;
}

Scenario scenario_of(const Options& o) {
  Scenario scenario;
  scenario.year = o.year;
  for (int i = 0; i < kFactorMethodCount; ++i)
    if (id_of(static_cast<FactorMethod>(i)) == o.method) scenario.method = static_cast<FactorMethod>(i);
  for (int i = 0; i < kGridPathwayCount; ++i)
    if (id_of(static_cast<GridPathway>(i)) == o.pathway) scenario.pathway = static_cast<GridPathway>(i);
  return scenario;
}

Laboratory laboratory_of(const Options& o) {
  Laboratory lab;
  lab.line = o.line;
  lab.backwards = o.backwards;
  lab.train = o.train;
  lab.trailing_t = o.tonnes;
  lab.battery_scale = o.battery_scale;
  lab.celsius = o.celsius;
  lab.stops = o.stops;
  lab.traction = o.traction;
  for (int i = 0; i < kHydrogenSourceCount; ++i)
    if (o.hydrogen == kHydrogen[i]) lab.hydrogen = static_cast<HydrogenSource>(i);
  return lab;
}

/// The line, of the portfolio or of a file.
Result<OwnLine> find_line(const Options& o, const Portfolio& portfolio, TrainKind kind) {
  if (is_file(o.line)) {
    const auto bytes = read_input(o.line);
    if (!bytes) return bytes.error();
    return read_own_line(o.line, *bytes, o.gauge, o.country);
  }
  const Route* route = portfolio.route(o.line);
  if (!route)
    return Error{"--line", "expected a CSV file or one of " + list_of(portfolio.routes, [](const Route& r) { return r.id; }) + ", found \"" +
                               o.line + "\""};
  auto line = rail_line(portfolio, *route, o.backwards, kind);
  if (!line) return Error{"--line", o.line + " has too few points on land to be run"};
  return OwnLine{*route, std::move(*line)};
}

/// The train, of the portfolio or of a file; the line's usual one when none is asked for.
Result<TrainRow> find_train(const Options& o, const Portfolio& portfolio, const Route& route) {
  const int gauge = route.gauge_mm.value_or(1520);
  const std::string of_gauge = " of " + std::to_string(gauge) + " mm";
  if (o.train.empty()) {
    const TrainRow* usual = usual_train(portfolio, route);
    if (!usual) return Error{"--train", "expected a file: trains.csv has no train" + of_gauge};
    return *usual;
  }
  std::optional<TrainRow> train;
  if (const TrainRow* row = portfolio.train(o.train)) {
    train = *row;
  } else if (is_file(o.train)) {
    const auto bytes = read_input(o.train);
    if (!bytes) return bytes.error();
    const auto own = read_own_train(o.train, *bytes, gauge);
    if (!own) return own.error();
    train = *own;
  } else {
    return Error{"--train", "expected a CSV or JSON file or one of " + list_of(portfolio.trains, [](const TrainRow& r) { return r.id; }) +
                                ", found \"" + o.train + "\""};
  }
  if (train->gauge_mm != gauge)
    return Error{"--train", "expected a train" + of_gauge + " as the line has, found " + train->id + " of " + std::to_string(train->gauge_mm) + " mm"};
  return *std::move(train);
}

/// What is wrong with --traction on this line, or nothing.
std::optional<std::string> traction_error(const Options& o, const Portfolio& portfolio, const Route& route) {
  const std::vector<const TractionRow*> all = tractions_for(portfolio, route);
  const std::string gauge = std::to_string(route.gauge_mm.value_or(1520)) + " mm";
  if (all.empty()) return "--line: tractions.csv has no locomotive of " + gauge;
  if (o.traction.empty()) return std::nullopt;
  if (std::any_of(all.begin(), all.end(), [&](const TractionRow* row) { return row->id == o.traction || id_of(row->traction) == o.traction; }))
    return std::nullopt;
  const bool exists = portfolio.traction(o.traction) || std::count(names::kTractionKind.begin(), names::kTractionKind.end(), o.traction);
  return exists ? "--traction: tractions.csv has no " + o.traction + " of " + gauge + " for the line; it has " +
                      list_of(all, [](const TractionRow* row) { return row->id; })
                : "--traction: expected " + list_of(names::kTractionKind, [](std::string_view word) { return std::string(word); }) + " or one of " +
                      list_of(all, [](const TractionRow* row) { return row->id; }) + ", found \"" + o.traction + "\"";
}

/// The row that --traction meant; empty for all.
std::string only_of(const Options& o, const LabResults& lab) {
  if (o.traction.empty()) return {};
  for (const LabRun& run : lab.runs)
    if (run.traction->id == o.traction || id_of(run.traction->traction) == o.traction) return run.traction->id;
  return {};
}

int run_command(const Options& o) {
  const auto portfolio = load_to_simulate(o.folder);
  if (!portfolio) return kFailed;
  // The kind of train decides the line's limit, the line's gauge the train.
  auto line = find_line(o, *portfolio, TrainKind::freight);
  if (!line) return unusable(line.error().text());
  const auto train = find_train(o, *portfolio, line->route);
  if (!train) return unusable(train.error().text());
  if (train->kind == TrainKind::passenger) line = find_line(o, *portfolio, TrainKind::passenger);
  if (o.backwards && is_file(o.line)) line->line.line = model::rail::reversed(line->line.line);
  if (const auto wrong = traction_error(o, *portfolio, line->route)) return unusable(*wrong);

  const Scenario scenario = scenario_of(o);
  LaboratoryRuns runs;
  const LabResults& lab = runs.of(*portfolio, scenario, laboratory_of(o), line->route, *train, std::move(line->line));
  const std::string only = only_of(o, lab);
  bool any = false;
  for (const LabRun& run : lab.runs) {
    if (!only.empty() && run.traction->id != only) continue;
    any = any || (run.problems.empty() && run.run.arrived);
    if (!only.empty() && run.wire_is_what_if)
      std::fprintf(stderr, "warning: %s has no wire all the way: run as if it had\n", lab.route->id.c_str());
  }
  if (!o.profile.empty() && !write_output(o.profile, run_profile_csv(lab, only))) return kFailed;
  const std::string text = o.json ? run_json(*portfolio, lab, scenario, only) : run_table(*portfolio, lab, scenario, only);
  if (!write_output(o.output, text)) return kFailed;
  return any ? 0 : kFailed;
}

}  // namespace

void add_run(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command = app.add_subcommand("run", "A train on a real line under diesel, hybrid, wire, battery and hydrogen, side by side");
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--line", o.line, "Id of routes.csv, or a CSV file: chainage_km, grade_permille, limit_kmh, wire")->capture_default_str();
  command->add_option("--train", o.train, "Id of trains.csv, or a CSV or JSON file with its columns (otherwise the line's usual one)");
  command->add_option("--traction", o.traction, "Only this: diesel, hybrid, battery, hydrogen, catenary, dual, or an id of tractions.csv");
  command->add_option("--tonnes", o.tonnes, "Gross tonnes behind the locomotives, to whole wagons (otherwise as the formation is)")
      ->check(CLI::Range(kLeastTrailing, kMostTrailing));
  command->add_option("--battery-scale", o.battery_scale, "Size of every battery over what it is")
      ->check(CLI::Range(kLeastBatteryScale, kMostBatteryScale))
      ->capture_default_str();
  command->add_option("--celsius", o.celsius, "Outside")->check(CLI::Range(kColdest, kHottest))->capture_default_str();
  command->add_option("--stops", o.stops, "Between the ends")->check(CLI::Range(0, kMostStops))->capture_default_str();
  command->add_flag("--backwards", o.backwards, "From the line's last point to its first");
  command->add_option("--hydrogen", o.hydrogen, "How it is made")
      ->check(CLI::IsMember({"from_wind", "from_grid", "from_gas"}))
      ->capture_default_str();
  command->add_option("--year", o.year, "Of the grids' factors")->check(CLI::Range(kFirstYear, kLastYear))->capture_default_str();
  command->add_option("--method", o.method, "Grid factor (otherwise ifi_combined_margin)")
      ->check(CLI::IsMember({"ifi_combined_margin", "ifi_operating_margin", "ember_average", "coal_equivalent"}));
  command->add_option("--pathway", o.pathway, "How the grids become cleaner (otherwise stated)")
      ->check(CLI::IsMember({"constant", "stated", "pledged"}));
  command->add_option("--gauge", o.gauge, "Of a line from a file, mm")->check(CLI::Range(300, 3000))->capture_default_str();
  command->add_option("--country", o.country, "Whose grid feeds a line from a file, ISO 3166-1 alpha-3")->capture_default_str();
  command->add_option("--profile-csv", o.profile, "File to write: each recorded place of each traction");
  command->add_flag("--json", o.json, "All digits and the ledgers, as JSON");
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = run_command(*options); });
}

}  // namespace gs::cli
