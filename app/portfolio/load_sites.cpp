#include "portfolio/load_sites.hpp"

#include "portfolio/rows.hpp"

namespace gs {
namespace {

/// "wmo41217\ntemp_c" of every row, good or bad.
Loading::Ids station_variables(const Table& table) {
  const auto index = [&table](std::string_view column) {
    return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), column) -
                                    table.columns.begin());
  };
  const std::size_t station = index("station_id"), variable = index("variable");
  Loading::Ids found;
  if (station == table.columns.size() || variable == table.columns.size()) return found;
  for (const Table::Row& row : table.rows) found.insert(row.cells[station] + "\n" + row.cells[variable]);
  return found;
}

}  // namespace

SiteTables take_site_tables(Loading& loading) {
  SiteTables tables;
  tables.sites = loading.take(schema::sites());
  tables.stations = loading.take(schema::stations());
  tables.regimes = loading.take(schema::river_regimes());
  tables.hydro_sites = loading.take(schema::hydro_sites());
  return tables;
}

void load_sites(Loading& loading, References& references, SiteTables tables) {
  references.station_variables = station_variables(tables.stations);
  references.regimes = Loading::ids(tables.regimes, "id");
  Portfolio& p = loading.portfolio();
  loading.each(schema::stations(), std::move(tables.stations), [&](const auto& f) {
    if (references.fits_station(f)) p.stations.push_back(rows::station(f));
  });
  loading.each(schema::sites(), std::move(tables.sites), [&](const auto& f) {
    if (references.fits_site(f)) p.sites.push_back(rows::site(f));
  });
  loading.each(schema::river_regimes(), std::move(tables.regimes), [&](const auto& f) {
    RiverRegime regime = rows::river_regime(f);
    if (references.fits_regime(f, regime)) p.river_regimes.push_back(std::move(regime));
  });
  loading.each(schema::hydro_sites(), std::move(tables.hydro_sites), [&](const auto& f) {
    if (references.fits_hydro_site(f)) p.hydro_sites.push_back(rows::hydro_site(f));
  });
}

}  // namespace gs
