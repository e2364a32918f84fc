#include "eval/sun.hpp"

#include <cmath>

#include "model/numerics.hpp"
#include "model/sun/rise_set.hpp"
#include "model/sun/topocentric.hpp"

namespace gs::eval {
namespace {

/// Rise and set are not given nearer to the poles: there the day's three instants no longer interpolate well.
constexpr double kRiseSetLatitude_deg = 65.0;

constexpr Column kTakes[] = {
    {.name = "unix_s", .unit = "s", .meaning = "seconds since 1970-01-01 00:00 UTC, years -2000 to 6000",
     .low = -1.253e11, .high = 1.2717e11},
    {.name = "lat_deg", .unit = "deg", .meaning = "latitude, north positive", .low = -90.0, .high = 90.0},
    {.name = "lon_deg", .unit = "deg", .meaning = "longitude, east positive", .low = -360.0, .high = 360.0},
    {.name = "altitude_m", .unit = "m", .meaning = "above the sea", .low = -500.0, .high = 11000.0},
    {.name = "pressure_Pa", .unit = "Pa", .meaning = "of the air, for the refraction", .low = 0.0, .high = 120000.0},
    {.name = "temp_C", .unit = "degC", .meaning = "of the air, for the refraction", .low = -100.0, .high = 100.0},
};

constexpr Column kGives[] = {
    {.name = "zenith_deg", .unit = "deg", .meaning = "angle from overhead, without refraction"},
    {.name = "apparent_zenith_deg", .unit = "deg", .meaning = "the same with refraction"},
    {.name = "elevation_deg", .unit = "deg", .meaning = "angle above the horizon, without refraction"},
    {.name = "apparent_elevation_deg", .unit = "deg", .meaning = "the same with refraction"},
    {.name = "azimuth_deg", .unit = "deg", .meaning = "clockwise from north"},
    {.name = "eot_min", .unit = "min", .meaning = "equation of time: apparent less mean solar time"},
    {.name = "earthsun_au", .unit = "au", .meaning = "distance of the sun"},
    {.name = "sunrise_unix_s", .unit = "s", .meaning = "of the UTC day; empty at 65 degrees and beyond, or where none"},
    {.name = "sunset_unix_s", .unit = "s", .meaning = "the same"},
    {.name = "transit_unix_s", .unit = "s", .meaning = "the same: the sun in the meridian"},
};

std::vector<Error> run(const Given& given, Computed& computed) {
  namespace sun = model::sun;
  const Table& t = given.table;
  const auto instants = t["unix_s"], latitudes = t["lat_deg"], longitudes = t["lon_deg"], altitudes = t["altitude_m"];
  const auto pressures = t["pressure_Pa"], temperatures = t["temp_C"];
  for (std::size_t i = 0; i < t.rows; ++i) {
    const model::Place place{latitudes[i], longitudes[i], altitudes[i]};
    const sun::Ephemeris e = sun::ephemeris(instants[i]);
    const sun::Observer o = sun::observer(place, pressures[i], temperatures[i]);
    const auto direction = sun::topocentric(o, e.direction);
    const auto seen = sun::refracted(o, direction);
    const double elevation = seen.elevation_deg - seen.refraction_deg;
    const std::optional<sun::RiseSet> day =
        std::fabs(place.latitude) < kRiseSetLatitude_deg ? sun::rise_set(place, instants[i]) : std::nullopt;
    const double values[] = {90.0 - elevation,
                             90.0 - seen.elevation_deg,
                             elevation,
                             seen.elevation_deg,
                             sun::azimuth_deg(direction),
                             e.equation_of_time_min,
                             e.distance_au};
    for (std::size_t k = 0; k < std::size(values); ++k) computed[k][i] = values[k];
    if (!day) continue;
    computed[7][i] = day->rise;
    computed[8][i] = day->set;
    computed[9][i] = day->transit;
  }
  return {};
}

}  // namespace

const Model kSolarPosition = {
    .name = "solar_position",
    .about = "Solar Position Algorithm (Reda and Andreas 2004, NREL/TP-560-34302), terrestrial less universal time "
             "67 s.",
    .takes = kTakes,
    .gives = kGives,
    .extras = {},
    .run = run,
};

}  // namespace gs::eval
