#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

/// What a train has to overcome besides its weight on a grade, by the railways' own rules.
namespace gs::model::rail {

/// Newtons of resistance in a kilonewton of weight (= kgf a tonne): w = a + b V + c V^2, V in km/h.
struct Specific {
  double a = 0.0, b = 0.0, c = 0.0;
  double at(double kmh) const { return a + (b + c * kmh) * kmh; }
};

/// The rules, by the ids of rail_factors.csv (category resistance), where the sources stand.
enum class Law : std::uint8_t {
  ptr_freight4, ptr_freight4_welded, ptr_empty4, vniizht_gondola, vniizht_tank, ptr_8axle, ptr_reefer, ptr_pass,
  ptr_loco_jointed, ptr_loco_welded,                    // 1520 mm: PTR 1985 and VNIIZhT
  cn_freight, cn_freight_empty, cn_freight_old, cn_pass25g, cn_pass25k, cn_loco, cn_loco_hxd,  // China: TB/T 1407
};
inline constexpr int kLawCount = 17;
std::string_view id_of(Law);
std::optional<Law> law(std::string_view id);

/// `axle_load_t` q0 tonnes, above 0; only the wagons' 1520 mm rules depend on it. The two PTR rules of loaded wagons
/// hold above 6 t; at or under it they give the rule of empty wagons, as PTR 1985 does.
Specific specific_resistance(Law, double axle_load_t);

/// Resistance of one vehicle by the Canadian National formula (AREMA manual; as coded in FCalc 2.0): newtons,
/// A + B v + C v^2 with v in m/s, from its mass (t), axles and front area (m2).
struct Newtons {
  double a = 0.0, b = 0.0, c = 0.0;
  double at(double ms) const { return a + (b + c * ms) * ms; }
  Newtons operator+(const Newtons& o) const { return {a + o.a, b + o.b, c + o.c}; }
  Newtons operator*(double k) const { return {a * k, b * k, c * k}; }
};
enum class CanadianCar : std::uint8_t { freight, freight_low_torque, locomotive, passenger, double_stack };
Newtons canadian_national(CanadianCar, double mass_t, double axles, double area_m2, double drag = 1.0);

/// A specific resistance as newtons of a vehicle of this mass: kg, g = 9.80665 m/s2.
Newtons newtons(const Specific&, double mass_kg);

inline constexpr int kBroadGauge = 1520;  ///< mm; on it PTR 1985 rules, on every other gauge TB/T 1407

/// Added by a curve of `radius_m`, N/kN: 700/R on 1520 mm (PTR 1985), 600/R in China (TB/T 1407); 0 for a radius of 0
/// or less (straight).
double curve_resistance(double radius_m, int gauge_mm);
/// Added when starting from rest, N/kN: 28/(q0 + 7) on 1520 mm with roller bearings (PTR 1985); in China the greater of
/// 5 and 3 + 0.4 i, i the grade in permille (cn_start of rail_factors.csv, for wagons; 5 for locomotives).
double starting_resistance(double axle_load_t, int gauge_mm, double grade_permille);
/// Air in a tunnel: factor on the part that grows with the square of the speed, 1 or more. `blockage` = cross-section of
/// the train over that of the tunnel, 0..0.8: 1/(1 - blockage)^2 of the relative wind (continuity; first order).
double tunnel_factor(double blockage);

}  // namespace gs::model::rail
