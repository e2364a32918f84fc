#include "map/camera.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include "map/outline.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Projector make(ProjectionId id, double lon_0, double lat_0 = 0) {
  Result<Projector> made = Projector::create(id, lon_0, lat_0);
  if (!made) FAIL(made.error().text());
  return std::move(*made);
}

Camera page() {
  Camera camera;
  camera.viewport = {1440, 900};
  camera.padding = {0, 56, 380, 136};
  camera.centre = {0.8, 0.4};
  camera.scale = 320;
  return camera;
}

bool near(glm::dvec2 a, glm::dvec2 b, double within) { return glm::distance(a, b) < within; }

}  // namespace

TEST_CASE("the centre is seen in the middle of what panels leave free") {
  CHECK(to_screen(page(), page().centre) == glm::dvec2(530, 410));
  CHECK(page().free_size() == glm::dvec2(1060, 708));
  Camera tiny = page();
  tiny.viewport = {10, 10};
  CHECK(tiny.free_size() == glm::dvec2(1, 1));
}

TEST_CASE("screen and plane are each other's way back, north up") {
  const Camera camera = page();
  for (const glm::dvec2 px : {glm::dvec2{0, 0}, {1440, 900}, {12.5, 700.25}}) {
    CHECK(near(to_screen(camera, to_world(camera, px)), px, 1e-9));
  }
  CHECK(to_world(camera, {0, 0}).y > to_world(camera, {0, 900}).y);
  const Bounds seen = visible_bounds(camera);
  CHECK(near(to_screen(camera, {seen.min.x, seen.max.y}), {0, 0}, 1e-9));
  CHECK(near(to_screen(camera, {seen.max.x, seen.min.y}), {1440, 900}, 1e-9));
}

TEST_CASE("the GPU's matrix says the same as to_screen, to a hundredth of a pixel at the deepest zoom") {
  Camera camera = page();
  camera.scale = kMaxScale;
  camera.centre = {2.1234567, 0.7654321};
  const glm::dvec2 anchor{2.1234, 0.7655};
  const glm::mat3 clip = clip_from_local(camera, anchor);
  for (const glm::dvec2 offset : {glm::dvec2{0, 0}, {1e-3, -2e-3}, {-2.5e-3, 1.1e-3}}) {
    const glm::vec3 ndc = clip * glm::vec3(static_cast<float>(offset.x), static_cast<float>(offset.y), 1.0f);
    const glm::dvec2 px = 0.5 * glm::dvec2(ndc.x + 1.0, 1.0 - ndc.y) * camera.viewport;
    CHECK(near(px, to_screen(camera, anchor + offset), 0.01));
  }
}

TEST_CASE("zooming keeps the plane under the cursor, and there and back is nothing") {
  const Camera camera = page();
  for (const double factor : {0.5, 1.1, 8.0}) {
    const glm::dvec2 cursor{200, 640};
    const Camera zoomed = zoom_at(camera, cursor, factor);
    CHECK_THAT(zoomed.scale, WithinRel(camera.scale * factor, 1e-12));
    CHECK(near(to_world(zoomed, cursor), to_world(camera, cursor), 1e-12));
    CHECK(near(zoom_at(zoomed, cursor, 1 / factor).centre, camera.centre, 1e-12));
  }
}

TEST_CASE("panning takes the plane along") {
  const Camera moved = pan(page(), {30, -20});
  CHECK(near(to_screen(moved, to_world(page(), {500, 500})), {530, 480}, 1e-9));
}

TEST_CASE("fit shows the bounds whole in the free part") {
  for (const Bounds& bounds : {Bounds{{-2, -1}, {2, 1}}, {{0, 0}, {0.1, 1}}, {{1, 1}, {1, 1}}}) {
    const Camera camera = fit(page(), bounds, 20);
    const glm::dvec2 a = to_screen(camera, {bounds.min.x, bounds.max.y});
    const glm::dvec2 b = to_screen(camera, {bounds.max.x, bounds.min.y});
    CHECK((a.x >= 20 - 1e-6 && a.y >= 76 - 1e-6));
    CHECK((b.x <= 1040 + 1e-6 && b.y <= 744 + 1e-6));
    CHECK(camera.scale <= kMaxScale);
  }
}

TEST_CASE("the map cannot be lost") {
  const Bounds map = outline_bounds(make(ProjectionId::equal_earth, 0));
  for (const double scale : {1e-3, 50.0, 300.0, 1e4, 1e9}) {
    for (const glm::dvec2 away : {glm::dvec2{100, 100}, {-100, 0}, {0.1, -100}}) {
      Camera camera = page();
      camera.scale = scale;
      camera.centre = away;
      const Camera kept = limit(camera, map);
      const ZoomRange range = zoom_range(kept, map);
      INFO("scale " << scale << " towards " << away.x << " " << away.y);
      CHECK((kept.scale >= range.min && kept.scale <= range.max));
      CHECK((kept.centre.x >= map.min.x - 1e-9 && kept.centre.x <= map.max.x + 1e-9));
      const glm::dvec2 room = kept.free_size() / kept.scale;
      if (map.size().y < room.y) {
        CHECK(kept.centre.y + 0.5 * room.y >= map.max.y - 1e-9);
        CHECK(kept.centre.y - 0.5 * room.y <= map.min.y + 1e-9);
      } else {
        CHECK((kept.centre.y >= map.min.y - 1e-9 && kept.centre.y <= map.max.y + 1e-9));
      }
      const Camera again = limit(kept, map);
      CHECK(again.scale == kept.scale);
      CHECK(near(again.centre, kept.centre, 1e-12));
    }
  }
}

