#include <algorithm>
#include <array>

#include "model/numerics.hpp"
#include "model/rail/powertrain.hpp"

namespace gs::model::rail {

/// Cycles after Wang et al. (2011, J. Power Sources 196:3942, cell A123 26650 of 2.2 Ah, C/2; general
/// knowledge of the paper): capacity lost in % =
/// 30330 exp(-31500 / (8.314 T)) Ah^0.552, Ah through the cell, here at 298 K: 0.0911 Ah^0.552. Calendar: 4 % times the
/// root of the years (root of time as in Naumann et al. 2018; the size is an assumption that together with 250 cycles a
/// year gives 23 % in ten years: 20-30 % in row storage-fade-battery of data/factors.csv). Resistance is taken to grow
/// as the capacity falls (assumption), so that the power falls alike.
double battery_health(const Battery& b) {
  const double years = std::max(0.0, b.age_years);
  const double through_ah = 2.2 * years * std::max(0.0, b.full_cycles_a_year);
  const double cycles = through_ah > 0.0 ? 0.000911 * numerics::pow(through_ah, 0.552) : 0.0;
  return std::max(0.5, 1.0 - cycles - 0.04 * numerics::sqrt(years));
}

/// Linear between points. Capacity: 80 % at 0 C and 70 % at -20 C (Canbat's LFP, as told by funsongbattery.com), on to
/// 50 % at -40 C (assumption). Power out: assumed to fall faster, as resistance rises. In: makers forbid charging below
/// 0 C; what is allowed there is a twentieth at most, nothing below -10 C (assumption, after makers' limits of 0.1 C at
/// 0 C and below). Heat is no limit up to 45 C: the cells are cooled, its power is part of the auxiliaries.
ColdLimits battery_in_cold(double celsius) {
  struct Point { double celsius, capacity, out, in; };
  static constexpr std::array<Point, 7> points = {{{-40.0, 0.50, 0.20, 0.0},
                                                   {-20.0, 0.70, 0.50, 0.0},
                                                   {-10.0, 0.75, 0.65, 0.0},
                                                   {0.0, 0.80, 0.80, 0.05},
                                                   {5.0, 0.86, 0.90, 0.30},
                                                   {15.0, 0.96, 1.0, 1.0},
                                                   {25.0, 1.0, 1.0, 1.0}}};
  if (!(celsius > points[0].celsius)) return {points[0].capacity, points[0].out, points[0].in};
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (celsius > points[i].celsius) continue;
    const Point &a = points[i - 1], &b = points[i];
    const double t = (celsius - a.celsius) / (b.celsius - a.celsius);
    return {a.capacity + t * (b.capacity - a.capacity), a.out + t * (b.out - a.out), a.in + t * (b.in - a.in)};
  }
  return {1.0, 1.0, 1.0};
}

}  // namespace gs::model::rail
