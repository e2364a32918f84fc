#include "scene/explorer.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "sim/runs.hpp"

namespace gs::test {

Result<std::string> read_asset(std::string_view name) {
  const char* asked = std::getenv("GREENSILK_ASSETS");
  const std::string folder = asked && *asked ? asked : "build/native/assets", path = folder + "/" + std::string(name);
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path, "expected a file, found none"};
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

const Assets& assets() {
  static const Assets loaded = [] {
    auto read = load_assets(read_asset);
    if (!read) FAIL(read.error().text());
    for (const Error& problem : read->problems) FAIL(problem.text());
    for (int l = 0; l < kLanguageCount; ++l) {
      if (const auto error = load_language(read_asset, static_cast<Language>(l), *read)) FAIL(error->text());
    }
    return std::move(read).value();
  }();
  return loaded;
}

const Measures& measures(Language language) {
  const auto made = [](Language l) {
    auto m = measure(assets(), l);
    if (!m) FAIL(m.error().text());
    return std::move(m).value();
  };
  static const std::array<Measures, kLanguageCount> all{made(Language::en), made(Language::zh), made(Language::ru), made(Language::ar)};
  return all[static_cast<std::size_t>(language)];
}

Explorer Explorer::desktop() {
  Explorer e;
  e.window.viewport = {1280, 720};
  e.window.padding = {0, 56, 340, 120};
  e.over_map = {{0, 56, 330, 206}, {884, 56, 940, 146}};
  e.state.view.viewpoint = home(e.state.view, e.window);
  return e;
}

Explorer Explorer::phone() {
  Explorer e;
  e.window.viewport = {390, 844};
  e.window.pixel_ratio = 3;
  e.window.padding = {0, 112, 0, 436};
  e.touch = true;
  e.state.view.viewpoint = home(e.state.view, e.window);
  return e;
}

const Results& Explorer::results() {
  // The same files in the same order as the fleet's own portfolio.
  if (!simulated_ || !(results_.scenario == state.scenario))
    results_ = simulate(assets().portfolio, repository_fleet(), state.scenario);
  simulated_ = true;
  return results_;
}

World Explorer::world() {
  const LabResults* lab = state.view.panel == Panel::laboratory ? &lab_.of(assets().portfolio, state.scenario, state.laboratory, true) : nullptr;
  return {assets().portfolio, results(), *assets().base, assets().words(state.view.language), lab, nullptr, nullptr, water, relief, cities, stories};
}

const Scene& Explorer::draw() {
  const World w = world();
  const SceneInput in{w,      state, dark ? dark_palette() : light_palette(), measures(state.view.language).fonts(),
                      window, false, touch, false, over_map};
  const auto built = builder.build(in);
  if (!built) FAIL(built.error().text());
  return **built;
}

glm::vec4 Explorer::free_part() const {
  const Padding& p = window.padding;
  return {p.left, p.top, window.viewport.x - p.right, window.viewport.y - p.bottom};
}

const Marker* Explorer::marker(const Selection& what) const {
  for (const Marker& m : builder.scene().markers) {
    if (builder.picks()[m.id] == what) return &m;
  }
  return nullptr;
}

}  // namespace gs::test
