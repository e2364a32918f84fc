#include <memory>
#include <string>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_scenario.hpp"
#include "guest/claim_json.hpp"
#include "own_files.hpp"
#include "scene/claim_desk.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

struct Options {
  std::string text, folder, scenario, language = "en", output;
  bool json = false;
};

int claim_command(const Options& o) {
  Scenario scenario;
  if (!o.scenario.empty()) {
    const auto link = read_scenario(o.scenario);
    if (!link) return kUnusable;
    scenario = link->state.scenario;
  }
  const auto fail = [](const Error& e) { return std::fprintf(stderr, "error: %s\n", e.text().c_str()), kFailed; };
  const std::string words = "i18n/" + o.language + ".json";
  const auto json = read_own(words);
  if (!json) return fail(json.error());
  const auto tr = Translator::from_json(o.language, *json);
  if (!tr) return fail(tr.error());
  const auto base = read_world(read_own);
  if (!base) return fail(base.error());
  const auto portfolio = load_to_simulate(o.folder);
  if (!portfolio) return kFailed;
  const Results results = simulate(*portfolio, scenario);
  const World world{*portfolio, results, *base, *tr};
  const ClaimCheck check = check_claim(*portfolio, results, claim_countries(*base), o.text);
  const std::string text = o.json ? claim_json(world, check) + "\n" : claim_lines(world, check);
  if (!write_output(o.output, text)) return kFailed;
  return check.verdict == ClaimVerdict::nothing ? kUnusable : 0;
}

}  // namespace

void add_claim(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command = app.add_subcommand(
      "claim", "Whether a claim is plausible, and under which convention: \"500 MW, 1.1 Mt a year, Uzbekistan\"");
  command->add_option("TEXT", o.text, "The claim, in English, Chinese, Russian or Arabic")->required();
  command->add_option("--scenario", o.scenario, "Link or file with the year, method and pathway to check under");
  command->add_flag("--json", o.json, "All of the working as JSON");
  command->add_option("--lang", o.language, "Language of the answer")->check(CLI::IsMember({"en", "zh", "ru", "ar"}))->capture_default_str();
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
  command->callback([options, &exit_code] { exit_code = claim_command(*options); });
}

}  // namespace gs::cli
