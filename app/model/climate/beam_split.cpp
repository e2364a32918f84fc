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
  /// The factor for which `of` the sums is `wanted`; `of` rises with the factor. Bisection, then what is nearest.
  template <class Of>
  double scale_for(double wanted, double tilt, Of of) const {
    double low = 0.0, high = 16.0;
    for (int halving = 0; halving < 50; ++halving) {
      const double scale = 0.5 * (low + high);
      (of(sums(scale, tilt)) < wanted ? low : high) = scale;
    }
    return 0.5 * (low + high);
  }
  double scale_for_diffuse(double wanted, double tilt) const {
    return scale_for(wanted, tilt, [](const Sums& sums) { return sums.diffuse; });
  }
  double scale_for_beam(double wanted) const {
    return scale_for(-wanted, 0.0, [](const Sums& sums) { return -sums.beam; });
  }
  /// Diffuse by high sun leaves the beam to low sun, where a plane facing it gets more of it: beam rises with the tilt.
  double tilt_for(double diffuse, double beam) const {
    double low = -1.5, high = 1.5;
    for (int halving = 0; halving < 40; ++halving) {
      const double tilt = 0.5 * (low + high);
      (sums(scale_for_diffuse(diffuse, tilt), tilt).beam < beam ? low : high) = tilt;
    }
    return 0.5 * (low + high);
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
