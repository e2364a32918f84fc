#include "scene/picture_words.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "scene/explorer.hpp"
#include "scene/picture.hpp"
#include "text/figure.hpp"

using namespace gs;
using test::Explorer;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a picture is described by the figures of its headline, in its language", "[picture]") {
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    Explorer e = Explorer::desktop();
    e.act(action::SetLanguage{l});
    const World w = e.world();
    const PictureWords said = picture_words(w, e.state, "https://example.org/");
    const Total total = project_list(w, e.state).total;
    CAPTURE(said.language, said.description);
    CHECK(said.language == w.tr.code());
    CHECK(said.title.starts_with(w.tr("app.title")));
    CHECK(holds(said.description, figure(total.avoided.best, w.tr).text()));
    CHECK(holds(said.description, figure(total.capacity, w.tr).text()));
    CHECK(said.description.ends_with(w.tr.chinese() ? "。" : "."));
    CHECK(said.digest == w.results.digest);
    CHECK(said.data_version == w.portfolio.version);
    CHECK(said.link.starts_with("https://example.org/#v=1"));
    CHECK(holds(said.link, w.results.digest));
    CHECK(said.date.size() == 10);
    CHECK(holds(said.rights, w.tr("map.attribution")));
    CHECK(said.sources.size() > 50);
  }
}

TEST_CASE("a picture of what is selected names it, and its sources only", "[picture]") {
  Explorer e = Explorer::desktop();
  e.act(action::Select{test::project("al-dhafra-pv2")});
  const World w = e.world();
  const PictureWords said = picture_words(w, e.state, "");
  const Project& project = *w.portfolio.project("al-dhafra-pv2");
  CHECK(holds(said.title, display_name(project, w.tr)));
  CHECK(said.link.starts_with("#v=1"));
  REQUIRE(said.sources.size() == project.sources.size());
  for (const std::string& id : project.sources) {
    const Source* source = w.portfolio.source(id);
    REQUIRE(source);
    CHECK(std::any_of(said.sources.begin(), said.sources.end(), [&](const std::string& s) { return holds(s, source->url); }));
  }
}

TEST_CASE("panels of a picture stand upright on a map that is turned", "[picture]") {
  Explorer e = Explorer::desktop();
  e.act(action::SetProjection{"ortho"});
  e.state.view.viewpoint = {60, 40, 1.5, 20};
  const World w = e.world();
  PictureBuilder builder;
  const auto scene = builder.build({w, e.state, light_palette(), test::measures(Language::en).fonts(), {1280, 720}});
  REQUIRE(scene);
  const MapView& v = (*scene)->view;
  REQUIRE(v.roll != 0.0);
  std::size_t lines = 0;
  for (const StrokeLayer& s : (*scene)->strokes) {
    if (s.style.width != 12.0f) continue;  // a panel's
    for (const Span& piece : s.lines->pieces) {
      const glm::dvec2 way = glm::dvec2(s.lines->points[piece.first + 1]) - glm::dvec2(s.lines->points[piece.first]);
      const glm::dvec2 seen(way.x * std::cos(v.roll) + way.y * std::sin(v.roll), way.x * std::sin(v.roll) - way.y * std::cos(v.roll));
      CHECK(std::min(std::abs(seen.x), std::abs(seen.y)) * v.scale < 0.1);
      ++lines;
    }
  }
  CHECK(lines > 10);
}
