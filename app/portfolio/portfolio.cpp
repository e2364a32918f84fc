#include "portfolio/portfolio.hpp"

#include <algorithm>

#include "portfolio/names.hpp"

namespace gs {
namespace {

template <class Row, class Key>
const Row* find(const std::vector<Row>& rows, std::string_view key, Key Row::*member) {
  for (const Row& row : rows)
    if (row.*member == key) return &row;
  return nullptr;
}

template <std::size_t N, class Enum>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < N ? words[at] : std::string_view();
}

}  // namespace

const Project* Portfolio::project(std::string_view id) const { return find(projects, id, &Project::id); }
const Route* Portfolio::route(std::string_view id) const { return find(routes, id, &Route::id); }
const Locomotive* Portfolio::locomotive(std::string_view id) const { return find(locomotives, id, &Locomotive::id); }
const Source* Portfolio::source(std::string_view id) const { return find(sources, id, &Source::id); }
const Factor* Portfolio::factor(std::string_view id) const { return find(factors, id, &Factor::id); }
const CountryFact* Portfolio::country(std::string_view iso3) const { return find(countries, iso3, &CountryFact::iso3); }

const Site* Portfolio::site(std::string_view id) const { return find(sites, id, &Site::project_id); }
const HydroSite* Portfolio::hydro_site(std::string_view id) const { return find(hydro_sites, id, &HydroSite::project_id); }
const LineRow* Portfolio::line(std::string_view id) const { return find(lines, id, &LineRow::route); }
const TrainRow* Portfolio::train(std::string_view id) const { return find(trains, id, &TrainRow::id); }
const TractionRow* Portfolio::traction(std::string_view id) const { return find(tractions, id, &TractionRow::id); }
const YardDutyRow* Portfolio::duty(std::string_view id) const { return find(duties, id, &YardDutyRow::id); }
const RiverRegime* Portfolio::regime(std::string_view id) const { return find(river_regimes, id, &RiverRegime::id); }

const RiverRegime* Portfolio::regime_of(const Project& project) const {
  if (const HydroSite* site = hydro_site(project.id)) return regime(site->regime);
  for (const RiverRegime& row : river_regimes)
    if (std::find(row.countries.begin(), row.countries.end(), project.country) != row.countries.end()) return &row;
  return nullptr;
}

std::vector<const Station*> Portfolio::stations_of(std::string_view id, StationVariable variable) const {
  std::vector<const Station*> found;
  for (const Station& row : stations)
    if (row.variable == variable && row.id == id) found.push_back(&row);
  return found;
}

const Station* Portfolio::station(std::string_view id, StationVariable variable) const {
  const auto rank = [](const Station& row) { return (row.months ? 2 : 0) + (row.normals() ? 0 : 1); };
  const Station* best = nullptr;
  for (const Station* row : stations_of(id, variable))
    if (!best || rank(*row) > rank(*best)) best = row;
  return best;
}

Category category(Technology technology) {
  switch (technology) {
    case Technology::solar_pv:
    case Technology::solar_pv_bess:
    case Technology::solar_pv_floating: return Category::solar;
    case Technology::csp: return Category::csp;
    case Technology::wind_onshore:
    case Technology::wind_onshore_bess:
    case Technology::wind_offshore: return Category::wind;
    case Technology::hydro: return Category::hydro;
    case Technology::pumped_storage:
    case Technology::battery_storage: return Category::storage;
    case Technology::green_hydrogen: return Category::hydrogen;
    case Technology::waste_to_energy: return Category::waste;
    case Technology::grid_interconnection: return Category::grid;
  }
  return Category::grid;
}

bool generates(Technology technology) {
  const Category c = category(technology);
  return c != Category::storage && c != Category::hydrogen && c != Category::grid;
}

std::string_view id_of(Technology v) { return word(names::kTechnology, v); }
std::string_view id_of(Category v) { return word(names::kCategory, v); }
std::string_view id_of(Status v) { return word(names::kStatus, v); }
std::string_view id_of(Confidence v) { return word(names::kConfidence, v); }
std::string_view id_of(CoordPrecision v) { return word(names::kCoordPrecision, v); }
std::string_view id_of(CapacityBasis v) { return word(names::kCapacityBasis, v); }
std::string_view id_of(ChineseRole v) { return word(names::kChineseRole, v); }
std::string_view id_of(LineStatus v) { return word(names::kLineStatus, v); }
std::string_view id_of(Electrified v) { return word(names::kElectrified, v); }
std::string_view id_of(LocomotiveType v) { return word(names::kLocomotiveType, v); }
std::string_view id_of(Basis v) { return word(names::kBasis, v); }
std::string_view id_of(Terrain v) { return word(names::kTerrain, v); }
std::string_view id_of(TrainKind v) { return word(names::kTrainKind, v); }
std::string_view id_of(TractionKind v) { return word(names::kTractionKind, v); }
std::string_view id_of(Duty v) { return word(names::kDuty, v); }
std::string_view id_of(DeliveryKind v) { return word(names::kDeliveryKind, v); }
std::string_view id_of(DutyKind v) { return word(names::kDutyKind, v); }
std::string_view id_of(Bri v) { return word(names::kBri, v); }

}  // namespace gs
