#include "export/scene_svg.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

#include "export/relief_picture.hpp"
#include "export/xml.hpp"
#include "map/lattice.hpp"
#include "map/relief.hpp"
#include "scene/explorer.hpp"
#include "scene/marker_look.hpp"
#include "text/families.hpp"

using namespace gs;
using Catch::Matchers::WithinAbs;

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

PictureWords words() {
  PictureWords w;
  w.language = "en";
  w.title = "Sun & <wind>";
  w.description = "The \"figures\" in words.";
  w.link = "#v=1&y=2030";
  w.date = "2026-01-02";
  w.data_version = "00000000000000aa";
  w.digest = "00000000000000bb";
  w.rights = "MIT";
  w.sources = {"Ember: Yearly data, https://ember-energy.org (CC BY 4.0)"};
  return w;
}

/// 200 x 100 px, a px a unit of the plane, whose origin lies in the middle.
Scene empty_scene() {
  Scene s;
  s.view.viewport = {200, 100};
  s.view.scale = 1.0;
  s.page = rgb(0xFFFFFF);
  return s;
}

std::string drawn(const Scene& s, Language l = Language::en) { return to_svg(s, words(), test::measures(l).fonts()); }

Label label(std::string text) {
  Label l;
  l.at = {10, 20};
  l.text = std::move(text);
  l.color = rgb(0x112233);
  l.halo = rgb(0xFFFFFF);
  return l;
}

Lines line(std::vector<glm::vec2> points) {
  Lines l;
  l.pieces = {{0, static_cast<std::uint32_t>(points.size())}};
  l.points = std::move(points);
  return l;
}

/// The value of an attribute behind a place of the text.
std::string attribute(const std::string& svg, const std::string& name, const std::string& behind = "") {
  const std::size_t from = svg.find(behind), at = svg.find(" " + name + "=\"", from);
  if (from == std::string::npos || at == std::string::npos) return "";
  const std::size_t start = at + name.size() + 3;
  return svg.substr(start, svg.find('"', start) - start);
}

/// The most digits behind a point among the numbers of shapes; those in words and data do not count.
std::size_t most_decimals(const std::string& svg) {
  std::size_t most = 0;
  for (std::size_t at = svg.find("<rect"); at < svg.size(); ++at) {
    if (svg[at] == '>') at = std::min(svg.find('<', at), svg.size() - 1);  // words
    if (svg[at] != '.') continue;
    std::size_t end = at + 1;
    while (end < svg.size() && svg[end] >= '0' && svg[end] <= '9') ++end;
    most = std::max(most, end - at - 1);
  }
  return most;
}

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The numbers between two places of a shader.
std::vector<double> numbers_in(const std::string& text, const std::string& from, const std::string& until) {
  std::vector<double> out;
  const std::size_t start = text.find(from) + from.size(), end = text.find(until, start);
  std::string number;
  for (std::size_t at = start; at <= end; ++at) {
    const char c = text[at];
    const bool part = (c >= '0' && c <= '9') || c == '.' || c == '-', name = !number.empty() && number.front() == 'v';
    if (part || c == 'v' || (name && c != '(')) number += c;
    else if (name) number.clear();  // vec2
    else if (!number.empty()) out.push_back(std::stod(number)), number.clear();
  }
  return out;
}

}  // namespace

TEST_CASE("an area of a picture is one path, filled even-odd and cut at the picture's edge", "[export][svg]") {
  Rings rings;
  rings.points = {{-500, -500}, {500, -500}, {500, 500}, {-500, 500}, {-10, -10}, {10, -10}, {10, 10}, {-10, 10}, {300, 300}, {310, 300}, {310, 310}};
  rings.rings = {{0, 4}, {4, 4}, {8, 3}};
  Scene s = empty_scene();
  s.fills = {{&rings, 1, rgb(0x336699)}};
  const std::string svg = drawn(s);
  CHECK(test::xml_flaw(svg).empty());
  CHECK(count_of(svg, "<path") == 1);
  CHECK(holds(svg, "<path fill-rule=\"evenodd\" fill=\"#336699\""));
  const std::string data = attribute(svg, "d", "<path");
  CHECK(count_of(data, "M") == 2);  // the hole stays, what is outside goes
  CHECK(holds(data, "M90 60"));     // the hole's first corner: y is down
  for (const char* far : {"600", "-400", "550", "-450"}) CHECK(!holds(data, far));
}

