#include "cli.hpp"

#include <cstdio>
#include <string_view>

#include "cli_commands.hpp"

namespace gs {
namespace {

/// The subcommands, in the order of --help; after them comes `present`, which opens the window. A new one is a line here and a function in a cli_*.cpp of its own.
constexpr struct {
  std::string_view name;
  void (*add)(CLI::App&, int& exit_code);
} kCommands[] = {
    {"simulate", cli::add_simulate},
    {"join", cli::add_join},
    {"forecast", cli::add_forecast},
    {"claim", cli::add_claim},
    {"run", cli::add_run},
    {"eval", cli::add_eval},
    {"verify", cli::add_verify},
    {"validate", cli::add_validate},
    {"table", cli::add_table},
    {"chart", cli::add_chart},
    {"figures", cli::add_figures},
    {"report", cli::add_report},
    {"render", cli::add_render},
    {"qr", cli::add_qr},
    {"check", cli::add_check},
};

}  // namespace

bool wants_cli(int argc, char** argv) {
  if (argc < 2) return false;
  const std::string_view first = argv[1];
  if (first == "--help" || first == "-h" || first == "--version" || first == "present") return true;
  for (const auto& command : kCommands)
    if (first == command.name) return true;
  return false;
}

int run_cli(int argc, char** argv, std::optional<Presentation>& present) {
  CLI::App app("Green Silk Road explorer: what the green projects of the Belt and Road save.", "greensilk");
  app.require_subcommand(1);
  app.set_version_flag("--version", "greensilk " GS_VERSION, "Print the version and exit");
  int exit_code = 0;
  for (const auto& command : kCommands) command.add(app, exit_code);
  cli::add_present(app, exit_code, present);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // --help is thrown as well, with code 0.
    return app.exit(error) == 0 ? 0 : cli::kUnusable;
  }
  return exit_code;
}

}  // namespace gs
