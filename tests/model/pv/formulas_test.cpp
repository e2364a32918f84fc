#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <cstring>

#include "model/numerics.hpp"
#include "model/pv/air_mass.hpp"
#include "model/pv/cell_temperature.hpp"
#include "model/pv/erbs.hpp"
#include "model/pv/extraterrestrial.hpp"
#include "model/pv/iam.hpp"
#include "model/pv/perez.hpp"
#include "model/pv/pvwatts.hpp"
#include "model/pv/sheds.hpp"
#include "model/pv/tracking.hpp"

using namespace gs;
using namespace gs::model;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

/// Four unlike hours: a clear noon, an overcast morning, a low sun, a sun behind the plane.
struct Hours {
  double zenith_deg[4] = {20.0, 65.0, 86.5, 55.0}, azimuth_deg[4] = {170.0, 95.0, 280.0, 330.0};
  double ghi[4] = {980.0, 90.0, 30.0, 420.0}, dhi[4] = {90.0, 88.0, 25.0, 160.0}, dni[4] = {930.0, 5.0, 80.0, 450.0};
};

template <class Get>
Lanes lanes(Get get) {
  return Lanes{get(0), get(1), get(2), get(3)};
}

}  // namespace

TEST_CASE("photovoltaic formulas give the same bits on a number and on four lanes", "[model][pv]") {
  const Hours h;
  const auto sun_of = [&](int i) { return pv::sun_at(h.zenith_deg[i], h.azimuth_deg[i]); };
  const pv::Sun<Lanes> sun{lanes([&](int i) { return sun_of(i).east; }), lanes([&](int i) { return sun_of(i).north; }),
                           lanes([&](int i) { return sun_of(i).up; })};
  const Lanes ghi = lanes([&](int i) { return h.ghi[i]; }), dhi = lanes([&](int i) { return h.dhi[i]; }),
              dni = lanes([&](int i) { return h.dni[i]; }),
              elevation = lanes([&](int i) { return 90.0 - h.zenith_deg[i]; }),
              zenith = lanes([&](int i) { return h.zenith_deg[i] * numerics::kDegree; });
  const pv::Axis axis = pv::axis_of({.axis_tilt_deg = 5.0, .axis_azimuth_deg = 175.0, .cross_axis_tilt_deg = 3.0});
  const pv::Glass plain = pv::glass_of({}), coated = pv::glass_of({.coating_index = 1.29}),
                  thick = pv::glass_of({.extinction_per_m = 200.0, .thickness_m = 0.01});

  const auto mass = pv::air_mass(sun.up, elevation);
  const auto split = pv::erbs(ghi, sun.up, all<Lanes>(1366.1));
  const auto rotation = pv::rotate(axis, sun);
  const auto sky =
      pv::perez(rotation.surface, rotation.cos_incidence, sun.up, zenith, dni, dhi, all<Lanes>(1366.1), mass);
  const auto rear = pv::rear_irradiance(0.4, rotation.surface.up, rotation.cos_incidence, sun.up,
                                        pv::RowLight<Lanes>{ghi, dhi, dni, all<Lanes>(0.25)});
  const auto shaded = pv::shaded_share(axis, rotation);
  const auto iam = pv::incidence_modifier(plain, rotation.cos_incidence),
             iam_coated = pv::incidence_modifier(coated, rotation.cos_incidence),
             iam_thick = pv::incidence_modifier(thick, rotation.cos_incidence);
  const auto cell = pv::faiman(ghi, elevation, dhi * 0.01, 25.0, 6.84);
  const auto ac = pv::inverter_power(pv::modules_power(ghi, cell, all<Lanes>(1000.0), all<Lanes>(-0.0035)),
                                     pv::Inverter{850.0, 0.98});
  for (int i = 0; i < 4; ++i) {
    CAPTURE(i);
    const auto s = sun_of(i);
    const double mass1 = pv::air_mass(s.up, 90.0 - h.zenith_deg[i]);
    CHECK(same_bits(mass[i], mass1));
    const auto split1 = pv::erbs(h.ghi[i], s.up, 1366.1);
    CHECK(same_bits(split.beam[i], split1.beam));
    CHECK(same_bits(split.diffuse[i], split1.diffuse));
    const auto rotation1 = pv::rotate(axis, s);
    CHECK(same_bits(rotation.sine[i], rotation1.sine));
    CHECK(same_bits(rotation.surface.slope[i], rotation1.surface.slope));
    CHECK(same_bits(rotation.cos_incidence[i], rotation1.cos_incidence));
    CHECK(same_bits(shaded[i], pv::shaded_share(axis, rotation1)));
    const auto sky1 = pv::perez(rotation1.surface, rotation1.cos_incidence, s.up, h.zenith_deg[i] * numerics::kDegree,
                                h.dni[i], h.dhi[i], 1366.1, mass1);
    CHECK(same_bits(sky.total[i], sky1.total));
    CHECK(same_bits(sky.horizon[i], sky1.horizon));
    CHECK(same_bits(rear[i], pv::rear_irradiance(0.4, rotation1.surface.up, rotation1.cos_incidence, s.up,
                                                 pv::RowLight<double>{h.ghi[i], h.dhi[i], h.dni[i], 0.25})));
    CHECK(same_bits(iam[i], pv::incidence_modifier(plain, rotation1.cos_incidence)));
    CHECK(same_bits(iam_coated[i], pv::incidence_modifier(coated, rotation1.cos_incidence)));
    CHECK(same_bits(iam_thick[i], pv::incidence_modifier(thick, rotation1.cos_incidence)));
    const double cell1 = pv::faiman(h.ghi[i], 90.0 - h.zenith_deg[i], h.dhi[i] * 0.01, 25.0, 6.84);
    CHECK(same_bits(cell[i], cell1));
    CHECK(same_bits(
        ac[i], pv::inverter_power(pv::modules_power(h.ghi[i], cell1, 1000.0, -0.0035), pv::Inverter{850.0, 0.98})));
  }
}

