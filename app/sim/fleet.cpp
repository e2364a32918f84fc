#include "sim/fleet.hpp"

#include <algorithm>

#include "model/hydro.hpp"
#include "model/hydrogen.hpp"
#include "model/ledger.hpp"
#include "model/numerics.hpp"
#include "model/demand.hpp"
#include "model/storage.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "sim/assumptions.hpp"
#include "sim/factors.hpp"
#include "sim/plant_years.hpp"
#include "sim/rail_runs.hpp"
#include "sim/stores.hpp"

namespace gs {
namespace {

/// Any year but a leap year: the sun's course differs by less than a hundredth of a degree an hour.
constexpr int kSunYear = 2023;

Range<Ratio> range_of(const CapacityFactor& factor) {
  return {ratio(factor.low), ratio(factor.central), ratio(factor.high)};
}

/// MW by hour of a hydro plant whose year is known; none where the river's class is not.
std::vector<double> hydro_power(const Portfolio& portfolio, const Project& project, Energy energy) {
  const HydroSite* site = portfolio.hydro_site(project.id);
  const RiverRegime* regime = site ? portfolio.regime(site->regime) : nullptr;
  if (!regime || !project.capacity) return {};
  const auto shares = model::regulated(regime->shares, ratio(site->regulation));
  if (!shares) return {};
  const Energy most = *project.capacity * model::kYear;
  const auto months = model::hydro_months(*project.capacity, std::min(energy, most), *shares);
  if (!months) return {};
  auto hours = model::hydro_hours(*project.capacity, *months, model::evening_peak(project.longitude, ratio(site->peaking)));
  return hours ? std::move(*hours) : std::vector<double>{};
}

Energy energy_of(std::span<const double> power_mw) { return megawatt_hours(numerics::sum(power_mw)); }

}  // namespace

struct FleetBuilder::Work {
  Work(const Portfolio& p, const Drawing& d, std::vector<OwnWeather> o, Shard s)
      : portfolio(p), own(std::move(o)), space(d), sun(model::sun::sun_year(kSunYear)), shard(s), plants(p.projects.size()) {
    go_on(0);
  }

  const Portfolio& portfolio;
  std::vector<OwnWeather> own;
  DrawSpace space;
  model::sun::SunHours sun;
  Shard shard;
  std::vector<PlantYear> plants;
  std::size_t next = 0;
  std::optional<Fleet> fleet;

  /// To the first of the shard's rows from `row` on, or to the end.
  void go_on(std::size_t row) { next = std::min(shard.next(row), plants.size()); }
  bool ready() const { return fleet.has_value(); }

  void step() {
    if (ready()) return;
    if (next == plants.size()) {
      fleet = fleet_of(portfolio, space, std::move(plants));
      return;
    }
    simulate(portfolio.projects[next], plants[next]);
    go_on(next + 1);
  }

  void simulate(const Project& project, PlantYear& out) {
    PlantDraws draws(space, model::stream_of("project:" + project.id));
    std::vector<PlantPart> parts = weather_parts(project, out, draws);
    if (!parts.empty()) {
      out.basis = EnergyBasis::simulated;
    } else if (auto part = yearly(project, out, draws)) {
      parts.push_back(std::move(*part));
    }
    if (parts.empty()) {
      if (project.technology == Technology::battery_storage || project.technology == Technology::pumped_storage) store_alone(project, out);
      return;
    }
    PlantPart plant = sum_of(std::move(parts));
    if (project.technology == Technology::green_hydrogen) return make_hydrogen(project, out, plant);
    if (stands_beside_plant(project.technology)) store_beside(project, out, plant);
    keep(out, plant);
  }

  /// What follows sun and wind, hour by hour; nothing when the site's climate is not known.
  std::vector<PlantPart> weather_parts(const Project& project, PlantYear& out, PlantDraws& draws) {
    const Site* site = portfolio.site(project.id);
    const Category kind = category(project.technology);
    if (!site || kind == Category::storage || kind == Category::hydro) return {};
    const auto climate = climate_of(portfolio, project, *site);
    if (!climate) return {};
    const model::Place place = place_of(project, *site);
    const auto mine = std::find_if(own.begin(), own.end(), [&](const OwnWeather& w) { return w.project == project.id; });
    out.own_weather = mine != own.end();
    const Weather weather{*climate, place, sun, model::stream_of("wind:" + project.id), out.own_weather ? &mine->weather : nullptr};
    std::vector<PlantPart> parts;
    const auto add = [&](Result<PlantPart> part) {
      if (part) parts.push_back(std::move(*part));
    };
    const bool hybrid = kind == Category::hydrogen || kind == Category::csp;
    if (kind == Category::csp)
      if (const auto in = csp_inputs(portfolio, project, *site)) {
        add(csp_part(*in, weather, draws));
        out.beam = climate->beam;
        out.estimated_input |= !in->field_known;
      }
    if (kind == Category::solar || (hybrid && site->pv))
      if (const auto in = pv_inputs(portfolio, project, *site)) {
        add(pv_part(*in, weather, draws));
        out.ghi = climate->ghi;
        out.rating_unknown = !in->rating_known;
        out.estimated_input |= !in->mounting_known;
        out.degradation = model::pv::kDegradation.best.base();
      }
    if (kind == Category::wind || (hybrid && site->wind))
      if (const auto in = wind_inputs(portfolio, project, *site)) {
        add(wind_part(*in, weather, draws));
        if (climate->hub) {
          out.wind = climate->hub->mean;
          out.wind_shape = climate->hub->shape;
        }
        out.estimated_input |= !in->turbine_known;
        out.degradation = 0.016;  // Staffell & Green 2014: see model/wind/farm.hpp
      }
    return parts;
  }

