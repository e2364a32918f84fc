#include "model/rail/run_interval.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "model/uncertainty/distribution.hpp"
#include "model/uncertainty/quantiles.hpp"

namespace gs::model::rail {
namespace {

constexpr double kP90 = 1.2815515655446004;  // standard deviations
constexpr std::size_t kInputs = kRunInputs.size();
constexpr std::size_t kOwn = 8;  // from here on the inputs belong to the locomotive
enum Input : std::size_t {
  rolling, air, grades, grid, diesel, well_to_tank, hydrogen, network, auxiliaries, source, drive, battery
};

/// A loss of `efficiency` grown by a factor: what is left, not below a twentieth.
double with_loss(double efficiency, double factor) { return std::max(0.05, 1.0 - (1.0 - efficiency) * factor); }

/// P10, P50, P90 at -kP90, 0, kP90 deviations, straight beyond.
double of_range(const Range<double>& r, double deviations) {
  const double slope = deviations < 0.0 ? (r.best - r.low) / kP90 : (r.high - r.best) / kP90;
  return std::max(0.0, r.best + slope * deviations);
}

Range<double> holding(double low, double best, double high) {
  return {std::min(low, best), best, std::max(high, best)};
}

}  // namespace

Braked braked(const Run& run) {
  const Trace& t = run.trace;
  const Ledger& l = run.ledger;
  double way = 0.0, all = 0.0, fallen = 0.0, down = 0.0;
  for (std::size_t i = 1; i < t.size(); ++i) {
    const double metres = t.at_m[i] - t.at_m[i - 1], fall = t.height_m[i - 1] - t.height_m[i];
    all += metres;
    down += std::max(0.0, fall);
    if (!(t.wheel_w[i] < 0.0)) continue;
    way += metres;
    fallen += fall;
  }
  const double brakes = l.friction_brakes + l.electric_braking;
  if (all > 0.0) return {way / all, down > 0.0 ? std::max(0.0, fallen / down * l.descending) : 0.0};
  return {l.traction > 0.0 ? brakes / (brakes + l.traction) : 0.0, std::min(0.5 * brakes, l.descending)};
}

RunEnergy run_energy(const Powertrain& p, const Flows& f, double charger) {
  RunEnergy e;
  const bool charged = p.plug_in || p.source == SourceKind::none;
  e.wire = f.wire - f.returned;
  if (charged) e.charger = charged_at_meter(f, charger);
  if (p.source == SourceKind::wire) {
    if (!charged) e.wire = equivalent_source(p, f) - f.returned;
    return e;
  }
  if (p.source != SourceKind::none)
    (p.source == SourceKind::fuel_cell ? e.hydrogen : e.diesel) = charged ? f.fuel : equivalent_source(p, f);
  return e;
}

RunEnergy scaled(const Run& run, const Powertrain& p, const RunEnergy& best, const Braked& braked, const RunScale& s) {
  const Ledger& l = run.ledger;
  const Flows& f = l.flows;
  // At the rim: what more resistance takes from the wheels, and spares the brakes.
  const double more = (s.rolling - 1.0) * (l.rolling + l.curves) + (s.air - 1.0) * l.air;
  const double brakes = l.friction_brakes + l.electric_braking;
  const double descents = (s.grades - 1.0) * braked.descended_j;
  const double wheel = std::max(0.0, l.traction + (1.0 - braked.share) * more + descents);
  const double braking = brakes > 0.0 ? std::max(0.0, brakes - braked.share * more + descents) / brakes : 1.0;
  const double pulled = l.traction > 0.0 ? wheel / l.traction : 1.0;

  // At the link: needs before and after, with the battery back where it was.
  const double efficiency = with_loss(p.drive, s.drive_loss);
  const double back = f.regenerated * p.drive, back_after = f.regenerated * braking * efficiency;
  const double through = std::max(0.0, f.battery_loss) * s.battery_loss * pulled * pulled;
  const double passed = f.battery_in + f.battery_out;
  const auto one_way = [&](double loss, double grown) {
    return passed > 0.0 ? std::max(0.5, 1.0 - loss / (passed * grown)) : 1.0;
  };
  const double charging = one_way(f.battery_loss, 1.0) / one_way(through, std::max(0.05, pulled));
  const double own = (f.auxiliary + f.heating) * s.auxiliaries + f.hotel;
  const double need = f.wheel / p.drive + f.auxiliary + f.heating + f.hotel;
  const double need_after = f.wheel * pulled / efficiency + own;
  const double net = need + std::max(0.0, f.battery_loss) - back;
  const double net_after = need_after + through - back_after;

  RunEnergy out = best;
  if (p.source == SourceKind::wire || (p.wire_too && best.wire != 0.0)) {
    const double chain = p.wire_chain * p.network, chain_after = with_loss(chain, s.network_loss);
    const double returned = f.returned, drawn = best.wire + returned;
    const bool to_battery = p.battery.has_value();
    const double needs = to_battery ? net + returned / std::max(0.05, p.wire_chain * p.network_back) : need;
    const double needs_after =
        to_battery ? net_after + returned / std::max(0.05, p.wire_chain * p.network_back) * braking : need_after;
    const double back_chain = p.wire_chain * p.network_back;
    out.wire = drawn * (needs > 0.0 ? needs_after / needs : 1.0) * chain / chain_after -
               returned * (back > 0.0 ? back_after / back : 1.0) * with_loss(back_chain, s.network_loss) / back_chain;
  }
  double& fuel = p.source == SourceKind::fuel_cell ? out.hydrogen : out.diesel;
  const double change = net > 0.0 ? net_after / net : 1.0;
  if (p.source == SourceKind::none) {
    out.charger = best.charger * std::max(0.0, change) * charging;
  } else if (p.source != SourceKind::wire && best.charger > 0.0) {
    // The battery goes down to its floor either way: the source gives the difference, as far as it gave anything.
    const double chain =
        f.fuel > 0.0 ? (f.fuel - f.engine_loss - f.generator_loss) / f.fuel : p.curve.best() * p.generator;
    const double after = fuel / s.source + (net_after - net) / std::max(0.05, chain * s.source);
    const double spared = after < 0.0 && net > 0.0 ? -after * chain / net : 0.0;
    out.charger = best.charger * std::max(0.0, 1.0 - spared) * charging;
    fuel = std::max(0.0, after);
  } else if (p.source != SourceKind::wire) {
    const double idle = f.fuel > 0.0 ? fuel * f.idle_fuel / f.fuel : 0.0;
    fuel = (std::max(0.0, fuel - idle) * std::max(0.0, change) + idle) / s.source;
  }
  return out;
}

RunIntervals::RunIntervals(const RunDoubt& doubt, std::uint32_t draws, std::uint64_t seed)
    : doubt_(doubt),
      seed_(seed),
      normal_(normal_quantiles(Cube::of(Sobol(static_cast<int>(kInputs), seed), std::max(1u, draws)))) {}

RunInterval RunIntervals::of(const Run& run, const Powertrain& p, const RunEnergy& best, const RunFactors& factors,
                             double grade_uncertainty, std::string_view locomotive) const {
  const Braked held = braked(run);
  struct Result { double energy, co2; };
  const auto at = [&](const std::array<double, kInputs>& z) {
    const auto factor = [&](std::size_t i, double half) { return std::max(0.05, 1.0 + half / kP90 * z[i]); };
    const RunScale s{.rolling = factor(rolling, doubt_.rolling),
                     .air = factor(air, doubt_.air),
                     .grades = std::max(0.0, 1.0 + grade_uncertainty * z[grades]),
                     .auxiliaries = factor(auxiliaries, doubt_.auxiliaries),
                     .source = factor(source, doubt_.source),
                     .drive_loss = factor(drive, doubt_.drive_loss),
                     .battery_loss = factor(battery, doubt_.battery_loss),
                     .network_loss = factor(network, doubt_.network_loss)};
    const RunEnergy e = scaled(run, p, best, held, s);
    const double burnt = e.diesel * of_range(factors.diesel, z[diesel]);
    const double before = burnt * factors.well_to_tank * factor(well_to_tank, doubt_.well_to_tank);
    return Result{e.total(), burnt + before + (e.wire + e.charger) * of_range(factors.grid, z[grid]) +
                                 e.hydrogen * of_range(factors.hydrogen, z[hydrogen])};
  };

  RunInterval out;
  const std::uint32_t count = normal_.count();
  out.energy_draws.reserve(count);
  out.co2_draws.reserve(count);
  const auto order = shuffled(count, seed_, stream_of("locomotive:" + std::string(locomotive)));
  std::array<double, kInputs> z{};
  for (std::uint32_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < kInputs; ++k)
      z[k] = normal_.column(static_cast<int>(k))[k < kOwn ? i : order[i]];
    const Result r = at(z);
    out.energy_draws.push_back(r.energy);
    out.co2_draws.push_back(r.co2);
  }
  z.fill(0.0);
  const Result middle = at(z);
  const auto interval = [&](const std::vector<double>& draws, double own) {
    std::vector<double> values = draws;
    const Range<double> r = p10_p50_p90(std::span<double>(values));
    return holding(r.low, own, r.high);
  };
  out.energy_j = interval(out.energy_draws, middle.energy);
  out.co2_kg = interval(out.co2_draws, middle.co2);

