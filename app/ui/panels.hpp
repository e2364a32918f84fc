#pragma once
#include <string>
#include <vector>

#include "scene/build.hpp"
#include "ui/kit.hpp"

/// One panel a file. Each draws what it is given and adds the actions that the person wishes.
namespace gs::ui {

void top_bar(const Ui&, Actions&);                          // wide and compact
void phone_bar(const Ui&, Actions&);                        // search and chips
/// The languages side by side where `width` has room for them, else the present one, which opens their list.
void language_menu(const Ui&, float width, Actions&);
/// What it takes of `room` px, at least.
float language_width(const Ui&, float room);
void side_panel(const Ui&, std::span<const Error> notes, Actions&);  // list, inspector, sources or method
void totals(const Ui&, Actions&);                           // the headline over the map
void layers_view(const Ui&, Actions&);                      // the map's layers: order, strength, what sizes and colours say
void legend(const Ui&, Actions&);                           // layers and symbols
void timeline(const Ui&, Actions&);                         // years or hours, and settings
void settings(const Ui&, Actions&, float width);            // grid factor, projection, trains
/// The table of projections, and a field for any other of PROJ.
void projection_choice(const Ui&, Actions&, float width);
void projection_panel(const Ui&, Actions&);                 // that field over the map, while it is open
/// Two fingers on the map since the last frame: logical px, zoom factor, radians clockwise.
struct Gesture {
  glm::dvec2 at, pan;
  double factor, twist;
};
void map_view(const Ui&, const SceneBuilder&, std::optional<Gesture>, Actions&);  // pan, zoom, hover, pick
/// Pan and zoom only, in a window without panels.
void map_alone(const Viewpoint&, const Window&, const SceneBuilder&, std::optional<Gesture>, Actions&);
/// A pointer is down, and not in a panel.
bool map_is_held();
/// The card of the story that is told, and its keys; on a phone the sheet has its contents.
bool story_told(const Ui&);
void story_card(const Ui&, Actions&);
void story_sheet(const Ui&, Actions&);
/// The way to the next or the last of so many steps: an arrow in a frame of `size` px; grey where there is none.
void story_turn(const Ui&, bool forward, int steps, float size, Actions&);
/// The working of a figure, over everything, while ViewState::worked names one.
void working_card(const Ui&, Actions&);
/// The view's link, the frame for another page, QR code and citation, over everything, while ViewState::sharing.
void share_card(const Ui&, Actions&);
/// px of a code's module in so much room: a whole number of the screen's own.
float qr_module(const Qr&, float room);
/// At the cursor, on the screen's own grid, with the white around it. A mirrored screen is given the mirrored code.
void qr_squares(const Qr&, std::span<const QrRun>, float module);
/// A short message that goes by itself, in words for the person ("Link copied").
void toast(const Ui&, std::string_view message, bool warning);

// Contents of the side panel.
void project_list_view(const Ui&, Actions&);
void explore(const Ui&, Actions&);  // the ways to other panels
void guide(const Ui&, Actions&);    // for newcomers, until it is dismissed
void help_view(const Ui&, Actions&);
void project_view(const Ui&, const Project&, const ProjectResult&, Actions&);
void locomotive_view(const Ui&, const Locomotive&, const LocomotiveResult&, Actions&);
void route_view(const Ui&, const Route&, Actions&);
void claim_view(const Ui&, const Claim&, Actions&);
/// The claim checker: a field, the verdict, and the working.
void checker_view(const Ui&, Actions&);
/// The 80 GW a year worked out; appends the ids of its sources to those that the panel will list.
void forecast_view(const Ui&, std::vector<std::string>& sources);
void country_view(const Ui&, std::string_view iso3, Actions&);
void sources_view(const Ui&, Actions&);
void stories_view(const Ui&, Actions&);
void policy_view(const Ui&, Actions&);
void scenario_view(const Ui&, Actions&);
void named_scenarios(const Ui&, Actions&);  // the reader's own among them
void method_view(const Ui&, std::span<const Error> notes, Actions&);

// Of a phone: the sheet's handle, and the bar of a page of its own, back to the map before the title; the bar's contents
// follow from the px that it gives, and end_panel().
void sheet_handle(const Ui&, const Rect& sheet, Actions&);
float begin_back_bar(const Ui&, std::string_view title, Actions&);

// Shared by them.
void source_list(const Ui&, std::span<const std::string> ids, Actions&);
/// The digest of the results, or that they are not whole yet.
void result_digest(const Ui&);
void panel_head(const Ui&, std::string_view kind, std::string_view title, Actions&);
bool search_box(const Ui&, float width, Actions&);
std::string tech_name(const Ui&, Technology);
std::string status_name(const Ui&, Status);
std::string confidence_name(const Ui&, Confidence);

}  // namespace gs::ui
