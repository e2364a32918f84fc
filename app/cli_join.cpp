#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_own_data.hpp"
#include "cli_shard.hpp"
#include "export/shard_file.hpp"
#include "export/table_export.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string folder, own, format = "csv", output;
};

int unusable(const std::vector<Error>& problems) {
  for (const Error& problem : problems) std::fprintf(stderr, "error: %s\n", problem.text().c_str());
  return kUnusable;
}

/// Every file that can be read; the others are among the problems.
std::vector<ShardFile> read_all(const std::vector<std::string>& names, std::vector<Error>& problems) {
  std::vector<ShardFile> files;
  for (const std::string& name : names) {
    const Result<std::string> bytes = read_input(name);
    auto file = bytes ? read_shard_file(name, *bytes) : Result<ShardFile>(bytes.error());
    if (file) files.push_back(std::move(*file));
    else problems.push_back(file.error());
  }
  return files;
}

int join_command(const Options& o) {
  int status = 0;
  const auto portfolio = load_with_own(o.folder, o.own, status);
  if (!portfolio) return status;
  std::vector<Error> problems;
  std::vector<ShardFile> files = read_all(o.files, problems);
  if (!files.empty())
    for (Error& problem : problems_of(files, program_version(), portfolio->version)) problems.push_back(std::move(problem));
  if (!problems.empty()) return unusable(problems);
  const Scenario scenario = files.front().head.scenario;
  std::vector<FleetPart> parts;
  for (ShardFile& file : files) parts.push_back(std::move(file.part));
  const auto fleet = join_parts(*portfolio, scenario.drawing, std::move(parts));
  if (!fleet) return unusable({fleet.error()});
  const Results results = simulate(*portfolio, *fleet, scenario);
  return write_output(o.output, o.format == "json" ? to_json(*portfolio, results) : to_csv(*portfolio, results)) ? 0 : kFailed;
}

}  // namespace

void add_join(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command = app.add_subcommand("join", "The table of a study from all of its shards, as greensilk simulate prints it without --shard");
  command->add_option("SHARD", o.files, "Files of greensilk simulate --shard, in any order")->required();
  command->add_option("--data", o.folder, "Folder of data files, as for the shards (otherwise the program's own)");
  command->add_option("--own", o.own, "File of projects and lines of your own, as for the shards");
  command->add_option("--format", o.format, "Form of the output")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = join_command(*options); });
}

}  // namespace gs::cli
