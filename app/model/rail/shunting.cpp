#include "model/rail/shunting.hpp"

#include <algorithm>
#include <cmath>

#include "model/uncertainty/quantiles.hpp"
#include "model/uncertainty/sobol.hpp"

namespace gs::model::rail {
namespace {

constexpr double kKwh = 3.6e6;
constexpr std::size_t kInputs = kYardInputs.size();
using Inputs = std::array<double, kInputs>;

std::array<const Distribution*, kInputs> distributions(const YardDoubt& d) {
  return {&d.moving_h,     &d.mean_load,   &d.idle_fuel, &d.diesel_engine, &d.new_source,
          &d.battery_loss, &d.auxiliaries, &d.grid,      &d.well_to_tank};
}

struct Pair {
  YardYear diesel, other;
};

/// Both locomotives with one set of inputs.
Pair years(YardLocomotive diesel, YardLocomotive other, YardDuty duty, YardFactors factors, const Inputs& x) {
  duty.moving_h = std::clamp(x[0], 0.0, 24.0 - duty.plugged_h - duty.parked_h);
  duty.spectrum = duty.spectrum.with_mean(std::clamp(x[1], 0.0, 0.95));
  diesel.powertrain.idle_fuel_w *= x[2];
  diesel.powertrain.curve = diesel.powertrain.curve.times(x[3]);
  other.powertrain.curve = other.powertrain.curve.times(x[4]);
  if (other.powertrain.battery) other.powertrain.battery->resistance_loss *= x[5];
  other.powertrain.auxiliary_w *= x[6];
  other.powertrain.heat_w_per_k *= x[6];
  factors.grid_t_per_mwh *= x[7];
  factors.well_to_tank *= x[8];
  return {yard_year(diesel, duty, factors), yard_year(other, duty, factors)};
}

double saved_t(const Pair& p) { return p.diesel.total_t() - p.other.total_t(); }

/// One input at its P10 and P90, the others at their medians; each share is its swing squared over the sum of all
/// (first order).
std::vector<Bar> drivers(const YardLocomotive& diesel, const YardLocomotive& other, const YardDuty& duty,
                         const YardFactors& factors, const YardDoubt& doubt) {
  const auto of = distributions(doubt);
  Inputs x{};
  for (std::size_t i = 0; i < kInputs; ++i) x[i] = of[i]->quantile(0.5);
  std::vector<Bar> bars;
  double all = 0.0;
  for (std::size_t i = 0; i < kInputs; ++i) {
    const double median = x[i];
    x[i] = of[i]->quantile(0.1);
    const double low = saved_t(years(diesel, other, duty, factors, x));
    x[i] = of[i]->quantile(0.9);
    const double high = saved_t(years(diesel, other, duty, factors, x));
    x[i] = median;
    bars.push_back({i, low, high, {}});
    all += (high - low) * (high - low);
  }
  for (Bar& bar : bars) {
    const double swing = bar.at_p90 - bar.at_p10;
    if (all > 0.0) bar.share = {swing * swing / all, swing * swing / all};
  }
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.share.total > b.share.total; });
  return bars;
}

}  // namespace

YardLocomotive with_idling(const YardLocomotive& l, double litres_h, double litres_h_frost) {
  YardLocomotive out = l;
  out.powertrain.idle_fuel_w = litres_h * 0.84 * 43.0e6 / 3600.0;
  out.idle_per_k = litres_h > 0.0 ? (litres_h_frost / litres_h - 1.0) / 35.0 : 0.0;
  return out;
}

/// Rated 883 kW: TEM2, data/locomotives.csv. Idling 12 l/h, 18 in frost, what the idling auxiliaries take included: row
/// ktz_yard of data/shunting.csv (popular article, low confidence), whatever the rating, since row idle_ru of
/// rail_factors.csv has 10 l/h for a TE10 of 2,206 kW. Chain from shaft to rim 0.81: rail_factors.csv says 0.80-0.85
/// for DC drives (unsourced). Fans and blowers 5 % of the traction power (assumption). The engine's curve: that of the
/// 10D100.
YardLocomotive yard_diesel(double engine_kw) {
  Powertrain p;
  p.source_w = engine_kw * 1e3;
  p.curve = te10_engine();
  p.generator = 0.93;
  p.drive = 0.87;
  p.auxiliary_w = 10e3;
  p.auxiliary_share = 0.05;
  return with_idling({p}, 12.0, 18.0);
}

