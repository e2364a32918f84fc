#include "render/renderer.hpp"

#include <cmath>
#include <optional>

#include "render/box_painter.hpp"
#include "render/fill_painter.hpp"
#include "render/marker_painter.hpp"
#include "render/picture_target.hpp"
#include "render/ring_painter.hpp"
#include "render/stroke_painter.hpp"
#include "render/symbol_sheet.hpp"
#include "render/text_painter.hpp"

namespace gs {
namespace {

/// From so many symbols on, those of the last picture do while things move on a slow machine.
constexpr std::size_t kCrowd = 4000;

class GlRenderer final : public Renderer {
 public:
  GlRenderer(FillPainter fills, StrokePainter strokes, MarkerPainter markers, SymbolSheet sheet, RingPainter rings,
             BoxPainter boxes, TextPainter text)
      : fills_(std::move(fills)),
        strokes_(std::move(strokes)),
        markers_(std::move(markers)),
        sheet_(std::move(sheet)),
        rings_(std::move(rings)),
        boxes_(std::move(boxes)),
        text_(std::move(text)) {}

  void set_fonts(Face face, std::vector<std::string> ttf) override {
    text_.set_fonts(face, std::move(ttf));
    if (layers_) layers_->has_drawn = false;
  }

  void draw(const Scene& scene, Care care) override {
    const float ratio = scene.view.pixel_ratio;
    const gl::Target target{static_cast<int>(std::lround(scene.view.viewport.x * ratio)),
                            static_cast<int>(std::lround(scene.view.viewport.y * ratio)), ratio};
    if (!make_layers(target, care)) return draw_to(scene, target);
    GLint screen = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &screen);
    Layers& l = *layers_;
    const bool as_drawn = l.has_drawn && (l.care == care || l.care == Care::full);
    if (!as_drawn || !(scene == l.drawn)) {
      PictureTarget& ground = care == Care::quick ? *l.quick_ground : l.ground;
      if (!as_drawn || !same_ground(scene, l.drawn) || l.care != care) {
        ground.bind();
        draw_ground(scene, target);
        ground.resolve();
      }
      const bool crowd = scene.markers.size() >= kCrowd;
      if (crowd) draw_crowd(scene, care, target);
      ground.image().copy_to(l.whole.id());
      draw_symbols(scene, target, crowd);
      l.drawn = scene;
      l.has_drawn = true;
      l.care = care;
    }
    l.whole.copy_to(static_cast<GLuint>(screen));
    glViewport(0, 0, target.width, target.height);
  }

  Result<std::vector<std::uint8_t>> draw_to_pixels(const Scene& scene, int width, int height) override {
    auto target = PictureTarget::create(width, height);
    if (!target) return target.error();
    GLint previous = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
    const float across = scene.view.viewport.x;
    const gl::Target size{width, height, across > 0.0f ? static_cast<float>(width) / across : scene.view.pixel_ratio};
    target->bind();
    draw_ground(scene, size);
    target->resolve();
    target->image().bind();
    draw_symbols(scene, size, false);
    return target->read(static_cast<GLuint>(previous));
  }

 private:
  /// What was drawn last: the ground alone (land and lines, which have edges of triangles and need samples), and the whole
  /// map with its symbols, which smooth their own edges. While only trains move, only the symbols are drawn; while only a
  /// panel changes, nothing.
  struct Layers {
    PictureTarget ground;
    std::optional<PictureTarget> quick_ground;  ///< without samples; made when first wanted
    PlainImage whole;
    Scene drawn;
    Care care = Care::full;
    bool has_drawn = false;
  };

  static std::uint64_t revision(const Scene& scene) { return scene.fills.empty() ? 0 : scene.fills.front().revision; }

  static bool same_ground(const Scene& a, const Scene& b) {
    return a.view == b.view && a.page == b.page && a.fills == b.fills && a.strokes == b.strokes;
  }

