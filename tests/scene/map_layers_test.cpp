// What the map's own layers say: countries, groups, day and night, the resource, order and strength.
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <glm/geometric.hpp>
#include <numeric>

#include "map/cut.hpp"
#include "scene/explorer.hpp"
#include "sim/factors.hpp"

using namespace gs;
using test::Explorer;
using test::project;

namespace {

State with(std::uint32_t layers) {
  State s;
  s.view.layers |= layers;
  return s;
}

std::optional<double> value_of(Explorer& e, const char* iso3) {
  const World w = e.world();
  const auto c = find_country(w.base, iso3);
  REQUIRE(c);
  return country_values(w, e.state)[*c];
}

std::vector<std::uint32_t> all_projects(const Portfolio& p) {
  std::vector<std::uint32_t> out(p.projects.size());
  std::iota(out.begin(), out.end(), 0u);
  return out;
}

/// Share of the sphere that lies in a night of this depth: seen on the whole-Earth equal-area map.
double area_of(const Rings& rings) {
  double sum = 0;
  for (const Span& r : rings.rings) {
    for (std::uint32_t i = 0; i < r.count; ++i) {
      const glm::dvec2 a = rings.points[r.first + i], b = rings.points[r.first + (i + 1) % r.count];
      sum += 0.5 * (a.x * b.y - b.x * a.y);
    }
  }
  return std::abs(sum) / (4.0 * 3.14159265358979);
}

const FillLayer* night_of(const Scene& s, std::size_t depth) {
  return s.fills.size() >= 4 ? &s.fills[s.fills.size() - 4 + depth] : nullptr;
}

}  // namespace

TEST_CASE("a country's grid is coloured by the factor that its projects are computed with", "[scene][layers]") {
  Explorer e = Explorer::desktop();
  e.state = with(bit(Layer::countries));
  const auto found = find_grid_factor(test::assets().portfolio, e.state.scenario.method, Technology::solar_pv, "ARE");
  REQUIRE(found);
  CHECK(value_of(e, "ARE") == Catch::Approx(found->intensity.best.base() * 1e3));
  CHECK_FALSE(value_of(e, "GRL").has_value());
  // The pledged way is cleaner later, the constant one is not.
  e.state.scenario.year = 2050;
  const double constant = *value_of(e, "KAZ");
  e.state.scenario.pathway = GridPathway::pledged;
  CHECK(*value_of(e, "KAZ") < constant);
}

TEST_CASE("countries' savings add up to the total of the list, and their projects to its rows", "[scene][layers]") {
  Explorer e = Explorer::desktop();
  e.state = with(bit(Layer::countries));
  e.state.view.map.fill = CountryFill::savings;
  const auto sum = [&] {
    double all = 0;
    for (const auto& v : country_values(e.world(), e.state)) all += v.value_or(0.0);
    return all;
  };
  CHECK(sum() == Catch::Approx(project_list(e.world(), e.state).total.avoided.best.base()).epsilon(1e-9));
  e.state.view.map.fill = CountryFill::projects;
  CHECK(sum() == static_cast<double>(project_list(e.world(), e.state).rows.size()));
  e.act(action::SetCountry{"UZB"});
  CHECK(sum() == static_cast<double>(project_list(e.world(), e.state).rows.size()));
  CHECK(sum() == *value_of(e, "UZB"));
}

TEST_CASE("a value on a bound belongs to the class above", "[scene][layers]") {
  const ClassBounds& b = class_bounds(CountryFill::projects);
  CHECK(class_of(b, 0.0) == 0);
  CHECK(class_of(b, b[0]) == 1);
  CHECK(class_of(b, std::nextafter(b[4], 0.0)) == 4);
  CHECK(class_of(b, 1e9) == 5);
}

