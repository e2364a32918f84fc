#pragma once
#include <span>
#include <string>

#include "scene/build.hpp"
#include "scene/own_sheet.hpp"

namespace gs {

/// What the program shows now, for the page around the canvas: state, figures and where the symbols are.
struct Shown {
  const World& world;
  const State& state;
  const ProjectList& list;
  const SceneBuilder& scene;
  std::span<const Error> notes;  ///< what of the link or the data was left out
  std::string_view fragment;
  bool dark;
  std::uint64_t frames;  ///< drawn since the start
  const OwnSheet* own = nullptr;
};

/// {"type":"state", "selection", "projection", "year", "method", "language", "theme", "fragment", "digest", "totals",
/// "selected", "markers":[{"id","x","y"}], "notes", "frames", "announce"}; masses in t CO2, energies in MWh, places in
/// logical px of the canvas. "story": null, or its "id", "step" and "title", told in "announce". "own": how many projects, lines and
/// problems a reader's own data have, on the map ("joined") and only looked at ("dropped", null where nothing is). "sharing": whether the card
/// of the link is open. "laboratory": null,
/// or its runs (kg, MWh, hours, intervals) and what they do at its cursor.
std::string state_json(const Shown&);

/// {"type":"table", "caption", "head":[...], "rows":[[...]]}: the list of projects in words and in the state's order, for readers
/// who do not see the canvas; while the train laboratory is open, its runs. "more": tables behind it,
/// the first of them the working that is open (formula, inputs with units, sources, notes). Of projects also
/// "columns":[null or {"sort":"none"|"ascending"|"descending","press"}] and "ids", a row each: what a press on a head asks of the
/// control "sort" and one on a row of "select" (twin_controls.hpp).
std::string table_json(const World&, const State&, const ProjectList&);

}  // namespace gs
