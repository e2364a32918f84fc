#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/climate/site_climate.hpp"
#include "model/uncertainty/sobol.hpp"
#include "model/waste.hpp"
#include "portfolio/portfolio.hpp"
#include "sim/drivers.hpp"
#include "sim/shard.hpp"
#include "state/scenario.hpp"

/// Every plant's year, hour by hour: what does not depend on the scenario's year and grid factor. Made once a portfolio.
namespace gs {

struct RailRuns;   // sim/rail_runs.hpp
struct DrawSpace;  // sim/plant_part.hpp

/// Where the year's generation of a row came from.
enum class EnergyBasis : std::uint8_t { none, simulated, reported, country_factor, default_factor };

/// How a driver moves a plant's energy.
struct EnergyDriver {
  Driver driver{};
  double at_p10 = 1.0, at_p90 = 1.0;  ///< energy over the best estimate, with this input at its P10 and P90
  double variance = 0.0;              ///< of the factor over its squared mean
};
inline constexpr std::size_t kMostDrivers = 12;

/// What a store beside a plant or in a grid does in the year.
struct StoreYear {
  Energy capacity, charged, discharged, lost, curtailed_without, curtailed;
  Range<Mass> peak_what_if{};  ///< CO2 if its discharge replaced open-cycle gas turbines; in no total
};

struct HydrogenResult {
  Mass hydrogen, water;
  Energy used, unused;
  double kwh_per_kg = 0.0;
};

struct PlantYear {
  EnergyBasis basis{};
  std::int32_t capacity_factor{-1};  ///< index into Portfolio::capacity_factors when used
  /// Best estimate of a new plant's year: the sum of the hours, where there are hours. Nothing: makes no electricity of
  /// its own, or not enough is known.
  std::optional<Energy> energy;
  std::vector<float> power;     ///< MW to the grid, by hour (UTC); empty without an hourly year
  std::vector<float> relative;  ///< draws of the energy over its best estimate
  double low = 1.0, high = 1.0;  ///< P10 and P90 of them
  std::array<EnergyDriver, kMostDrivers> drivers{};
  int driver_count = 0;
  double degradation = 0.0;  ///< share of the output lost each year of age
  /// Of the weather behind it, to be shown: irradiation (or wind), as far as the plant has them.
  std::optional<model::Provenance> ghi, beam, wind, wind_shape;
  bool own_weather = false;      ///< of a file that the reader brought: others cannot verify it
  bool estimated_input = false;  ///< mounting, turbine or weather rests on general knowledge
  bool assumed_spread = false, rating_unknown = false;
  std::optional<StoreYear> store;
  std::optional<HydrogenResult> hydrogen;
  std::optional<model::WasteYear> waste;  ///< of a new plant's year

  std::span<const EnergyDriver> all_drivers() const { return {drivers.data(), static_cast<std::size_t>(driver_count)}; }
};

struct Fleet {
  Drawing drawing;
  std::vector<PlantYear> plants;  ///< one for each row of Portfolio::projects
  /// Normal quantiles of the grid factors, one column a country in the order of Portfolio::countries, and a last one for
  /// factors that belong to no country.
  std::vector<std::vector<double>> grid_normal;
  std::shared_ptr<const RailRuns> rail;  ///< every line run once each way; empty until set_rail has brought them
  std::string plants_digest;             ///< of every hour and draw
  std::string digest;                    ///< of that and of the railway's runs

  void set_rail(std::shared_ptr<const RailRuns>);

  std::span<const double> grid_of(const Portfolio&, std::string_view iso3) const;
  std::size_t hourly_bytes() const;
};

/// A year of weather that the reader brought for one project; it stands in for the synthetic one.
struct OwnWeather {
  std::string project;  ///< id
  model::WeatherYear weather;
};

/// Simulates the plants one after the other, so that a page can draw between two of them. The railway's runs do not depend
/// on the draws: a RailRunsBuilder makes them apart.
class FleetBuilder {
 public:
  /// Of a shard, only its rows of Portfolio::projects are simulated: the other plants stay empty.
  FleetBuilder(const Portfolio&, Drawing, std::vector<OwnWeather> own = {}, Shard = {});
  ~FleetBuilder();
  FleetBuilder(FleetBuilder&&) noexcept;
  FleetBuilder& operator=(FleetBuilder&&) noexcept;

  bool ready() const;
  double progress() const;  ///< 0..1
  void step();              ///< one more plant; does nothing when ready
  Fleet finish();           ///< steps until ready

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// The fleet of plants that are made already, one for each row of Portfolio::projects; without the railway.
Fleet fleet_of(const Portfolio&, const DrawSpace&, std::vector<PlantYear>);

/// All of it at once, the railway too. The portfolio must outlive the call only.
std::shared_ptr<const Fleet> build_fleet(const Portfolio&, Drawing = {}, std::vector<OwnWeather> own = {});

}  // namespace gs