TEST_CASE("countries are filled with their class's colour and only when asked for", "[scene][layers]") {
  Explorer e = Explorer::desktop();
  const std::size_t plain = e.draw().fills.size();
  e.state.view.layers |= bit(Layer::countries);
  const Scene& s = e.draw();
  REQUIRE(s.fills.size() > plain);
  const Palette& p = light_palette();
  const int which = class_of(class_bounds(CountryFill::grid), *value_of(e, "KAZ"));
  const Color want = class_color(p, CountryFill::grid, which);
  CHECK(std::any_of(s.fills.begin(), s.fills.end(), [&](const FillLayer& f) { return f.color == want; }));
  const auto revision = s.fills.back().revision;
  CHECK(e.draw().fills.back().revision == revision);  // nothing is made anew for the same values
  e.act(action::SetYear{2045});
  CHECK(e.draw().fills.back().revision != revision);
}

TEST_CASE("groups keep every project and every sum", "[scene][groups]") {
  Explorer e = Explorer::desktop();
  const World w = e.world();
  const auto shown = all_projects(w.portfolio);
  for (const double reach : {0.001, 0.02, 0.1, 0.5, 3.2}) {
    CAPTURE(reach);
    const auto groups = groups_of(w.portfolio, w.results, shown, reach, 3, SizeBy::capacity);
    std::vector<int> times(shown.size());
    for (const SiteGroup& g : groups) {
      CHECK(g.members.size() >= 3);
      double mw = 0;
      for (const std::uint32_t i : g.members) {
        ++times[i];
        if (w.portfolio.projects[i].part_of.empty() && w.portfolio.projects[i].capacity) mw += w.portfolio.projects[i].capacity->base();
      }
      CHECK(g.all() == Catch::Approx(mw));
      const GroupSum sum = sum_of(w, g);
      CHECK(sum.projects == static_cast<int>(g.members.size()));
      CHECK(std::accumulate(sum.by_category.begin(), sum.by_category.end(), 0) == sum.projects);
    }
    CHECK(std::all_of(times.begin(), times.end(), [](int n) { return n <= 1; }));
  }
  // All in one: its saving is the total's.
  const ProjectList list = project_list(w, e.state);
  std::vector<std::uint32_t> listed;
  for (const ProjectRow& row : list.rows) listed.push_back(row.project);
  const auto one = groups_of(w.portfolio, w.results, listed, 3.2, 1, SizeBy::savings);
  REQUIRE(one.size() == 1);
  CHECK(sum_of(w, one.front()).avoided->base() == Catch::Approx(list.total.avoided.best.base()).epsilon(1e-9));
}

TEST_CASE("each project is on the map once: as itself or in a group", "[scene][groups]") {
  Explorer e = Explorer::desktop();
  for (const double zoom : {0.5, 1.05, 2.0, 3.5, 6.0}) {
    CAPTURE(zoom);
    e.state.view.viewpoint = {62, 24, zoom};
    e.draw();
    const auto& picks = e.builder.picks();
    std::vector<std::string> seen;
    for (const Marker& m : e.builder.scene().markers) {
      if (picks[m.id].kind == SelectionKind::project) seen.push_back(picks[m.id].id);
    }
    for (const GroupRing& g : e.builder.scene().groups) {
      const SiteGroup* group = e.builder.group(picks[g.id]);
      REQUIRE(group);
      for (const std::uint32_t i : group->members) seen.push_back(test::assets().portfolio.projects[i].id);
      CHECK(g.until.back() == Catch::Approx(1.0));
      CHECK(std::is_sorted(g.until.begin(), g.until.end()));
    }
    std::sort(seen.begin(), seen.end());
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
    if (zoom >= 5.0) CHECK(e.builder.scene().groups.empty());
    if (zoom < 1.0) CHECK_FALSE(e.builder.scene().groups.empty());
  }
  e.act(action::ToggleLayer{Layer::groups});
  e.state.view.viewpoint.zoom = 0.5;
  CHECK(e.draw().groups.empty());
}

TEST_CASE("a click on a group's ring finds it, and flying there opens it", "[scene][groups]") {
  Explorer e = Explorer::desktop();
  e.draw();
  REQUIRE_FALSE(e.builder.scene().groups.empty());
  const GroupRing ring = e.builder.scene().groups.front();
  const Selection picked = e.builder.pick(ring.at, {}, false);
  REQUIRE(picked.kind == SelectionKind::group);
  const SiteGroup* group = e.builder.group(picked);
  REQUIRE(group);
  const std::size_t before = group->members.size();
  const auto places = places_in(e.world(), *group);
  e.act(action::Select{picked});
  CHECK(e.state.view.selection.kind == SelectionKind::none);
  e.state.view.viewpoint = opened(e.builder.geometry().projector(), e.state.view.viewpoint, e.window, places);
  e.draw();
  const SiteGroup* still = e.builder.group(picked);
  CHECK((!still || still->members.size() < before));
}