TEST_CASE("a camera within its limits is left alone") {
  const Bounds map = outline_bounds(make(ProjectionId::equal_earth, 0));
  Camera camera = page();
  camera.scale = 2000;
  const Camera kept = limit(camera, map);
  CHECK(kept.scale == camera.scale);
  CHECK(near(kept.centre, camera.centre, 1e-12));
}

TEST_CASE("the scale bar measures the ground at the middle of the map") {
  struct Row { ProjectionId id; LonLat centre, look; double scale; };
  const Row rows[] = {
      {ProjectionId::equal_earth, {0, 0}, {60, 35}, 200},    {ProjectionId::equal_earth, {11, 0}, {54, 24}, 40000},
      {ProjectionId::mercator, {0, 0}, {80, 60}, 300},       {ProjectionId::mercator, {0, 0}, {80, 0}, 300},
      {ProjectionId::ortho, {105, 35}, {105, 35}, 350},      {ProjectionId::ortho, {105, 35}, {105, 35}, kMaxScale},
      {ProjectionId::lcc_eurasia, {90, 0}, {100, 40}, 1000},
  };
  for (const Row& row : rows) {
    const Projector projector = make(row.id, row.centre.lon, row.centre.lat);
    Camera camera = page();
    camera.scale = row.scale;
    REQUIRE(projector.forward(row.look.lon, row.look.lat, camera.centre));
    const auto bar = scale_bar(projector, camera, 160);
    INFO(projection_info(row.id).key << " at " << row.look.lon << " " << row.look.lat << " x " << row.scale);
    REQUIRE(bar.has_value());
    CHECK((bar->px > 160 * 0.38 && bar->px <= 160));
    const double digit = bar->km / std::pow(10, std::floor(std::log10(bar->km) + 1e-9));
    CHECK((std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9));
    const glm::dvec2 half{bar->px / 2, 0}, middle = camera.middle();
    const auto a = projector.inverse(to_world(camera, middle - half));
    const auto b = projector.inverse(to_world(camera, middle + half));
    REQUIRE((a && b));
    CHECK_THAT(distance_km(*a, *b), WithinRel(bar->km, 1e-4));
  }
}

TEST_CASE("on Mercator's map the same kilometres are twice as long at 60 degrees") {
  const Projector projector = make(ProjectionId::mercator, 0);
  Camera camera = page();
  camera.scale = 5000;
  const auto km_per_px = [&](double lat) {
    REQUIRE(projector.forward(50, lat, camera.centre));
    const auto bar = scale_bar(projector, camera, 160);
    REQUIRE(bar.has_value());
    return bar->km / bar->px;
  };
  CHECK_THAT(km_per_px(0) / km_per_px(60), WithinRel(2.0, 0.005));  // WGS 84 against the map's sphere
}

TEST_CASE("no scale bar beside the map") {
  Camera camera = page();
  camera.centre = {2.65, 1.3};
  CHECK_FALSE(scale_bar(make(ProjectionId::equal_earth, 0), camera, 160).has_value());
}

TEST_CASE("dragging a globe takes the ground along") {
  for (const ProjectionId id : {ProjectionId::ortho, ProjectionId::satellite, ProjectionId::lambert_area}) {
    Projector globe = make(id, 105, 35);
    Camera camera = page();
    camera.centre = {0, 0};
    const glm::dvec2 from{500, 380};
    for (const glm::dvec2 to : {glm::dvec2{560, 420}, {430, 395}, {500, 380}, {505, 300}}) {
      globe.recentre(105, 35);
      const auto place = globe.inverse(to_world(camera, from));
      REQUIRE(place.has_value());
      const LonLat centre = drag_globe(globe, camera, from, to);
      globe.recentre(centre.lon, centre.lat);
      glm::dvec2 plane;
      INFO(projection_info(id).key << " to " << to.x << " " << to.y << ": " << centre.lon << " " << centre.lat);
      REQUIRE(globe.forward(place->lon, place->lat, plane));
      CHECK(near(to_screen(camera, plane), to, 1e-5));
    }
  }
}