TEST_CASE("the sun's distance: nearest in early January, a year's mean of one", "[model][pv]") {
  double sum = 0.0, most = 0.0;
  int nearest = 0;
  for (int day = 1; day <= 365; ++day) {
    const double extra = pv::extraterrestrial_normal(day);
    sum += extra;
    if (extra > most) most = extra, nearest = day;
  }
  CHECK(nearest <= 5);
  CHECK_THAT(sum / 365.0, WithinRel(pv::kSolarConstant, 5e-4));
}

TEST_CASE("air mass: one overhead, two at 60 degrees, 38 at the horizon", "[model][pv]") {
  CHECK_THAT(pv::air_mass(1.0, 90.0), WithinAbs(1.0, 1e-3));
  CHECK_THAT(pv::air_mass(0.5, 30.0), WithinAbs(1.995, 2e-3));  // table of Kasten and Young: 1.9939 at 30 degrees
  CHECK_THAT(pv::air_mass(0.0, 0.0), WithinAbs(38.0, 0.1));
}

TEST_CASE("erbs: beam and diffuse always make up the global", "[model][pv]") {
  for (double ghi = 0.0; ghi <= 1300.0; ghi += 13.0)
    for (double z = 0.0; z <= 120.0; z += 3.7) {
      const double c = numerics::cos(z * numerics::kDegree);
      const auto split = pv::erbs(ghi, c, 1366.1);
      CHECK(split.diffuse >= 0.0);
      CHECK(split.diffuse <= ghi);
      CHECK_THAT(split.beam * std::fmax(c, 0.0) + split.diffuse, WithinAbs(ghi, 1e-9));
    }
}

