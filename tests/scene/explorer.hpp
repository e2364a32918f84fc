#pragma once
#include <string>

#include "assets.hpp"
#include "scene/build.hpp"
#include "sim/simulate.hpp"

/// The explorer without a window: real facts, base map, words and fonts, as the program holds them.
namespace gs::test {

/// The bytes of an asset from $GREENSILK_ASSETS, else build/native/assets.
Result<std::string> read_asset(std::string_view name);
/// Read once, with the Chinese font; fails the running test when something is missing or a row of the data is bad.
const Assets& assets();
const Measures& measures(Language);

struct Explorer {
  State state;
  Window window;
  SceneBuilder builder;
  std::vector<glm::vec4> over_map;
  bool dark = false, touch = false;
  WaterDetails water;               ///< none unless a test gives it
  const Relief* relief = nullptr;   ///< likewise
  const std::vector<City>* cities = nullptr;  ///< likewise
  std::span<const Story> stories;   ///< likewise

  /// As the program starts: its home view. Phone: the sheet half open, below the bar.
  static Explorer desktop();  ///< 1280 x 720
  static Explorer phone();    ///< 390 x 844

  const Results& results();  ///< of the state's scenario
  World world();  ///< with the laboratory's runs, in coarse steps, while it is open
  /// Builds the scene; fails the running test on an error.
  const Scene& draw();
  void act(const Action& a) { state = reduce(std::move(state), a); }
  /// The part of the window that panels leave free, (left, top, right, bottom).
  glm::vec4 free_part() const;
  /// The marker of a project, line or locomotive in the scene that was drawn last; null when there is none.
  const Marker* marker(const Selection&) const;

 private:
  Results results_;
  LaboratoryRuns lab_;
  bool simulated_ = false;
};

inline Selection project(const std::string& id) { return {SelectionKind::project, id}; }

}  // namespace gs::test
