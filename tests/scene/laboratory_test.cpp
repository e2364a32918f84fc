#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/explorer.hpp"
#include "scene/lab_curves.hpp"

using namespace gs;
using test::Explorer;

namespace {

Explorer open(const std::string& line, const char* projection = "equal_earth") {
  Explorer e = Explorer::desktop();
  e.window.padding = {0, 158, 380, 560};
  e.window.viewport = {1440, 900};
  e.over_map.clear();
  e.act(action::SetProjection{projection});
  e.act(action::OpenLaboratory{line});
  e.draw();
  std::vector<LonLat> places;
  for (const RailLine::Place& p : e.world().lab->line.places) places.push_back({p.longitude, p.latitude});
  e.act(action::SetViewpoint{framed(e.builder.geometry().projector(), e.state.view, e.window, places)});
  e.draw();
  return e;
}

const char* const kLines[] = {"khorgos_almaty", "boten_vientiane", "addis_djibouti", "mombasa_nairobi"};

}  // namespace

TEST_CASE("the laboratory's line fits the strip of map that is left for it", "[laboratory]") {
  for (const char* projection : {"equal_earth", "mercator", "ortho"}) {
    for (const char* line : kLines) {
      CAPTURE(projection, line);
      Explorer e = open(line, projection);
      const glm::vec4 free = e.free_part();
      const LabOnMap& map = e.builder.laboratory();
      REQUIRE(map.line.size() > 10);
      glm::vec2 low(1e9f), high(-1e9f);
      for (const LabOnMap::Point& p : map.line) low = glm::min(low, p.at), high = glm::max(high, p.at);
      CHECK((low.x > free.x && low.y > free.y && high.x < free.z && high.y < free.w));
      // Not lost in it either: it fills one of the two directions by more than half.
      CHECK(((high.x - low.x) > 0.5f * (free.z - free.x) || (high.y - low.y) > 0.5f * (free.w - free.y)));
    }
  }
}

TEST_CASE("a place of the line under the pointer is the km whose train stands there", "[laboratory]") {
  for (const char* line : kLines) {
    Explorer e = open(line);
    const double length = e.world().lab->line.line.length_m * 1e-3;
    for (double share : {0.0, 0.13, 0.5, 0.77, 1.0}) {
      e.act(action::SetLabCursor{share * length});
      e.draw();
      CAPTURE(line, share);
      const auto train = e.builder.laboratory().train;
      REQUIRE(train);
      const auto km = e.builder.laboratory().nearest(*train, 10.0f);
      REQUIRE(km);
      CHECK(std::abs(*km - share * length) < 0.02 * length);
    }
    CHECK_FALSE(e.builder.laboratory().nearest({-500, -500}, 20.0f));
  }
}

TEST_CASE("while the laboratory is open the map has its line and train only", "[laboratory]") {
  Explorer e = open("khorgos_almaty");
  for (const Marker& m : e.builder.scene().markers) CHECK(e.builder.picks()[m.id] == Selection{SelectionKind::route, "khorgos_almaty"});
  CHECK(e.builder.scene().markers.size() > 3);
  e.act(action::SetPanel{Panel::none});
  e.draw();
  CHECK(e.builder.laboratory().line.empty());
}

TEST_CASE("curves and readings say what the traces say", "[laboratory]") {
  Explorer e = open("khorgos_almaty");
  const LabResults& lab = *e.world().lab;
  REQUIRE(lab.runs.size() >= 3);
  const LabCurves c = lab_curves(lab, 201);
  REQUIRE(c.nodes() == 201);
  REQUIRE(c.runs.size() == lab.runs.size());
  CHECK(std::abs(c.length_km - lab.line.line.length_m * 1e-3) < 1e-9);
  double rise = 0;
  for (const float g : c.grade_permille) rise += static_cast<double>(g) * 1e-3 * lab.line.line.length_m / 200;
  CHECK(std::abs(rise - static_cast<double>(c.height_m.back() - c.height_m.front())) < 0.5);
  for (const float g : c.grade_permille) CHECK(std::abs(static_cast<double>(g)) <= lab.line.ruling_permille + 1e-3);
  for (std::size_t i = 0; i < c.nodes(); i += 20) {
    const LabReading r = lab_reading(lab, c.km(i));
    CHECK(std::abs(r.height_m - static_cast<double>(c.height_m[i])) < 0.01);
    for (std::size_t k = 0; k < lab.runs.size(); ++k) {
      const float v = c.runs[k].speed_kmh[i];
      if (!(v == v)) continue;
      CHECK(std::abs(r.runs[k].speed_kmh - static_cast<double>(v)) < 1e-3);
      CHECK(static_cast<double>(v) <= r.limit_kmh + 1.0);
    }
  }
  for (std::size_t k = 0; k < lab.runs.size(); ++k) {
    const bool battery = powertrain(*lab.runs[k].traction).battery.has_value();
    CHECK((c.runs[k].charge.front() == c.runs[k].charge.front()) == battery);
    if (!lab.runs[k].run.arrived) continue;
    CHECK(lab_reading(lab, 0).runs[k].speed_kmh < 1.0);
    CHECK(lab_reading(lab, 1e9).runs[k].speed_kmh < 1.0);
  }
}

TEST_CASE("the cursor stays on the line; the run in front is the one asked for, by id or by kind", "[laboratory]") {
  Explorer e = open("khorgos_almaty");
  const LabResults& lab = *e.world().lab;
  const double length = lab.line.line.length_m * 1e-3;
  CHECK(lab_cursor(lab, 1e6) == length);
  CHECK(lab_cursor(lab, -5) == 0.0);
  CHECK(lab_cursor(lab, 12.5) == 12.5);
  const double middle = lab_cursor(lab, std::nullopt);
  CHECK((middle > 0.3 * length && middle < 0.7 * length));
  REQUIRE(lab_front(lab));
  CHECK(lab_front(lab)->traction->traction == TractionKind::hybrid);
  for (const char* kind : {"diesel", "battery", "hydrogen", "catenary"}) {
    Laboratory l = e.state.laboratory;
    l.traction = kind;
    e.act(action::SetLaboratory{l});
    CHECK(id_of(lab_front(*e.world().lab)->traction->traction) == kind);
  }
}
