#include <cmath>
#include <cstdio>
#include <memory>
#include <string>

#include "assets.hpp"
#include "cli_commands.hpp"
#include "cli_files.hpp"
#include "export/png.hpp"
#include "platform/platform.hpp"
#include "render/renderer.hpp"
#include "scene/picture.hpp"
#include "map/relief.hpp"
#include "own_files.hpp"
#include "scene/plain_map.hpp"
#include "sim/simulate.hpp"
#include "state/url.hpp"

namespace gs::cli {
namespace {

constexpr int kLeastPx = 16, kMostPx = 8192;

struct Options {
  std::string size, theme, language, folder, output, link;
  double ratio = 1.0;
  bool plain = false, embed = false;
};

struct Size {
  int width = 0, height = 0;
};

/// "1280x720" in device px.
std::optional<Size> size_of(const std::string& text) {
  Size s;
  int end = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%n", &s.width, &s.height, &end) != 2) return std::nullopt;
  if (static_cast<std::size_t>(end) != text.size()) return std::nullopt;
  const auto fits = [](int px) { return px >= kLeastPx && px <= kMostPx; };
  return fits(s.width) && fits(s.height) ? std::optional(s) : std::nullopt;
}

std::string check_size(const std::string& text) {
  if (size_of(text)) return "";
  return fmt::format("expected WIDTHxHEIGHT in pixels, each from {} to {}, such as 1280x720, found \"{}\"", kLeastPx,
                     kMostPx, text);
}

int fail(const std::string& words) {
  std::fprintf(stderr, "error: %s\n", words.c_str());
  return 1;
}

void warn(const std::string& words) { std::fprintf(stderr, "warning: %s\n", words.c_str()); }

Result<Assets> read_assets(const std::string& folder, Language language) {
  const ReadFile data = data_files(folder);
  auto assets = load_assets(
      [&](std::string_view name) { return name.starts_with("data/") ? data(name.substr(5)) : read_own(name); });
  if (!assets) return assets;
  if (const auto error = load_language(read_own, language, *assets)) return *error;
  return assets;
}

/// The state of a fragment or of a whole address, as `greensilk` and the page read it; options come after it.
FromFragment state_of(const Options& o) {
  const auto hash = o.link.find('#');
  const bool address = hash == std::string::npos && o.link.find("://") != std::string::npos;
  const std::string fragment = address ? "" : hash == std::string::npos ? o.link : o.link.substr(hash + 1);
  FromFragment read = from_fragment(fragment, known_projection);
  check_projection(read.state, read.ignored);
  if (!o.language.empty()) read.state.view.language = language_of(o.language).value_or(Language::en);
  if (o.theme == "print") read.state.view.theme = Theme::print;
  if (o.theme == "light") read.state.view.theme = Theme::light;
  if (o.theme == "dark") read.state.view.theme = Theme::dark;
  return read;
}

bool names_a_zoom(const std::string& link) {
  return link.starts_with("z=") || link.find("&z=") != std::string::npos || link.find("#z=") != std::string::npos;
}

/// A part of the map that the picture can do without, which is said.
template <class Read>
std::optional<Detail> read_part(const char* file, const char* without, Read read) {
  const auto bytes = read_own(file);
  const auto part = bytes ? read(std::as_bytes(std::span(*bytes))) : Result<Detail>(bytes.error());
  if (part) return *part;
  warn(part.error().text() + "; " + without);
  return std::nullopt;
}
std::optional<Relief> read_relief_file() {
  const auto bytes = read_own("relief.bin");
  auto relief = bytes ? read_relief(std::as_bytes(std::span(*bytes))) : Result<Relief>(bytes.error());
  if (relief) return std::move(*relief);
  warn(relief.error().text() + "; the land is drawn flat");
  return std::nullopt;
}
std::optional<Detail> read_water_part(const char* file, const char* without) {
  return read_part(file, without, [&](auto bytes) { return read_water(bytes, file); });
}

std::optional<std::vector<City>> read_city_file() {
  const auto bytes = read_own("cities.csv");
  auto cities = bytes ? read_cities(*bytes) : Result<std::vector<City>>(bytes.error());
  if (cities) return std::move(*cities);
  warn(cities.error().text() + "; cities have no names");
  return std::nullopt;
}

Result<std::string> drawn(const Assets& assets, const Options& o, const State& state, Size size) {
  auto renderer = Renderer::create(read_own);
  if (!renderer) return renderer.error();
  const Language language = state.view.language;
  for (const Face f : {Face::regular, Face::bold, Face::display})
    (*renderer)->set_fonts(f, font_chain(assets, f, language));
  const auto measures = measure(assets, language);
  if (!measures) return measures.error();
  const Results results = simulate(assets.portfolio, state.scenario);
  const Palette& palette = palette_of(state.view.theme, false);
  World world{assets.portfolio, results, *assets.base, assets.words(language)};
  if (!known_selection(world, state.view.selection))
    warn("link:sel: there is no \"" + state.view.selection.id + "\" in the data");
  PictureBuilder builder;
  const PictureInput input{world, state, palette, measures->fonts(), glm::dvec2(size.width, size.height) / o.ratio, o.ratio,
                           !names_a_zoom(o.link), o.embed};
  std::optional<Detail> water, fine, rivers;
  const bool wet = shows(state.view, Layer::water);
  if (wet) water = read_water_part("water.bin", "the map has no lakes and rivers");
  world.water = {water ? &*water : nullptr, nullptr};
  std::optional<Relief> relief;
  if (relief_strength(palette, state.view) > 0.0) relief = read_relief_file();
  world.relief = relief ? &*relief : nullptr;
  std::optional<std::vector<City>> cities;
  if (wants_cities(state.view)) cities = read_city_file();
  world.cities = cities ? &*cities : nullptr;
  auto scene = builder.build(input);
  if (!scene) return scene.error();
  if (builder.wants_fine()) {
    fine = read_part("world-10m.bin", "the map is drawn at 1:50 million",
                     [&](auto bytes) { return read_fine_detail(bytes, *assets.base); });
    if (wet) rivers = read_water_part("water-10m.bin", "rivers are drawn at 1:50 million");
    world.fine = fine ? &*fine : nullptr;
    world.water.fine = rivers ? &*rivers : nullptr;
    scene = builder.build(input);
    if (!scene) return scene.error();
  }
  const auto pixels = (*renderer)->draw_to_pixels(**scene, size.width, size.height);
  if (!pixels) return pixels.error();
  return to_png(*pixels, size.width, size.height);
}

/// Needs nothing but the base map: no data are read and nothing is simulated.
Result<std::string> drawn_plain(const Options& o, const ViewState& view, Size size) {
  const auto base = read_world(read_own);
  if (!base) return base.error();
  const auto renderer = Renderer::create(read_own);
  if (!renderer) return renderer.error();
  PlainMap map;
  const auto scene = map.build(*base, view, {glm::dvec2(size.width, size.height) / o.ratio, o.ratio, {}});
  if (!scene) return scene.error();
  const auto pixels = (*renderer)->draw_to_pixels(**scene, size.width, size.height);
  if (!pixels) return pixels.error();
  return to_png(*pixels, size.width, size.height);
}

int plain_command(const Options& o, const ViewState& view) {
  if (const auto failure = platform::open_offscreen()) return fail(failure->where + ": " + failure->what);
  const auto png = drawn_plain(o, view, *size_of(o.size));
  platform::close();
  if (!png) return fail(png.error().text());
  return write_output(o.output, *png) ? 0 : 1;
}

int render_command(const Options& o) {
  const FromFragment link = state_of(o);
  for (const Error& e : link.ignored) warn(e.text());
  if (o.plain) return plain_command(o, link.state.view);
  const auto assets = read_assets(o.folder, link.state.view.language);
  if (!assets) return fail(assets.error().text());
  if (assets->portfolio.projects.empty()) {
    return fail("there are no projects to draw (" +
                (assets->problems.empty() ? "no rows" : assets->problems.front().text()) + ")");
  }
  if (!assets->problems.empty()) {
    warn(fmt::format("{} {} in the data; the rows in question are left out (greensilk check lists them)",
                     assets->problems.size(), assets->problems.size() == 1 ? "problem" : "problems"));
  }
  if (const auto failure = platform::open_offscreen()) return fail(failure->where + ": " + failure->what);
  const auto png = drawn(*assets, o, link.state, *size_of(o.size));
  platform::close();
  if (!png) return fail(png.error().text());
  return write_output(o.output, *png) ? 0 : 1;
}

}  // namespace

void add_render(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("render", "A picture of the map as PNG, without a display");
  command->add_option("--size", options->size, "WIDTHxHEIGHT of the picture in pixels")
      ->required()
      ->check(CLI::Validator(check_size, ""));
  command->add_option("--ratio", options->ratio, "Pixels per unit of lengths and type: 2 for dense displays and print")
      ->check(CLI::Range(0.5, 8.0))
      ->capture_default_str();
  command->add_option("--theme", options->theme, "Colours, instead of the link's")
      ->check(CLI::IsMember({"light", "dark", "print"}));
  command->add_option("--lang", options->language, "Language, instead of the link's")
      ->check(CLI::IsMember({"en", "zh", "ru", "ar"}));
  command->add_flag("--plain", options->plain,
                    "Land on sea with coasts and borders (off=borders: none) and nothing else, to compare with other maps");
  command->add_flag("--embed", options->embed, "As a figure in an article: title, a line, the legend, and a card of what is selected");
  command->add_option("--data", options->folder, "Folder of data files (otherwise the program's own)");
  command->add_option("-o,--output", options->output, "File to write, - for standard output")->required();
  command->add_option("LINK", options->link, "Address of a view, or its part after #");
  command->callback([options, &exit_code] { exit_code = render_command(*options); });
}

}  // namespace gs::cli
