#include "cli_studio.hpp"

#include <algorithm>
#include <cstdio>

#include "cli_files.hpp"
#include "export/png.hpp"
#include "own_files.hpp"
#include "sim/simulate.hpp"

namespace gs::cli {
namespace {

void warn(const std::string& words) { std::fprintf(stderr, "warning: %s\n", words.c_str()); }

/// A part of the map that the picture can do without, which is said.
template <class T, class Read>
std::optional<T> read_part(const char* file, const char* without, Read read) {
  const auto bytes = read_own(file);
  auto part = bytes ? read(*bytes) : Result<T>(bytes.error());
  if (part) return std::move(*part);
  warn(part.error().text() + "; " + without);
  return std::nullopt;
}

std::optional<Detail> read_water_part(const char* file, const char* without) {
  return read_part<Detail>(file, without, [&](const std::string& bytes) { return read_water(std::as_bytes(std::span(bytes)), file); });
}

}  // namespace

Result<std::unique_ptr<Studio>> Studio::open(const std::string& folder) {
  const ReadFile data = data_files(folder);
  auto assets = load_assets([&](std::string_view name) { return name.starts_with("data/") ? data(name.substr(5)) : read_own(name); });
  if (!assets) return assets.error();
  const std::size_t problems = assets->problems.size();
  if (assets->portfolio.projects.empty())
    return Error{"", "there are no projects to draw (" + (problems ? assets->problems.front().text() : "no rows") + ")"};
  if (problems) {
    warn(fmt::format("{} {} in the data; the rows in question are left out (greensilk check lists them)", problems,
                     problems == 1 ? "problem" : "problems"));
  }
  return std::unique_ptr<Studio>(new Studio(std::move(*assets)));
}

const Results& Studio::results_of(const Scenario& scenario) {
  for (const auto& known : results_)
    if (known->scenario == scenario) return *known;
  results_.push_back(std::make_unique<Results>(simulate(assets_.portfolio, scenario)));
  return *results_.back();
}

void Studio::warn_once(const std::string& words) {
  if (warned_.insert(words).second) warn(words);
}

Result<Fonts> Studio::fonts_of(Language language) {
  if (measures_ && measured_ == language) return measures_->fonts();
  auto measures = measure(assets_, language);
  if (!measures) return measures.error();
  measures_.emplace(std::move(*measures));
  measured_ = language;
  return measures_->fonts();
}

Result<Story> Studio::story(const std::string& id) {
  const std::string file = "data/stories/" + id + ".json";
  const auto bytes = read_own(file);
  return bytes ? read_story(file, *bytes) : Result<Story>(bytes.error());
}

std::span<const Story> Studio::stories_of(const ViewState& v) {
  const auto known = [&](const Story& s) { return s.id == v.story; };
  if (v.story.empty() || std::any_of(stories_.begin(), stories_.end(), known)) return stories_;
  auto found = story(v.story);
  if (found) tell(std::move(*found));
  else warn(found.error().text() + "; the story's arcs are not drawn");
  return stories_;
}

void Studio::put_parts(World& world, const ViewState& view, const Palette& palette) {
  if (shows(view, Layer::water))
    world.water = {water_.get([] { return read_water_part("water.bin", "the map has no lakes and rivers"); }), nullptr};
  if (relief_strength(palette, view) > 0.0) {
    world.relief = relief_.get([] {
      return read_part<Relief>("relief.bin", "the land is drawn flat", [](const std::string& bytes) { return read_relief(std::as_bytes(std::span(bytes))); });
    });
  }
  if (wants_cities(view)) {
    world.cities = cities_.get([] {
      return read_part<std::vector<City>>("cities.csv", "cities have no names", [](const std::string& bytes) { return read_cities(bytes); });
    });
  }
}

void Studio::put_fine_parts(World& world, const ViewState& view) {
  world.fine = fine_.get([&] {
    return read_part<Detail>("world-10m.bin", "the map is drawn at 1:50 million",
                             [&](const std::string& bytes) { return read_fine_detail(std::as_bytes(std::span(bytes)), *assets_.base); });
  });
  if (shows(view, Layer::water))
    world.water.fine = rivers_.get([] { return read_water_part("water-10m.bin", "rivers are drawn at 1:50 million"); });
}

Outcome Studio::compose(const Shot& shot, const Use& use) {
  const ViewState& view = shot.state.view;
  if (!assets_.speaks(view.language))
    if (const auto error = load_language(read_own, view.language, assets_)) return *error;
  const auto fonts = fonts_of(view.language);
  if (!fonts) return fonts.error();
  const Palette& palette = palette_of(view.theme, false);
  World world{assets_.portfolio, results_of(shot.state.scenario), *assets_.base, assets_.words(view.language)};
  world.stories = stories_of(view);
  if (!known_selection(world, view.selection)) warn_once("link:sel: there is no \"" + view.selection.id + "\" in the data");
  put_parts(world, view, palette);
  PictureBuilder own;
  PictureBuilder& builder = shot.builder ? *shot.builder : own;
  const PictureInput input{world,      shot.state,   palette,    *fonts,    glm::dvec2(shot.width, shot.height) / shot.ratio,
                           shot.ratio, shot.at_home, shot.embed, shot.bare, shot.caption};
  if (builder.wants_fine()) put_fine_parts(world, view);  // as the picture before did, of the same film
  auto scene = builder.build(input);
  if (!scene) return scene.error();
  if (builder.wants_fine() && !world.fine) {
    put_fine_parts(world, view);
    scene = builder.build(input);
    if (!scene) return scene.error();
  }
  return use(**scene, world, input.fonts);
}

Result<std::unique_ptr<Renderer>> Studio::renderer(Language language) {
  auto made = Renderer::create(read_own);
  if (!made) return made.error();
  for (const Face f : {Face::regular, Face::bold, Face::display}) (*made)->set_fonts(f, font_chain(assets_, f, language));
  return made;
}

Result<std::string> Studio::picture(const Shot& shot) {
  std::string png;
  const Outcome made = compose(shot, [&](const Scene& scene, const World&, const Fonts&) -> Outcome {
    const auto drawing = renderer(shot.state.view.language);
    if (!drawing) return drawing.error();
    const auto pixels = (*drawing)->draw_to_pixels(scene, shot.width, shot.height);
    if (!pixels) return pixels.error();
    auto bytes = to_png(*pixels, shot.width, shot.height);
    if (!bytes) return bytes.error();
    png = std::move(*bytes);
    return Done{};
  });
  if (!made) return made.error();
  return png;
}

}  // namespace gs::cli
