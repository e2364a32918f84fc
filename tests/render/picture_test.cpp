// What `greensilk render` draws, against the pictures of tests/golden. A difference that is meant: tests/golden/update
// draws them anew (this program with GREENSILK_UPDATE_GOLDENS=1), then look at them before they are committed.
#include "scene/picture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "assets.hpp"
#include "export/png.hpp"
#include "map/relief.hpp"
#include "platform/platform.hpp"
#include "render/picture_png.hpp"
#include "sim/simulate.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

struct Golden {
  const char* name;
  int width, height;  // device px
  double ratio;
  const Palette& (*palette)();
  const char* link;  // without z the view without a link
};

const Golden kGoldens[] = {
    {"world", 900, 480, 1, light_palette, "v=1"},
    {"globe-kazakhstan-dark", 520, 360, 1, dark_palette, "v=1&p=ortho&lon=67&lat=48&z=0.35&sel=locomotive:ckd6h"},
    {"lcc-eurasia", 520, 360, 1, light_palette, "v=1&p=lcc_eurasia&lon=70&lat=42&z=0.7"},
    {"robinson-150-east", 520, 360, 1, light_palette, "v=1&p=robinson&c=150&lon=150&lat=5&z=-0.2"},
    {"mercator-gulf", 520, 360, 1, light_palette, "v=1&p=mercator&lon=54.5&lat=24.2&z=4.6&sel=project:al-dhafra-pv2"},
    {"print-chinese", 390, 640, 1, print_palette, "v=1&lang=zh"},
    {"globe-south-pole", 520, 360, 1, light_palette, "v=1&p=ortho&lon=20&lat=-90&z=0.3"},
    {"year-2010-dark", 520, 360, 1, dark_palette, "v=1&y=2010&lon=70&lat=25&z=0.4"},
    {"small-dense", 520, 360, 2, light_palette, "v=1&lon=105&lat=12&z=1.5"},
};

/// A level that no rounding of another driver reaches, and the share of pixels that may go beyond it.
constexpr int kLevels = 24;
constexpr double kShare = 0.001;

Assets assets_of_all_languages() {
  auto made = load_assets(asset);
  if (!made) FAIL(made.error().text());
  CHECK(made->problems.empty());
  for (int l = 0; l < kLanguageCount; ++l) {
    if (const auto error = load_language(asset, static_cast<Language>(l), *made)) FAIL(error->text());
  }
  return std::move(*made);
}

Detail water_of(const char* file) {
  const auto bytes = asset(file);
  REQUIRE(bytes);
  auto read = read_water(std::as_bytes(std::span(*bytes)), file);
  REQUIRE(read);
  return std::move(*read);
}

Relief relief_of_assets() {
  const auto bytes = asset("relief.bin");
  REQUIRE(bytes);
  auto read = read_relief(std::as_bytes(std::span(*bytes)));
  REQUIRE(read);
  return std::move(*read);
}

Picture drawn(const Golden& g) {
  static const Assets assets = assets_of_all_languages();
  Canvas canvas;
  const auto read = from_fragment(g.link, known_projection);
  REQUIRE(read.ignored.empty());
  const Language language = read.state.view.language;
  for (const Face f : {Face::regular, Face::bold, Face::display})
    canvas.renderer().set_fonts(f, font_chain(assets, f, language));
  const auto measures = measure(assets, language);
  REQUIRE(measures);
  // The attribution prints both: a picture must not change with every row of data.
  Portfolio portfolio = assets.portfolio;
  Results results = simulate(portfolio, read.state.scenario);
  portfolio.version = results.digest = "0123456789abcdef";
  static const Detail water = water_of("water.bin");
  World world{portfolio, results, *assets.base, assets.words(language)};
  world.water.all = &water;
  static const Relief relief = relief_of_assets();
  world.relief = &relief;
  PictureBuilder builder;
  const bool at_home = std::string_view(g.link).find("&z=") == std::string_view::npos;
  const auto scene = builder.build(
      {world, read.state, g.palette(), measures->fonts(), glm::dvec2(g.width, g.height) / g.ratio, g.ratio, at_home});
  REQUIRE(scene);
  auto pixels = canvas.renderer().draw_to_pixels(**scene, g.width, g.height);
  REQUIRE(pixels);
  return {g.width, g.height, std::move(*pixels)};
}