TEST_CASE("places without a number are left out of a picture", "[export][svg]") {
  Rings rings;
  rings.points = {{-10, -10}, {kNothing, 3}, {10, -10}, {10, 10}};
  rings.rings = {{0, 4}};
  Lines broken = line({{-50, 0}, {-20, 0}, {kNothing, 0}, {20, 0}, {50, 0}});
  Scene s = empty_scene();
  s.fills = {{&rings, 1, rgb(0)}};
  s.strokes = {{&broken, 1, {}}};
  const std::string svg = drawn(s);
  CHECK(test::xml_flaw(svg).empty());
  CHECK(!holds(svg, "nan"));
  CHECK(!holds(svg, "inf"));
  CHECK(count_of(attribute(svg, "d", "<g id=\"lines\">"), "M") == 2);
}

TEST_CASE("a line keeps its dashes where the picture cuts it", "[export][svg]") {
  const Lines across = line({{-1000, 0}, {1000, 0}}), within = line({{-50, 0}, {50, 0}});
  StrokeStyle style;
  style.width = 2.0f;
  style.dash = 6.0f;
  style.gap = 4.0f;
  Scene s = empty_scene();
  s.strokes = {{&across, 1, style}};
  std::string svg = drawn(s);
  CHECK(attribute(svg, "stroke-dasharray") == "6 4");
  CHECK(attribute(svg, "d", "<path") == "M-3 50l206 0");
  CHECK(attribute(svg, "stroke-dashoffset") == "7");  // 897 px from its beginning
  s.strokes = {{&within, 1, style}};
  svg = drawn(s);
  CHECK(attribute(svg, "d", "<path") == "M50 50l100 0");
  CHECK(!holds(svg, "stroke-dashoffset"));
  CHECK(!holds(svg, "stroke-linecap"));
}

TEST_CASE("halo, dots and ticks of a line are drawn", "[export][svg]") {
  const Lines l = line({{-50, 0}, {50, 0}});
  StrokeStyle style;
  style.color = rgb(0x101010);
  style.gap = 5.0f;
  style.halo = rgb(0xEEEEEE);
  style.halo_width = 4.0f;
  style.tick_length = 6.0f;
  style.tick_every = 20.0f;
  Scene s = empty_scene();
  s.strokes = {{&l, 1, style}};
  const std::string svg = drawn(s);
  CHECK(count_of(svg, "<path") == 3);
  CHECK(svg.find("#eeeeee") < svg.find("stroke-dasharray=\"0 5\""));
  CHECK(holds(svg, "M60 47l0 6"));  // the first of five ticks
  CHECK(count_of(svg.substr(svg.find("M60 47")), "M") == 5);
}

