#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "export/rail_validation_table.hpp"
#include "export/validation_table.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string folder, format = "markdown", output;
  bool railway = false;
};

int validate_command(const Options& o) {
  const auto portfolio = load_to_simulate(o.folder);
  if (!portfolio) return kFailed;
  if (o.railway) {
    const std::string text = o.format == "csv" ? rail_validation_csv(*portfolio) : rail_validation_markdown(*portfolio);
    return write_output(o.output, text) ? 0 : kFailed;
  }
  const Results results = simulate(*portfolio, Scenario{});
  const std::string text =
      o.format == "csv" ? validation_csv(*portfolio, results) : validation_markdown(*portfolio, results);
  return write_output(o.output, text) ? 0 : kFailed;
}

}  // namespace

void add_validate(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "validate", "Reported and simulated output and CO2 of every row that is marked as usable for validation");
  command->add_flag("--railway", options->railway, "Instead: published and simulated consumption of trains and yard locomotives");
  command->add_option("--data", options->folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--format", options->format, "Form of the output")
      ->check(CLI::IsMember({"markdown", "csv"}))
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = validate_command(*options); });
}

}  // namespace gs::cli
