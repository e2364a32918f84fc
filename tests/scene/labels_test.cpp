#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/explorer.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;
using test::project;

namespace {

/// What a label's letters fill, without the room that the placement keeps around it.
struct Ink {
  const Label* label;
  glm::vec2 min, max;
  bool overlaps(const Ink& o) const {
    return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y;
  }
};

std::vector<Ink> ink(const Explorer& e) {
  std::vector<Ink> out;
  const Fonts fonts = test::measures(e.state.view.language).fonts();
  for (const Label& l : e.builder.scene().labels) {
    const float width = fonts.of(l.face).width(l.text, l.size);
    out.push_back({&l, {l.at.x, l.at.y - 0.5f * l.size}, {l.at.x + width, l.at.y + 0.12f * l.size}});
  }
  return out;
}

const Label* label(const Explorer& e, const std::string& text) {
  for (const Label& l : e.builder.scene().labels) {
    if (l.text == text) return &l;
  }
  return nullptr;
}

/// A chosen thing is named even where there is no room.
void check_labels(const Explorer& e, const std::string& chosen) {
  const auto all = ink(e);
  const glm::vec4 free = e.free_part();
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].label->text, all[i].min.x, all[i].min.y, all[i].max.x, all[i].max.y);
    if (all[i].label->text == chosen) continue;
    CHECK((all[i].min.x >= free.x && all[i].min.y >= free.y && all[i].max.x <= free.z && all[i].max.y <= free.w));
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (all[j].label->text == chosen) continue;
      if (all[i].overlaps(all[j])) FAIL_CHECK("over " << all[j].label->text);
    }
    for (const glm::vec4& o : e.over_map) {
      const Ink panel{nullptr, {o.x, o.y}, {o.z, o.w}};
      if (all[i].overlaps(panel)) FAIL_CHECK("under what lies over the map at " << o.x << ", " << o.y);
    }
  }
}

}  // namespace

TEST_CASE("labels keep clear of each other, of the panels and of the window's edge", "[labels]") {
  const Viewpoint places[] = {{62, 24, 1.05}, {62, 24, 2.5}, {55, 24, 4.5}, {55, 24, 6.5}, {105, 15, 3}, {77, 43, 4}};
  for (Explorer (*make)() : {&Explorer::desktop, &Explorer::phone}) {
    for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
      for (const char* projection : {"equal_earth", "ortho"}) {
        Explorer e = make();
        e.act(action::SetLanguage{language});
        e.act(action::SetProjection{projection});
        std::size_t most = 0;
        for (const Viewpoint& at : places) {
          e.act(action::SetViewpoint{at});
          e.draw();
          CAPTURE(e.window.viewport.x, static_cast<int>(language), projection, at.longitude, at.zoom);
          check_labels(e, "");
          most = std::max(most, e.builder.scene().labels.size());
        }
        CHECK(most > 8);
      }
    }
  }
}

TEST_CASE("what is chosen is always named, in bold", "[labels]") {
  for (Explorer (*make)() : {&Explorer::desktop, &Explorer::phone}) {
    for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
      Explorer e = make();
      e.act(action::SetLanguage{language});
      const ProjectList list = project_list(e.world(), e.state);
      for (std::size_t i = 0; i < list.rows.size(); i += 5) {
        const Project& p = test::assets().portfolio.projects[list.rows[i].project];
        // At the middle of the free part, close by and from afar.
        for (const double zoom : {1.0, 4.0}) {
          e.act(action::Select{project(p.id)});
          e.act(action::SetViewpoint{{p.longitude, p.latitude, zoom}});
          e.draw();
          CAPTURE(e.window.viewport.x, p.id, zoom);
          const std::string& name = display_name(p, e.world().tr);
          const Label* l = label(e, name);
          REQUIRE(l);
          CHECK(l->face == Face::bold);
          const Marker* m = e.marker(project(p.id));
          REQUIRE(m);
          CHECK(m->emphasis == Emphasis::selected);
          CHECK(glm::distance(m->at, l->at) < 500);
          check_labels(e, name);
        }
      }
    }
  }
}

TEST_CASE("the layer of labels takes away all but what the map owes its sources", "[labels]") {
  Explorer e = Explorer::desktop();
  e.act(action::ToggleLayer{Layer::labels});
  e.draw();
  CHECK(e.builder.scene().labels.size() <= 2);
  CHECK(label(e, test::assets().words(Language::en)("map.attribution")));
}

TEST_CASE("the scale bar is as long as it says", "[labels]") {
  for (const double zoom : {1.0, 2.5, 4.0, 6.0, 8.0}) {
    Explorer e = Explorer::desktop();
    e.state.view.projection = "equidistant";  // true to scale along lines through the middle
    e.state.view.viewpoint = {62, 24, zoom};
    e.draw();
    const auto& boxes = e.builder.scene().boxes;
    REQUIRE(boxes.size() >= 3);
    const double px = boxes[0].max.x - boxes[0].min.x;
    const double km = px / scale_of(e.state.view.viewpoint) * 6371.0;
    bool said = false;
    for (const double step : {1.0, 2.0, 5.0}) {
      for (double power = 0.1; power < 1e5; power *= 10) {
        const double value = step * power;
        if (std::abs(value - km) > 0.01 * km) continue;
        said = said || label(e, test::assets().words(Language::en)("unit.km_value", whole(value, test::assets().words(Language::en))));
      }
    }
    CAPTURE(zoom, km, px);
    CHECK(said);
    CHECK(px <= 110.5);
  }
}

TEST_CASE("cities are named by rank as one comes nearer, in the language chosen, and give way to all else", "[labels][cities]") {
  const auto cities = read_cities(test::read_asset("cities.csv").value());
  REQUIRE(cities);
  Explorer e = Explorer::desktop();
  e.cities = &*cities;
  const auto named = [&](Viewpoint at, Language language) {
    e.state.view.viewpoint = at;
    e.state.view.language = language;
    e.draw();
    check_labels(e, "");
    std::array<int, 5> by_rank{};
    for (const City& c : *cities) {
      const Label* l = label(e, c.name_in(language == Language::zh ? "zh" : "en"));
      if (!l) continue;
      ++by_rank[static_cast<std::size_t>(c.rank)];
      // Its dot stands at the place.
      const auto plane = project_point(e.builder.geometry().projector(), {c.longitude, c.latitude});
      REQUIRE(plane);
      const glm::vec2 at_px(to_screen(camera_of(e.builder.geometry().projector(), at, e.window), *plane));
      const auto& boxes = e.builder.scene().boxes;
      CHECK(std::any_of(boxes.begin(), boxes.end(), [&](const Box& b) { return glm::distance(0.5f * (b.min + b.max), at_px) < 0.1f; }));
    }
    return by_rank;
  };
  const auto world = named({62, 24, 1.0}, Language::en);
  CHECK(world == std::array<int, 5>{});
  const auto far = named({66, 42, 2.2}, Language::en), near = named({66, 42, 5.2}, Language::en);
  CHECK(far[1] >= 3);
  CHECK(far[2] + far[3] + far[4] == 0);
  CHECK(near[3] + near[4] > 0);
  named({66, 42, 3.2}, Language::zh);
  CHECK(label(e, "塔什干") != nullptr);
  e.state.view.layers &= ~(1u << static_cast<unsigned>(Layer::labels));
  e.draw();
  CHECK(label(e, "塔什干") == nullptr);
}
