#pragma once
#include <optional>
#include <string>

#include "scene/build.hpp"
#include "ui/kit.hpp"

/// The train laboratory: one line, one train, several ways to pull it. Its parts, one file each.
namespace gs::ui {

/// The whole: beside the map on a wide window; in the side panel or the phone's sheet otherwise.
void laboratory(const Ui&, const LabOnMap&, Actions&);           // laboratory.cpp
/// Back to the map, and the title, on a phone.
void laboratory_bar(const Ui&, Actions&);
/// A hand on the strip of map: it moves, and the line under the pointer moves the charts' cursor.
void laboratory_map(const Ui&, const SceneBuilder&, Actions&);   // lab_map.cpp

// Parts.
std::string lab_title(const Ui&);
/// A place's name without what stands in brackets.
std::string short_place(std::string_view);
/// With as many decimals as suit the greatest of the numbers that stand together: "9.0", "12.4".
std::string with_decimals(double value, const Translator&, double most);
void lab_choices(const Ui&, float width, Actions&);              // lab_head.cpp: line, train, grid, hydrogen
void lab_sliders(const Ui&, float width, int columns, Actions&); // tonnage, batteries, temperature, stops
/// Height, speed, power and charge against distance over one axis.
void lab_charts(const Ui&, const Rect&, const LabOnMap*, Actions&);  // lab_charts.cpp
void lab_bars(const Ui&, Actions&);                              // lab_panel.cpp: CO2 a tonne-kilometre
void lab_trip(const Ui&, Actions&);                              // the whole trip as a table, and what is saved
void lab_grounds(const Ui&, Actions&);                           // how far it may be trusted; sources

/// "Hybrid", and the locomotive's name.
const std::string& kind_name(const Ui&, TractionKind);
const std::string& traction_name(const Ui&, const TractionRow&);
/// Each power source has a shape of its own besides its colour.
void traction_mark(ImDrawList*, ImVec2 centre, float radius, TractionKind, Color fill, Color edge);
/// Asks for this run to be brought forward.
Action bring_forward(const Ui&, const LabRun&);

/// A box with a caption and a bold value; true while its list is open: put menu_item()s in, then end_chip().
bool begin_chip(const Ui&, const char* id, std::string_view caption, std::string_view value, float most_width);
void end_chip();
bool menu_item(const Ui&, std::string_view label, bool on);
void menu_head(const Ui&, std::string_view label);
/// Caption, value and a track; the place 0..1 that is wished. `held` says whether the hand is on it.
std::optional<double> slider(const Ui&, const char* id, std::string_view caption, std::string_view value, double at, double step, float width,
                             bool& held);

}  // namespace gs::ui