TEST_CASE("every symbol of a picture is well-formed and unlike every other", "[export][svg]") {
  std::vector<std::string> seen;
  for (int shape = 0; shape <= static_cast<int>(Shape::pill); ++shape)
    for (int fill = 0; fill <= static_cast<int>(Fill::slashed); ++fill)
      for (int badge = 0; badge <= static_cast<int>(Badge::underline); ++badge)
        for (int emphasis = 0; emphasis <= static_cast<int>(Emphasis::faded); ++emphasis) {
          Marker m{};
          m.at = {100, 50};
          m.radius = 8.0f;
          m.shape = static_cast<Shape>(shape);
          m.fill = static_cast<Fill>(fill);
          m.badge = static_cast<Badge>(badge);
          m.emphasis = static_cast<Emphasis>(emphasis);
          m.color = rgb(0xDFA000), m.edge = rgb(0x705000), m.halo = rgb(0xFFFFFF);
          Scene s = empty_scene();
          s.markers = {m};
          const std::string svg = drawn(s);
          CAPTURE(shape, fill, badge, emphasis);
          CHECK(test::xml_flaw(svg).empty());
          CHECK(holds(svg, "translate(100 50)"));
          CHECK(most_decimals(svg) <= 2);
          seen.push_back(svg);
        }
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("inexact places, light, wind, turned and clear symbols are drawn", "[export][svg]") {
  Marker m{};
  m.at = {100, 50};
  m.radius = 8.0f;
  m.shape = Shape::pill;
  m.color = rgb(0xDFA000), m.edge = rgb(0x705000), m.halo = rgb(0xFFFFFF);
  Scene s = empty_scene();
  s.markers = {m};
  const auto with = [&](auto change) {
    Scene changed = s;
    change(changed.markers.front());
    return drawn(changed);
  };
  const std::string plain = drawn(s);
  CHECK(count_of(with([](Marker& c) { c.inexact = true; }), "stroke-dasharray") == count_of(plain, "stroke-dasharray") + 1);
  CHECK(holds(with([](Marker& c) { c.glow = 0.5f; }), "<radialGradient id=\"glow0\""));
  CHECK(count_of(with([](Marker& c) { c.pulse = 0.5f; }), "<circle") == count_of(plain, "<circle") + 1);
  CHECK(holds(with([](Marker& c) { c.angle = 1.5707963f; }), "rotate(90)"));
  CHECK(holds(with([](Marker& c) { c.opacity = 0.5f; }), "translate(100 50)\" opacity=\"0.5\""));
  CHECK(!holds(with([](Marker& c) { c.at.x = 900.0f; }), "translate("));
}

TEST_CASE("symbols have the shader's corners and lengths", "[export][svg]") {
  const std::string shader = file("shaders/marker.frag");
  REQUIRE(!shader.empty());
  const auto corners = numbers_in(shader, "kCorners[34] = vec2[34](", ");"), shapes = numbers_in(shader, "kShapes[9] = vec4[9](", ");");
  REQUIRE(corners.size() == 68);
  REQUIRE(shapes.size() == 36);
  for (std::size_t i = 0; i < 9; ++i) {
    const auto shape = static_cast<Shape>(i);
    const auto of = corners_of(shape);
    CAPTURE(i);
    CHECK(static_cast<double>(of.size()) == shapes[4 * i + 1]);
    CHECK(reach_of(shape).lowest == shapes[4 * i + 2]);
    CHECK(reach_of(shape).bound == shapes[4 * i + 3]);
    for (std::size_t k = 0; k < of.size(); ++k) {
      const std::size_t at = 2 * (static_cast<std::size_t>(shapes[4 * i]) + k);
      CHECK(of[k] == glm::dvec2(corners[at], corners[at + 1]));
    }
  }
  CHECK(numbers_in(shader, "kPillHalf = vec2(", ")") == std::vector{kPillHalf.x, kPillHalf.y});
}

TEST_CASE("a group of symbols is a ring of its parts with their number as text", "[export][svg]") {
  Scene s = empty_scene();
  GroupRing g{};
  g.at = {100, 50};
  g.radius = 12.0f;
  g.until = {0.25f, 0.25f, 1, 1, 1, 1, 1, 1, 1};
  s.groups = {g};
  s.parts[0] = rgb(0xAA0000), s.parts[1] = rgb(0x00AA00), s.parts[2] = rgb(0x0000AA);
  s.group_halo = rgb(0xFFFFFF);
  s.counts = {label("14")};
  const std::string svg = drawn(s);
  CHECK(test::xml_flaw(svg).empty());
  CHECK(holds(svg, "M0 0L0 -12A12 12 0 0 1 12 0z\" fill=\"#aa0000\""));
  CHECK(!holds(svg, "#00aa00"));
  CHECK(holds(svg, "0 1 1 0 -12z\" fill=\"#0000aa\""));
  CHECK(holds(svg, ">14</text>"));
}

TEST_CASE("boxes have their corners and a border within", "[export][svg]") {
  Scene s = empty_scene();
  Box b{};
  b.min = {10, 10}, b.max = {30, 20}, b.color = rgb(0x123456).with_alpha(0.5), b.radius = 50.0f;
  s.boxes = {b};
  CHECK(holds(drawn(s), "<rect x=\"10\" y=\"10\" width=\"20\" height=\"10\" rx=\"5\" fill=\"#123456\" fill-opacity=\"0.5\"/>"));
  s.boxes[0].border = rgb(0xABCDEF), s.boxes[0].border_width = 2.0f, s.boxes[0].radius = 0.0f;
  const std::string svg = drawn(s);
  CHECK(holds(svg, "<rect x=\"12\" y=\"12\" width=\"16\" height=\"6\" fill=\"#123456\""));
  CHECK(holds(svg, "<rect x=\"11\" y=\"11\" width=\"18\" height=\"8\" fill=\"none\" stroke=\"#abcdef\" stroke-width=\"2\"/>"));
}

TEST_CASE("dots of one colour are one path", "[export][svg]") {
  const std::vector<Dot> dots{{{0, 0}, rgb(1)}, {{10, 0}, rgb(1)}, {{20, 0}, rgb(2)}, {{900, 0}, rgb(2)}, {{kNothing, 0}, rgb(2)}};
  Scene s = empty_scene();
  s.dots = {{&dots, 1, 3.0f}};
  const std::string svg = drawn(s);
  CHECK(holds(svg, "<path d=\"M100 50h0M110 50h0\" fill=\"none\" stroke-linecap=\"round\" stroke-width=\"6\" stroke=\"#000001\"/>"));
  CHECK(holds(svg, "<path d=\"M120 50h0\""));
}

TEST_CASE("words of a picture are text in the order of reading", "[export][svg]") {
  Scene s = empty_scene();
  s.labels = {label("Tea & <rice> \"9\"\x01")};
  std::string svg = drawn(s);
  CHECK(test::xml_flaw(svg).empty());
  CHECK(holds(svg, ">Tea &amp; &lt;rice&gt; &quot;9&quot;</text>"));
  CHECK(holds(svg, "stroke=\"#ffffff\" stroke-width=\"4.5\" stroke-linejoin=\"round\" paint-order=\"stroke\""));
  CHECK_THAT(std::stod(attribute(svg, "font-size")), WithinAbs(16 / 1.362, 0.006));
  const double width = static_cast<double>(test::measures(Language::en).regular.width("Tea", 16));
  s.labels = {label("Tea")};
  s.labels[0].halo_width = 0.0f;
  svg = drawn(s);
  CHECK_THAT(std::stod(attribute(svg, "textLength")), WithinAbs(width, 0.006));
  CHECK(!holds(svg, "paint-order"));
  s.labels[0].italic = true;
  CHECK(holds(drawn(s), "transform=\"translate(10 20) skewX(-12)\""));
}

TEST_CASE("hanzi have the size of their face, within other letters too", "[export][svg]") {
  Scene s = empty_scene();
  s.labels = {label("81 个 CO₂")};
  const std::string svg = drawn(s, Language::zh);
  CHECK(holds(svg, ">81 <tspan font-size=\"12.23\">个</tspan> CO₂</text>"));
  s.labels = {label("太阳")};
  CHECK(attribute(drawn(s, Language::zh), "font-size") == "12.23");
}

TEST_CASE("Arabic runs from right to left, and per cent stays right of its number", "[export][svg]") {
  Scene s = empty_scene();
  s.labels = {label("فاصل 80% في 2026")};
  const std::string svg = drawn(s, Language::ar);
  CHECK(holds(svg, "direction=\"rtl\" text-anchor=\"end\""));
  CHECK(holds(svg, ">فاصل \u2066" "80%\u2069 في 2026</text>"));
}

TEST_CASE("families of text have the heights of the faces", "[export][svg]") {
  // An em dash and a hanzi are one em wide.
  const Measures& zh = test::measures(Language::zh);
  CHECK_THAT(static_cast<double>(zh.regular.width("—", 100)) * kTextFamily.line, WithinAbs(100, 0.05));
  CHECK_THAT(static_cast<double>(zh.bold.width("—", 100)) * kTextFamily.line, WithinAbs(100, 0.05));
  CHECK_THAT(static_cast<double>(zh.display.width("—", 100)) * kTitleFamily.line, WithinAbs(100, 0.05));
  CHECK_THAT(static_cast<double>(zh.regular.width("国", 100)) * kChineseFamily.line, WithinAbs(100, 0.05));
}

TEST_CASE("a picture says its title, its description, its sources and the digest", "[export][svg]") {
  const std::string svg = drawn(empty_scene());
  CHECK(test::xml_flaw(svg).empty());
  CHECK(holds(svg, "xml:lang=\"en\" role=\"img\" aria-labelledby=\"title description\""));
  CHECK(holds(svg, "<title id=\"title\">Sun &amp; &lt;wind&gt;</title>"));
  CHECK(holds(svg, "<desc id=\"description\">The &quot;figures&quot; in words.</desc>"));
  for (const char* part : {"<dc:title>Sun &amp; &lt;wind&gt;<", "<dc:date>2026-01-02<", "<dc:identifier>#v=1&amp;y=2030<", "<dc:identifier>digest 00000000000000bb<",
                           "<dc:identifier>data 00000000000000aa<", "<dc:rights>MIT<", "<dc:source>Ember: Yearly data, https://ember-energy.org (CC BY 4.0)<"})
    CHECK(holds(svg, part));
}

TEST_CASE("the relief is a picture above the land, within it", "[export][svg]") {
  Relief relief;
  relief.levels = {{4, 2, {255, 255, 255, 255, 1, 1, 1, 1}}};
  Lattice lattice;
  lattice.points = {{-100, -50}, {100, -50}, {100, 50}, {-100, 50}};
  lattice.directions = {{1, -0.5f, -0.9f}, {1, 0.5f, -0.9f}, {1, 0.5f, 0.9f}, {1, -0.5f, 0.9f}};
  lattice.triangles = {0, 1, 2, 0, 2, 3};
  Rings land, lakes;
  land.points = {{-20, -20}, {20, -20}, {20, 20}, {-20, 20}};
  land.rings = {{0, 4}};
  lakes.points = {{-5, -5}, {5, -5}, {5, 5}};
  lakes.rings = {{0, 3}};
  Scene s = empty_scene();
  s.fills = {{&land, 1, rgb(0xEEEEDD)}, {&lakes, 1, rgb(0x99BBDD)}};
  s.relief = ReliefLayer{&lattice, &land, &relief, 1, rgb(0x000000).with_alpha(0.5), rgb(0xFFFFFF).with_alpha(0.5), 1};
  const std::string svg = drawn(s);
  CHECK(test::xml_flaw(svg).empty());
  const std::size_t at = svg.find("<image");
  REQUIRE(at != std::string::npos);
  CHECK(svg.find("<path id=\"land\" clip-rule=\"evenodd\"") < at);
  CHECK(svg.find("#99bbdd") > at);
  CHECK(holds(svg, "clip-path=\"url(#within-land)\" xlink:href=\"data:image/png;base64,iVBORw0KGgo"));
  s.relief->shadow.a = s.relief->light.a = 0;
  CHECK(!holds(drawn(s), "<image"));
}

TEST_CASE("the map of the world is a picture of a size that can be sent, and the same each time", "[export][svg]") {
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    test::Explorer e = test::Explorer::desktop();
    e.act(action::SetLanguage{l});
    const Scene& scene = e.draw();
    const PictureWords said = picture_words(e.world(), e.state, "");
    const std::string svg = to_svg(scene, said, test::measures(l).fonts());
    CAPTURE(said.language);
    CHECK(test::xml_flaw(svg).empty());
    CHECK(svg.size() < 2'000'000);
    const std::size_t shapes = svg.find("<g id=\"areas\">"), ours = svg.find("<g id=\"words\">");
    REQUIRE(shapes < ours);
    CHECK(!holds(svg.substr(shapes, ours - shapes), "nan"));
    CHECK(most_decimals(svg) <= 2);
    CHECK(count_of(svg, "<text") >= scene.labels.size());
    CHECK(svg == to_svg(scene, said, test::measures(l).fonts()));
  }
}
