#include "model/freight.hpp"

namespace gs::model {
namespace {

constexpr double kGramsInTonne = 1e6, kKilojoulesInMegawattHour = 3.6e6, kKilojoulesInTerajoule = 1e9,
                 kKilogramsInTonne = 1e3;

double tonne_kilometres(Mass freight, Length way) { return freight.base() * way.base(); }

}  // namespace

Mass road_freight_emissions(const FreightShift& shift, double grams_per_tkm) {
  return tonnes(tonne_kilometres(shift.freight, shift.road) * grams_per_tkm / kGramsInTonne);
}

Mass electric_rail_emissions(const FreightShift& shift, double kj_per_tkm, Intensity grid, Ratio losses) {
  const double kilojoules = tonne_kilometres(shift.freight, shift.rail) * kj_per_tkm;
  const Energy at_plant = megawatt_hours(kilojoules / kKilojoulesInMegawattHour) / (1.0 - losses.base());
  return at_plant * grid;
}

Mass diesel_rail_emissions(const FreightShift& shift, double kj_per_tkm, const DieselFactors& diesel) {
  const double terajoules = tonne_kilometres(shift.freight, shift.rail) * kj_per_tkm / kKilojoulesInTerajoule;
  return tonnes(terajoules * diesel.co2e_kg_per_tj() / kKilogramsInTonne);
}

}  // namespace gs::model