/// 540 kW and over 900 kWh: data/locomotives.csv, ckd6h. The rest is estimated: a Stage IIIA engine 4 % below the Tier
/// 4 medium-speed engine (204 g/kWh), AC drive, 1 C out and 0.65 C in, auxiliaries 10 kW (and 1 % of an engine above
/// 540 kW), 500 W/K for cab, cells and the standing engine, a charger of 150 kW.
YardLocomotive yard_hybrid(bool plug_in, double engine_kw, double battery_kwh) {
  Powertrain p;
  p.source_w = engine_kw * 1e3;
  p.curve = tier4_engine().times(0.96);
  p.idle_fuel_w = 6.0 * 0.84 * 43.0e6 / 3600.0 * engine_kw / 540.0;
  p.ramp_w_per_s = p.source_w / 25.0;
  p.generator = 0.95;
  p.drive = 0.92;
  p.auxiliary_w = 10e3 + 10.0 * std::max(0.0, engine_kw - 540.0);
  p.auxiliary_share = 0.03;
  p.heat_w_per_k = 500.0;
  p.battery = Battery{.capacity_j = battery_kwh * kKwh, .out_w = 1000.0 * battery_kwh, .in_w = 650.0 * battery_kwh,
                      .start = plug_in ? 0.95 : 0.60, .age_years = 3.0};
  p.regen = Powertrain::Regen::battery;
  p.stops_engine = true;
  p.plug_in = plug_in;
  return plug_in ? on_charger({p}, 150e3 * 0.95 * battery_kwh / 900.0) : YardLocomotive{p};
}

/// Power 1.5 MW: data/locomotives.csv, zhuzhou_1500; capacity, charger (500 kW) and the rest estimated.
YardLocomotive yard_battery(double battery_kwh) {
  YardLocomotive out = yard_hybrid(true, 540.0, battery_kwh);
  Powertrain& p = out.powertrain;
  p.source = SourceKind::none;
  p.source_w = p.idle_fuel_w = 0.0;
  return on_charger(out, 500e3 * 0.95);
}

/// 800 kW: data/locomotives.csv, ningdong; battery (300 kWh at 2 C) and the rest estimated.
YardLocomotive yard_hydrogen() {
  YardLocomotive out = yard_hybrid(false, 540.0, 300.0);
  Powertrain& p = out.powertrain;
  p.source = SourceKind::fuel_cell;
  p.source_w = 800e3;
  p.curve = fuel_cell_curve();
  p.idle_fuel_w = 8e3;
  p.generator = 0.97;
  p.battery->out_w = 600e3;
  p.battery->in_w = 450e3;
  return out;
}

YardLocomotive on_charger(const YardLocomotive& l, double charger_w, double efficiency) {
  YardLocomotive out = l;
  Powertrain& p = out.powertrain;
  p.wire_too = true;
  p.wire_w = charger_w / efficiency;
  p.wire_chain = efficiency;
  p.network = 1.0;
  return out;
}

double rim_w(const YardLocomotive& l) {
  const Powertrain& p = l.powertrain;
  return (p.source_w * p.generator - p.auxiliary_w - p.hotel_w) / (1.0 / p.drive + p.auxiliary_share);
}

Result<YardComparison> compare_yard(const YardLocomotive& diesel, const YardLocomotive& other, const YardDuty& duty,
                                    const YardFactors& factors, const YardDoubt& doubt, std::uint32_t draws,
                                    std::uint64_t seed) {
  if (const auto wrong = problems(duty); !wrong.empty()) return wrong.front();
  if (draws == 0) return Error{"draws", "expected one or more"};
  YardComparison out;
  out.diesel = yard_year(diesel, duty, factors);
  out.other = yard_year(other, duty, factors);
  const auto of = distributions(doubt);
  const Sobol sobol(static_cast<int>(kInputs), seed);
  std::array<std::vector<double>, 9> columns;
  for (auto& column : columns) column.reserve(draws);
  for (std::uint32_t i = 0; i < draws; ++i) {
    Inputs x{};
    for (std::size_t k = 0; k < kInputs; ++k) x[k] = of[k]->quantile(sobol.at(i, static_cast<int>(k)));
    const Pair p = years(diesel, other, duty, factors, x);
    const double saved_fuel = p.diesel.fuel_t - p.other.fuel_t, made = p.other.electricity_t + p.other.hydrogen_co2_t;
    const std::array<double, 9> row = {
        p.diesel.fuel_t, p.other.fuel_t, p.other.electricity_mwh, p.other.hydrogen_t,
        p.diesel.fuel_t > 0.0 ? saved_fuel / p.diesel.fuel_t : 0.0, saved_fuel,
        p.diesel.tank_to_wheel_t - p.other.tank_to_wheel_t - made, saved_t(p),
        p.diesel.total_t() > 0.0 ? saved_t(p) / p.diesel.total_t() : 0.0};
    for (std::size_t k = 0; k < row.size(); ++k) columns[k].push_back(row[k]);
  }
  const std::array<Range<double>*, 9> ranges = {&out.diesel_fuel_t,    &out.fuel_t,       &out.electricity_mwh,
                                                &out.hydrogen_t,       &out.fuel_saved_share, &out.fuel_saved_t,
                                                &out.burnt_saved_t,    &out.co2_saved_t,  &out.co2_saved_share};
  for (std::size_t k = 0; k < ranges.size(); ++k) *ranges[k] = p10_p50_p90(std::span<double>(columns[k]));
  out.drivers = drivers(diesel, other, duty, factors, doubt);
  return out;
}

YardClaim ckd6h_claim(const YardFactors& f) { return {0.45, 240.0 / (f.diesel_j_per_t * f.diesel_t_per_j)}; }
YardClaim hxn6_claim() { return {0.37, 90.0}; }

