#include <fmt/format.h>

#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_scenario.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string link, folder, output;
};

std::string compared(const char* what, const std::optional<std::string>& claimed, const std::string& here) {
  if (!claimed) return fmt::format("{}: the link names none, here {}\n", what, here);
  if (*claimed == here) return fmt::format("{}: the same, {}\n", what, here);
  return fmt::format("{}: differs, {} in the link, {} here\n", what, *claimed, here);
}

int verify_command(const Options& o) {
  const auto link = read_scenario(o.link);
  if (!link) return kUnusable;
  if (!link->digest) {
    std::fprintf(stderr, "error: link:d: expected the digest that a citation's link carries (d=...), found none\n");
    return kUnusable;
  }
  const auto portfolio = load_to_simulate(o.folder);
  if (!portfolio) return kUnusable;
  const Scenario& s = link->state.scenario;
  const Results results = simulate(*portfolio, s);
  std::string text = fmt::format("scenario: {}, grids {}, year {}, {} draws of seed {}\n", id_of(s.method),
                                 id_of(s.pathway), s.year, s.drawing.draws, s.drawing.seed);
  text += compared("data", link->data_version, portfolio->version) + compared("digest", link->digest, results.digest);
  const auto note = digest_note(*link, portfolio->version, results.digest);
  text += note ? "differs: " + note->what + "\n"
               : "the same: every figure of the link is computed here again, bit for bit\n";
  if (!write_output(o.output, text)) return kUnusable;
  return note ? kFailed : 0;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "verify", "Computes a cited link's figures again: exit status 0 the same, 1 others, 2 unusable");
  command->add_option("--data", options->folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", options->output, "File to write (otherwise standard output)");
  command->add_option("LINK", options->link, "Link of a citation, or a file that holds one")->required();
  command->callback([options, &exit_code] { exit_code = verify_command(*options); });
}

}  // namespace gs::cli
