#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/climate/site_climate.hpp"
#include "model/csp.hpp"
#include "model/pv/plant.hpp"
#include "model/uncertainty/distribution.hpp"
#include "model/wind/farm.hpp"
#include "portfolio/portfolio.hpp"
#include "sim/drivers.hpp"

/// What the model is told of a row: weather and make of its plant, each with what is believed of it.
namespace gs {

/// An uncertain number of a plant. Its quantiles are of a factor or a scale; the median is the best estimate.
struct PlantInput {
  Driver driver{};
  model::Distribution distribution;
};

struct PvInputs {
  model::pv::PvPlant plant;
  Power modules;     ///< dc, at standard test conditions
  bool mounting_known = false, ratio_known = false, rating_known = false;
  std::vector<PlantInput> losses;       ///< of the modules' power, before the inverters: soiling and the rest
  std::vector<PlantInput> multipliers;  ///< of the energy: rating
};

struct WindInputs {
  model::wind::WindFarm farm;
  Power capacity;
  bool turbine_known = false;
  std::vector<PlantInput> multipliers;
};

struct CspInputs {
  model::CspPlant plant;
  std::optional<double> dni_annual;  ///< kWh/m2 a year on a surface facing the sun, where a source or estimate gives it
  double dni_deviation = 0.15;  ///< standard deviation of the year's beam, share
  bool field_known = false;
  std::vector<PlantInput> multipliers;
};

/// Weather of a project's site; an error names what is missing ("ghi").
Result<model::ClimateOfSite> climate_of(const Portfolio&, const Project&, const Site&);
/// Degrees and metres of the project, with the height of sites.csv where it has one.
model::Place place_of(const Project&, const Site&);

/// The photovoltaic part of a project, nothing when its power is not known.
std::optional<PvInputs> pv_inputs(const Portfolio&, const Project&, const Site&);
std::optional<WindInputs> wind_inputs(const Portfolio&, const Project&, const Site&);
std::optional<CspInputs> csp_inputs(const Portfolio&, const Project&, const Site&);

/// Low, best and high of a row of factors.csv; `otherwise` where there is none or its cells are empty.
Range<double> factor_range(const Portfolio&, std::string_view id, const Range<double>& otherwise);

}  // namespace gs
