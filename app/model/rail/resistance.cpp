#include "model/rail/resistance.hpp"

#include <algorithm>

#include "model/rail/train.hpp"

namespace gs::model::rail {
namespace {

/// Ids of rail_factors.csv, in the order of Law.
constexpr std::array<std::string_view, kLawCount> kIds{
    "ptr_freight4", "ptr_freight4_welded", "ptr_empty4",       "vniizht_gondola", "vniizht_tank", "ptr_8axle",
    "ptr_reefer",   "ptr_pass",            "ptr_loco_jointed", "ptr_loco_welded", "cn_freight",   "cn_freight_empty",
    "cn_freight_old", "cn_pass25g",        "cn_pass25k",       "cn_loco",         "cn_loco_hxd"};

constexpr double kKmhPerMs = 3.6;
constexpr double kEmptyAxleLoad = 6.0;  ///< t: PTR 1985 has a rule of its own for wagons at or under it

/// w = base + (a + b V + c V^2) / q0
constexpr Specific by_axle(double base, double a, double b, double c, double q0) {
  return {base + a / q0, b / q0, c / q0};
}

constexpr Specific kEmpty{1.0, 0.044, 0.00024};

}  // namespace

std::string_view id_of(Law law) { return kIds[static_cast<std::size_t>(law)]; }

std::optional<Law> law(std::string_view id) {
  for (std::size_t i = 0; i < kIds.size(); ++i)
    if (kIds[i] == id) return static_cast<Law>(i);
  return std::nullopt;
}

Specific specific_resistance(Law law, double q0) {
  switch (law) {
    case Law::ptr_freight4: return q0 > kEmptyAxleLoad ? by_axle(0.7, 3.0, 0.1, 0.0025, q0) : kEmpty;
    case Law::ptr_freight4_welded: return q0 > kEmptyAxleLoad ? by_axle(0.7, 3.0, 0.09, 0.002, q0) : kEmpty;
    case Law::ptr_empty4: return kEmpty;
    case Law::vniizht_gondola: return by_axle(0.53, 3.6, 0.08, 0.00275, q0);
    case Law::vniizht_tank: return by_axle(0.642, 2.925, 0.0473, 0.00275, q0);
    case Law::ptr_8axle: return by_axle(0.7, 6.0, 0.0377, 0.00214, q0);
    case Law::ptr_reefer: return by_axle(0.68, 3.0, 0.1, 0.00255, q0);
    case Law::ptr_pass: return by_axle(0.7, 8.0, 0.16, 0.0023, q0);
    case Law::ptr_loco_jointed: return {1.9, 0.01, 0.0003};
    case Law::ptr_loco_welded: return {1.9, 0.008, 0.00025};
    case Law::cn_freight: return {0.92, 0.0048, 0.000125};
    case Law::cn_freight_empty: return {2.23, 0.0053, 0.000675};
    case Law::cn_freight_old: return {1.07, 0.0011, 0.000236};
    case Law::cn_pass25g: return {1.82, 0.0100, 0.000145};
    case Law::cn_pass25k: return {1.61, 0.0040, 0.000187};
    case Law::cn_loco: return {1.64, 0.014, 0.00026};
    case Law::cn_loco_hxd: return {1.20, 0.0065, 0.000279};
  }
  return {};
}

Newtons canadian_national(CanadianCar car, double mass_t, double axles, double area_m2, double drag) {
  switch (car) {
    case CanadianCar::freight:
      return {7.3550 * mass_t + 80.625 * axles, 0.16453 * mass_t, 0.11979 * area_m2 * drag};
    case CanadianCar::freight_low_torque:
      return {7.3550 * mass_t + 48.93 * axles, 0.10968 * mass_t, 0.11979 * area_m2 * drag};
    case CanadianCar::locomotive:
      return {6.3743 * mass_t + 128.998 * axles, 0.32905 * mass_t, 0.57501 * area_m2 * drag};
    case CanadianCar::passenger:
      return {6.3743 * mass_t + 128.998 * axles, 0.32905 * mass_t, 0.08146 * area_m2 * drag};
    case CanadianCar::double_stack: return {2.942 * mass_t + 88.964 * axles, 0.10968 * mass_t, 3.89522 * drag};
  }
  return {};
}

Newtons newtons(const Specific& w, double mass_kg) {
  const double kilonewtons = mass_kg * kGravity / 1000.0;
  return {w.a * kilonewtons, w.b * kKmhPerMs * kilonewtons, w.c * kKmhPerMs * kKmhPerMs * kilonewtons};
}

double curve_resistance(double radius_m, int gauge_mm) {
  if (!(radius_m > 0.0)) return 0.0;
  return (gauge_mm == kBroadGauge ? 700.0 : 600.0) / radius_m;
}

double starting_resistance(double axle_load_t, int gauge_mm, double grade_permille) {
  if (gauge_mm == kBroadGauge) return 28.0 / (axle_load_t + 7.0);
  return std::max(5.0, 3.0 + 0.4 * grade_permille);
}

double tunnel_factor(double blockage) {
  const double open = 1.0 - std::clamp(blockage, 0.0, 0.8);
  return 1.0 / (open * open);
}

}  // namespace gs::model::rail
