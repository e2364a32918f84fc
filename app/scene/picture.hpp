#pragma once
#include <memory>
#include <vector>

#include "scene/build.hpp"

/// A picture that speaks for itself: the map with headline, legend, card of what is selected, scale, attribution and
/// the digest of the result, all as plain data of one Scene.
namespace gs {

struct PartsInput;
class Sheet;
/// Words for the foot of a film's picture, `size` logical px.
using CaptionSheet = Sheet (*)(const PartsInput&, glm::vec2 size);
/// The title and the text of the step that is told, as large as they fit, and the hour while hours are shown.
Sheet caption_sheet(const PartsInput&, glm::vec2 size);

struct PictureInput {
  const World& world;
  const State& state;
  const Palette& palette;
  Fonts fonts;
  glm::dvec2 size;           ///< logical px
  double pixel_ratio = 1.0;  ///< device px per logical px
  bool at_home = false;      ///< the view without a link: as much of the Belt and Road as the free part holds
  bool embed = false;        ///< as a figure in an article has it (scene/embed.hpp), without its controls
  bool bare = false;         ///< the map alone, with no words but the numbers in its rings: it says nothing in any language
  CaptionSheet caption = nullptr;  ///< one picture of a film: the map stays where it is, whatever is said
};

/// Wide from 900 logical px on; narrow below (a phone, a figure in an article); small where a side is too short for
/// more than the title and the attribution.
enum class PictureForm : std::uint8_t { wide, narrow, small };
PictureForm picture_form(glm::dvec2 size);

/// Whether the portfolio has what a link selects (nothing selected counts as known).
bool known_selection(const World&, const Selection&);

class PictureBuilder {
 public:
  /// The scene stays valid until the next call. An error is the projection's.
  Result<const Scene*> build(const PictureInput&);
  /// Whether the view that was built last is one for the finest detail of the base map, be it there or not.
  bool wants_fine() const { return map_.geometry().wants_fine(); }

 private:
  SceneBuilder map_;
  Scene scene_;
  std::vector<std::unique_ptr<Lines>> lines_;  ///< of panels and samples; the scene points at them
  std::uint64_t revision_ = 0;
};

}  // namespace gs
