#include <algorithm>
#include <cmath>
#include <set>

#include "model/ledger.hpp"
#include "portfolio/own_table.hpp"
#include "portfolio/rows.hpp"

namespace gs::own {
namespace {

// What a figure of a reader's own is taken to be worth, as a standard deviation: about that of satellites and wind atlases.
constexpr double kIrradiationSpread = 0.07, kBeamSpread = 0.10, kWindSpread = 0.10, kShapeSpread = 0.15;

std::size_t at(const schema::File& file, std::string_view column) {
  for (std::size_t i = 0; i < file.columns.size(); ++i)
    if (file.columns[i].name == column) return i;
  return 0;
}

struct Place {
  double longitude, latitude;
};

std::optional<Place> place_of(const Table::Row& row) {
  const auto lat = schema::parse_number(row.cells[at(projects(), "latitude")]), lon = schema::parse_number(row.cells[at(projects(), "longitude")]);
  if (!lat || !lon || std::fabs(*lat) > 90.0 || std::fabs(*lon) > 180.0) return std::nullopt;
  return Place{*lon, *lat};
}

bool is_code(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What a row leaves out and we know: its country by name or place, and the least that can be said of the rest. Rows whose country
/// is missed only because their place cannot be read go to `lost`.
void fill_in(Table& table, const OwnChecks& checks, std::set<std::string>& lost) {
  const auto fill = [&](Table::Row& row, std::string_view column, std::string_view value) {
    std::string& cell = row.cells[at(projects(), column)];
    if (cell.empty()) cell = value;
  };
  for (Table::Row& row : table.rows) {
    std::string& country = row.cells[at(projects(), "country")];
    const auto place = place_of(row);
    if (country.empty() && !place && checks.country_at) lost.insert(table.file + ":" + std::to_string(row.number) + ":country");
    else if (country.empty() && place && checks.country_at) country = checks.country_at(place->longitude, place->latitude).value_or("");
    else if (!country.empty() && !is_code(country) && checks.country_named) country = checks.country_named(country).value_or(country);
    fill(row, "status", "operating");
    fill(row, "coord_precision", "site");
    fill(row, "coord_radius_km", "1");
    fill(row, "capacity_basis", "unstated");
    fill(row, "chinese_role_check", "unverified");
    fill(row, "confidence", "low");
  }
}

/// What is wrong with a row across its columns, or nothing.
std::optional<Error> misfit(const schema::Fields& f, const Project& p, const OwnChecks& checks) {
  if (const auto& outside = checks.checks.km_outside_country; outside && p.coord_note.empty() &&
      !(checks.country_at && checks.country_at(p.longitude, p.latitude) == p.country)) {
    const double far = p.technology == Technology::wind_offshore ? kOffshoreKm : kBorderToleranceKm;
    const auto km = outside(p.country, p.longitude, p.latitude);
    if (km && *km > p.coord_radius_km + far) {
      const auto turned = std::fabs(p.longitude) <= 90.0 ? outside(p.country, p.latitude, p.longitude) : std::nullopt;
      What found = turned && *turned <= p.coord_radius_km + far
                       ? what("problem.found_exchanged", "found one {} km outside; latitude and longitude seem to be exchanged", std::llround(*km))
                       : what("problem.found_outside", "found one {} km outside", std::llround(*km));
      return f.error("latitude", what("problem.place", "expected a place in {}", p.country) + std::move(found));
    }
  }
  if (p.capacity && p.generation && generates(p.technology) && *p.generation > model::annual_energy(*p.capacity, 1.0))
    return f.error("generation_gwh", what("problem.generation", "expected at most {} (the capacity for 8760 h)", std::llround(p.capacity->base() * 8.76)) +
                                         schema::found_what(f.text("generation_gwh")));
  return std::nullopt;
}

std::optional<Site> site_of(const schema::Fields& f, const Project& p) {
  Site s = rows::site(f);
  s.project_id = p.id;
  s.notes.clear();
  const auto worth = [](std::optional<SiteValue>& value, double share) {
    if (value) value->plus_minus = share * value->value;
  };
  worth(s.ghi_annual, kIrradiationSpread);
  worth(s.dni, kBeamSpread);
  worth(s.wind_100m, kWindSpread);
  worth(s.weibull_k, kShapeSpread);
  s.ghi = s.ghi_annual;
  if (s.ghi) s.ghi_basis = GhiBasis::published;
  const bool any = s.elevation_m || s.ghi || s.dni || s.wind_100m || s.weibull_k || s.mounting || s.bifacial || s.dc_ac_ratio ||
                   s.rotor_m || s.turbine || s.hub_m || s.turbines;
  return any ? std::optional(std::move(s)) : std::nullopt;
}

}  // namespace

void read_projects(const Table& raw, const OwnChecks& checks, OwnData& out) {
  std::vector<std::string> headings;
  const std::size_t before = out.problems.size();
  out.problems.insert(out.problems.end(), raw.problems.begin(), raw.problems.end());
  Table table = translated(raw, projects(), headings, out.problems);
  bool whole = true;
  for (const std::string_view needed : {"name", "technology", "latitude", "longitude", "capacity_mw"})
    if (!raw.columns.empty() && headings[at(projects(), needed)].empty()) {
      out.problems.push_back(error_at(raw.file + ":1", what("problem.column", "expected a column {}", needed) + what("problem.found_none", "found none")));
      whole = false;
    }
  if (raw.columns.empty() || !whole) return;
  std::set<std::string> lost;
  fill_in(table, checks, lost);
  const schema::Checked checked = schema::check(projects(), std::move(table), {}, checks.checks.known_country, out.problems);
  std::erase_if(out.problems, [&](const Error& e) { return lost.contains(e.where); });
  Ids ids;
  for (const Table::Row& row : checked.table.rows) {
    const schema::Fields f(projects(), checked.table, row);
    Project p = rows::project(f);
    if (auto error = misfit(f, p, checks)) {
      out.problems.push_back(*std::move(error));
      continue;
    }
    const std::string& name = p.id.empty() ? p.name : p.id;
    p.id = ids.unique(own_id(name, "row-" + std::to_string(row.number)));
    p.validation_use = ValidationUse::none;
    const std::string said = f.string("sources");
    if (!said.empty() && said != "own") p.notes += (p.notes.empty() ? "" : " ") + ("Source: " + said);
    p.sources = {"own"};
    if (auto site = site_of(f, p)) out.sites.push_back(std::move(*site));
    out.projects.push_back(std::move(p));
  }
  name_as_in_file(out.problems, before, projects(), headings);
}

}  // namespace gs::own
