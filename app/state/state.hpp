#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "state/laboratory.hpp"
#include "state/language.hpp"
#include "state/map_style.hpp"
#include "state/scenario.hpp"

/// Everything that changes while the program runs, and the only ways in which it may change.
namespace gs {

/// A group of symbols can be hovered and flown to, not selected: it is gone at the next zoom.
enum class SelectionKind : std::uint8_t { none, project, route, locomotive, country, claim, group };

struct Selection {
  SelectionKind kind = SelectionKind::none;
  std::string id;
  bool operator==(const Selection&) const = default;
};

/// Where the map is looked at: device-independent, so a link shows the same place on a phone and on a wall.
struct Viewpoint {
  double longitude = 62.0, latitude = 24.0;  ///< degrees, at the middle of the free part of the map
  double zoom = 1.05;                        ///< scale = 100 x 2^zoom logical px per earth radius
  double roll = 0.0;                         ///< degrees that the map is turned clockwise, (-180, 180]
  bool operator==(const Viewpoint&) const = default;
};
inline constexpr std::array<int, 3> kTrainPaces{300, 1000, 3000};
inline constexpr double kMinZoom = -0.5, kMaxZoom = 9.0;

enum class Theme : std::uint8_t { system, light, dark, print };
/// The panel that is open beside or above the map; on a wide screen the list stands left, the inspector right.
/// The laboratory takes the place of list, legend and timeline, and a part of the map's.
enum class Panel : std::uint8_t { none, list, layers, sources, about, claims, laboratory, map, table, checker, policy, stories, scenario, own, help };
inline constexpr int kPanelCount = 15;
enum class SheetStop : std::uint8_t { peek, half, full };  ///< of the phone's sheet

/// What the table of all projects is sorted by.
enum class TableColumn : std::uint8_t { name, country, technology, status, year, capacity, output, saving, reported, confidence };
inline constexpr int kTableColumnCount = 10;
struct TableOrder {
  TableColumn column = TableColumn::saving;
  bool ascending = false;
  bool operator==(const TableOrder&) const = default;
};

inline constexpr int kMostSteps = 99;

/// What the timeline runs over: the scenario's years, or the hours of one of them.
enum class TimeScale : std::uint8_t { years, hours };
/// The figure whose working is open: of what is selected, or of all that operates.
enum class Worked : std::uint8_t { none, saving, energy, total_saving, total_energy };
inline constexpr int kWorkedCount = 5;
/// First and last year, both in it.
struct YearSpan {
  int first = kFirstYear, last = kLastYear;
  bool operator==(const YearSpan&) const = default;
};

struct NamedScenario {
  std::string name;
  Scenario scenario;
  bool operator==(const NamedScenario&) const = default;
};
inline constexpr std::size_t kLongestName = 60;  ///< bytes

/// ViewState::projection when projection_text says which.
inline constexpr std::string_view kCustomProjection = "custom";
inline constexpr std::size_t kLongestProjection = 400;  ///< bytes

struct ViewState {
  std::string projection = "equal_earth";
  double lon_0 = 60.0;  ///< central meridian of the flat projections; the globe's centre is the camera's
  Viewpoint viewpoint;
  Selection selection, hover;
  std::uint32_t layers = kUsualLayers;                  ///< bit per Layer
  MapStyle map;
  std::uint32_t categories = (1u << 9) - 1u;            ///< bit per Category
  std::uint32_t statuses = (1u << 5) - 1u;              ///< bit per Status at the scenario's year
  std::uint32_t confidences = (1u << 3) - 1u;           ///< bit per Confidence
  std::optional<YearSpan> built;                        ///< of the years of commissioning; none: also what has no year
  bool show_hidden = false;                             ///< rows in which no Chinese or BRI part was found
  std::string query, country;                           ///< filters of the list and the map; country: ISO 3 or empty
  Language language = Language::en;
  Theme theme = Theme::system;
  Panel panel = Panel::none;
  SheetStop sheet = SheetStop::half;
  bool playing_years = false, playing_trains = false;
  double train_clock = 0.0;  ///< seconds of the railway's own time: the timetable is read at it
  int train_pace = 1000;     ///< of its seconds in one of ours, while the trains run; one of kTrainPaces
  std::optional<double> lab_km;  ///< where the laboratory's charts are read, km from the start of the run
  bool lab_held = false;         ///< a slider of the laboratory is held: coarser runs will do
  TableOrder table;
  TimeScale time = TimeScale::years;
  Worked worked = Worked::none;
  bool sharing = false;          ///< the card of the link is open; no link tells
  std::string claim;             ///< text in the claim checker
  std::string story;             ///< id of the story that is told; empty: none
  int step = 0;                  ///< of it, from 0
  std::string projection_text;   ///< of a custom projection: PROJ's parameters; else empty
  bool operator==(const ViewState&) const = default;
};

struct State {
  ViewState view;
  Scenario scenario;
  Laboratory laboratory;
  std::optional<Scenario> against;  ///< what `scenario` is compared with
  bool operator==(const State&) const = default;
};

namespace action {
struct SetViewpoint { Viewpoint viewpoint; };
struct SetProjection { std::string id; };
struct SetCentralMeridian { double lon_0; };
struct Select { Selection selection; };
struct Hover { Selection selection; };
struct ToggleLayer { Layer layer; };
struct SetMapStyle { MapStyle style; };
struct PlayHours { bool on; };
struct ToggleCategory { std::uint8_t category; };
struct ToggleStatus { std::uint8_t status; };
struct ToggleConfidence { std::uint8_t confidence; };
struct SetBuilt { std::optional<YearSpan> years; };
struct ShowHidden { bool on; };
struct SetQuery { std::string text; };
struct SetCountry { std::string iso3; };
struct SetYear { int year; };
struct SetMethod { FactorMethod method; };
struct SetPathway { GridPathway pathway; };
struct SetLanguage { Language language; };
struct SetTheme { Theme theme; };
struct SetPanel { Panel panel; };
struct SetSheet { SheetStop stop; };
struct PlayYears { bool on; };
struct PlayTrains { bool on; };
struct SetTrainPace { int pace; };
struct Tick { double seconds; };  ///< time passed while something plays
struct OpenLaboratory { std::string line; };  ///< id of a line; empty: the one chosen last
struct SetLaboratory { Laboratory laboratory; };
struct SetLabCursor { std::optional<double> km; };
struct HoldLaboratory { bool on; };
struct ResetFilters {};
struct SetScenario { Scenario scenario; };
struct SetAgainst { std::optional<Scenario> scenario; };
struct SetTable { TableOrder order; };
struct SetTimeScale { TimeScale time; };
struct ShowWorking { Worked figure; };
struct ShowSharing { bool on; };
struct SetClaim { std::string text; };
struct EndStory {};            ///< the view stays as it is
struct Replace { State state; };  ///< a link was opened
// Wishes that leave the state as it is; the program carries them out.
struct FlyTo { Selection selection; };
struct GoHome {};
struct CopyLink {};
struct CopyCitation { std::string figure{}; };  ///< in English; empty: the one whose working is open, else the headline
struct Export { enum Format : std::uint8_t { csv, json, png } format; };
struct OpenAddress { std::string url; };
struct FlyToView { Viewpoint viewpoint; };         ///< a wish too
struct ShowStep { std::string story; int step; };  ///< a wish: the view of a story's step
struct SaveFile { std::string name, bytes; };
struct KeepView {};       ///< as the next step of a story that the reader writes
struct SaveStory {};      ///< that story, as a file
struct DismissGuide {};   ///< never to be seen again
struct KeepScenario { std::string name; };  ///< in force, under this name, in place of one of the same
struct ForgetScenario { std::string name; };
struct Undo {};
struct Redo {};
struct SetCustomProjection { std::string text; };  ///< PROJ's parameters, which somebody has found to make a map
}  // namespace action

using Action = std::variant<action::SetViewpoint, action::SetProjection, action::SetCentralMeridian, action::Select,
                            action::Hover, action::ToggleLayer, action::SetMapStyle, action::PlayHours, action::ToggleCategory, action::ToggleStatus,
                            action::ShowHidden, action::SetQuery, action::SetCountry, action::SetYear,
                            action::SetMethod, action::SetPathway, action::SetLanguage, action::SetTheme,
                            action::SetPanel, action::SetSheet, action::PlayYears, action::PlayTrains, action::SetTrainPace, action::Tick,
                            action::OpenLaboratory, action::SetLaboratory, action::SetLabCursor, action::HoldLaboratory,
                            action::ResetFilters, action::Replace, action::FlyTo, action::GoHome,
                            action::CopyLink, action::CopyCitation, action::Export, action::OpenAddress,
                            action::SetCustomProjection, action::FlyToView, action::SetScenario, action::SetAgainst, action::SetTable,
                            action::SetClaim, action::EndStory, action::ShowStep, action::Undo, action::Redo, action::SaveFile,
                            action::KeepView, action::SaveStory, action::DismissGuide, action::ToggleConfidence, action::SetBuilt, action::SetTimeScale,
                            action::ShowWorking, action::ShowSharing, action::KeepScenario, action::ForgetScenario>;
using Actions = std::vector<Action>;

/// The state after an action. A pure function; values out of range are brought into it, wishes change nothing.
State reduce(State, const Action&);

inline bool shows(const ViewState& v, Layer layer) { return (v.layers >> static_cast<unsigned>(layer) & 1u) != 0; }
/// The text up to `most` bytes, cut at a whole UTF-8 character.
std::string_view clipped(std::string_view text, std::size_t most);
inline constexpr std::size_t kLongestQuery = 200;  ///< bytes
/// Whether a text may stand in the state and in a link: not empty, not too long, printable ASCII.
bool is_projection_text(std::string_view);

double scale_of(const Viewpoint&);    ///< logical px per earth radius
double zoom_of_scale(double scale);   ///< its inverse

}  // namespace gs
