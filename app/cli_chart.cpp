#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "assets.hpp"
#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "cli_scenario.hpp"
#include "export/chart_svg.hpp"
#include "export/table_export.hpp"
#include "own_files.hpp"
#include "scene/duration_chart.hpp"
#include "scene/portfolio_charts.hpp"
#include "scene/selected.hpp"
#include "sim/simulate.hpp"

/// The table of projects and its charts: `greensilk table`, `greensilk chart`.
namespace gs::cli {
namespace {

struct Options {
  std::string folder, scenario, language, sort, name, project, format = "text", output;
};

int fail(const std::string& words, int code) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return code;
}

/// Columns padded to the same width, in characters; figures are not told from words.
std::string lines_of(const TextTable& table) {
  const auto length = [](const std::string& s) { return std::count_if(s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }); };
  std::vector<std::ptrdiff_t> widths(table.head.size(), 0);
  const auto widen = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max<std::ptrdiff_t>(widths[i], length(cells[i]));
  };
  widen(table.head);
  for (const auto& row : table.rows) widen(row);
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += cells[i] + std::string(static_cast<std::size_t>(widths[i] - length(cells[i]) + 2), ' ');
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  add(table.head);
  for (const auto& row : table.rows) add(row);
  return out;
}

/// A column, and which way, as in: year.up, year.down.
std::optional<TableOrder> order_of(const std::string& text) {
  const auto dot = text.find('.');
  const std::string name = text.substr(0, dot), way = dot == std::string::npos ? "" : text.substr(dot);
  for (int c = 0; c < kTableColumnCount; ++c) {
    const auto column = static_cast<TableColumn>(c);
    if (id_of(column) != name) continue;
    if (way.empty()) return pressed({column == TableColumn::name ? TableColumn::year : TableColumn::name, false}, column);
    if (way == ".up" || way == ".down") return TableOrder{column, way == ".up"};
  }
  return std::nullopt;
}

std::string check_order(const std::string& text) {
  if (order_of(text)) return "";
  std::string names;
  for (int c = 0; c < kTableColumnCount; ++c) names += (c ? ", " : "") + std::string(id_of(static_cast<TableColumn>(c)));
  return "expected one of " + names + ", with .up or .down behind it or not, found \"" + text + "\"";
}

/// Facts, words and figures of a scenario; what `use` makes of them is the exit status.
template <class Use>
int with_world(const Options& o, Use use) {
  State state;
  if (!o.scenario.empty()) {
    const auto link = read_scenario(o.scenario);
    if (!link) return kUnusable;
    state = link->state;
  }
  if (!o.language.empty()) state.view.language = language_of(o.language).value_or(Language::en);
  if (!o.sort.empty()) state.view.table = *order_of(o.sort);
  const ReadFile data = data_files(o.folder);
  auto assets = load_assets([&](std::string_view name) { return name.starts_with("data/") ? data(name.substr(5)) : read_own(name); });
  if (!assets) return fail(assets.error().text(), kFailed);
  if (const auto error = load_language(read_own, state.view.language, *assets)) return fail(error->text(), kFailed);
  if (assets->portfolio.projects.empty()) return fail("there are no projects in the data", kFailed);
  const Results results = simulate(assets->portfolio, state.scenario);
  return use(*assets, World{assets->portfolio, results, *assets->base, assets->words(state.view.language)}, state);
}

int table_command(const Options& o) {
  return with_world(o, [&](const Assets&, const World& world, const State& state) {
    const ProjectList list = project_list(world, state);
    std::vector<std::uint32_t> projects;
    for (const ProjectRow& row : in_order(world, list.rows, state.view.table)) projects.push_back(row.project);
    const std::string text = o.format == "csv"    ? to_csv(world.portfolio, world.results, projects)
                             : o.format == "json" ? to_json(world.portfolio, world.results, projects)
                                                  : lines_of(text_table(world, state, list));
    return write_output(o.output, text) ? 0 : kFailed;
  });
}

constexpr const char* kDuration = "duration";

Result<Chart> chart_of(const Options& o, const World& world, const State& state) {
  if (o.name == kDuration) {
    const Project* project = world.portfolio.project(o.project);
    if (!project) return Error{"--project", "expected the id of a project, found \"" + o.project + "\""};
    Selected selected;
    const YearChart& year = selected.of(world.portfolio, world.results, {SelectionKind::project, o.project}).year;
    if (!year.known) return Error{"--project", "there is no hourly year of " + o.project};
    return duration_chart(world, *project, year);
  }
  auto which = PortfolioChart::countries;
  for (int i = 0; i < kPortfolioChartCount; ++i)
    if (id_of(static_cast<PortfolioChart>(i)) == o.name) which = static_cast<PortfolioChart>(i);
  return chart_for_file(world, state, which);
}

int chart_command(const Options& o) {
  return with_world(o, [&](const Assets& assets, const World& world, const State& state) {
    const auto made = chart_of(o, world, state);
    if (!made) return fail(made.error().text(), kUnusable);
    const Chart& chart = *made;
    if (o.format == "csv") return write_output(o.output, to_csv(table_of(chart))) ? 0 : kFailed;
    if (o.format == "text") return write_output(o.output, lines_of(table_of(chart))) ? 0 : kFailed;
    const auto measures = measure(assets, state.view.language);
    if (!measures) return fail(measures.error().text(), kFailed);
    const TextWidth width = [&](std::string_view text, bool bold) { return (bold ? measures->bold : measures->regular).width(text, kLabelPx); };
    return write_output(o.output, to_svg(chart, print_palette(), width, page_for(chart, world.tr.code()))) ? 0 : kFailed;
  });
}

void add_common(CLI::App* command, Options& o) {
  command->add_option("--scenario", o.scenario, "Link whose scenario and filters count, or a file that holds one");
  command->add_option("--data", o.folder, "Folder of data files (otherwise the program's own)");
  command->add_option("--lang", o.language, "Language, instead of the link's")->check(CLI::IsMember({"en", "zh", "ru", "ar"}));
  command->add_option("-o,--output", o.output, "File to write (otherwise standard output)");
}

}  // namespace

void add_table(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("table", "The projects that pass a link's filters, in the order of a column");
  add_common(command, *options);
  command->add_option("--sort", options->sort, "Column, as year, saving.up or name.down (otherwise the link's)")->check(CLI::Validator(check_order, ""));
  command->add_option("--format", options->format, "Form of the output")->check(CLI::IsMember({"csv", "json", "text"}))->capture_default_str();
  command->callback([options, &exit_code] { exit_code = table_command(*options); });
}

void add_chart(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  options->format = "svg";
  CLI::App* command = app.add_subcommand("chart", "A chart of the projects that pass a link's filters, or the hours of one, as SVG or as its table");
  std::vector<std::string> names{kDuration};
  for (int i = 0; i < kPortfolioChartCount; ++i) names.emplace_back(id_of(static_cast<PortfolioChart>(i)));
  command->add_option("NAME", options->name, "Which")->required()->check(CLI::IsMember(names));
  command->add_option("--project", options->project, "Id of the project whose hours are sorted (duration)");
  add_common(command, *options);
  command->add_option("--format", options->format, "Form of the output")->check(CLI::IsMember({"svg", "csv", "text"}))->capture_default_str();
  command->callback([options, &exit_code] { exit_code = chart_command(*options); });
}

}  // namespace gs::cli