namespace {

/// The mean load at which the diesel burns `fuel_t`, moving so many hours: secant steps kept inside a bracket.
/// Negative: none.
double load_for(double fuel_t, const YardLocomotive& diesel, YardDuty duty, const YardFactors& factors) {
  const LoadSpectrum shape = duty.spectrum;
  const auto excess = [&](double mean) {
    duty.spectrum = shape.with_mean(mean);
    return yard_year(diesel, duty, factors).fuel_t - fuel_t;
  };
  double low = 0.005, high = 0.95, at_low = excess(low), at_high = excess(high);
  if (at_low > 0.0 || at_high < 0.0) return -1.0;
  for (int i = 0; i < 30 && high - low > 1e-9; ++i) {
    const double guess = i % 3 == 2 ? 0.5 * (low + high) : low - at_low * (high - low) / (at_high - at_low);
    const double middle = std::clamp(guess, low, high), at = excess(middle);
    if (std::fabs(at) < 1e-6 * fuel_t) return middle;
    (at < 0.0 ? low : high) = middle;
    (at < 0.0 ? at_low : at_high) = at;
  }
  return 0.5 * (low + high);
}

/// Between a little idling and much: the more the diesel idles within the same fuel, the more a hybrid saves of it. No
/// load (below 0) fits where idling alone burns more than the claim's fuel.
template <class At>
ClaimDuty::Idling idling_of(const YardClaim& claim, At&& at) {
  double low = 0.2, high = 3.0;
  const ClaimDuty::Point least = at(low);
  if (least.mean_load < 0.0 || least.saved_share > claim.fuel_saved_share) return {};
  ClaimDuty::Point found = least;
  for (int i = 0; i < 14; ++i) {
    const double middle = 0.5 * (low + high);
    const ClaimDuty::Point p = at(middle);
    const bool much = p.mean_load < 0.0 || p.saved_share > claim.fuel_saved_share;
    (much ? high : low) = middle;
    if (!much) found = p;
  }
  if (std::fabs(found.saved_share - claim.fuel_saved_share) > 0.005) return {};
  return {true, low, found.mean_load};
}

}  // namespace

ClaimDuty duty_of_claim(const YardClaim& claim, const YardLocomotive& diesel, const YardLocomotive& other,
                        const YardDuty& duty, const YardFactors& factors) {
  ClaimDuty out;
  if (!(claim.fuel_saved_share > 0.0)) return out;
  out.baseline_fuel_t = claim.fuel_saved_t / claim.fuel_saved_share;
  const auto with = [&](double hours, double idling) {
    YardDuty d = duty;
    d.moving_h = hours;
    YardLocomotive old = diesel;
    old.powertrain.idle_fuel_w *= idling;
    const double load = load_for(out.baseline_fuel_t, old, d, factors);
    if (load < 0.0) return ClaimDuty::Point{hours, -1.0, 0.0, 0.0};
    d.spectrum = duty.spectrum.with_mean(load);
    const YardYear before = yard_year(old, d, factors), after = yard_year(other, d, factors);
    return ClaimDuty::Point{hours, load, 1.0 - after.fuel_t / before.fuel_t, before.idle_fuel_t / before.fuel_t};
  };
  const auto at = [&](double hours) { return with(hours, 1.0); };
  const double most_h = std::min(20.0, 24.0 - duty.plugged_h - duty.parked_h);
  for (double hours = 1.0; hours <= most_h; hours += 1.0)
    if (const auto point = at(hours); point.mean_load > 0.0) out.baseline.push_back(point);
  if (out.baseline.empty()) return out;
  const auto miss = [&](const ClaimDuty::Point& p) { return p.saved_share - claim.fuel_saved_share; };
  out.duty = *std::min_element(out.baseline.begin(), out.baseline.end(), [&](const auto& a, const auto& b) {
    return std::fabs(miss(a)) < std::fabs(miss(b));
  });
  for (std::size_t i = 1; i < out.baseline.size() && !out.exact; ++i) {
    ClaimDuty::Point a = out.baseline[i - 1], b = out.baseline[i];
    if (miss(a) * miss(b) > 0.0) continue;
    for (int step = 0; step < 20 && b.moving_h - a.moving_h > 0.01; ++step) {
      const ClaimDuty::Point middle = at(0.5 * (a.moving_h + b.moving_h));
      (miss(a) * miss(middle) <= 0.0 ? b : a) = middle;
    }
    out.exact = true;
    out.duty = a;
  }
  for (const ClaimDuty::Point& p : out.baseline) {
    if (std::fabs(miss(p)) > kClaimBand) continue;
    out.exists = true;
    if (out.most_h == 0.0) out.least_h = p.moving_h;
    out.most_h = p.moving_h;
    if (p.moving_h >= 3.0 && p.moving_h <= 8.0 && p.mean_load >= 0.12 && p.mean_load <= 0.40) out.plausible = true;
  }
  out.idling = idling_of(claim, [&](double idling) { return with(duty.moving_h, idling); });
  return out;
}

}  // namespace gs::model::rail
