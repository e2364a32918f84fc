#include <array>

#include "eval/capture.hpp"
#include "eval/emissions.hpp"
#include "eval/eval.hpp"
#include "eval/pv.hpp"
#include "eval/pv_annual.hpp"
#include "eval/pv_year.hpp"
#include "eval/sun.hpp"
#include "eval/train_altrios.hpp"
#include "eval/train_resistance.hpp"
#include "eval/trainruns.hpp"
#include "eval/wind.hpp"

namespace gs::eval {

std::span<const Model* const> models() {
  /// In the order of `greensilk eval --list`: sun, photovoltaics, wind, savings, trains.
  static constexpr std::array kModels{
      &kSolarPosition, &kErbs,       &kTranspositionPerez, &kIam,      &kCellTemperature, &kPvwatts,
      &kTracking,      &kBifacial,   &kPvYear,             &kPvAnnual, &kPvYearReal,      &kWindPower,
      &kWindSmoothedCurve, &kWindYear, &kWindAnnual,       &kWindWake, &kEmissions, &kCapture,
      &kTrainResistance, &kTrainResistanceAltrios, &kTrainRunAltrios, &kTrainLocoConventionalAltrios, &kTrainLocoBatteryAltrios,
      &kTrainRunTrainruns, &kTrainRunTrainrunsPoi};
  return kModels;
}

const Model* model(std::string_view name) {
  for (const Model* each : models())
    if (each->name == name) return each;
  return nullptr;
}

}  // namespace gs::eval
