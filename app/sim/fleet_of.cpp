#include "model/digest.hpp"
#include "model/numerics.hpp"
#include "sim/assumptions.hpp"
#include "sim/fleet.hpp"
#include "sim/plant_part.hpp"
#include "sim/rail_runs.hpp"

/// What a fleet has besides its plants.
namespace gs {
namespace {

/// One column a country and a last one for all others: in part the same everywhere.
std::vector<std::vector<double>> grid_normal_of(const Portfolio& portfolio, const DrawSpace& space) {
  const auto column = [&](std::string_view id) {
    return PlantDraws(space, model::stream_of("grid:" + std::string(id))).next(model::Distribution::normal(0.0, 1.0));
  };
  std::vector<std::vector<double>> columns;
  const std::vector<double> shared = column("world");
  const double common = numerics::sqrt(kSharedGridVariance), apart = numerics::sqrt(1.0 - kSharedGridVariance);
  for (const CountryFact& country : portfolio.countries) {
    std::vector<double>& normal = columns.emplace_back(column(country.iso3));
    for (std::size_t i = 0; i < normal.size(); ++i) normal[i] = common * shared[i] + apart * normal[i];
  }
  columns.push_back(shared);
  return columns;
}

std::string digest_of(const Fleet& fleet) {
  Digest digest;
  for (const PlantYear& plant : fleet.plants) {
    digest.add(static_cast<std::int64_t>(plant.basis));
    digest.add(plant.energy ? plant.energy->base() : -1.0);
    for (const float value : plant.power) digest.add(static_cast<double>(value));
    for (const float value : plant.relative) digest.add(static_cast<double>(value));
    for (const EnergyDriver& d : plant.all_drivers()) digest.add(d.variance);
    if (plant.store) digest.add(plant.store->lost.base());
    if (plant.hydrogen) digest.add(plant.hydrogen->hydrogen.base());
  }
  for (const auto& normal : fleet.grid_normal)
    for (const double value : normal) digest.add(value);
  return digest.hex();
}

}  // namespace

Fleet fleet_of(const Portfolio& portfolio, const DrawSpace& space, std::vector<PlantYear> plants) {
  Fleet fleet;
  fleet.drawing = space.drawing;
  fleet.plants = std::move(plants);
  fleet.grid_normal = grid_normal_of(portfolio, space);
  fleet.plants_digest = digest_of(fleet);
  fleet.set_rail(std::make_shared<const RailRuns>());
  return fleet;
}

void Fleet::set_rail(std::shared_ptr<const RailRuns> runs) {
  rail = std::move(runs);
  Digest both;
  both.add(std::string_view(plants_digest));
  both.add(std::string_view(rail->digest));
  digest = both.hex();
}

std::span<const double> Fleet::grid_of(const Portfolio& portfolio, std::string_view iso3) const {
  for (std::size_t c = 0; c < portfolio.countries.size(); ++c)
    if (portfolio.countries[c].iso3 == iso3) return grid_normal[c];
  return grid_normal.back();
}

std::size_t Fleet::hourly_bytes() const {
  std::size_t bytes = 0;
  for (const PlantYear& plant : plants) bytes += (plant.power.size() + plant.relative.size()) * sizeof(float);
  return bytes;
}

}  // namespace gs
