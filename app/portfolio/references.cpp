#include "portfolio/references.hpp"

#include <algorithm>
#include <cmath>

#include "model/ledger.hpp"

namespace gs {
namespace {

std::string whole(double value) { return std::to_string(std::llround(value)); }

std::vector<std::string_view> views(const References::Ids& ids) { return {ids.begin(), ids.end()}; }

}  // namespace

bool References::report(const schema::Fields& f, std::string_view column, std::string what) {
  problems_.push_back(f.error(column, std::move(what)));
  return false;
}

bool References::refers(const schema::Fields& f, std::string_view column, const Ids& ids, std::string_view file) {
  const std::string_view id = f.text(column);
  if (id.empty() || ids.contains(id)) return true;
  return report(f, column, "expected an id of " + std::string(file) + schema::found(id, views(ids)));
}

bool References::once(const schema::Fields& f, std::string_view column, std::string key) {
  if (seen_.insert(key).second) return true;
  std::replace(key.begin(), key.end(), '\n', ' ');
  return report(f, column, "expected each combination once, found \"" + key + "\" again");
}

bool References::place_fits(const schema::Fields& f, const Project& p) {
  if (!checks_.km_outside_country || !p.coord_note.empty()) return true;
  const std::optional<double> outside = checks_.km_outside_country(p.country, p.longitude, p.latitude);
  if (!outside || *outside <= p.coord_radius_km + kBorderToleranceKm) return true;
  return report(f, "latitude",
                "expected a place in " + p.country + " (or a coord_note that says why not), found one " +
                    (std::isfinite(*outside) ? whole(*outside) + " km" : std::string("far")) + " outside");
}

bool References::fits(const schema::Fields& f, const Project& p) {
  bool good = place_fits(f, p);
  good &= refers(f, "country", countries, "countries.csv");
  good &= refers(f, "part_of", projects, "projects.csv");
  if (p.part_of == p.id) good = report(f, "part_of", "expected another project, found the row's own id");
  if (p.capacity && p.generation && generates(p.technology)) {
    const Energy most = model::annual_energy(*p.capacity, 1.0);
    if (*p.generation > most)
      good = report(f, "generation_gwh",
                    "expected at most " + whole(most.base() / 1e3) + " (capacity_mw for 8760 h)" +
                        schema::found(f.text("generation_gwh")));
  }
  if (!p.part_of.empty()) note_row(p.id, f);
  return good;
}

bool References::fits_point(const schema::Fields& f) {
  bool good = refers(f, "route_id", routes, "routes.csv");
  const std::string route = f.string("route_id");
  const int seq = f.whole("seq").value_or(0);
  int& last = last_seq_[route];
  if (seq <= last)
    good = report(f, "seq",
                  "expected a number above " + std::to_string(last) + " (points stand in the order of the line)" +
                      schema::found(f.text("seq")));
  last = std::max(last, seq);
  if (const auto chainage = f.number("chainage_km")) {
    const auto [previous, first] = last_chainage_.try_emplace(route, *chainage);
    if (!first && *chainage < previous->second)
      good = report(f, "chainage_km", "expected at least the previous point's" + schema::found(f.text("chainage_km")));
    previous->second = std::max(previous->second, *chainage);
  }
  return good;
}

bool References::fits_locomotive(const schema::Fields& f) {
  const bool latitude = f.number("latitude").has_value(), longitude = f.number("longitude").has_value();
  if (latitude == longitude) return true;
  return report(f, latitude ? "longitude" : "latitude", "expected both coordinates or none, found an empty cell");
}

bool References::fits_grid_factor(const schema::Fields& f) {
  return once(f, "method",
              f.string("country") + "\n" + f.string("method") + "\n" + f.string("year") + "\n" + f.string("source"));
}

bool References::fits_capacity_factor(const schema::Fields& f) {
  bool good = in_order(f, "low", "central", "high");
  good &= once(f, "technology", f.string("technology") + "\n" + f.string("country"));
  return good;
}

bool References::fits_claim(const schema::Fields& f) {
  bool good = refers(f, "subject", subjects_, "a project, route, locomotive, factor or country");
  good &= in_order(f, "low", "value", "high");
  return good;
}

bool References::in_order(const schema::Fields& f, std::string_view low, std::string_view central,
                          std::string_view high) {
  const auto a = f.number(low), b = f.number(central), c = f.number(high);
  bool good = true;
  if (a && b && *a > *b)
    good = report(
        f, low, "expected at most " + f.string(central) + ", the " + std::string(central) + schema::found(f.text(low)));
  if (b && c && *c < *b)
    good = report(
        f, high,
        "expected at least " + f.string(central) + ", the " + std::string(central) + schema::found(f.text(high)));
  return good;
}

void References::note_row(const std::string& id, const schema::Fields& f) {
  rows_.insert_or_assign(id, f.error("", ""));
}

void References::check_route(const Route& route) {
  const auto points = last_seq_.find(route.id);
  if (points != last_seq_.end() && points->second >= 2) return;
  problems_.push_back(
      {rows_[route.id].where + "id", "expected at least two points in route_points.csv, found " +
                                         std::to_string(points == last_seq_.end() ? 0 : points->second)});
}

void References::check_wholes(const std::vector<Project>& all) {
  for (const Project& part : all)
    for (const Project& whole : all)
      if (!part.part_of.empty() && whole.id == part.part_of && part.id != whole.id && !whole.part_of.empty())
        problems_.push_back({rows_[part.id].where + "part_of",
                             "expected a whole that is not itself a part" + schema::found(part.part_of)});
}

}  // namespace gs
