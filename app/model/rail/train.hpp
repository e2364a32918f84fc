#pragma once
#include <vector>

#include "model/rail/resistance.hpp"

/// A consist as the run sees it.
namespace gs::model::rail {

inline constexpr double kGravity = 9.80665;  ///< m/s2, standard

/// Wagons of one kind.
struct Wagons {
  int count = 0;
  double tare_t = 0.0, load_t = 0.0;  ///< of one
  int axles = 4;
  double length_m = 14.0;
  double rotating_kg_per_axle = 750.0;  ///< ALTRIOS's rolling stock: wheelsets as mass at the rim
  Law law = Law::ptr_freight4;
  double axle_load_t() const { return (tare_t + load_t) / axles; }
};

/// The locomotives in front: masses and the tractive-effort envelope at the rim, of all units together.
struct Locomotives {
  int units = 1;
  double mass_t = 0.0;  ///< of one
  int axles = 6;        ///< of one, all driven
  double length_m = 20.0;
  double rotating_share = 0.10;  ///< of its mass: motors and gears turn with the wheels (Wende 2003: 1.09 and more)
  Law law = Law::ptr_loco_welded;
  double wheel_w = 0.0;           ///< greatest power at the rim, W, all units
  double start_n = 0.0;           ///< greatest effort, N, all units; adhesion may allow less
  double brake_w = 0.0;           ///< greatest electric braking power at the rim, W; 0: none
  double brake_n = 0.0;           ///< greatest electric braking force, N
  double max_speed_kmh = 120.0;
  /// Adhesion, N/N: PTR 1985 for diesel-electric locomotives 0.118 + 5/(27.5 + V), for electric 0.28 + 3/(50 + 20 V) -
  /// 0.0007 V; asynchronous drives hold more (see `adhesion`).
  enum class Adhesion { diesel, electric, asynchronous } adhesion = Adhesion::diesel;
};
/// Share of the weight on driven axles that the rail can take, dry to ordinary rail; V km/h. `asynchronous` is 1.15 times
/// the electric rule (assumption: creep control).
double adhesion(Locomotives::Adhesion, double kmh);
/// N at the rim at v m/s: the least of starting effort, adhesion and power.
double tractive_effort(const Locomotives&, double ms);

/// The whole: everything that the equation of motion needs.
struct Train {
  Locomotives locomotives;
  std::vector<Wagons> wagons;
  double service_brake_ms2 = 0.3;  ///< deceleration that the air brake gives, m/s2, above 0
  double max_speed_kmh = 80.0;

  double trailing_t() const, net_t() const, mass_kg() const;
  double rotating_kg() const;  ///< to be added to the mass where it is accelerated
  double length_m() const;
  Newtons rolling() const;      ///< all vehicles, level straight track: a + b v + c v^2, N
  double starting_n(int gauge_mm) const;  ///< added at rest on the level
};

}  // namespace gs::model::rail
