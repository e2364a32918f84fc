#include "sim/plant_inputs.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "portfolio/site_climate.hpp"
#include "sim/assumptions.hpp"

namespace gs {
namespace {

using model::Distribution;

double deviation_of(const SiteValue& value, double otherwise) {
  return value.plus_minus > 0.0 && value.value > 0.0 ? value.plus_minus / value.value : otherwise;
}

/// Which of the rows soiling-* of factors.csv a country's plants are taken to have. A reading of climates, not a source.
std::string_view soiling_of(std::string_view iso3) {
  static constexpr struct {
    std::string_view countries, row;
  } kRegions[] = {{"ARE SAU QAT OMN KWT BHR IRQ IRN ISR", "soiling-gulf-desert"},
                  {"EGY TUN MAR DZA LBY MRT", "soiling-north-africa"},
                  {"KAZ UZB KGZ TKM TJK AZE MNG", "soiling-central-asia"},
                  {"PAK BGD IND LKA NPL", "soiling-south-asia"},
                  {"VNM IDN PHL LAO KHM MYS THA MMR", "soiling-humid-tropics"}};
  for (const auto& region : kRegions)
    if (region.countries.find(iso3) != std::string_view::npos) return region.row;
  return "soiling-default";
}

/// Factor (1 - loss) over that of the best estimate, of a loss in per cent.
Distribution of_loss(const Range<double>& percent_lost) {
  const double best = 1.0 - percent_lost.best / 100.0;
  return Distribution::split_normal({(1.0 - percent_lost.high / 100.0) / best, 1.0, (1.0 - percent_lost.low / 100.0) / best})
      .within(0.0, 1.0 / best);
}

/// Share over that of the best estimate, of a share that is there.
Distribution of_share(const Range<double>& share) {
  return Distribution::split_normal({share.low / share.best, 1.0, share.high / share.best}).within(0.0, 1.0 / share.best);
}

bool tracks(Mounting mounting) { return mounting == Mounting::single_axis_tracker; }

model::pv::Mounting mounting_of(const Project& project, const Site& site) {
  if (project.technology == Technology::solar_pv_floating) return model::pv::Mounting::floating;
  if (!site.mounting) return model::pv::Mounting::fixed;
  if (site.mounting->value == Mounting::floating_fixed) return model::pv::Mounting::floating;
  return tracks(site.mounting->value) ? model::pv::Mounting::tracked : model::pv::Mounting::fixed;
}

}  // namespace

Range<double> factor_range(const Portfolio& portfolio, std::string_view id, const Range<double>& otherwise) {
  const Factor* row = portfolio.factor(id);
  if (!row || !row->value) return otherwise;
  return {row->low.value_or(*row->value), *row->value, row->high.value_or(*row->value)};
}

model::Place place_of(const Project& project, const Site& site) {
  return {project.latitude, project.longitude, site.elevation_m ? site.elevation_m->value : 0.0};
}

Result<model::ClimateOfSite> climate_of(const Portfolio& portfolio, const Project& project, const Site& site) {
  std::vector<Station> rows;
  for (const Station& row : portfolio.stations)
    for (const std::string* id : {&site.station_id, &site.sunshine_station_id, &site.ghi_station_id, &site.wind_station_id})
      if (*id == row.id) {
        rows.push_back(row);
        break;
      }
  return model::climate_of(site_climate(site, project.latitude, project.longitude), station_months(rows));
}

std::optional<PvInputs> pv_inputs(const Portfolio& portfolio, const Project& project, const Site& site) {
  const std::optional<Power> rated = site.pv ? site.pv : site.wind || site.csp ? std::nullopt : project.capacity;
  if (!rated) return std::nullopt;
  const bool bifacial = site.bifacial && site.bifacial->value != Bifacial::no;
  PvInputs in;
  in.plant = model::pv::usual_plant(place_of(project, site), mounting_of(project, site), bifacial);
  if (site.bifacial && site.bifacial->value == Bifacial::mixed) in.plant.bifaciality *= 0.5;
  in.mounting_known = site.mounting && !site.mounting->estimated && site.mounting->value != Mounting::mixed;
  in.ratio_known = site.dc_ac_ratio && !site.dc_ac_ratio->estimated;
  if (site.dc_ac_ratio) in.plant.dc_ac = std::max(1.0, site.dc_ac_ratio->value);
  const bool dc = project.capacity_basis == CapacityBasis::dc;
  in.rating_known = project.capacity_basis != CapacityBasis::unstated;
  const double ratio = in.plant.dc_ac;
  // Unstated: halfway between the two readings, and the interval holds both.
  in.modules = *rated * (dc ? 1.0 : in.rating_known ? ratio : 0.5 * (1.0 + ratio));
  if (!in.rating_known && ratio > 1.0) {
    const double middle = 0.5 * (1.0 + ratio);
    in.multipliers.push_back({Driver::rating, Distribution::uniform(1.0 / middle, ratio / middle)});
  }

  const Range<double> soiling = factor_range(portfolio, soiling_of(project.country), {1.0, 2.0, 5.0});
  in.plant.losses[model::pv::kSoiling].share = soiling.best / 100.0;
  in.losses.push_back({Driver::soiling, of_loss(soiling)});
  in.losses.push_back({Driver::losses, of_loss(factor_range(portfolio, "losses-solar_pv", {9.0, 14.1, 20.0}))});
  return in;
}

std::optional<WindInputs> wind_inputs(const Portfolio& portfolio, const Project& project, const Site& site) {
  const std::optional<Power> rated = site.wind ? site.wind : site.pv || site.csp ? std::nullopt : project.capacity;
  if (!rated || !site.wind_100m) return std::nullopt;
  WindInputs in;
  in.capacity = *rated;
  model::wind::WindFarm& farm = in.farm;
  farm.altitude_m = site.elevation_m ? std::max(0.0, site.elevation_m->value) : 0.0;
  if (site.turbine) farm.turbine_mw = site.turbine->value.base();
  if (site.rotor_m) farm.rotor_m = site.rotor_m->value;
  if (site.hub_m) farm.hub_m = std::max(site.hub_m->value, 0.55 * farm.rotor_m);
  farm.turbines = site.turbines.value_or(std::max(1, static_cast<int>(rated->base() / farm.turbine_mw + 0.5)));
  if (project.technology == Technology::wind_offshore) farm.roughness_m = 0.0002;  // open sea: European Wind Atlas, 1989
  in.turbine_known = site.rotor_m && !site.rotor_m->estimated && site.turbine && !site.turbine->estimated;
  const bool sea = project.technology == Technology::wind_offshore;
  in.multipliers.push_back({Driver::availability, of_share(factor_range(portfolio, sea ? "availability-wind_offshore" : "availability-wind_onshore",
                                                                        {0.95, 0.97, 0.985}))});
  // Wakes of an unknown layout, electrical losses and performance together: an assumption, +-4 % as P10 and P90.
  in.multipliers.push_back({Driver::losses, Distribution::split_normal({0.96, 1.0, 1.04})});
  return in;
}

std::optional<CspInputs> csp_inputs(const Portfolio& portfolio, const Project& project, const Site& site) {
  const std::optional<Power> rated = site.csp ? site.csp : project.capacity;
  if (!rated) return std::nullopt;
  CspInputs in;
  const bool tower = site.mounting && site.mounting->value == Mounting::csp_tower;
  const auto kind = tower ? model::CspKind::tower : model::CspKind::trough;
  const std::optional<double> stored = site.csp_storage_h ? site.csp_storage_h
                                       : project.storage  ? std::optional(*project.storage / (*rated * hours(1)))
                                                          : std::nullopt;
  in.plant = stored ? model::usual_csp(kind, *stored) : model::usual_csp(kind);
  in.plant.capacity = *rated;
  if (site.csp_aperture_m2) {
    in.plant.solar_multiple = model::solar_multiple_of(in.plant, site.csp_aperture_m2->value);
    in.field_known = !site.csp_aperture_m2->estimated;
  }
  if (site.dni) in.dni_annual = site.dni->value;
  if (site.dni) in.dni_deviation = deviation_of(*site.dni, 0.15);
  const Range<double> available = factor_range(portfolio, "availability-csp", {0.90, 0.95, 0.98});
  in.plant.available = available.best;
  in.multipliers.push_back({Driver::availability, of_share(available)});
  // Optics, heat and turbine of a plant that is not the one behind the defaults: an assumption, +-8 % as P10 and P90.
  in.multipliers.push_back({Driver::losses, Distribution::split_normal({0.92, 1.0, 1.08})});
  return in;
}

}  // namespace gs
