#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <string>

#include "assets.hpp"
#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_nearest.hpp"
#include "cli_own_data.hpp"
#include "cli_scenario.hpp"
#include "export/report.hpp"
#include "own_files.hpp"
#include "paper/fonts.hpp"
#include "paper/report_pdf.hpp"
#include "platform/files_native.hpp"
#include "platform/platform.hpp"
#include "scene/policy.hpp"
#include "sim/simulate.hpp"

/// `greensilk report`: a country, a project or a scenario, to be read, printed or computed with.
namespace gs::cli {
namespace {

constexpr const char* kFormats[] = {"html", "pdf", "csv", "json"};

struct Options {
  std::string country, project, scenario, own, folder, language, format, output;
};

int fail(const std::string& words, int code) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return code;
}

std::string in_small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// The form that is asked for, else that of the file's ending.
Result<std::string> format_of(const Options& o) {
  if (!o.format.empty()) return o.format;
  if (o.output.empty() || o.output == "-") return Error{"--format", "expected html, pdf, csv or json, or a file with such an ending (-o), found none"};
  const std::string file = o.output.substr(o.output.find_last_of('/') + 1);
  const auto point = file.find_last_of('.');
  const std::string ending = point == std::string::npos ? "" : in_small(file.substr(point + 1));
  for (const char* format : kFormats)
    if (ending == format) return ending;
  return Error{o.output, "expected a name that ends in .html, .pdf, .csv or .json, found \"" + file + "\""};
}

/// Countries of which there is something to say: those of projects, lines, locomotives and facts.
std::vector<std::string> country_codes(const Portfolio& p) {
  std::set<std::string> codes;
  for (const Project& row : p.projects) codes.insert(row.country);
  for (const Route& row : p.routes) codes.insert(row.countries.begin(), row.countries.end());
  for (const Locomotive& row : p.locomotives) codes.insert(row.country);
  for (const CountryFact& row : p.countries) codes.insert(row.iso3);
  codes.erase("");
  return {codes.begin(), codes.end()};
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

/// Nothing where what is asked for is there.
std::optional<Error> unknown(const Options& o, const Portfolio& portfolio) {
  if (!o.project.empty() && !portfolio.project(o.project)) {
    std::vector<std::string> ids;
    for (const Project& p : portfolio.projects) ids.push_back(p.id);
    return Error{"--project", "expected the id of a project, found \"" + o.project + "\"; the nearest is \"" + nearest(o.project, ids) + "\""};
  }
  if (o.country.empty()) return std::nullopt;
  const std::vector<std::string> codes = country_codes(portfolio);
  if (std::find(codes.begin(), codes.end(), o.country) != codes.end()) return std::nullopt;
  return Error{"--country", "expected the ISO 3166-1 alpha-3 code of a country with projects, lines or facts, found \"" + o.country + "\"; the nearest is \"" +
                                nearest(in_capitals(o.country), codes) + "\""};
}

/// The reader's rows beside those of the data; false where they cannot be used, which is said.
Result<std::string> written(const report::Report& made, const std::string& format) {
  if (format == "csv") return to_csv(made);
  if (format == "json") return to_json(made);
  if (format == "html") return to_html(made);
  if (const Outcome fonts = paper::register_fonts(platform::asset_path); !fonts) return fonts.error();
  return paper::report_pdf(made);
}

report::Report report_of(const Options& o, const report::Asked& asked) {
  if (!o.project.empty()) return of_project(asked, *asked.world.portfolio.project(o.project));
  if (!o.country.empty()) return of_country(asked, o.country);
  return of_scenario(asked);
}

/// Of the page that the report's link opens: that of the scenario's link, else the usual one.
std::string address_of(const std::string& scenario) {
  const auto hash = scenario.find('#');
  const std::string usual = platform::link_to("");
  return scenario.find("://") < hash && hash != std::string::npos ? scenario.substr(0, hash) : usual.substr(0, usual.find('#'));
}

int report_command(const Options& o) {
  const auto format = format_of(o);
  if (!format) return fail(format.error().text(), kUnusable);
  State state;
  if (!o.scenario.empty()) {
    const auto link = read_scenario(o.scenario);
    if (!link) return kUnusable;
    state.scenario = link->state.scenario;
    state.view.language = link->state.view.language;
  }
  if (!o.language.empty()) state.view.language = language_of(o.language).value_or(Language::en);
  const ReadFile data = data_files(o.folder);
  auto assets = load_assets([&](std::string_view name) { return name.starts_with("data/") ? data(name.substr(5)) : read_own(name); });
  if (!assets) return fail(assets.error().text(), kFailed);
  if (const auto error = load_language(read_own, state.view.language, *assets)) return fail(error->text(), kFailed);
  if (assets->portfolio.projects.empty()) return fail("there are no projects in the data", kFailed);
  if (int code = 0; !join_own(assets->portfolio, o.own, code)) return code;
  if (const auto error = unknown(o, assets->portfolio)) return fail(error->text(), kUnusable);
  const auto measures = measure(*assets, state.view.language);
  if (!measures) return fail(measures.error().text(), kFailed);
  const auto policy_bytes = read_own("data/policy.json");
  const auto policy = policy_bytes ? read_policy(*policy_bytes) : Result<Policy>(policy_bytes.error());
  if (!policy) return fail(policy.error().text(), kFailed);
  const Results results = simulate(assets->portfolio, state.scenario);
  World world{assets->portfolio, results, *assets->base, assets->words(state.view.language)};
  world.policy = &*policy;
  const TextWidth width = [&](std::string_view text, bool bold) { return (bold ? measures->bold : measures->regular).width(text, kLabelPx); };
  const auto bytes = written(report_of(o, {world, state, width, address_of(o.scenario)}), *format);
  if (!bytes) return fail(bytes.error().text(), kFailed);
  return write_output(o.output, *bytes) ? 0 : kFailed;
}

}  // namespace

void add_report(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  CLI::App* command = app.add_subcommand("report", "A country, a project or all under a scenario as HTML, PDF, CSV or JSON: figures with intervals, charts, workings, sources, method, digest");
  CLI::Option* country = command->add_option("--country", o.country, "ISO 3166-1 alpha-3 code of a country: KAZ");
  command->add_option("--project", o.project, "Id of a project")->excludes(country);
  command->add_option("--scenario", o.scenario, "Link whose scenario is computed, or a file that holds one; alone: the report of all projects");
  command->add_option("--own", o.own, "A CSV or GeoJSON of projects or lines of your own, beside the others");
  command->add_option("--lang", o.language, "Language, instead of the link's")->check(CLI::IsMember({"en", "zh", "ru", "ar"}));
  command->add_option("--format", o.format, "Form of the output (otherwise that of the file's ending)")->check(CLI::IsMember(std::vector<std::string>(std::begin(kFormats), std::end(kFormats))));
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", o.output, "File to write, - for standard output");
  command->callback([options, &exit_code] { exit_code = report_command(*options); });
}

}  // namespace gs::cli
