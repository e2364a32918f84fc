#pragma once
#include <compare>

/// Physical quantities as types: a Mass cannot be added to an Energy, and the unit of the number inside is written once.
/// `Mass saved = avoided_co2(energy, factor);`
namespace gs {

template <class Dimension>
class Quantity {
 public:
  constexpr Quantity() = default;
  /// The number in the dimension's base unit; use the named makers (`megawatts(2000)`) instead.
  static constexpr Quantity from_base(double value) { return Quantity(value); }
  constexpr double base() const { return value_; }

  constexpr Quantity operator+(Quantity o) const { return Quantity(value_ + o.value_); }
  constexpr Quantity operator-(Quantity o) const { return Quantity(value_ - o.value_); }
  constexpr Quantity operator-() const { return Quantity(-value_); }
  constexpr Quantity operator*(double k) const { return Quantity(value_ * k); }
  constexpr Quantity operator/(double k) const { return Quantity(value_ / k); }
  constexpr double operator/(Quantity o) const { return value_ / o.value_; }
  constexpr Quantity& operator+=(Quantity o) { value_ += o.value_; return *this; }
  constexpr auto operator<=>(const Quantity&) const = default;
  friend constexpr Quantity operator*(double k, Quantity q) { return q * k; }

 private:
  explicit constexpr Quantity(double value) : value_(value) {}
  double value_ = 0.0;
};

using Power = Quantity<struct PowerInMegawatts>;
using Energy = Quantity<struct EnergyInMegawattHours>;
using Mass = Quantity<struct MassInTonnes>;
using Intensity = Quantity<struct IntensityInTonnesPerMegawattHour>;  ///< of electricity, t CO2 per MWh
using Length = Quantity<struct LengthInKilometres>;
using Duration = Quantity<struct DurationInHours>;
using Angle = Quantity<struct AngleInDegrees>;
using Ratio = Quantity<struct RatioOfOne>;  ///< a share, 0..1 (never a percentage)

constexpr Power megawatts(double v) { return Power::from_base(v); }
constexpr Power kilowatts(double v) { return Power::from_base(v * 1e-3); }
constexpr Power gigawatts(double v) { return Power::from_base(v * 1e3); }
constexpr Energy kilowatt_hours(double v) { return Energy::from_base(v * 1e-3); }
constexpr Energy megawatt_hours(double v) { return Energy::from_base(v); }
constexpr Energy gigawatt_hours(double v) { return Energy::from_base(v * 1e3); }
constexpr Energy terawatt_hours(double v) { return Energy::from_base(v * 1e6); }
constexpr Mass tonnes(double v) { return Mass::from_base(v); }
constexpr Mass megatonnes(double v) { return Mass::from_base(v * 1e6); }
constexpr Intensity tonnes_per_mwh(double v) { return Intensity::from_base(v); }
constexpr Intensity g_per_kwh(double v) { return Intensity::from_base(v * 1e-3); }
constexpr Length kilometres(double v) { return Length::from_base(v); }
constexpr Duration hours(double v) { return Duration::from_base(v); }
constexpr Angle degrees(double v) { return Angle::from_base(v); }
constexpr Ratio ratio(double v) { return Ratio::from_base(v); }
constexpr Ratio percent(double v) { return Ratio::from_base(v * 1e-2); }

constexpr Energy operator*(Power p, Duration t) { return Energy::from_base(p.base() * t.base()); }
constexpr Mass operator*(Energy e, Intensity i) { return Mass::from_base(e.base() * i.base()); }

/// Low, best and high estimate of one quantity; low <= best <= high.
template <class Q>
struct Range {
  Q low, best, high;
  constexpr Range operator+(const Range& o) const { return {low + o.low, best + o.best, high + o.high}; }
  constexpr Range& operator+=(const Range& o) { return *this = *this + o; }
  constexpr Range operator*(double k) const { return {low * k, best * k, high * k}; }
  constexpr bool contains(Q q) const { return low <= q && q <= high; }
  bool operator==(const Range&) const = default;
};

}  // namespace gs
