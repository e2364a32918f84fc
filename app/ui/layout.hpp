#pragma once
#include <glm/vec4.hpp>
#include <vector>

#include "scene/view.hpp"

namespace gs::ui {

/// Where the parts of the screen are, logical px. A pure function of the window's size. Laid out from left to right: where
/// panels are mirrored, what the map takes part in (padding, over_the_map, seen) says where things are seen.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool holds(float px, float py) const { return px >= x && py >= y && px < right() && py < bottom(); }
  bool empty() const { return w <= 0 || h <= 0; }
};

/// Embed: a figure in an article (ui/embed.hpp): bar, timeline and panel are its head over the map, its foot and its card.
/// Stage: of a talk, a map over a strip of words.
enum class Form { wide, compact, phone, embed, stage };

struct Layout {
  Form form;
  Rect window, bar, panel, timeline, legend, map;  ///< map: what nothing else covers
  Rect story;        ///< the card of a story that is told; empty on a phone, where the sheet has it
  Rect strip;        ///< of a talk: the step's words below all else; empty otherwise
  Rect head, charts;  ///< of the train laboratory or the table, beside their panel; empty where all of it stands in the panel, or they are closed
  float search_width;
  bool mirrored;  ///< panels are seen in a mirror; the map is not
  /// A horizontal place of the panels as it is seen, and back.
  float seen(float x) const { return mirrored ? window.w - x : x; }
  Padding padding() const;
};

inline constexpr float kSheetPeek = 96.0f, kSheetHalf = 436.0f;

/// Whether the legend is unfolded (a wide window shows it unless it was folded), and its height then.
bool legend_open(const Layout&, const ViewState&);
float legend_height(const Layout&, const ViewState&);
/// The headline over the map; a low window gives its place to an open legend.
bool totals_shown(const Layout&, const ViewState&);
/// The two buttons that zoom, one above the other, of `size` px each.
Rect zoom_place(const Layout&, float size);
/// What lies over the map and must not cover labels, as (left, top, right, bottom).
std::vector<glm::vec4> over_the_map(const Layout&, const ViewState&);

Layout layout(float width, float height, const ViewState&, bool mirrored = false);

}  // namespace gs::ui
