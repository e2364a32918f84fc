#include "model/climate/beam_split.hpp"

#include <algorithm>
#include <cmath>

#include "model/climate/months.hpp"
#include "model/pv/erbs.hpp"

namespace gs::model {

namespace {

/// An hour with the sun high enough for beam (beyond pv::kErbsLimit_deg all is diffuse).
struct Hour {
  std::size_t at;
  double ghi, share, height;  ///< W/m2, diffuse share after Erbs, cosine of the zenith angle
};

struct Sums {
  double diffuse = 0.0, beam = 0.0;  ///< Wh/m2 of the month
};

/// Diffuse share of an hour under factor `scale`, tilted by `tilt` (-1..1) over the sun's height.
double share_of(const Hour& hour, double scale, double tilt, double mean_height) {
  return std::clamp(hour.share * scale * (1.0 + tilt * (hour.height - mean_height)), 0.0, 1.0);
}

constexpr double kMostScale = 16.0, kMostTilt = 1.5;

/// Where a rising function crosses 0 between `low` and `high`, else the nearer end. Regula falsi by the Illinois rule
/// (Dowell & Jarratt 1971), until the function is within 1e-13 of `unit`.
template <class Function>
double crossing(double low, double high, Function of, double unit) {
  double at_low = of(low), at_high = of(high);
  if (at_low >= 0.0) return low;
  if (at_high <= 0.0) return high;
  int side = 0;
  for (int step = 0; step < 60; ++step) {
    const double x = high - at_high * (high - low) / (at_high - at_low), value = of(x);
    if (std::fabs(value) <= 1e-13 * unit || x <= low || x >= high) return x;
    if (value > 0.0) {
      high = x, at_high = value;
      if (side == 1) at_low *= 0.5;
      side = 1;
    } else {
      low = x, at_low = value;
      if (side == -1) at_high *= 0.5;
      side = -1;
    }
  }
  return high;
}

struct Month {
  std::vector<Hour> hours;
  double low_sun = 0.0;  ///< Wh/m2 that are diffuse whatever the factor
  double mean_height = 0.0;

  Sums sums(double scale, double tilt) const {
    Sums sums{.diffuse = low_sun};
    for (const Hour& hour : hours) {
      const double diffuse = hour.ghi * share_of(hour, scale, tilt, mean_height);
      sums.diffuse += diffuse;
      sums.beam += (hour.ghi - diffuse) / hour.height;
    }
    return sums;
  }
  /// The factor for which the sums' `of` less `wanted` is 0 (it rises with the factor), else the nearest.
  double scale_for_diffuse(double wanted, double tilt) const {
    return crossing(0.0, kMostScale, [&](double scale) { return sums(scale, tilt).diffuse - wanted; }, wanted);
  }
  double scale_for_beam(double wanted) const {
    return crossing(0.0, kMostScale, [&](double scale) { return wanted - sums(scale, 0.0).beam; }, wanted);
  }
  /// Diffuse by high sun leaves the beam to low sun, where a plane facing it gets more of it: beam rises with the tilt.
  double tilt_for(double diffuse, double beam) const {
    const auto lack = [&](double tilt) { return sums(scale_for_diffuse(diffuse, tilt), tilt).beam - beam; };
    return crossing(-kMostTilt, kMostTilt, lack, beam);
  }
};

Month month_at(const WeatherYear& weather, const SiteSun& sun, const sun::SunHours& year, std::size_t month) {
  Month out;
  double weights = 0.0;
  for (int hour = kFirstHour[month]; hour < kFirstHour[month + 1]; ++hour) {
    const auto at = static_cast<std::size_t>(hour);
    const double ghi = weather.ghi[at], height = sun.cos_zenith[at];
    if (ghi <= 0.0) continue;
    if (height < pv::kErbsLimitCosine) {
      out.low_sun += ghi;
      continue;
    }
    const double diffuse = pv::erbs(ghi, height, year.extraterrestrial[at]).diffuse;
    out.hours.push_back({at, ghi, diffuse / ghi, height});
    out.mean_height += ghi * height;
    weights += ghi;
  }
  if (weights > 0.0) out.mean_height /= weights;
  return out;
}

}  // namespace

BeamSource split_beam(WeatherYear& weather, const Climate& climate, const SiteSun& sun, const sun::SunHours& year) {
  const bool has_beam = !std::isnan(climate.dni[0]), has_diffuse = !std::isnan(climate.dhi[0]);
  weather.dhi = weather.ghi;
  weather.dni.assign(kHours, 0.0);
  for (std::size_t month = 0; month < 12; ++month) {
    const Month hours = month_at(weather, sun, year, month);
    const double beam = climate.dni[month] * 1000.0 * kDaysOfMonth[month];
    const double diffuse = climate.dhi[month] * 1000.0 * kDaysOfMonth[month];
    const double tilt = has_beam && has_diffuse ? hours.tilt_for(diffuse, beam) : 0.0;
    const double scale = has_diffuse ? hours.scale_for_diffuse(diffuse, tilt) : hours.scale_for_beam(beam);
    for (const Hour& hour : hours.hours) {
      const double part = hour.ghi * share_of(hour, scale, tilt, hours.mean_height);
      weather.dhi[hour.at] = part;
      weather.dni[hour.at] = (hour.ghi - part) / hour.height;
    }
  }
  return has_beam && has_diffuse ? BeamSource::both : has_beam ? BeamSource::beam : BeamSource::diffuse;
}

}  // namespace gs::model
