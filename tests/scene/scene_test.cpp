#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "map/cut.hpp"
#include "scene/explorer.hpp"

using namespace gs;
using test::Explorer;
using test::project;

namespace {

struct Screen {
  const char* name;
  Explorer (*make)();
};
const Screen kScreens[] = {{"1280 x 720", &Explorer::desktop}, {"390 x 844", &Explorer::phone}};

bool finite(glm::vec2 p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Whether every coordinate of the scene is a number, and every list of pieces stays inside its points.
bool sound(const Scene& s) {
  for (const FillLayer& f : s.fills) {
    for (const glm::vec2& p : f.rings->points) {
      if (!finite(p)) return false;
    }
    for (const Span& r : f.rings->rings) {
      if (r.count < 3 || r.first + r.count > f.rings->points.size()) return false;
    }
  }
  for (const StrokeLayer& l : s.strokes) {
    for (const glm::vec2& p : l.lines->points) {
      if (!finite(p)) return false;
    }
    for (const Span& r : l.lines->pieces) {
      if (r.count < 2 || r.first + r.count > l.lines->points.size()) return false;
    }
  }
  for (const Marker& m : s.markers) {
    if (!finite(m.at) || !(m.radius > 0) || !std::isfinite(m.angle)) return false;
  }
  for (const Label& l : s.labels) {
    if (!finite(l.at) || l.text.empty()) return false;
  }
  for (const Box& b : s.boxes) {
    if (!finite(b.min) || !finite(b.max) || b.min.x > b.max.x || b.min.y > b.max.y) return false;
  }
  return std::isfinite(s.view.centre.x) && std::isfinite(s.view.centre.y) && s.view.scale > 0;
}

/// How often each thing is in the scene, as itself or in a group, trains aside.
std::map<std::string, int> drawn(const Explorer& e) {
  std::map<std::string, int> out;
  for (const Marker& m : e.builder.scene().markers) {
    const Selection& s = e.builder.picks()[m.id];
    if (s.kind == SelectionKind::project || s.kind == SelectionKind::locomotive) ++out[s.id];
  }
  for (const GroupRing& g : e.builder.scene().groups) {
    for (const std::uint32_t i : e.builder.group(e.builder.picks()[g.id])->members) {
      ++out[test::assets().portfolio.projects[i].id];
    }
  }
  return out;
}

std::size_t projects_of(const std::map<std::string, int>& all) {
  std::size_t n = 0;
  for (const auto& entry : all) n += test::assets().portfolio.project(entry.first) != nullptr ? 1 : 0;
  return n;
}

}  // namespace

TEST_CASE("the map has land, coast, borders, railways and every listed site once", "[scene]") {
  for (const Screen& screen : kScreens) {
    CAPTURE(screen.name);
    Explorer e = screen.make();
    // From far away every site is near the window.
    e.state.view.viewpoint = {60, 10, 0};
    const Scene& s = e.draw();
    CHECK(sound(s));
    const Geometry& g = e.builder.geometry();
    CHECK(g.land.rings.size() > 100);
    CHECK(g.coast.pieces.size() > 100);
    CHECK(g.borders.pieces.size() > 100);
    CHECK(g.disputed.pieces.size() > 3);
    CHECK(g.sea.rings.size() == 1);
    REQUIRE(s.fills.size() >= 2);
    CHECK(s.fills[0].rings == &g.sea);
    CHECK(s.fills[1].rings == &g.land);
    const auto all = drawn(e);
    const World w = e.world();
    for (const auto& [id, times] : all) {
      CAPTURE(id);
      CHECK(times == 1);
    }
    const ProjectList list = project_list(w, e.state);
    for (const ProjectRow& row : list.rows) {
      CAPTURE(w.portfolio.projects[row.project].id);
      CHECK(all.contains(w.portfolio.projects[row.project].id));
    }
    CHECK(projects_of(all) == list.rows.size());
    for (const Locomotive& l : w.portfolio.locomotives) {
      CAPTURE(l.id);
      CHECK(all.contains(l.id) == (l.latitude && l.longitude));
    }
    for (std::size_t i = 0; i < e.builder.picks().size(); ++i) CHECK_FALSE(e.builder.picks()[i].id.empty());
  }
}

TEST_CASE("rows without a Chinese or Belt and Road part are drawn only when asked for", "[scene]") {
  Explorer e = Explorer::desktop();
  e.state.view.layers &= ~bit(Layer::groups);
  e.state.view.viewpoint = {60, 10, 0};
  std::vector<std::string> hidden;
  for (const ProjectResult& r : e.results().projects) {
    if (r.hidden) hidden.push_back(test::assets().portfolio.projects[r.project].id);
  }
  REQUIRE_FALSE(hidden.empty());
  e.draw();
  for (const std::string& id : hidden) CHECK_FALSE(e.marker(project(id)));
  e.act(action::ShowHidden{true});
  e.draw();
  for (const std::string& id : hidden) CHECK(e.marker(project(id)));
  e.act(action::ShowHidden{false});
  e.act(action::Select{project(hidden[0])});
  e.draw();
  CHECK(e.marker(project(hidden[0])));  // a link may lead to it
}

TEST_CASE("a layer that is off draws nothing of its own", "[scene]") {
  const auto with = [](Layer off) {
    Explorer e = Explorer::desktop();
    if (!shows(e.state.view, off)) FAIL("the layer was off already");
    e.act(action::ToggleLayer{off});
    e.draw();
    return e;
  };
  const auto kinds = [](const Explorer& e, SelectionKind kind) {
    int n = 0;
    for (const Marker& m : e.builder.scene().markers) n += e.builder.picks()[m.id].kind == kind;
    return n;
  };
  Explorer full = Explorer::desktop();
  full.draw();
  REQUIRE(kinds(full, SelectionKind::project) > 60);
  REQUIRE(kinds(full, SelectionKind::route) > 5);
  REQUIRE(kinds(full, SelectionKind::locomotive) > 0);
  CHECK(kinds(with(Layer::sites), SelectionKind::project) == 0);
  CHECK(kinds(with(Layer::trains), SelectionKind::route) == 0);
  CHECK(kinds(with(Layer::railways), SelectionKind::route) == 0);
  CHECK(kinds(with(Layer::locomotives), SelectionKind::locomotive) == 0);
  const auto stroked = [](const Explorer& e, const Lines& lines) {
    for (const StrokeLayer& l : e.builder.scene().strokes) {
      if (l.lines == &lines) return true;
    }
    return false;
  };
  CHECK(stroked(full, full.builder.geometry().borders));
  CHECK(stroked(full, full.builder.geometry().graticule));
  const Explorer no_borders = with(Layer::borders), no_net = with(Layer::graticule), no_rails = with(Layer::railways);
  CHECK_FALSE(stroked(no_borders, no_borders.builder.geometry().borders));
  CHECK_FALSE(stroked(no_net, no_net.builder.geometry().graticule));
  CHECK(stroked(no_rails, no_rails.builder.geometry().coast));
  for (const auto& by_gauge : no_rails.builder.geometry().rails) {
    for (const Lines& l : by_gauge) CHECK_FALSE(stroked(no_rails, l));
  }
  CHECK(with(Layer::labels).builder.scene().labels.size() < full.builder.scene().labels.size());
}

TEST_CASE("a year draws each plant as it stood then", "[scene]") {
  Explorer e = Explorer::desktop();
  e.state.view.layers &= ~bit(Layer::groups);
  e.state.view.viewpoint = {60, 10, 0};
  const auto fill = [&](const std::string& id, int year) {
    e.act(action::SetYear{year});
    e.draw();
    const Marker* m = e.marker(project(id));
    if (!m) FAIL(id << " is not drawn in " << year);
    return m->fill;
  };
  // Commissioned in 2023.
  CHECK(fill("al-dhafra-pv2", 2026) == Fill::solid);
  CHECK(fill("al-dhafra-pv2", 2023) == Fill::solid);
  CHECK(fill("al-dhafra-pv2", 2022) == Fill::tinted);
  CHECK(fill("al-dhafra-pv2", 2015) != Fill::solid);
  const auto solid = [&](int year) {
    e.act(action::SetYear{year});
    int n = 0;
    for (const Marker& m : e.draw().markers) {
      n += m.fill == Fill::solid && e.builder.picks()[m.id].kind == SelectionKind::project;
    }
    return n;
  };
  CHECK(solid(2005) < solid(2015));
  CHECK(solid(2015) < solid(2026));
  CHECK(solid(2026) <= solid(2035));
  for (const ProjectRow& row : project_list(e.world(), e.state).rows) {
    const Project& p = test::assets().portfolio.projects[row.project];
    CAPTURE(p.id);
    CHECK(e.marker(project(p.id))->fill == fill_of(status_at(p, e.state.scenario.year)));
  }
}

TEST_CASE("no symbol is pushed further from its place than its radius", "[scene]") {
  for (const Screen& screen : kScreens) {
    for (const double zoom : {0.0, 1.05, 2.0, 3.5, 5.0}) {
      for (const char* projection : {"equal_earth", "ortho"}) {
        Explorer e = screen.make();
        e.state.view.projection = projection;
        e.state.view.viewpoint = {54.6, 24.4, zoom};
        e.draw();
        const Camera camera = camera_of(e.builder.geometry().projector(), e.state.view.viewpoint, e.window);
        int moved = 0;
        for (const Marker& m : e.builder.scene().markers) {
          const Selection& s = e.builder.picks()[m.id];
          if (s.kind == SelectionKind::route) continue;
          CAPTURE(screen.name, zoom, projection, s.id);
          const auto places = places_of(e.world(), s);
          REQUIRE(places.size() == 1);
          const auto plane = project_point(e.builder.geometry().projector(), places[0]);
          REQUIRE(plane);
          const double off = glm::distance(glm::dvec2(m.at), to_screen(camera, *plane));
          CHECK(off <= m.radius * 1.001 + 0.01);
          moved += off > 0.5;
        }
        if (zoom < 3) CHECK(moved > 0);
      }
    }
  }
}

TEST_CASE("a pan or a small zoom leaves the projected map as it is, a new projection does not", "[scene]") {
  Explorer e = Explorer::desktop();
  e.state.view.viewpoint = {62, 24, 1.2};
  e.draw();
  const std::uint64_t first = e.builder.geometry().revision();
  const glm::vec2* const points = e.builder.geometry().land.points.data();
  for (int i = 0; i < 10; ++i) {
    e.act(action::SetViewpoint{{62.0 + i, 24.0 - 2 * i, 1.2 + 0.07 * i}});
    e.act(action::SetYear{2010 + i});
    e.act(action::Select{{SelectionKind::route, "addis_djibouti"}});
    e.draw();
    CHECK(e.builder.geometry().revision() == first);
    for (const StrokeLayer& l : e.builder.scene().strokes) {
      if (l.lines != &e.builder.geometry().selected_route) CHECK(l.revision == first);
    }
  }
  CHECK(e.builder.geometry().land.points.data() == points);
  e.act(action::SetViewpoint{{62, 24, 4.5}});
  e.draw();
  const std::uint64_t fine = e.builder.geometry().revision();
  CHECK(fine > first);
  e.act(action::SetCentralMeridian{100});
  e.draw();
  const std::uint64_t turned = e.builder.geometry().revision();
  CHECK(turned > fine);
  e.act(action::SetProjection{"robinson"});
  e.draw();
  CHECK(e.builder.geometry().revision() > turned);
}

TEST_CASE("a globe is projected anew when it turns, coarsely while a hand turns it", "[scene]") {
  Explorer e = Explorer::desktop();
  e.act(action::SetProjection{"ortho"});
  e.draw();
  const std::uint64_t still = e.builder.geometry().revision();
  e.act(action::SetViewpoint{{70, 20, e.state.view.viewpoint.zoom}});
  e.draw();
  CHECK(e.builder.geometry().revision() > still);
}

TEST_CASE("the chosen line alone is made anew when another is chosen", "[scene]") {
  Explorer e = Explorer::desktop();
  e.draw();
  CHECK(e.builder.geometry().selected_route.pieces.empty());
  e.act(action::Select{{SelectionKind::route, "addis_djibouti"}});
  e.draw();
  const Geometry& g = e.builder.geometry();
  REQUIRE_FALSE(g.selected_route.pieces.empty());
  const auto revision = g.selected_revision;
  e.draw();
  CHECK(g.selected_revision == revision);
  e.act(action::Select{{SelectionKind::route, "btk"}});
  e.draw();
  CHECK(g.selected_revision > revision);
  e.act(action::Select{project("al-dhafra-pv2")});
  e.draw();
  CHECK(g.selected_route.pieces.empty());
}

TEST_CASE("every projection builds a sound scene from anywhere", "[scene]") {
  const Viewpoint places[] = {{62, 24, 1.05}, {0, 90, 1},     {0, -90, 1},     {180, 0, 1.5},   {-180, 65, 2},
                              {54, 24, 6},    {100, -45, -0.5}, {-60, 10, 9.0}};
  for (const ProjectionInfo& info : projections()) {
    Explorer e = Explorer::desktop();
    e.act(action::SetProjection{std::string(info.key)});
    for (const Viewpoint& at : places) {
      CAPTURE(info.key, at.longitude, at.latitude, at.zoom);
      e.act(action::SetViewpoint{at});
      e.act(action::SetCentralMeridian{at.longitude});
      CHECK(sound(e.draw()));
      CHECK(e.builder.geometry().sea.rings.size() >= 1);
    }
  }
}

TEST_CASE("an unknown projection gives the standard one, not an error", "[scene]") {
  Explorer e = Explorer::desktop();
  e.act(action::SetProjection{"flat"});
  CHECK(sound(e.draw()));
  CHECK(e.builder.geometry().projector().id() == ProjectionId::equal_earth);
}

TEST_CASE("windows of odd sizes give sound scenes", "[scene]") {
  for (const glm::dvec2 size : {glm::dvec2{1, 1}, {40, 900}, {200, 200}, {3840, 2160}}) {
    Explorer e = Explorer::desktop();
    e.window.viewport = size;
    for (const char* projection : {"equal_earth", "ortho"}) {
      CAPTURE(size.x, size.y, projection);
      e.act(action::SetProjection{projection});
      e.state.view.viewpoint = home(e.state.view, e.window);
      CHECK(sound(e.draw()));
    }
  }
}
