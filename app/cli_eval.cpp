#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "eval/read.hpp"

namespace gs::cli {
namespace {

/// Beyond so many bad cells a reader looks at the file, not at more lines.
constexpr std::size_t kMostProblems = 100;

struct Options {
  std::string model, input, output, sites, curves, params;
  bool list = false;
  const std::string& file_of(std::string_view option) const {
    return option == "sites" ? sites : option == "curves" ? curves : params;
  }
};

int complain(const std::vector<Error>& problems) {
  for (std::size_t i = 0; i < problems.size() && i < kMostProblems; ++i)
    std::fprintf(stderr, "error: %s\n", problems[i].text().c_str());
  if (problems.size() > kMostProblems) std::fprintf(stderr, "error: and %zu more\n", problems.size() - kMostProblems);
  return kUnusable;
}

int list_command(const Options& options) {
  std::string text;
  for (const eval::Model* model : eval::models())
    if (options.model.empty() || options.model == model->name) text += eval::describe(*model) + "\n";
  return write_output(options.output, text) ? 0 : kFailed;
}

int unknown_model(const Options& options) {
  std::string names;
  for (const eval::Model* model : eval::models()) names += " " + std::string(model->name);
  std::fprintf(stderr, "error: expected the name of a model (%s ), found \"%s\"\n", names.c_str(), options.model.c_str());
  return kUnusable;
}

eval::Folder folder_at(const std::string& given, std::vector<Error>& problems) {
  const std::string path = layout_of(given);
  Result<std::vector<std::string>> files = files_below(path);
  if (!files) problems.push_back(files.error());
  return {path, files ? std::move(files).value() : std::vector<std::string>(),
          [path](const std::string& file) { return read_below(path, file); }};
}

/// What stands beside the input, in the order in which the model names it.
void read_extras(const eval::Model& model, const Options& options, eval::Given& given, std::vector<Error>& problems) {
  for (const eval::Extra& extra : model.extras) {
    eval::Table& table = given.extras.emplace_back();
    const std::string& path = options.file_of(extra.option);
    if (path.empty()) {
      if (!extra.may_lack)
        problems.push_back({"", "expected --" + std::string(extra.option) + (extra.folder.empty() ? " FILE" : " FOLDER") +
                                    " for " + std::string(model.name) + ", found none"});
      continue;
    }
    if (!extra.folder.empty()) {
      given.folder = folder_at(path, problems);
      continue;
    }
    const Result<std::string> bytes = read_input(path);
    if (bytes) table = eval::read(path, *bytes, extra.columns, problems);
    else problems.push_back(bytes.error());
  }
}

int eval_command(const Options& options) {
  if (options.list) return list_command(options);
  const eval::Model* model = eval::model(options.model);
  if (!model) return unknown_model(options);
  const Result<std::string> bytes = read_input(options.input);
  if (!bytes) return complain({bytes.error()});

  std::vector<Error> problems;
  eval::Given given;
  given.table = eval::read(options.input.empty() ? "standard input" : options.input, *bytes, model->takes, problems);
  read_extras(*model, options, given, problems);
  if (!problems.empty()) return complain(problems);

  eval::Computed computed(model->gives.size(),
                          std::vector<double>(given.table.rows, std::numeric_limits<double>::quiet_NaN()));
  problems = model->run(given, computed);
  if (!problems.empty()) return complain(problems);
  return write_output(options.output, eval::write(*model, computed)) ? 0 : kFailed;
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("eval", "A formula of the model on a table of your own: eval MODEL < in.csv > out.csv");
  command->add_option("model", options->model, "Which (see --list)");
  command->add_flag("--list", options->list, "What each model takes and gives, with units");
  command->add_option("-i,--input", options->input, "Table to read (otherwise standard input)");
  command->add_option("-o,--output", options->output, "File to write (otherwise standard output)");
  command->add_option("--sites", options->sites, "Table of the sites that the rows name");
  command->add_option("--curves", options->curves, "Table of power curves");
  command->add_option("--params", options->params, "Table of whatever else the model needs, or a folder of such files");
  command->callback([options, &exit_code] { exit_code = eval_command(*options); });
}

}  // namespace gs::cli
