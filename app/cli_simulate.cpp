#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_nearest.hpp"
#include "cli_own_data.hpp"
#include "cli_scenario.hpp"
#include "cli_shard.hpp"
#include "export/hourly_export.hpp"
#include "export/table_export.hpp"
#include "portfolio/weather_file.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string folder, own, scenario, project, weather, shard, format = "csv", output;
  std::optional<std::string> method, pathway;
  std::optional<int> year, draws;
  std::optional<std::uint64_t> seed;
  bool hourly = false;
};

template <class Enum>
Enum named(const std::string& id, int count) {
  for (int i = 0; i < count; ++i)
    if (id_of(static_cast<Enum>(i)) == id) return static_cast<Enum>(i);
  return Enum{};
}

template <class Enum>
std::vector<std::string> names(int count) {
  std::vector<std::string> all;
  for (int i = 0; i < count; ++i) all.emplace_back(id_of(static_cast<Enum>(i)));
  return all;
}

/// The scenario of --scenario, with what the other options say in its place.
std::optional<Scenario> scenario_of(const Options& o) {
  Scenario scenario;
  if (!o.scenario.empty()) {
    const auto link = read_scenario(o.scenario);
    if (!link) return std::nullopt;
    scenario = link->state.scenario;
  }
  if (o.method) scenario.method = named<FactorMethod>(*o.method, kFactorMethodCount);
  if (o.pathway) scenario.pathway = named<GridPathway>(*o.pathway, kGridPathwayCount);
  if (o.year) scenario.year = *o.year;
  if (o.draws) scenario.drawing.draws = *o.draws;
  if (o.seed) scenario.drawing.seed = *o.seed;
  return scenario;
}

/// CLI11 would take -1 for the greatest seed.
std::string check_seed(const std::string& text) {
  std::uint64_t seed = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), seed);
  const bool whole = !text.empty() && end.ec == std::errc() && end.ptr == text.data() + text.size();
  return whole ? "" : "expected a whole number from 0 to 18446744073709551615, found \"" + text + "\"";
}

int unusable(const std::string& words) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return kUnusable;
}

int hourly_command(const Options& o, const Portfolio& portfolio, const Results& results) {
  const auto at = std::find_if(portfolio.projects.begin(), portfolio.projects.end(),
                               [&](const Project& p) { return p.id == o.project; });
  const auto index = static_cast<std::uint32_t>(at - portfolio.projects.begin());
  if (at == portfolio.projects.end() || !has_hours(results, index))
    return unusable(o.project + " has no hourly year: only its year is known");
  const std::string text = o.format == "json" ? hours_to_json(portfolio, results, index) : hours_to_csv(results, index);
  return write_output(o.output, text) ? 0 : kFailed;
}

/// Only the row of `id`; the totals stay those of all rows.
void keep_only(Results& results, const Portfolio& portfolio, const std::string& id) {
  std::erase_if(results.projects, [&](const ProjectResult& row) { return portfolio.projects[row.project].id != id; });
  std::erase_if(results.locomotives,
                [&](const LocomotiveResult& row) { return portfolio.locomotives[row.locomotive].id != id; });
}

int simulate_command(const Options& o) {
  if (o.hourly && o.project.empty()) return unusable("--hourly: expected --project ID as well, found none");
  const auto scenario = scenario_of(o);
  if (!scenario) return kUnusable;
  int status = 0;
  const auto portfolio = load_with_own(o.folder, o.own, status);
  if (!portfolio) return status;
  if (const auto shard = shard_of(o.shard)) return write_shard(*portfolio, *scenario, *shard, o.output);
  if (!o.project.empty() && !portfolio->project(o.project) && !portfolio->locomotive(o.project))
    return unusable("--project: expected the id of a project or locomotive, found \"" + o.project +
                    "\"; the nearest is \"" + nearest(o.project, row_ids(*portfolio)) + "\"");
  std::vector<OwnWeather> own;
  if (!o.weather.empty()) {
    if (o.project.empty()) return unusable("--weather: expected --project ID as well, found none");
    const Result<std::string> bytes = read_input(o.weather);
    if (!bytes) return unusable(bytes.error().text());
    auto file = read_weather_file(o.weather, *bytes);
    if (!file) return unusable(file.error().text());
    own.push_back({o.project, std::move(file->weather)});
  }
  Results results = simulate(*portfolio, build_fleet(*portfolio, scenario->drawing, std::move(own)), *scenario);
  if (o.hourly) return hourly_command(o, *portfolio, results);
  if (!o.project.empty()) keep_only(results, *portfolio, o.project);
  return write_output(o.output, o.format == "json" ? to_json(*portfolio, results) : to_csv(*portfolio, results))
             ? 0
             : kFailed;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  const Scenario standard;
  CLI::App* command = app.add_subcommand("simulate", "What each project and locomotive saves in a year, as a table");
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--own", o.own, "A CSV or GeoJSON of projects or lines of your own, simulated beside the others");
  command->add_option("--scenario", o.scenario,
                      "Link whose scenario is computed, or a file that holds one; the options below count more");
  command->add_option("--method", o.method, "Grid factor (otherwise " + std::string(id_of(standard.method)) + ")")
      ->check(CLI::IsMember(names<FactorMethod>(kFactorMethodCount)));
  command
      ->add_option("--pathway", o.pathway,
                   "How the grids become cleaner (otherwise " + std::string(id_of(standard.pathway)) + ")")
      ->check(CLI::IsMember(names<GridPathway>(kGridPathwayCount)));
  command
      ->add_option(
          "--year", o.year,
          "What is commissioned by the end of this year operates (otherwise " + std::to_string(standard.year) + ")")
      ->check(CLI::Range(kFirstYear, kLastYear));
  command
      ->add_option("--draws", o.draws,
                   "Draws of the uncertain inputs (otherwise " + std::to_string(standard.drawing.draws) + ")")
      ->check(CLI::Range(kFewestDraws, kMostDraws));
  command->add_option("--seed", o.seed, "Seed of the draws (otherwise " + std::to_string(standard.drawing.seed) + ")")
      ->check(CLI::Validator(check_seed, ""));
  CLI::Option* project = command->add_option("--project", o.project, "Only the row of this id");
  CLI::Option* weather = command->add_option("--weather", o.weather,
                      "A year of hours (EPW, or TMY CSV of NREL, NSRDB or PVGIS) instead of the synthetic one of --project");
  command->add_flag("--hourly", o.hourly, "The 8,760 hours of --project: hour, utc, power_mw");
  CLI::Option* format = command->add_option("--format", o.format, "Form of the output");
  format->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
  command
      ->add_option("--shard", o.shard, "Only a part of the work, 3/8: a file for greensilk join, which makes the table of all parts")
      ->check(CLI::Validator(check_shard, ""))
      ->excludes(project)
      ->excludes(weather)
      ->excludes(format);
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = simulate_command(*options); });
}

}  // namespace gs::cli
