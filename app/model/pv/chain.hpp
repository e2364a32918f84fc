#pragma once
#include "model/pv/air_mass.hpp"
#include "model/pv/cell_temperature.hpp"
#include "model/pv/erbs.hpp"
#include "model/pv/plane.hpp"
#include "model/pv/plant.hpp"
#include "model/pv/rear_gain.hpp"
#include "model/sun/topocentric.hpp"

/// The chain of a photovoltaic hour, from the geocentric sun and the weather to the power at the inverter, written once
/// for a double (tables) and for four hours at a time (the year).
namespace gs::model::pv {

/// A plant, prepared: everything that does not change with the hour.
struct PvChain {
  sun::Observer observer;
  bool tracked;
  Surface<double> plane;  ///< of fixed rows
  Axis axis;              ///< of trackers
  double albedo;
  Glass glass;
  double u0, u1, gamma;
  double kept;        ///< 1 less all losses
  Inverter inverter;  ///< of 1 W of modules
  RearGain rear;      ///< by month; 0 without bifacial modules
};
/// Without the back's light, which rear_gain gives (see pv_year).
PvChain chain_of(const PvPlant&);

/// Weather of an hour: W/m2 on the horizontal, degrees Celsius, m/s.
template <class V>
struct HourWeather {
  V ghi, air, wind;
};

/// What the sun gives.
template <class V>
struct HourLight {
  sun::Refracted<V> seen;
  V zenith, mass;  ///< apparent, radians; relative air mass (means nothing when the sun is down)
  Light<V> light;
};

/// Beam and diffuse after Erbs from the true zenith angle; air mass from the apparent one.
template <class V>
GS_INLINE HourLight<V> light_of_hour(const sun::Observer& o, const sun::Geocentric<V>& g, V ghi, V extraterrestrial) {
  const Sun<V> sun = sun::topocentric(o, g);
  const sun::Refracted<V> seen = sun::refracted(o, sun);
  const Split<V> parts = erbs(ghi, sun.up, extraterrestrial);
  return {seen,
          (90.0 - seen.elevation_deg) * 0x1.1df46a2529d39p-6,
          air_mass(seen.sun.up, seen.elevation_deg),
          {ghi, parts.diffuse, parts.beam}};
}

/// What the plant makes of it, for 1 W of modules.
template <class V>
struct PlantHour {
  Rotation<V> rotation;  ///< of trackers
  PlaneLight<V> on;
  V effective;  ///< W/m2 that reach the cells
  V cell;       ///< degrees Celsius
  V dc, ac;     ///< of 1 W of modules
};

/// `back`: light of the back over the front's, 0 without bifacial modules.
template <bool Tracked, class V>
GS_INLINE PlantHour<V> plant_hour(const PvChain& p, const HourLight<V>& l, const HourWeather<V>& w, V extraterrestrial,
                                  double back) {
  PlantHour<V> out;
  Surface<V> plane;
  V incidence;
  if constexpr (Tracked) {
    out.rotation = rotate(p.axis, l.seen.sun);
    plane = out.rotation.surface;
    incidence = out.rotation.cos_incidence;
  } else {
    plane = everywhere<V>(p.plane);
    incidence = cos_incidence(plane, l.seen.sun);
  }
  const Sky<V> sky{l.seen.sun, l.zenith, extraterrestrial, l.mass};
  out.on = light_on_plane(plane, incidence, sky, l.light, all<V>(p.albedo));
  // With the sun down there is no sky to take apart; a tracker then lies flat and sees no ground.
  const auto up = l.seen.elevation_deg >= 0.0;
  out.on.sky = select(up, out.on.sky, V{});
  if constexpr (Tracked) out.on.ground = select(up, out.on.ground, V{});
  out.effective = out.on.direct * incidence_modifier(p.glass, incidence) + (out.on.sky + out.on.ground);
  out.cell = faiman(out.on.global(), w.air, w.wind, p.u0, p.u1);
  out.dc = modules_power(out.effective * (1.0 + back), out.cell, all<V>(1.0), all<V>(p.gamma)) * p.kept;
  out.ac = inverter_power(out.dc, p.inverter);
  return out;
}

}  // namespace gs::model::pv