TEST_CASE("a globe dragged beyond its pole or from outside still has a centre") {
  Projector globe = make(ProjectionId::ortho, 170, 80);
  Camera camera = page();
  camera.centre = {0, 0};
  for (const glm::dvec2 to : {glm::dvec2{530, 700}, {530, 100}, {5000, 410}, {-3000, -3000}, {820, 420}}) {
    for (const glm::dvec2 from : {glm::dvec2{530, 410}, {0, 0}, {530, 120}}) {
      const LonLat centre = drag_globe(globe, camera, from, to);
      INFO(from.x << " " << from.y << " to " << to.x << " " << to.y);
      CHECK((centre.lon >= -180 && centre.lon < 180));
      CHECK((centre.lat >= -90 && centre.lat <= 90));
    }
  }
  CHECK(drag_globe(globe, camera, {0, 0}, {10, 0}).lon < 170);  // off the globe: rolls with the pointer
}

TEST_CASE("zooming a globe keeps the ground under the cursor") {
  Projector globe = make(ProjectionId::ortho, 105, 35);
  Camera camera = page();
  camera.centre = {0, 0};
  const glm::dvec2 cursor{600, 330};
  const auto place = globe.inverse(to_world(camera, cursor));
  REQUIRE(place.has_value());
  for (const double factor : {1.2, 3.0, 40.0}) {
    globe.recentre(105, 35);
    const GlobeZoom zoomed = zoom_globe(globe, camera, cursor, factor);
    globe.recentre(zoomed.centre.lon, zoomed.centre.lat);
    glm::dvec2 plane;
    REQUIRE(globe.forward(place->lon, place->lat, plane));
    CHECK(near(to_screen(zoomed.camera, plane), cursor, 1e-4));
    CHECK_THAT(zoomed.camera.scale, WithinRel(camera.scale * factor, 1e-12));
  }
  const GlobeZoom beside = zoom_globe(globe, camera, {0, 0}, 2.0);
  CHECK(beside.centre == globe.centre());
}

TEST_CASE("a turned camera is the way there and back, and its matrix says the same") {
  Camera camera;
  camera.centre = {0.3, -0.2}, camera.scale = 321, camera.roll = 0.7, camera.padding.left = 200;
  for (const glm::dvec2 p : {glm::dvec2{0.3, -0.2}, {1.0, 0.5}, {-0.4, 0.9}}) {
    const glm::dvec2 px = to_screen(camera, p);
    CHECK(glm::distance(to_world(camera, px), p) < 1e-12);
    const glm::vec3 clip = clip_from_local(camera, {0, 0}) * glm::vec3(p, 1.0f);
    CHECK(std::abs((clip.x + 1.0) * 0.5 * camera.viewport.x - px.x) < 0.01);
    CHECK(std::abs((1.0 - clip.y) * 0.5 * camera.viewport.y - px.y) < 0.01);
    const Bounds seen = visible_bounds(camera);
    if (px.x > 0 && px.x < 1280 && px.y > 0 && px.y < 720) {
      CHECK((p.x > seen.min.x && p.x < seen.max.x && p.y > seen.min.y && p.y < seen.max.y));
    }
  }
  const glm::dvec2 up = to_screen(camera, camera.centre + glm::dvec2(0, 0.1)) - camera.middle();
  CHECK(up.x > 0);  // clockwise
  CHECK(up.y < 0);
}

TEST_CASE("north is up in the middle, aslant at the side of a cone, and turns with the map") {
  const auto angle = [](ProjectionId id, double lon, double lat, double roll) {
    const Projector projector = std::move(Projector::create(id, 90, 30).value());
    Camera camera;
    camera.roll = roll;
    glm::dvec2 plane{0, 0};
    if (!projector.info().globe()) REQUIRE(projector.forward(lon, lat, plane));
    camera.centre = plane;
    return north_angle(projector, camera).value();
  };
  CHECK(std::abs(angle(ProjectionId::mercator, 10, 50, 0)) < 1e-6);
  CHECK(std::abs(angle(ProjectionId::lcc_eurasia, 90, 50, 0)) < 1e-6);
  const double n = std::log(std::cos(20 * 0.017453292519943) / std::cos(60 * 0.017453292519943)) /
                   std::log(std::tan(75 * 0.017453292519943) / std::tan(55 * 0.017453292519943));  // Snyder 1987, (15-3)
  CHECK(std::abs(angle(ProjectionId::lcc_eurasia, 50, 50, 0) - n * 40 * 0.017453292519943) < 1e-6);
  CHECK(std::abs(angle(ProjectionId::ortho, 0, 0, 0.5) - 0.5) < 1e-6);
  CHECK_FALSE(north_angle(*Projector::create(ProjectionId::ortho, 0, 90), Camera{}).has_value());
}

TEST_CASE("the scale bar of a turned map is that of the direction it lies in") {
  const Projector projector = std::move(Projector::create(ProjectionId::plate_carree, 0).value());
  Camera camera;
  camera.centre = {0, 60 * 0.017453292519943};  // a degree east is half as long as one north
  const ScaleBar level = scale_bar(projector, camera, 100).value();
  camera.roll = 0.5 * 3.14159265358979;
  const ScaleBar upright = scale_bar(projector, camera, 100).value();
  CHECK(std::abs((level.km / level.px) / (upright.km / upright.px) - 0.5) < 0.01);
}