TEST_CASE("perez: a plane that lies flat gets what the horizontal gets", "[model][pv]") {
  const pv::Surface<double> flat = pv::surface_at(0.0, 123.0);
  for (const double z : {5.0, 40.0, 70.0, 84.0}) {
    const auto sun = pv::sun_at(z, 200.0);
    const auto sky = pv::perez(flat, pv::cos_incidence(flat, sun), sun.up, z * numerics::kDegree, 500.0, 120.0, 1366.1,
                               pv::air_mass(sun.up, 90.0 - z));
    CHECK_THAT(sky.total, WithinRel(120.0, 1e-12));
  }
}

TEST_CASE("tracking: true tracking faces the sun best, backtracking never shades, the limit holds", "[model][pv]") {
  pv::Tracking free{
      .axis_tilt_deg = 0.0, .axis_azimuth_deg = 180.0, .max_angle_deg = 180.0, .backtrack = false, .gcr = 0.5};
  pv::Tracking careful = free;
  careful.backtrack = true;
  pv::Tracking limited = free;
  limited.max_angle_deg = 45.0;
  for (double z = 1.0; z < 90.0; z += 2.3)
    for (double a = 0.0; a < 360.0; a += 17.0) {
      const auto sun = pv::sun_at(z, a);
      const auto best = pv::rotate(pv::axis_of(free), sun);
      const double along = sun.north;  // what no rotation about a north-south axis can win
      CHECK_THAT(best.cos_incidence, WithinAbs(std::sqrt(1.0 - along * along), 1e-12));
      const auto back = pv::rotate(pv::axis_of(careful), sun);
      CHECK(pv::shaded_share(pv::axis_of(careful), back) < 1e-9);
      CHECK(back.cos_incidence <= best.cos_incidence + 1e-12);
      CHECK(pv::rotate(pv::axis_of(limited), sun).cosine >= numerics::cos(45.0 * numerics::kDegree) - 1e-15);
      const auto& s = back.surface;
      CHECK_THAT(s.east * s.east + s.north * s.north + s.up * s.up, WithinRel(1.0, 1e-12));
      CHECK_THAT(s.slope * s.slope + s.up * s.up, WithinRel(1.0, 1e-12));
      CHECK_THAT(back.cos_incidence, WithinAbs(pv::cos_incidence(s, sun), 1e-12));
    }
}

TEST_CASE("incidence modifier: falls with the angle, a coating lets more through at a slant", "[model][pv]") {
  const pv::Glass plain = pv::glass_of({}), coated = pv::glass_of({.coating_index = 1.29});
  double before = 1.0 + 1e-15;
  for (double angle = 0.0; angle < 90.0; angle += 0.5) {
    const double c = numerics::cos(angle * numerics::kDegree), m = pv::incidence_modifier(plain, c);
    CHECK(m <= before);
    CHECK(pv::incidence_modifier(coated, c) >= m - 1e-12);
    before = m;
  }
  CHECK(pv::incidence_modifier(plain, 0.0) == 0.0);
  CHECK(pv::incidence_modifier(plain, -0.5) == 0.0);
}

TEST_CASE("the short series of a thin glass is the exponential", "[model][pv]") {
  for (double x = -0.1; x <= 0.0; x += 0.001)
    CHECK_THAT(pv::detail::exp_of_little(x), WithinRel(numerics::exp(x), 3e-16));
}

TEST_CASE("diffuse modifiers follow Marion's own example", "[model][pv]") {
  // pvlib's documentation of marion_diffuse: 'physical' at 20 degrees.
  const pv::DiffuseModifiers m = pv::diffuse_modifiers(pv::glass_of({}), 20.0);
  CHECK_THAT(m.sky, WithinAbs(0.9539178294437575, 1e-10));
  CHECK_THAT(m.horizon, WithinAbs(0.7652650139134007, 1e-10));
  CHECK_THAT(m.ground, WithinAbs(0.6387140117795903, 1e-10));
}