  /// Plants of which a year is reported, or a factor known.
  std::optional<PlantPart> yearly(const Project& project, PlantYear& out, PlantDraws& draws) {
    if (!generates(project.technology)) return std::nullopt;
    std::optional<Range<Energy>> energy;
    Driver driver = Driver::reported;
    if (project.generation) {
      out.basis = EnergyBasis::reported;
      const bool hydro = project.technology == Technology::hydro;
      driver = hydro ? Driver::water : Driver::reported;
      energy = model::spread(*project.generation, hydro ? model::kReportedHydroSpread.base() : kReportedSpread);
      out.assumed_spread = true;
    } else if (project.capacity) {
      out.capacity_factor = find_capacity_factor(portfolio, project.technology, project.country);
      if (out.capacity_factor < 0) return std::nullopt;
      const CapacityFactor& factor = portfolio.capacity_factors[static_cast<std::size_t>(out.capacity_factor)];
      out.basis = factor.country.empty() ? EnergyBasis::default_factor : EnergyBasis::country_factor;
      driver = Driver::capacity_factor;
      energy = model::annual_energy(*project.capacity, range_of(factor));
    }
    if (!energy) return std::nullopt;
    PlantPart part = yearly_part(draws, driver, *energy);
    if (project.technology == Technology::waste_to_energy)
      if (const auto waste = model::waste_year(*energy, std::nullopt)) out.waste = *waste;
    if (project.technology == Technology::hydro) part.power = hydro_power(portfolio, project, energy->best);
    return part;
  }

  void keep(PlantYear& out, const PlantPart& plant) {
    out.energy = megawatt_hours(plant.energy_mwh);
    out.power.assign(plant.power.begin(), plant.power.end());
    out.relative.assign(plant.relative.begin(), plant.relative.end());
    if (!plant.relative.empty()) {
      const Range<Ratio> spread = model::range_of_draws<Ratio>(plant.relative);
      out.low = spread.low.base();
      out.high = spread.high.base();
    }
    for (const EnergyDriver& driver : plant.drivers)
      if (static_cast<std::size_t>(out.driver_count) < kMostDrivers) out.drivers[static_cast<std::size_t>(out.driver_count++)] = driver;
  }

  /// The plant's output goes through its store: full for the evening, less what is lost.
  void store_beside(const Project& project, PlantYear& out, PlantPart& plant) {
    const auto store = store_of(project);
    if (!store || plant.power.empty()) return;
    const auto year = model::store_beside_plant(*store, plant.power, *project.capacity, model::StoreRule::serve_peak,
                                                model::evening_window(project.longitude));
    if (!year) return;
    out.store = StoreYear{*project.storage, year->charged, year->discharged, year->lost(), year->curtailed_without, year->curtailed, {}};
    plant.power = year->delivered;
    plant.energy_mwh = energy_of(year->delivered).base();
  }

  /// A store of its own, in a grid a hundred times its size: it sees the day's shape of demand and does not change it.
  void store_alone(const Project& project, PlantYear& out) {
    const auto store = store_of(project);
    if (!store) return;
    const auto demand = model::demand_year(*project.capacity * 100.0, project.longitude);
    if (!demand) return;
    const auto year = model::store_in_grid(*store, *demand);
    if (!year) return;
    StoreYear kept{store->capacity, year->charged, year->discharged, year->lost(), {}, {}, {}};
    if (const auto grid = find_grid_factor(portfolio, FactorMethod::ember_average, project.technology, project.country))
      kept.peak_what_if = model::storage_credit(*year, grid->intensity, grid->intensity).peak.value;
    out.store = kept;
    out.power.assign(year->delivered.begin(), year->delivered.end());
  }

  /// An electrolyser fed by the plant's own sun and wind.
  void make_hydrogen(const Project& project, PlantYear& out, PlantPart& plant) {
    keep(out, plant);
    if (!project.capacity || plant.power.empty()) return;
    const auto year = model::hydrogen_year(model::alkaline(*project.capacity), plant.power);
    if (!year) return;
    out.hydrogen = HydrogenResult{year->hydrogen, model::water_withdrawn(*year).best, year->plant_energy, year->unused, year->kwh_per_kg()};
  }
};

FleetBuilder::FleetBuilder(const Portfolio& portfolio, Drawing drawing, std::vector<OwnWeather> own, Shard shard)
    : work_(std::make_unique<Work>(portfolio, drawing, std::move(own), shard)) {}
FleetBuilder::~FleetBuilder() = default;
FleetBuilder::FleetBuilder(FleetBuilder&&) noexcept = default;
FleetBuilder& FleetBuilder::operator=(FleetBuilder&&) noexcept = default;

bool FleetBuilder::ready() const { return work_->ready(); }
double FleetBuilder::progress() const {
  const std::size_t done = work_->next + (ready() ? 1 : 0);
  return static_cast<double>(done) / static_cast<double>(work_->portfolio.projects.size() + 1);
}
void FleetBuilder::step() { work_->step(); }
Fleet FleetBuilder::finish() {
  while (!ready()) step();
  return std::move(*work_->fleet);
}

std::shared_ptr<const Fleet> build_fleet(const Portfolio& portfolio, Drawing drawing, std::vector<OwnWeather> own) {
  Fleet fleet = FleetBuilder(portfolio, drawing, std::move(own)).finish();
  fleet.set_rail(build_rail_runs(portfolio));
  return std::make_shared<const Fleet>(std::move(fleet));
}

}  // namespace gs
