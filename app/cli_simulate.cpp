#include <cstdio>
#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "export/table_export.hpp"
#include "sim/assumptions.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string folder, method = std::string(id_of(Scenario{}.method)), format = "csv", output;
  int year = Scenario{}.year;
};

FactorMethod method_of(const std::string& id) {
  for (int i = 0; i < kFactorMethodCount; ++i)
    if (id_of(static_cast<FactorMethod>(i)) == id) return static_cast<FactorMethod>(i);
  return Scenario{}.method;
}

int simulate_command(const Options& options) {
  const Loaded loaded = load_checked(data_files(options.folder));
  if (loaded.portfolio.projects.empty()) {
    const std::string why = loaded.problems.empty() ? "no rows" : loaded.problems.front().text();
    std::fprintf(stderr, "error: there are no projects to simulate (%s)\n", why.c_str());
    return 1;
  }
  if (!loaded.fit_to_run())
    std::fprintf(stderr,
                 "warning: %zu %s in the data; the rows in question are left out (greensilk check lists them)\n",
                 loaded.problems.size(), loaded.problems.size() == 1 ? "problem" : "problems");
  Scenario scenario;
  scenario.method = method_of(options.method);
  scenario.year = options.year;
  const Results results = simulate(loaded.portfolio, scenario);
  const std::string text =
      options.format == "json" ? to_json(loaded.portfolio, results) : to_csv(loaded.portfolio, results);
  return write_output(options.output, text) ? 0 : 1;
}

}  // namespace

void add_simulate(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("simulate", "What each project and locomotive saves in a year, as a table");
  std::vector<std::string> methods;
  for (int i = 0; i < kFactorMethodCount; ++i) methods.emplace_back(id_of(static_cast<FactorMethod>(i)));
  command->add_option("--data", options->folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--method", options->method, "Grid factor")->check(CLI::IsMember(methods))->capture_default_str();
  command->add_option("--year", options->year, "What is commissioned by the end of this year operates")
      ->check(CLI::Range(kFirstYear, kLastYear))
      ->capture_default_str();
  command->add_option("--format", options->format, "Form of the output")
      ->check(CLI::IsMember({"csv", "json"}))
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = simulate_command(*options); });
}

}  // namespace gs::cli
