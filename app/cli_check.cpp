#include <cstdio>
#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"

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

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("check", "Every problem of a data folder as file:row:column");
  command->add_option("folder", *folder, "Folder of data files (otherwise the program's own)")
      ->check(CLI::ExistingDirectory);
  command->callback([folder, &exit_code] { exit_code = check_command(*folder); });
}

}  // namespace gs::cli
