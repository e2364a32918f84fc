#include "render/renderer.hpp"

#include <cmath>
#include <optional>

#include "render/box_painter.hpp"
#include "render/fill_painter.hpp"
#include "render/marker_painter.hpp"
#include "render/picture_target.hpp"
#include "render/stroke_painter.hpp"
#include "render/text_painter.hpp"

namespace gs {
namespace {

class GlRenderer final : public Renderer {
 public:
  GlRenderer(FillPainter fills, StrokePainter strokes, MarkerPainter markers, BoxPainter boxes, TextPainter text)
      : fills_(std::move(fills)),
        strokes_(std::move(strokes)),
        markers_(std::move(markers)),
        boxes_(std::move(boxes)),
        text_(std::move(text)) {}

  void set_fonts(Face face, std::vector<std::string> ttf) override {
    text_.set_fonts(face, std::move(ttf));
    if (layers_) layers_->has_drawn = false;
  }

  void draw(const Scene& scene) override {
    const float ratio = scene.view.pixel_ratio;
    const gl::Target target{static_cast<int>(std::lround(scene.view.viewport.x * ratio)),
                            static_cast<int>(std::lround(scene.view.viewport.y * ratio)), ratio};
    if (!make_layers(target)) return draw_to(scene, target);
    GLint screen = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &screen);
    Layers& l = *layers_;
    if (!l.has_drawn || !(scene == l.drawn)) {
      if (!l.has_drawn || !same_ground(scene, l.drawn)) {
        l.ground.bind();
        draw_ground(scene, target);
        l.ground.resolve();
      }
      l.ground.image().copy_to(l.whole.id());
      draw_symbols(scene, target);
      l.drawn = scene;
      l.has_drawn = true;
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
    draw_symbols(scene, size);
    return target->read(static_cast<GLuint>(previous));
  }

 private:
  /// What was drawn last: the ground alone (land and lines, which have edges of triangles and need samples), and the whole
  /// map with its symbols, which smooth their own edges. While only trains move, only the symbols are drawn; while only a
  /// panel changes, nothing.
  struct Layers {
    PictureTarget ground;
    PlainImage whole;
    Scene drawn;
    bool has_drawn = false;
  };

  static bool same_ground(const Scene& a, const Scene& b) {
    return a.view == b.view && a.page == b.page && a.fills == b.fills && a.strokes == b.strokes;
  }

  /// False when the driver has no room.
  bool make_layers(const gl::Target& target) {
    if (layers_ && layers_->whole.fits(target.width, target.height)) return true;
    layers_.reset();
    auto ground = PictureTarget::create(target.width, target.height);
    if (!ground) return false;
    PlainImage whole(target.width, target.height);
    if (!whole.complete()) return false;
    layers_.emplace(Layers{std::move(*ground), std::move(whole), {}, false});
    return true;
  }

  void draw_to(const Scene& scene, const gl::Target& target) {
    draw_ground(scene, target);
    draw_symbols(scene, target);
  }

  void draw_ground(const Scene& scene, const gl::Target& target) {
    begin(target);
    clear(scene.page);
    fills_.draw(scene.fills, scene.view, target);
    strokes_.draw(scene.strokes, scene.view, target);
    end();
  }

  void draw_symbols(const Scene& scene, const gl::Target& target) {
    begin(target);
    markers_.draw(scene.markers, target);
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
  auto boxes = BoxPainter::create(read);
  if (!boxes) return boxes.error();
  auto text = TextPainter::create(read);
  if (!text) return text.error();
  return std::unique_ptr<Renderer>(std::make_unique<GlRenderer>(
      std::move(*fills), std::move(*strokes), std::move(*markers), std::move(*boxes), std::move(*text)));
}

}  // namespace gs