  double all = 0.0;
  for (std::size_t k = 0; k < kInputs; ++k) {
    z[k] = -kP90;
    const double low = at(z).co2;
    z[k] = kP90;
    const double high = at(z).co2;
    z[k] = 0.0;
    out.drivers.push_back({k, low, high, {}});
    all += (high - low) * (high - low);
  }
  for (Bar& bar : out.drivers) {
    const double swing = (bar.at_p90 - bar.at_p10) * (bar.at_p90 - bar.at_p10);
    if (all > 0.0) bar.share = {swing / all, swing / all};
  }
  std::stable_sort(out.drivers.begin(), out.drivers.end(),
                   [](const Bar& a, const Bar& b) { return a.share.total > b.share.total; });
  return out;
}

namespace {

Range<double> saved(const std::vector<double>& from, const std::vector<double>& to, double best_from, double best_to) {
  std::vector<double> shares;
  const std::size_t count = std::min(from.size(), to.size());
  shares.reserve(count);
  for (std::size_t i = 0; i < count; ++i) shares.push_back(from[i] > 0.0 ? 1.0 - to[i] / from[i] : 0.0);
  if (shares.empty() || !(best_from > 0.0)) return {0.0, 0.0, 0.0};
  const Range<double> r = p10_p50_p90(std::span<double>(shares));
  return holding(r.low, 1.0 - best_to / best_from, r.high);
}

}  // namespace

Range<double> saved_share(const RunInterval& a, const RunInterval& b) {
  return saved(a.co2_draws, b.co2_draws, a.co2_kg.best, b.co2_kg.best);
}

Range<double> saved_energy_share(const RunInterval& a, const RunInterval& b) {
  return saved(a.energy_draws, b.energy_draws, a.energy_j.best, b.energy_j.best);
}

}  // namespace gs::model::rail
