#pragma once
#include <imgui.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/filter.hpp"
#include "scene/fleet_hours.hpp"
#include "scene/lab_curves.hpp"
#include "scene/own_sheet.hpp"
#include "scene/selected.hpp"
#include "scene/share.hpp"
#include "scene/theme.hpp"
#include "text/figure.hpp"
#include "ui/layout.hpp"
#include "ui/type.hpp"

/// The few things that panels are made of, in the look of the atlas.
namespace gs::ui {

/// Dear ImGui counts a font from ascent to descent: 16 px is CSS 12/16, 19 is 14/20, 24.5 is 18/24.
struct UiFonts {
  ImFont *small{}, *small_bold{}, *body{}, *body_bold{}, *head{}, *title{}, *total{};
};

/// A face of another script's letters; where there is one weight, both are the same.
struct LetterFiles {
  const std::string *regular, *bold;
};

/// TTF bytes for the atlas: of every language, `names` with the names of the languages in their scripts, what one
/// language has beside, or null, and letters of other scripts.
struct FontFiles {
  const std::string *regular, *bold, *display, *names;
  const std::string *more_regular = nullptr, *more_bold = nullptr, *more_display = nullptr;
  std::vector<LetterFiles> letters{};
  const std::string* typed = nullptr;  ///< of which only these letters are taken: all would be too many for a texture
  std::u32string typed_letters{};      ///< of the Basic Multilingual Plane
};

/// Builds the atlas at size x pixel ratio. The files must outlive the atlas. `mirrored`: for a screen that is mirrored as a
/// whole (text/bidi.hpp, visual_mirrored).
UiFonts build_fonts(const FontFiles&, float pixel_ratio, bool mirrored);
/// `mirrored`: what is drawn from here on will be seen in a mirror.
void apply_style(const Palette&, bool touch, bool mirrored);
/// Whether it will.
bool mirrored();

struct EmbedFigure;  // ui/embed.hpp
struct Ui;

/// What only a desktop has at the end of the bar.
class BarEnd {
 public:
  virtual ~BarEnd() = default;
  virtual float width(const Ui&) const = 0;  ///< px
  /// At the cursor.
  virtual void draw(const Ui&) = 0;
};

struct Ui {
  const World& world;
  const State& state;
  const Palette& palette;
  const UiFonts& fonts;
  const Layout& layout;
  const ProjectList& list;
  bool touch;
  const SelectedProject& selected;
  const YardClaimCheck* claim = nullptr;  ///< of the selected locomotive
  const LabCurves* curves = nullptr;  ///< of world.lab, while the laboratory is open
  bool still = false;  ///< the person wants no motion
  bool guide = false;  ///< a newcomer, who has not dismissed the guide
  int kept_views = 0;  ///< steps of the story that the reader writes
  const OwnSheet* own = nullptr;  ///< the reader's own data
  OwnWish* own_wish = nullptr;    ///< where their panel leaves what the person wants
  const FleetOutput* fleet = nullptr;  ///< while the timeline shows hours and they are worked out
  const ShareSheet* share = nullptr;  ///< while the card of the link is open
  ShareWish* share_wish = nullptr;    ///< where it leaves what the person wants
  std::span<const NamedScenario> scenarios{};  ///< of the reader's own
  BarEnd* bar_end = nullptr;
  const EmbedFigure* embed = nullptr;  ///< where the program is a figure in an article

  const Translator& tr() const { return world.tr; }
  float control() const { return touch ? 44.0f : 32.0f; }
};

ImU32 u32(Color);
ImVec4 v4(Color);

/// A window without decoration at a fixed place.
bool begin_panel(const char* id, const Rect&, Color background, ImVec2 padding, bool scroll = false, float rounding = 0);
void end_panel();

void rule(const Ui&, float before = 8.0f, float after = 12.0f);
void gap(float px);

/// The pointer on the map, which is never mirrored, and how far it moved, px.
glm::dvec2 pointer(const Layout&);
glm::dvec2 pointer_moved(const Layout&);

/// Under words on the map: solid over w x h from `at`, then gone within `fade` px to the right and below, eased, so that no edge is
/// seen where it ends.
void wash(ImDrawList*, ImVec2 at, float w, float h, float fade, Color);

/// A map symbol in a panel or legend.
void symbol(ImDrawList*, ImVec2 centre, float radius, Category, Fill, Badge, const Palette&);
void confidence_dots(const Ui&, Confidence);

/// An invisible button that the keyboard reaches too.
bool press(const char* id, ImVec2 size);
/// Framed or plain button; `on` shows it pressed. True when activated by pointer or keyboard.
bool button(const Ui&, const char* id, std::string_view label, bool on, float width = 0.0f, bool framed = true);
/// A cross that closes or takes away, with what it does as a tooltip (empty: none); a square of `size` px.
bool cross(const Ui&, const char* id, std::string_view tip, float size);
/// px of a cross in the corner of a panel.
inline float cross_size(const Ui& ui) { return ui.touch ? 44.0f : 28.0f; }
/// One choice of several, side by side. The index chosen now.
std::optional<int> segmented(const Ui&, const char* id, std::span<const std::string> labels, int chosen);
/// Drop-down list with a small caption above; `notes`, one for each of the first labels, stand beside them in the list.
std::optional<int> choice(const Ui&, const char* id, std::string_view caption, std::span<const std::string> labels,
                          int chosen, float width, std::span<const std::string> notes = {});
/// One line of text to type into, with a hint while it is empty. As Dear ImGui's; shows any script. True when it changed.
bool text_field(const Ui&, const char* id, std::string_view hint, std::string& typed, ImGuiInputTextFlags = 0);
/// Words as the format of a slider of Dear ImGui's, which then shows them and no number.
std::string as_format(std::string_view words);
/// The key of the arrow that points left on the screen, as Dear ImGui hears it, and its opposite.
ImGuiKey left_arrow();
ImGuiKey right_arrow();
/// A text that opens an address.
bool link(const Ui&, const char* id, std::string_view label, bool small = true);

/// Interval bar with simulated dot and reported tick on a common scale from 0; LOOK.md "Interval bar".
void interval_bar(const Ui&, const Range<Mass>& simulated, const std::optional<Mass>& reported, float width);
void interval_bar(const Ui&, const Range<Energy>& simulated, const std::optional<Energy>& reported, float width);

/// Caption and value on one line, the value wrapping.
void fact(const Ui&, std::string_view caption, std::string_view value, float caption_width = 104.0f);

/// Where the item that was submitted last stands, px of the screen.
Rect last_item();
/// Lets a figure that is drawn already be pressed, to open its working; moves no layout.
void figure_press(const Ui&, const char* id, Worked, const Rect&, Actions&);
/// Escape was pressed, and no card lies above, which it closes first.
bool escapes(const Ui&);

/// 2 px ring around the item that the keyboard is on.
void focus_ring(const Ui&);

}  // namespace gs::ui
