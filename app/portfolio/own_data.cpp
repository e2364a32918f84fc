#include "portfolio/own_data.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/digest.hpp"
#include "model/own_version.hpp"
#include "portfolio/own_climate.hpp"
#include "portfolio/own_table.hpp"

namespace gs {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

std::string_view first_line(std::string_view bytes) {
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  return bytes.substr(0, bytes.find_first_of("\r\n"));
}

/// What stands between most headings.
char delimiter_of(std::string_view line) {
  char best = ',';
  long most = std::count(line.begin(), line.end(), ',');
  for (const char c : {';', '\t'})
    if (const long n = std::count(line.begin(), line.end(), c); n > most) most = n, best = c;
  return best;
}

bool has(const Table& table, const schema::File& file, std::string_view column) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const std::string& heading) { return own::meaning_of(heading, file).column == column; });
}

/// A table that names lines and has no capacities.
bool is_of_lines(const Table& table) { return has(table, own::points(), "route_id") && !has(table, own::projects(), "capacity_mw"); }

/// The bytes up to a number of lines: rows beyond the limit are not even cut into cells.
std::string_view lines_up_to(std::string_view bytes, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < most && at < bytes.size(); ++n) {
    const std::size_t end = bytes.find('\n', at);
    if (end == std::string_view::npos) return bytes;
    at = end + 1;
  }
  return bytes.substr(0, at);
}

void read_csv(std::string_view file, std::string_view bytes, const OwnChecks& checks, OwnData& out) {
  const std::string_view some = lines_up_to(bytes, 4 * kMostOwnPoints);
  Table table = read_table(file, some, delimiter_of(first_line(bytes)));
  if (table.columns.size() > kMostOwnColumns) {
    out.problems.push_back(error_at(fmt::format("{}:1", file), what("problem.columns_at_most", "expected at most {} columns", kMostOwnColumns) +
                                                                   what("problem.found_number", "found {}", table.columns.size())));
    return;
  }
  const bool lines = is_of_lines(table);
  const std::size_t most = lines ? kMostOwnPoints : kMostOwnRows;
  out.rows = table.rows.size() + static_cast<std::size_t>(std::count_if(table.problems.begin(), table.problems.end(), [](const Error& e) { return !e.where.ends_with(":1"); }));
  if (table.rows.size() > most || some.size() < bytes.size()) {
    table.problems.push_back(error_at(fmt::format("{}:{}", file, table.rows.size() > most ? table.rows[most].number : 4 * static_cast<int>(kMostOwnPoints)),
                                      what("problem.rows_at_most", "expected at most {} rows; the rest is left out", most)));
    table.rows.resize(std::min(table.rows.size(), most));
  }
  if (lines) own::read_lines(table, checks, out);
  else own::read_projects(table, checks, out);
}

/// What a file is that is neither; nothing where it may be.
std::optional<What> other_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return what("problem.found_sheet", "found a spreadsheet or an archive; please save the sheet as CSV (UTF-8)");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return what("problem.found_utf16", "found UTF-16; please save it as CSV (UTF-8)");
  if (bytes.starts_with("%PDF") || bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF")) return what("problem.found_document", "found a picture or a document");
  if (bytes.find('\0') != std::string_view::npos) return what("problem.found_binary", "found binary data");
  return std::nullopt;
}

void keep_most(std::vector<Error>& problems, std::string_view file) {
  if (problems.size() <= kMostOwnProblems) return;
  const std::size_t more = problems.size() - kMostOwnProblems + 1;
  problems.resize(kMostOwnProblems - 1);
  problems.push_back(error_at(std::string(file), what("problem.more", "{} more problems, not listed", more)));
}

}  // namespace

OwnData read_own_data(std::string_view file, std::string_view bytes, const OwnChecks& checks, std::size_t size) {
  OwnData out;
  out.file = file;
  Digest digest;
  digest.add(bytes);
  out.digest = digest.hex();
  const auto report = [&](What problem) { out.problems.push_back(error_at(out.file, std::move(problem))); };
  const auto expected_file = [] { return what("problem.csv_or_geojson", "expected CSV or GeoJSON"); };
  const std::string_view start = bytes.substr(std::min(bytes.size(), bytes.starts_with(kMark) ? kMark.size() : 0));
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (std::max(size, bytes.size()) > kMostOwnBytes) {
    report(what("problem.mb_at_most", "expected at most {} MB", kMostOwnBytes / 1'000'000) +
           what("problem.found_mb", "found {} MB", fmt::format("{:.1f}", static_cast<double>(std::max(size, bytes.size())) / 1e6)));
  } else if (const auto other = other_kind(bytes)) {
    report(expected_file() + *other);
  } else if (first == std::string_view::npos) {
    report(expected_file() + what("problem.found_empty_file", "found an empty file"));
  } else if (start[first] == '{' || start[first] == '[') {
    own::read_geojson(file, start, checks, out);
  } else {
    read_csv(file, bytes, checks, out);
  }
  if (out.empty() && out.problems.empty()) report(what("problem.row", "expected at least one row") + what("problem.found_none", "found none"));
  keep_most(out.problems, file);
  return out;
}

OwnData merged(OwnData a, OwnData b) {
  own::Ids projects, routes;
  for (Project& p : a.projects) projects.unique(p.id);
  for (Route& r : a.routes) routes.unique(r.id);
  const auto move_site = [&](const std::string& from, const std::string& to) {
    for (Site& s : b.sites)
      if (s.project_id == from) {
        s.project_id = to;
        a.sites.push_back(std::move(s));
        s.project_id.clear();
        return;
      }
  };
  for (Project& p : b.projects) {
    const std::string id = projects.unique(p.id);
    move_site(p.id, id);
    p.id = id;
    a.projects.push_back(std::move(p));
  }
  for (Route& r : b.routes) {
    r.id = routes.unique(r.id);
    a.routes.push_back(std::move(r));
  }
  a.problems.insert(a.problems.end(), b.problems.begin(), b.problems.end());
  a.rows += b.rows;
  a.file += (a.file.empty() || b.file.empty() ? "" : ", ") + b.file;
  if (a.digest.empty()) {
    a.digest = b.digest;
  } else {
    Digest both;
    both.add(std::string_view(a.digest));
    both.add(std::string_view(b.digest));
    a.digest = both.hex();
  }
  return a;
}

Portfolio joined(const Portfolio& base, const OwnData& own) {
  Portfolio out = base;
  if (own.empty()) return out;
  std::map<std::string_view, const Site*> given;
  for (const Site& s : own.sites) given[s.project_id] = &s;
  out.projects.insert(out.projects.end(), own.projects.begin(), own.projects.end());
  const OwnClimates climates(base);
  for (std::size_t i = base.projects.size(); i < out.projects.size(); ++i) {
    Project& p = out.projects[i];
    if (!p.part_of.empty() && !base.project(p.part_of)) p.part_of.clear();
    const auto at = given.find(p.id);
    if (auto site = climates.site_of(p, at == given.end() ? nullptr : at->second)) out.sites.push_back(std::move(*site));
  }
  out.routes.insert(out.routes.end(), own.routes.begin(), own.routes.end());
  Source source;
  source.id = "own";
  source.publisher = "Own data: " + own.file;
  out.sources.push_back(std::move(source));
  Digest digest;
  digest.add(std::string_view(base.version));
  digest.add(std::string_view(own.digest));
  out.version = own_version(digest.hex());
  return out;
}

}  // namespace gs
