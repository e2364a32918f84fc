#include "model/capture.hpp"

#include <optional>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

bool shares(const Range<Ratio>& r) {
  return r.low.base() >= 0.0 && r.low <= r.best && r.best <= r.high && r.high.base() <= 1.0;
}

std::optional<Error> wrong(const CaptureFactors& f) {
  for (const Range<Ratio>* r : {&f.captured, &f.availability, &f.more_energy, &f.lost_in_transport, &f.leaks_a_year})
    if (!shares(*r)) return Error{"capture", "expected shares of 0 to 1, low <= best <= high"};
  if (!(f.horizon_years >= 0.0)) return Error{"capture", "expected a horizon of 0 years or more"};
  return {};
}

/// One value of each factor.
struct Point {
  double captured, works, more_energy, lost, leaks, years;
};

enum class End { unfavourable, best, favourable };

double take(const Range<Ratio>& r, End end, bool more_is_better) {
  if (end == End::best) return r.best.base();
  return ((end == End::favourable) == more_is_better ? r.high : r.low).base();
}

Point point(const CaptureFactors& f, End end) {
  return {take(f.captured, end, true),           take(f.availability, end, true),  take(f.more_energy, end, false),
          take(f.lost_in_transport, end, false), take(f.leaks_a_year, end, false), f.horizon_years};
}

/// From what is produced and captured to what is kept.
CaptureChain follow(Mass reference, Mass produced, Mass captured, const Point& p) {
  CaptureChain c;
  c.reference = reference;
  c.produced = produced;
  c.captured = captured;
  c.emitted = produced - captured;
  c.lost_in_transport = captured * p.lost;
  const Mass stored = captured - c.lost_in_transport;
  c.kept = stored * numerics::pow(1.0 - p.leaks, p.years);
  c.leaked = stored - c.kept;
  c.avoided = reference - c.emitted - c.lost_in_transport - c.leaked;
  c.avoided_per_captured = captured > Mass{} ? c.avoided / captured : 0.0;
  return c;
}

/// While capture works the plant burns more; the rest of the time it runs as it did.
CaptureChain at_plant(Mass reference, const Point& p) {
  const Mass with = reference * (p.works * (1.0 + p.more_energy));
  return follow(reference, with + reference * (1.0 - p.works), with * p.captured, p);
}

double at(const Range<double>& r, End end) {
  return end == End::best ? r.best : end == End::favourable ? r.low : r.high;
}

CaptureYear ordered(const CaptureChain& worst, const CaptureChain& middling, const CaptureChain& best) {
  return {worst, middling, best, {{worst.avoided, middling.avoided, best.avoided}}};
}

}  // namespace

CaptureFactors capture_factors(CaptureSite site) {
  CaptureFactors f;
  if (site == CaptureSite::gas_plant) f.more_energy = {ratio(0.11), ratio(0.16), ratio(0.22)};
  return f;
}

Result<CaptureYear> capture_at_plant(Energy electricity, Intensity plant, const CaptureFactors& factors) {
  if (!(electricity >= Energy{} && plant >= Intensity{}))
    return Error{"capture", "expected an energy and an emission factor of 0 or more"};
  if (const std::optional<Error> error = wrong(factors)) return *error;
  const Mass reference = electricity * plant;
  return ordered(at_plant(reference, point(factors, End::unfavourable)), at_plant(reference, point(factors, End::best)),
                 at_plant(reference, point(factors, End::favourable)));
}

Result<CaptureYear> capture_at_process(Mass emission, const Range<Intensity>& grid, const CaptureFactors& factors,
                                       const ProcessEnergy& energy) {
  if (!(emission >= Mass{} && grid.low >= Intensity{}))
    return Error{"capture", "expected an emission and a grid factor of 0 or more"};
  if (const std::optional<Error> error = wrong(factors)) return *error;
  const auto chain = [&](End end, Intensity electricity) {
    const Point p = point(factors, end);
    const Mass captured = emission * (p.works * p.captured);
    const double steam = at(energy.steam_gj, end) * energy.steam_t_per_gj;
    const double own = steam + at(energy.electricity_mwh, end) * electricity.base();  // t CO2 per t captured
    return follow(emission, emission + captured * own, captured, p);
  };
  return ordered(chain(End::unfavourable, grid.high), chain(End::best, grid.best), chain(End::favourable, grid.low));
}

PerTonne avoided_per_tonne(const CaptureYear& year) {
  return {year.worst.avoided_per_captured, year.middling.avoided_per_captured, year.best.avoided_per_captured};
}

}  // namespace gs::model
