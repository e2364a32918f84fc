#include "eval/reference.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "eval/read.hpp"

namespace gs::test {
namespace {

using eval::Column;

const std::string kTrimmed = "tests/reference/", kWhole = "../shared/reference/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool exists(const std::string& path) { return std::ifstream(path).good(); }

double distance(const Bound& bound, double found, double wanted) {
  double apart = std::fabs(found - wanted);
  if (bound.angle) apart = std::min(apart, std::fabs(360.0 - apart));
  return bound.kind == Bound::absolute ? apart : apart / std::max({std::fabs(wanted), bound.floor, 1e-300});
}

struct Worst {
  double distance = 0.0, found = 0.0, wanted = 0.0;
  int line = 0;
  long compared = 0, blank_differs = 0;
};

Worst compare(const Bound& bound, const eval::Table& wanted, std::span<const double> found) {
  Worst worst;
  const std::span<const double> column = wanted[bound.column];
  for (std::size_t row = 0; row < wanted.rows; ++row) {
    const bool blank = std::isnan(column[row]);
    if (blank != std::isnan(found[row])) {
      if (worst.blank_differs++ == 0) worst.line = wanted.lines[row];
    } else if (!blank) {
      ++worst.compared;
      const double apart = distance(bound, found[row], column[row]);
      if (!(apart <= worst.distance)) worst = {apart, found[row], column[row], wanted.lines[row], worst.compared, worst.blank_differs};
    }
  }
  return worst;
}

/// The lines of sites that the table of sites has: of the two files different shares of the rows are public. The site is the
/// first cell.
std::string of_known_sites(const std::string& bytes, const eval::Table& sites) {
  const std::span<const std::string> known = sites.text("site");
  std::string kept;
  for (std::size_t from = 0, end; from < bytes.size(); from = end) {
    end = std::min(bytes.find('\n', from), bytes.size() - 1) + 1;
    const std::string site = bytes.substr(from, bytes.find(',', from) - from);
    if (bytes[from] == '#' || site == "site" || std::find(known.begin(), known.end(), site) != known.end())
      kept.append(bytes, from, end - from);
  }
  return kept;
}

void check_file(const eval::Model& model, const std::string& folder, std::string_view name, const std::vector<Bound>& bounds,
                const std::vector<std::string_view>& extras) {
  const std::string file = folder + std::string(name) + ".csv";
  INFO(file);
  std::string bytes = bytes_of(file);
  REQUIRE_FALSE(bytes.empty());
  std::vector<Error> problems;
  eval::Given given;
  for (std::size_t i = 0; i < extras.size(); ++i) {
    // What the tests may not keep is read from the whole references.
    const std::string own = folder + std::string(extras[i]), beside = exists(own) ? own : kWhole + std::string(extras[i]);
    given.extras.push_back(eval::read(beside, bytes_of(beside), model.extras[i].columns, problems));
  }
  given.extras.resize(model.extras.size());
  given.folder = reference_folder();
  if (!extras.empty() && given.extras[0].has("site")) bytes = of_known_sites(bytes, given.extras[0]);
  given.table = eval::read(file, bytes, model.takes, problems);
  for (const Error& problem : problems) UNSCOPED_INFO(problem.text());
  REQUIRE(problems.empty());
  eval::Computed computed(model.gives.size(), std::vector<double>(given.table.rows, std::nan("")));
  problems = model.run(given, computed);
  for (const Error& problem : problems) UNSCOPED_INFO(problem.text());
  REQUIRE(problems.empty());

  std::vector<Column> columns;
  for (const Bound& bound : bounds) columns.push_back({.name = bound.column, .unit = "", .meaning = "", .may_lack = true});
  const eval::Table wanted = eval::read(file, bytes, columns, problems);
  REQUIRE(problems.empty());
  REQUIRE(wanted.rows > 0);
  for (const Bound& bound : bounds) {
    const auto at = std::find_if(model.gives.begin(), model.gives.end(), [&](const Column& c) { return c.name == bound.column; });
    REQUIRE(at != model.gives.end());
    REQUIRE(wanted.has(bound.column));
    const Worst worst = compare(bound, wanted, computed[static_cast<std::size_t>(at - model.gives.begin())]);
    INFO(bound.column << ": worst of " << worst.compared << " in line " << worst.line << ": found " << worst.found << ", expected "
                      << worst.wanted << ", apart by " << worst.distance << "; cells blank only on one side: " << worst.blank_differs);
    CHECK(worst.compared > 0);
    CHECK(worst.blank_differs == 0);
    CHECK(worst.distance <= bound.tolerance);
  }
}

}  // namespace

bool has_whole_references() { return exists(kWhole + "README.md"); }

eval::Folder reference_folder() {
  eval::Folder folder{kWhole, {}, [](const std::string& path) -> Result<std::string> { return bytes_of(kWhole + path); }};
  std::error_code none;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kWhole, none))
    if (entry.is_regular_file()) folder.paths.push_back(entry.path().generic_string().substr(kWhole.size()));
  std::sort(folder.paths.begin(), folder.paths.end());
  return folder;
}

void check_stored(const eval::Model& model, std::string_view name, std::vector<Bound> bounds) {
  if (!has_whole_references()) SKIP("the whole reference files are not beside the repository, and these may not be copied");
  check_file(model, kWhole, name, bounds, {});
}

void check_model(const eval::Model& model, std::string_view name, std::vector<Bound> bounds, std::vector<std::string_view> extras) {
  check_file(model, kTrimmed, name, bounds, extras);
  if (has_whole_references()) check_file(model, kWhole, name, bounds, extras);
  else WARN("the whole reference files are not beside the repository: only the trimmed ones were compared");
}

}  // namespace gs::test