TEST_CASE("night covers what the sun does not: half the Earth and its shells of twilight", "[scene][night]") {
  for (const double hour : {0.0, 1900.0, 4113.0, 8000.5}) {
    CAPTURE(hour);
    Explorer e = Explorer::desktop();
    e.state = with(bit(Layer::night));
    e.state.view.map.hour = hour;
    const Scene& s = e.draw();
    static constexpr std::array<double, 4> below{0.8333, 6, 12, 18};
    for (std::size_t i = 0; i < below.size(); ++i) {
      const FillLayer* f = night_of(s, i);
      REQUIRE(f);
      // A cap of radius 90 - b degrees is (1 - sin b) / 2 of the sphere; Equal Earth keeps areas.
      CHECK(area_of(*f->rings) == Catch::Approx(0.5 * (1.0 - std::sin(below[i] * 3.14159265358979 / 180.0))).epsilon(2e-3));
    }
  }
}

TEST_CASE("the sun stands over the tropic in June, over Greenwich's meridian at noon, and in front of the night", "[scene][night]") {
  const LonLat june = sun_over(4113.0);
  CHECK(june.lat == Catch::Approx(23.4).margin(0.1));
  CHECK(june.lon == Catch::Approx(45.5).margin(1.0));
  const LonLat march = sun_over(79 * 24 + 12.0);
  CHECK(std::abs(march.lat) < 0.5);
  CHECK(std::abs(march.lon) < 3.0);
}

TEST_CASE("a solar plant is bright at its noon and dark at its midnight; wind turns at its own hours", "[scene][night]") {
  Explorer e = Explorer::desktop();
  e.state = with(bit(Layer::night));
  e.state.view.layers &= ~bit(Layer::groups);
  e.state.view.map.hour = 171 * 24 + 8.0;  // noon at 55 degrees east
  e.draw();
  const Marker* noon = e.marker(project("al-dhafra-pv2"));
  REQUIRE(noon);
  const Marker bright = *noon;
  CHECK(bright.glow > 0.5f);
  e.state.view.map.hour += 12.0;
  e.draw();
  const Marker* midnight = e.marker(project("al-dhafra-pv2"));
  REQUIRE(midnight);
  CHECK(midnight->glow == 0.0f);
  CHECK_FALSE(midnight->color == bright.color);
  const Results& r = e.results();
  const Portfolio& p = test::assets().portfolio;
  int turning = 0;
  for (const Marker& m : e.builder.scene().markers) {
    const Selection& s = e.builder.picks()[m.id];
    if (s.kind != SelectionKind::project || m.pulse == 0.0f) continue;
    const Project* row = p.project(s.id);
    REQUIRE(category(row->technology) == Category::wind);
    const auto i = static_cast<std::size_t>(row - p.projects.data());
    CHECK(m.pulse == Catch::Approx(std::max(0.01f, *output_share(r.fleet->plants[i], row->capacity, e.state.view.map.hour))));
    ++turning;
  }
  CHECK(turning > 3);
}

TEST_CASE("the output of an hour lies between those of the hours around it", "[scene][night]") {
  PlantYear plant;
  plant.power.assign(8760, 0.0f);
  plant.power[10] = 100.0f;
  const auto at = [&](double hour) { return *output_share(plant, megawatts(200), hour); };
  CHECK(at(10.5) == Catch::Approx(0.5));
  CHECK(at(11.0) == Catch::Approx(0.25));
  CHECK(at(9.5) == 0.0f);
  CHECK(at(0.0) == 0.0f);
  CHECK_FALSE(output_share(PlantYear{}, megawatts(200), 0.0).has_value());
}