  /// False when the driver has no room.
  bool make_layers(const gl::Target& target, Care care) {
    const bool fits = layers_ && layers_->whole.fits(target.width, target.height);
    if (!fits && !make_layers(target)) return false;
    if (care == Care::full || layers_->quick_ground) return true;
    auto quick = PictureTarget::create(target.width, target.height, 0);
    if (quick) layers_->quick_ground.emplace(std::move(*quick));
    return layers_->quick_ground.has_value();
  }
  bool make_layers(const gl::Target& target) {
    layers_.reset();
    auto ground = PictureTarget::create(target.width, target.height);
    if (!ground) return false;
    PlainImage whole(target.width, target.height);
    if (!whole.complete()) return false;
    layers_.emplace(Layers{std::move(*ground), std::nullopt, std::move(whole), {}, Care::full, false});
    return true;
  }

  void draw_to(const Scene& scene, const gl::Target& target) {
    draw_ground(scene, target);
    draw_symbols(scene, target, false);
  }

  void draw_crowd(const Scene& scene, Care care, const gl::Target& target) {
    if (care == Care::quick && sheet_.serves(scene.view, revision(scene))) return;
    sheet_.begin(scene.view, revision(scene), target);
    begin(target);
    markers_.draw(scene.markers, target);
    end();
  }

  void draw_ground(const Scene& scene, const gl::Target& target) {
    begin(target);
    clear(scene.page);
    fills_.draw(scene.fills, scene.view, target);
    strokes_.draw(scene.strokes, scene.view, target);
    end();
  }

  /// `crowd`: the symbols are on the sheet.
  void draw_symbols(const Scene& scene, const gl::Target& target, bool crowd) {
    begin(target);
    if (crowd) sheet_.lay(scene.view, target);
    else markers_.draw(scene.markers, target);
    rings_.draw(scene, target);
    boxes_.draw(scene.boxes, target);
    text_.draw(scene.labels, target);
    end();
  }

  static void end() {
    glBindVertexArray(0);
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glUseProgram(0);
    glDisable(GL_BLEND);
  }

  /// Everything that a frame relies on, whatever was drawn before it.
  static void begin(const gl::Target& target) {
    glViewport(0, 0, target.width, target.height);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_STENCIL_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glStencilMask(~0u);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // the shaders multiply colours by alpha
  }

  static void clear(Color page) {
    const float a = static_cast<float>(page.a) / 255.0f;
    const auto channel = [a](std::uint8_t v) { return static_cast<float>(v) / 255.0f * a; };
    glClearColor(channel(page.r), channel(page.g), channel(page.b), a);
    glClearStencil(0);
    glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  }

  FillPainter fills_;
  StrokePainter strokes_;
  MarkerPainter markers_;
  SymbolSheet sheet_;
  RingPainter rings_;
  BoxPainter boxes_;
  TextPainter text_;
  std::optional<Layers> layers_;
};

/// Fills need a stencil. Without a framebuffer of the window's (pictures only) there is nothing to ask.
bool window_lacks_stencil() {
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return false;
  GLint bits = 0;
  glGetIntegerv(GL_STENCIL_BITS, &bits);
  return bits == 0;
}

}  // namespace

Result<std::unique_ptr<Renderer>> Renderer::create(const ReadAsset& read) {
  if (window_lacks_stencil()) return Error{"graphics", "the window's framebuffer has no stencil buffer"};
  auto fills = FillPainter::create(read);
  if (!fills) return fills.error();
  auto strokes = StrokePainter::create(read);
  if (!strokes) return strokes.error();
  auto markers = MarkerPainter::create(read);
  if (!markers) return markers.error();
  auto sheet = SymbolSheet::create(read);
  if (!sheet) return sheet.error();
  auto rings = RingPainter::create(read);
  if (!rings) return rings.error();
  auto boxes = BoxPainter::create(read);
  if (!boxes) return boxes.error();
  auto text = TextPainter::create(read);
  if (!text) return text.error();
  return std::unique_ptr<Renderer>(std::make_unique<GlRenderer>(
      std::move(*fills), std::move(*strokes), std::move(*markers), std::move(*sheet), std::move(*rings),
      std::move(*boxes), std::move(*text)));
}

}  // namespace gs
