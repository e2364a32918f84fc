#include "model/waste.hpp"

namespace gs::model {
namespace {

bool ordered(const Range<double>& r) { return r.low >= 0.0 && r.low <= r.best && r.best <= r.high; }

Range<Mass> times(const Range<Mass>& waste, const Range<double>& factor) {
  return {waste.low * factor.low, waste.best * factor.best, waste.high * factor.high};
}

}  // namespace

Result<WasteYear> waste_year(const Range<Energy>& electricity, std::optional<Mass> waste, const WasteFactors& factors) {
  const bool energy_ordered =
      electricity.low >= Energy{} && electricity.low <= electricity.best && electricity.best <= electricity.high;
  if (!energy_ordered) return Error{"waste plant", "expected an energy of 0 or more, low <= best <= high"};
  if (!ordered(factors.electricity_mwh) || !(factors.electricity_mwh.low > 0.0))
    return Error{"waste plant", "expected electricity per tonne above 0, low <= best <= high"};
  if (!ordered(factors.fossil_co2) || !ordered(factors.landfill_methane))
    return Error{"waste plant", "expected factors of 0 or more, low <= best <= high"};
  if (waste && !(*waste >= Mass{})) return Error{"waste plant", "expected 0 t of waste or more"};
  WasteYear year;
  year.electricity = electricity;
  // The better the plant, the less waste for the same electricity.
  year.waste = waste ? Range<Mass>{*waste, *waste, *waste}
                     : Range<Mass>{tonnes(electricity.low.base() / factors.electricity_mwh.high),
                                   tonnes(electricity.best.base() / factors.electricity_mwh.best),
                                   tonnes(electricity.high.base() / factors.electricity_mwh.low)};
  year.fossil = times(year.waste, factors.fossil_co2);
  year.landfill.value = times(year.waste, factors.landfill_methane) * factors.methane_gwp;
  return year;
}

Range<Mass> net_of_fossil(const Range<Mass>& avoided, const WasteYear& year) {
  return {avoided.low - year.fossil.high, avoided.best - year.fossil.best, avoided.high - year.fossil.low};
}

}  // namespace gs::model