TEST_CASE("every disc of the resource has a figure of its own place and can be clicked through", "[scene][resource]") {
  const Portfolio& p = test::assets().portfolio;
  for (const Resource r : {Resource::sun, Resource::wind}) {
    const auto places = resource_places(p, r);
    CHECK(places.size() > 20);
    for (const ResourcePlace& place : places) {
      CHECK(place.value > (r == Resource::sun ? 800.0 : 1.0));
      CHECK(place.value < (r == Resource::sun ? 2600.0 : 14.0));
    }
  }
  Explorer e = Explorer::desktop();
  const std::size_t without = e.draw().markers.size();
  e.state.view.layers |= bit(Layer::resource);
  CHECK(e.draw().markers.size() > without);
  const Scene& s = e.builder.scene();
  for (std::size_t i = 0; i < s.markers.size(); ++i) {
    const bool disc = e.builder.picks()[s.markers[i].id].kind == SelectionKind::none;
    CHECK(disc == (i < s.below_groups));  // a disc hides no ring
  }
  for (const Marker& m : e.builder.scene().markers) {
    if (e.builder.picks()[m.id].kind != SelectionKind::none) continue;
    const Selection there = e.builder.pick(m.at, {}, false);
    CHECK(there.kind != SelectionKind::claim);
  }
}

TEST_CASE("lines and symbols change places within their kind", "[scene][order]") {
  const LayerOrder up = moved(kUsualOrder, Layer::trains, true);
  CHECK(up[3] == Layer::sites);
  CHECK(up[4] == Layer::trains);
  CHECK(moved(up, Layer::trains, false) == kUsualOrder);
  CHECK(moved(kUsualOrder, Layer::railways, true) == kUsualOrder);  // no line above a symbol
  CHECK(moved(kUsualOrder, Layer::graticule, false) == kUsualOrder);
  CHECK(moved(kUsualOrder, Layer::labels, true) == kUsualOrder);
  LayerOrder wrong = kUsualOrder;
  wrong[0] = Layer::sites;
  CHECK_FALSE(is_order(wrong));

  Explorer e = Explorer::desktop();
  e.draw();
  const auto first_train = [&] {
    for (const Marker& m : e.builder.scene().markers) return e.builder.picks()[m.id].kind == SelectionKind::route;
    return false;
  };
  CHECK(first_train());
  e.state.view.map.order = up;
  e.draw();
  CHECK_FALSE(first_train());
}

TEST_CASE("a layer at half its strength is drawn with half of it, the others whole", "[scene][order]") {
  Explorer e = Explorer::desktop();
  e.state.view.map.opacity[static_cast<std::size_t>(Layer::sites)] = 50;
  e.state.view.map.opacity[static_cast<std::size_t>(Layer::borders)] = 20;
  const Scene& s = e.draw();
  for (const Marker& m : s.markers) {
    const bool site = e.builder.picks()[m.id].kind == SelectionKind::project;
    CHECK(m.opacity == (site ? 0.5f : 1.0f));
  }
  const auto stroke = [&](const Lines& lines) {
    return std::find_if(s.strokes.begin(), s.strokes.end(), [&](const StrokeLayer& l) { return l.lines == &lines; });
  };
  CHECK(stroke(e.builder.geometry().borders)->style.color.a == 51);
  CHECK(stroke(e.builder.geometry().coast)->style.color.a == 255);
}

TEST_CASE("by whichever measure, a larger plant has the larger symbol", "[scene][size]") {
  for (int by = 0; by < kSizeByCount; ++by) {
    const auto size = static_cast<SizeBy>(by);
    CHECK(radius_of(4000.0, size) > radius_of(1000.0, size));
    CHECK(radius_of(1000.0, size) > radius_of(300.0, size));
    CHECK(radius_of(0.0, size) == radius_of(std::nullopt));
  }
  Explorer e = Explorer::desktop();
  e.state.view.layers &= ~bit(Layer::groups);
  e.draw();
  const float by_capacity = e.marker(project("noor-abu-dhabi"))->radius;
  e.state.view.map.size = SizeBy::savings;
  e.draw();
  CHECK(e.marker(project("noor-abu-dhabi"))->radius != by_capacity);
}
