#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/scene.hpp"
#include "units/result.hpp"

namespace gs {

struct Warp;  // map/warp.hpp

/// How much care a frame gets. Quick, for a slow machine while things move: a picture of the land around, made with less care
/// and moved and scaled along, and with it a crowd of symbols; a map that turns is drawn with thin lines, without samples and
/// without relief.
/// Neither has relief.
enum class Care : std::uint8_t { full, quick };

/// Draws scenes with GLES 3.0 / WebGL 2. Needs a current context; keeps every buffer whose layer's revision stands.
class Renderer {
 public:
  /// Bytes of "shaders/fill.vert" and the like.
  using ReadAsset = std::function<Result<std::string>(std::string_view name)>;

  /// Which programs are compiled at once: all, or those that land, lines and names need for a first picture, which on a slow
  /// renderer is drawn without samples; finish() then compiles the others.
  enum class Begin : std::uint8_t { all, ground, plain_ground };
  /// An error holds the driver's log and the file's name.
  static Result<std::unique_ptr<Renderer>> create(const ReadAsset&, Begin = Begin::all);
  virtual ~Renderer() = default;

  /// TTF bytes for the faces, in order of fallback; may be called again when another script's font has arrived.
  virtual void set_fonts(Face, std::vector<std::string> ttf_chain) = 0;

  /// Compiles what has not been compiled yet; until then symbols, relief and quick frames are drawn without it.
  virtual Outcome finish(const ReadAsset&) = 0;

  /// Draws into the current framebuffer, which has no samples of its own, over all of its viewport. A scene equal to the
  /// last one is copied, not drawn again.
  virtual void draw(const Scene&, Care = Care::full) = 0;

  /// Keeps what was drawn last with full care as the picture from which `draw_way` starts. False where there is none.
  virtual bool keep() = 0;
  /// The way that `draw_way` draws, in a viewport of so many logical px.
  virtual void begin_way(const Warp&, glm::vec2 viewport) = 0;
  /// The picture kept, at `share` 0 to 1 of its way to the one drawn last.
  virtual void draw_way(float share) = 0;
  /// Lets go of the picture kept.
  virtual void end_way() = 0;

  /// Into a framebuffer of its own with 4 x multisampling: RGBA rows from the top, width x height device px.
  virtual Result<std::vector<std::uint8_t>> draw_to_pixels(const Scene&, int width, int height) = 0;
};

}  // namespace gs
