#include <algorithm>
#include <array>
#include <string>

#include "scene/embed.hpp"
#include "scene/moment.hpp"
#include "scene/picture_sheet.hpp"
#include "scene/story.hpp"

namespace gs {
namespace {

/// Of the text, the largest first: a film is looked at from farther away than a page.
constexpr std::array kSizes{26.0f, 24.0f, 22.0f, 20.0f, 18.0f, 16.0f};
constexpr float kMostWidth = 1120.0f;  ///< longer lines are hard to follow

}  // namespace

Sheet caption_sheet(const PartsInput& in, glm::vec2 size) {
  Sheet s(in.fonts);
  s.size = size;
  const Translator& tr = in.world.tr;
  const float edge = size.x >= 900.0f ? 32.0f : 16.0f, room = size.x - 2 * edge;
  float y = 8.0f, title_room = room;
  if (in.state.view.time == TimeScale::hours || in.state.view.map.playing_hours) {
    const Type clock{Face::bold, 22.0f};
    const std::string hour = hour_text(in.state.view.map.hour, tr);
    s.text_right(clock, in.palette.ink, {size.x - edge, y + 5.0f}, hour);
    title_room -= s.text_width(clock, hour) + 24.0f;
  }
  const StoryStep* step = step_of(in.world, in.state.view);
  if (!step) return s;
  const std::string& title = step->title.in(tr.code());
  Type large = tr.has_display_face() ? Type{Face::display, 35.0f} : Type{Face::bold, 31.0f};
  if (s.text_width(large, title) > title_room) large = {Face::bold, 24.0f};
  y += s.paragraph(large, in.palette.ink, {edge, y}, title_room, 1, title) + 4.0f;

  const std::string text = with_figures(step->text.in(tr.code()), in.world);
  const float width = std::min(room, kMostWidth), height = size.y - y - 4.0f;
  const auto lines = [&](std::string_view words, float px) { return in.fonts.regular.wrap(words, px, width).size(); };
  const auto fits = [&](std::string_view words, float px) { return static_cast<float>(lines(words, px)) * px <= height; };
  const auto found = std::find_if(kSizes.begin(), kSizes.end(), [&](float px) { return fits(text, px); });
  const float px = found == kSizes.end() ? kSizes.back() : *found;
  const auto most = static_cast<int>(height / px);
  if (most < 1) return s;
  const std::string told = whole_sentences(text, [&](std::string_view words) { return fits(words, px); });
  s.paragraph({Face::regular, px}, in.palette.ink, {edge, y}, width, most, told);
  return s;
}

}  // namespace gs
