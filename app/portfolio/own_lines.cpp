#include <algorithm>
#include <limits>

#include "portfolio/own_table.hpp"
#include "portfolio/rows.hpp"

namespace gs::own {
namespace {

struct Point {
  double seq;
  int row;
  RoutePoint point;
};

struct Line {
  std::string name;
  int row;  ///< where it begins
  Route route;
  std::vector<Point> points;
};

/// What the points say of the whole line; the first that says so counts.
void describe(Route& route, const schema::Fields& f) {
  if (route.name.empty()) route.name = f.string("line_name");
  if (!f.text("status").empty() && f.text("status") != "open") route.status = f.choice<LineStatus>("status", LineStatus::open);
  if (route.electrified == Electrified::unknown) route.electrified = f.choice<Electrified>("electrified", Electrified::unknown);
  if (!route.gauge_mm) route.gauge_mm = f.whole("gauge_mm");
  if (!route.max_speed_kmh) route.max_speed_kmh = f.number("max_speed_kmh");
}

void find_countries(Route& route, const OwnChecks& checks) {
  if (!checks.country_at) return;
  const std::size_t step = std::max<std::size_t>(1, route.points.size() / 50);
  for (std::size_t i = 0; i < route.points.size(); i += step) {
    const auto country = checks.country_at(route.points[i].longitude, route.points[i].latitude);
    if (country && std::find(route.countries.begin(), route.countries.end(), *country) == route.countries.end()) route.countries.push_back(*country);
  }
}

/// In the order of seq; places along the line that do not grow are left out of it as a whole.
void close(Line& line, const std::string& file, const OwnChecks& checks, Ids& ids, OwnData& out) {
  std::stable_sort(line.points.begin(), line.points.end(), [](const Point& a, const Point& b) { return a.seq < b.seq; });
  const auto where = [&](int row, std::string_view column) { return file + ":" + std::to_string(row) + ":" + std::string(column); };
  double last = -1.0;
  bool grows = true;
  for (std::size_t i = 0; i < line.points.size(); ++i) {
    Point& p = line.points[i];
    if (i > 0 && p.seq == line.points[i - 1].seq) {
      out.problems.push_back(error_at(where(p.row, "seq"), what("problem.number_once", "expected each number once in \"{}\"", line.name) +
                                                               what("problem.found_again", "found it again")));
      continue;
    }
    if (p.point.chainage_km && *p.point.chainage_km < last && grows) {
      out.problems.push_back(error_at(where(p.row, "chainage_km"), what("problem.chainage", "expected at least the previous point's; the line goes without its distances")));
      grows = false;
    }
    last = p.point.chainage_km.value_or(last);
    line.route.points.push_back(std::move(p.point));
  }
  if (!grows)
    for (RoutePoint& p : line.route.points) p.chainage_km.reset();
  if (line.route.points.size() < 2) {
    out.problems.push_back(error_at(where(line.row, "route_id"), what("problem.points", "expected at least two good points of \"{}\"", line.name) +
                                                                     what("problem.found_number", "found {}", line.route.points.size())));
    return;
  }
  if (out.routes.size() == kMostOwnLines) {
    out.problems.push_back(error_at(where(line.row, "route_id"), what("problem.lines_at_most", "expected at most {} lines; \"{}\" is left out", kMostOwnLines, line.name)));
    return;
  }
  line.route.id = ids.unique(own_id(line.name, "line-" + std::to_string(line.row)));
  if (line.route.name.empty()) line.route.name = line.name.starts_with(kOwnPrefix) ? line.name.substr(kOwnPrefix.size()) : line.name;
  line.route.sources = {"own"};
  line.route.confidence = Confidence::low;
  find_countries(line.route, checks);
  out.routes.push_back(std::move(line.route));
}

}  // namespace

void read_lines(const Table& raw, const OwnChecks& checks, OwnData& out) {
  std::vector<std::string> headings;
  const std::size_t before = out.problems.size();
  out.problems.insert(out.problems.end(), raw.problems.begin(), raw.problems.end());
  Table table = translated(raw, points(), headings, out.problems);
  const bool counts = !headings[1].empty();
  bool whole = true;
  for (std::size_t c = 0; c < headings.size(); ++c)
    if (points().columns[c].filled && headings[c].empty()) {
      out.problems.push_back(error_at(raw.file + ":1", what("problem.column", "expected a column {}", points().columns[c].name) + what("problem.found_none", "found none")));
      whole = false;
    }
  if (!whole) return;
  const schema::Checked checked = schema::check(points(), std::move(table), {}, checks.checks.known_country, out.problems);
  std::vector<Line> lines;
  std::map<std::string, std::size_t, std::less<>> by_name;
  for (const Table::Row& row : checked.table.rows) {
    const schema::Fields f(points(), checked.table, row);
    const auto [at, is_new] = by_name.try_emplace(f.string("route_id"), lines.size());
    if (is_new) lines.push_back({at->first, row.number, {}, {}});
    Line& line = lines[at->second];
    describe(line.route, f);
    const auto seq = f.number("seq");
    if (counts && !seq) {
      out.problems.push_back(f.error("seq", what("problem.value", "expected a value") + what("problem.found_empty", "found an empty cell")));
      continue;
    }
    line.points.push_back({seq.value_or(static_cast<double>(line.points.size())), row.number, rows::route_point(f)});
  }
  Ids ids;
  for (Line& line : lines) close(line, raw.file, checks, ids, out);
  name_as_in_file(out.problems, before, points(), headings);
}

}  // namespace gs::own
