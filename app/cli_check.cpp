#include <cstdio>
#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_own_data.hpp"

namespace gs::cli {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

int check_command(const std::string& folder) {
  const Loaded loaded = load_checked(data_files(folder));
  std::string text;
  for (const Error& problem : loaded.problems) text += problem.text() + "\n";
  const Portfolio& p = loaded.portfolio;
  text += counted(loaded.problems.size(), "problem", "problems") +
          "; good rows: " + counted(p.projects.size(), "project", "projects") + ", " +
          counted(p.routes.size(), "route", "routes") + ", " +
          counted(p.locomotives.size(), "locomotive", "locomotives") + ", " +
          counted(p.grid_factors.size() + p.capacity_factors.size() + p.factors.size() + p.rail_factors.size(),
                  "factor", "factors") +
          ", " + counted(p.claims.size(), "claim", "claims") + ", " + counted(p.sources.size(), "source", "sources") +
          "; data version " + p.version + "\n";
  if (!write_output("", text)) return 1;
  return loaded.fit_to_run() ? 0 : 1;
}

/// A file of one's own in place of a folder.
int check_own(const std::string& path) {
  const auto own = load_own(path);
  if (!own) return kFailed;
  std::string text;
  for (const Error& problem : own->problems) text += problem.text() + "\n";
  text += counted(own->problems.size(), "problem", "problems") + "; good rows: " + counted(own->projects.size(), "project", "projects") + ", " +
          counted(own->routes.size(), "line", "lines") + "\n";
  if (!write_output("", text)) return kFailed;
  return own->problems.empty() ? 0 : kFailed;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  const auto folder = std::make_shared<std::string>(), own = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("check", "Every problem of a data folder as file:row:column");
  command->add_option("folder", *folder, "Folder of data files (otherwise the program's own)")
      ->check(CLI::ExistingDirectory);
  command->add_option("--own", *own, "A CSV or GeoJSON of projects or lines of your own, in place of a folder")->excludes("folder");
  command->callback([folder, own, &exit_code] { exit_code = own->empty() ? check_command(*folder) : check_own(*own); });
}

}  // namespace gs::cli
