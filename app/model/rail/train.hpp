#pragma once
#include <optional>
#include <vector>

#include "model/rail/resistance.hpp"
#include "units/result.hpp"

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

/// A point of a measured tractive-effort curve.
struct Effort {
  double ms = 0.0, newtons = 0.0;
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
  /// A measured curve, all units, speeds ascending, linear between, held beyond the ends: takes the place of starting
  /// effort, adhesion and power. Empty: none.
  std::vector<Effort> table;
};
/// Share of the weight on driven axles that the rail can take, dry to ordinary rail; V km/h. `asynchronous` is 1.15 times
/// the electric rule (assumption: creep control).
double adhesion(Locomotives::Adhesion, double kmh);
/// N at the rim at v m/s, 0 or more: the least of starting effort, adhesion and power, or as the table has it.
double tractive_effort(const Locomotives&, double ms);

/// The whole: everything that the equation of motion needs.
struct Train {
  Locomotives locomotives;
  std::vector<Wagons> wagons;
  double service_brake_ms2 = 0.3;  ///< deceleration that the air brake gives, m/s2, above 0
  double max_speed_kmh = 80.0;
  /// Known for the whole train on the level: takes the place of the vehicles' rules; nothing is added at starts then.
  std::optional<Newtons> resistance;
  bool point = false;  ///< grades and curves act at the front, as on a point; limits always wait for the tail

  double trailing_t() const, net_t() const, mass_kg() const;
  double rotating_kg() const;  ///< to be added to the mass where it is accelerated
  double length_m() const;
  Newtons rolling() const;      ///< all vehicles, level straight track: a + b v + c v^2, N
  double starting_n(int gauge_mm) const;  ///< added at rest on the level
  double top_speed_kmh() const;           ///< the least of the train's and the locomotives'
};
/// What is wrong with a train (empty: nothing).
std::vector<Error> problems(const Train&);

}  // namespace gs::model::rail
