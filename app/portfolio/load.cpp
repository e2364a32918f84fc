#include "portfolio/load.hpp"

#include <algorithm>

#include "portfolio/load_railway.hpp"
#include "portfolio/load_sites.hpp"
#include "portfolio/loading.hpp"
#include "portfolio/references.hpp"
#include "portfolio/rows.hpp"

namespace gs {
Loaded load_portfolio(const ReadFile& read, const Checks& checks) {
  Loading loading(read, checks);
  Table projects = loading.take(schema::projects()), routes = loading.take(schema::routes()),
        points = loading.take(schema::route_points()), locomotives = loading.take(schema::locomotives()),
        grid = loading.take(schema::grid_factors()), ember = loading.take(schema::ember(), true),
        capacity = loading.take(schema::capacity_factors()), factors = loading.take(schema::factors()),
        rail = loading.take(schema::rail_factors()), claims = loading.take(schema::claims()),
        countries = loading.take(schema::countries()), sources = loading.take(schema::sources());
  SiteTables site_tables = take_site_tables(loading);
  RailwayTables railway_tables = take_railway_tables(loading);

  const Loading::Ids source_ids = Loading::ids(sources, "id");
  loading.known_sources.assign(source_ids.begin(), source_ids.end());
  References references(checks, loading.problems());
  references.projects = Loading::ids(projects, "id");
  references.routes = Loading::ids(routes, "id");
  references.countries = Loading::ids(countries, "iso3");
  references.add_subjects(references.projects);
  references.add_subjects(references.routes);
  references.add_subjects(references.countries);
  references.locomotives = Loading::ids(locomotives, "id");
  references.add_subjects(references.locomotives);
  references.add_subjects(Loading::ids(factors, "id"));
  references.add_subjects(Loading::ids(factors, "subject"));
  references.add_subjects(Loading::ids(rail, "id"));

  Portfolio& p = loading.portfolio();
  loading.each(schema::sources(), std::move(sources), [&](const auto& f) { p.sources.push_back(rows::source(f)); });
  loading.each(schema::countries(), std::move(countries),
               [&](const auto& f) { p.countries.push_back(rows::country(f)); });
  loading.each(schema::projects(), std::move(projects), [&](const auto& f) {
    Project project = rows::project(f);
    if (references.fits(f, project)) p.projects.push_back(std::move(project));
  });
  loading.each(schema::routes(), std::move(routes), [&](const auto& f) {
    p.routes.push_back(rows::route(f));
    references.note_row(p.routes.back().id, f);
  });
  loading.each(schema::route_points(), std::move(points), [&](const auto& f) {
    if (!references.fits_point(f)) return;
    const auto route =
        std::find_if(p.routes.begin(), p.routes.end(), [&](const Route& r) { return r.id == f.text("route_id"); });
    if (route != p.routes.end()) route->points.push_back(rows::route_point(f));
  });
  for (const Route& route : p.routes) references.check_route(route);
  loading.each(schema::locomotives(), std::move(locomotives), [&](const auto& f) {
    if (references.fits_locomotive(f)) p.locomotives.push_back(rows::locomotive(f));
  });
  const auto add_grid_factor = [&](const auto& f) {
    if (references.fits_grid_factor(f)) p.grid_factors.push_back(rows::grid_factor(f));
  };
  loading.each(schema::grid_factors(), std::move(grid), add_grid_factor);
  if (!ember.columns.empty() || !ember.problems.empty())
    loading.each(schema::ember(), std::move(ember), add_grid_factor);
  loading.each(schema::capacity_factors(), std::move(capacity), [&](const auto& f) {
    if (references.fits_capacity_factor(f)) p.capacity_factors.push_back(rows::capacity_factor(f));
  });
  loading.each(schema::factors(), std::move(factors), [&](const auto& f) {
    if (references.in_order(f, "low", "value", "high")) p.factors.push_back(rows::factor(f));
  });
  loading.each(schema::rail_factors(), std::move(rail),
               [&](const auto& f) { p.rail_factors.push_back(rows::rail_factor(f)); });
  loading.each(schema::claims(), std::move(claims), [&](const auto& f) {
    if (references.fits_claim(f)) p.claims.push_back(rows::claim(f));
  });
  load_sites(loading, references, std::move(site_tables));
  load_railway(loading, references, std::move(railway_tables));
  references.check_wholes(p.projects);
  return loading.finish();
}

}  // namespace gs