int difference(const Picture& a, const Picture& b, std::size_t pixel) {
  int most = 0;
  for (std::size_t i = pixel * 4; i < pixel * 4 + 4; ++i)
    most = std::max(most, std::abs(int{a.rgba[i]} - int{b.rgba[i]}));
  return most;
}

void write(const std::string& path, const Picture& p) {
  const auto png = to_png(p.rgba, p.width, p.height);
  REQUIRE(png);
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream file(path, std::ios::binary);
  file << *png;
  REQUIRE(file.flush());
}

/// Levels in steps of eight, which the tolerance forgives: the files are a third smaller.
Picture rounded(Picture p) {
  for (auto& level : p.rgba) level = static_cast<std::uint8_t>(std::min(255, (int{level} + 4) / 8 * 8));
  return p;
}

bool updating() {
  const char* asked = std::getenv("GREENSILK_UPDATE_GOLDENS");
  return asked && std::string_view(asked) == "1";
}

/// Black where the two agree, brighter the more they differ.
Picture difference_of(const Picture& a, const Picture& b) {
  Picture out = a;
  for (std::size_t i = 0; i < a.rgba.size() / 4; ++i) {
    const int d = difference(a, b, i);
    const auto level = static_cast<std::uint8_t>(d == 0 ? 0 : std::min(255, 60 + d * 2));
    out.rgba[i * 4] = level;
    out.rgba[i * 4 + 1] = out.rgba[i * 4 + 2] = d > kLevels ? 0 : level;
    out.rgba[i * 4 + 3] = 255;
  }
  return out;
}

}  // namespace

TEST_CASE("pictures look as they were last approved", "[golden]") {
  for (const Golden& g : kGoldens) {
    DYNAMIC_SECTION(g.name) {
      const Picture now = drawn(g);
      const std::string path = std::string("tests/golden/") + g.name + ".png";
      if (updating()) {
        write(path, rounded(now));
        continue;
      }
      std::ifstream file(path, std::ios::binary);
      const auto approved = from_png({std::istreambuf_iterator<char>(file), {}});
      if (!approved) FAIL(path << " cannot be read; tests/golden/update makes it");
      REQUIRE(now.width == approved->width);
      REQUIRE(now.height == approved->height);
      const std::size_t pixels = now.rgba.size() / 4;
      std::size_t off = 0;
      for (std::size_t i = 0; i < pixels; ++i) off += difference(now, *approved, i) > kLevels;
      if (static_cast<double>(off) <= kShare * static_cast<double>(pixels)) continue;
      const std::string out = std::string("build/pictures/") + g.name;
      write(out + ".actual.png", now);
      write(out + ".difference.png", difference_of(now, *approved));
      FAIL_CHECK(path << ": " << off << " of " << pixels << " pixels differ by more than " << kLevels << " levels; see "
                      << out << ".actual.png and .difference.png. If it is meant: tests/golden/update");
    }
  }
}

TEST_CASE("the same view gives the same pixels", "[golden]") {
  for (const Golden& g : {kGoldens[1], kGoldens[4]}) {
    const Picture first = drawn(g), second = drawn(g);
    CHECK(first.rgba == second.rgba);
  }
}

TEST_CASE("a picture's form follows its size", "[picture]") {
  CHECK(picture_form({1280, 720}) == PictureForm::wide);
  CHECK(picture_form({1920, 1080}) == PictureForm::wide);
  CHECK(picture_form({390, 844}) == PictureForm::narrow);
  CHECK(picture_form({720, 480}) == PictureForm::narrow);
  CHECK(picture_form({899, 900}) == PictureForm::narrow);
  CHECK(picture_form({300, 200}) == PictureForm::small);
  CHECK(picture_form({16, 8192}) == PictureForm::small);
}

}  // namespace gs