TEST_CASE("an inverter clips at its limit and gives nothing at night", "[model][pv]") {
  const pv::Inverter inverter{1000.0, 0.98};
  CHECK(pv::inverter_power(0.0, inverter) == 0.0);
  CHECK(pv::inverter_power(2.0, inverter) == 0.0);  // less than it needs itself
  CHECK(pv::inverter_power(1500.0, inverter) == 980.0);
  double before = 0.0;
  for (double dc = 0.0; dc < 1500.0; dc += 7.0) {
    const double ac = pv::inverter_power(dc, inverter);
    CHECK(ac >= before);
    CHECK(ac <= dc);
    before = ac;
  }
}

TEST_CASE("rows: rows far apart see the whole sky and the whole ground", "[model][pv]") {
  const pv::RowLight<double> light{700.0, 100.0, 850.0, 0.2};
  const auto side = pv::side_of_row(0.001, pv::row_views(0.001, 0.5), 0.8, 0.7, light, false);
  CHECK_THAT(side.sky, WithinRel(100.0 * 0.75, 1e-3));
  CHECK_THAT(side.ground, WithinRel(700.0 * 0.2 * 0.25, 2e-3));
  CHECK_THAT(side.direct, WithinRel(850.0 * 0.8, 1e-12));
  CHECK(side.shaded == 0.0);
}

TEST_CASE("rows: what falls on them and between them is what comes in", "[model][pv]") {
  for (const double gcr : {0.1, 0.35, 0.6, 1.0})
    for (double tilt = 0.0; tilt <= 90.0; tilt += 7.5) {
      CAPTURE(gcr, tilt);
      const double c = numerics::cos(tilt * numerics::kDegree);
      const auto front = pv::row_views(gcr, c), back = pv::row_views(gcr, -c);
      CHECK_THAT(gcr * (front.sky + back.sky) + front.ground_sky, WithinAbs(1.0, 1e-12));  // of a diffuse sky
      CHECK(front.ground_sky >= 0.0);
      CHECK_THAT(front.ground_sky, WithinAbs(back.ground_sky, 1e-15));
      CHECK_THAT(front.ground, WithinAbs(back.sky, 1e-15));
      for (double z = 0.0; z < 89.0; z += 8.0) {  // of the beam, in the plane across the rows, from both sides
        const double up = numerics::cos(z * numerics::kDegree);
        for (const double side : {1.0, -1.0}) {
          const double incidence = numerics::cos((z * side - tilt) * numerics::kDegree);
          const pv::RowLight<double> beam{1000.0 * up, 0.0, 1000.0, 1.0};
          const auto f = pv::side_of_row(gcr, front, incidence, up, beam, false);
          const auto b = pv::side_of_row(gcr, back, -incidence, up, beam, false);
          const double on_ground = front.ground > 0.0 ? f.ground / front.ground : b.ground / back.ground;
          CHECK_THAT(gcr * (f.direct + b.direct) + on_ground, WithinAbs(1000.0 * up, 1e-9));
        }
      }
    }
}

TEST_CASE("rows: the ground's view past the rows near by is that past all of them, a little more", "[model][pv]") {
  double most = 0.0;
  for (const double gcr : {0.25, 0.4, 0.6})
    for (const double height : {0.35, 0.6, 3.0})
      for (double tilt = 0.0; tilt <= 80.0; tilt += 5.0) {
        CAPTURE(gcr, height, tilt);
        const double c = numerics::cos(tilt * numerics::kDegree), s = numerics::sin(tilt * numerics::kDegree);
        const double all = pv::row_views(gcr, c).ground_sky, near = pv::ground_sky_view(gcr, height, c, s);
        CHECK_THAT(near, WithinRel(all, 0.01));
        CHECK(near <= all + 1e-12);  // gaps far away are left out
        most = std::fmax(most, std::fabs(near / all - 1.0));
      }
  CHECK(most > 1e-6);
  CHECK(pv::ground_sky_view(0.5, 0.1, 0.5, 0.87) == 0.0);  // the lower edge in the ground
}
