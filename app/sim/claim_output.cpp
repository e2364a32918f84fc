#include "sim/claim_output.hpp"

#include <algorithm>
#include <cmath>

#include "model/ledger.hpp"
#include "model/numerics.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "sim/factors.hpp"

namespace gs {
namespace {

/// Great-circle distance on the sphere of the map, degrees in, km out.
double distance_km(double lon_a, double lat_a, double lon_b, double lat_b) {
  using numerics::kDegree;
  const double a = lat_a * kDegree, b = lat_b * kDegree;
  const double cosine = numerics::sin(a) * numerics::sin(b) + numerics::cos(a) * numerics::cos(b) * numerics::cos((lon_a - lon_b) * kDegree);
  return 6371.0088 * numerics::acos(std::clamp(cosine, -1.0, 1.0));
}

struct SimulatedPlant {
  std::uint32_t project;
  Range<double> output;
};

double full_year(const Project& p) { return (*p.capacity * model::kYear).base(); }

/// Plants of a technology, with or without a store, whose hours are simulated.
std::vector<SimulatedPlant> simulated_plants(const Portfolio& portfolio, const Fleet& fleet, Technology technology) {
  std::vector<SimulatedPlant> found;
  for (std::size_t i = 0; i < portfolio.projects.size(); ++i) {
    const Project& p = portfolio.projects[i];
    const PlantYear& plant = fleet.plants[i];
    if (base_technology(p.technology) != base_technology(technology) || plant.basis != EnergyBasis::simulated) continue;
    if (!p.capacity || !(*p.capacity > Power{}) || !plant.energy) continue;
    const double best = plant.energy->base() / full_year(p);
    found.push_back({static_cast<std::uint32_t>(i), {best * plant.low, best, best * plant.high}});
  }
  return found;
}

/// P10, median and P90 of the plants' draws, each plant with the same weight.
Range<double> pooled(const Fleet& fleet, const std::vector<SimulatedPlant>& plants) {
  std::vector<double> draws;
  for (const SimulatedPlant& p : plants)
    for (const float relative : fleet.plants[p.project].relative) draws.push_back(p.output.best * static_cast<double>(relative));
  return draws.empty() ? plants.front().output : model::p10_p50_p90(std::span<double>(draws));
}

/// The claim may be of such a plant itself: its own interval counts whole.
bool alike(const Project& p, std::optional<Power> capacity) {
  return capacity && std::fabs(*p.capacity / *capacity - 1.0) <= kSameCapacity;
}

}  // namespace

UsualOutput usual_output(const Portfolio& portfolio, const Fleet& fleet, const ClaimCountries& countries, Technology technology,
                         std::string_view iso3, std::optional<Power> capacity) {
  UsualOutput usual;
  const std::vector<SimulatedPlant> everywhere = simulated_plants(portfolio, fleet, technology);
  for (const SimulatedPlant& p : everywhere) {
    usual.most = std::max(usual.most, p.output.high);
    if (p.output.best <= usual.best) continue;
    usual.best = p.output.best;
    usual.best_plant = static_cast<std::int32_t>(p.project);
  }
  std::vector<SimulatedPlant> here;
  for (const SimulatedPlant& p : everywhere)
    if (portfolio.projects[p.project].country == iso3) here.push_back(p);
  if (const ClaimCountry* place = countries.country(iso3); here.empty() && place) {
    for (const SimulatedPlant& p : everywhere) {
      const Project& row = portfolio.projects[p.project];
      if (distance_km(place->longitude, place->latitude, row.longitude, row.latitude) <= kNearbyKm) here.push_back(p);
    }
    usual.nearby = !here.empty();
  }
  if (!here.empty()) usual.simulated = pooled(fleet, here);
  for (const SimulatedPlant& p : here) {
    usual.plants.push_back(p.project);
    if (usual.nearby || !alike(portfolio.projects[p.project], capacity)) continue;
    usual.simulated->low = std::min(usual.simulated->low, p.output.low);
    usual.simulated->high = std::max(usual.simulated->high, p.output.high);
  }
  usual.row = find_capacity_factor(portfolio, technology, iso3);
  if (usual.row >= 0) {
    const CapacityFactor& row = portfolio.capacity_factors[static_cast<std::size_t>(usual.row)];
    usual.reported = Range<double>{row.low, row.central, row.high};
    usual.row_of_country = !row.country.empty();
  }
  for (const CapacityFactor& row : portfolio.capacity_factors)
    if (base_technology(row.technology) == base_technology(technology)) usual.most = std::max(usual.most, row.high);
  return usual;
}

OutputVerdict judge_output(double capacity_factor, const UsualOutput& usual) {
  // A claim of a plant's own figures, rounded, must not fall off the edge.
  constexpr double kRounding = 1e-9;
  if (capacity_factor > 1.0 + kRounding) return OutputVerdict::impossible;
  const auto inside = [&](const std::optional<Range<double>>& r) {
    return r && capacity_factor >= r->low * (1.0 - kRounding) && capacity_factor <= r->high * (1.0 + kRounding);
  };
  if (inside(usual.simulated)) return OutputVerdict::simulated;
  if (inside(usual.reported)) return OutputVerdict::reported;
  if (!usual.expected()) return OutputVerdict::none;
  if (capacity_factor > usual.most) return OutputVerdict::too_high;
  return capacity_factor < usual.expected()->best ? OutputVerdict::low : OutputVerdict::high;
}

}  // namespace gs
