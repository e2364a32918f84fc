#include "render/renderer.hpp"

#include <cmath>

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

  void set_fonts(Face face, std::vector<std::string> ttf) override { text_.set_fonts(face, std::move(ttf)); }

  void draw(const Scene& scene) override {
    const float ratio = scene.view.pixel_ratio;
    draw_to(scene, {static_cast<int>(std::lround(scene.view.viewport.x * ratio)),
                    static_cast<int>(std::lround(scene.view.viewport.y * ratio)), ratio});
  }

  Result<std::vector<std::uint8_t>> draw_to_pixels(const Scene& scene, int width, int height) override {
    auto target = PictureTarget::create(width, height);
    if (!target) return target.error();
    GLint previous = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
    const float across = scene.view.viewport.x;
    target->bind();
    draw_to(scene, {width, height, across > 0.0f ? static_cast<float>(width) / across : scene.view.pixel_ratio});
    return target->read(static_cast<GLuint>(previous));
  }

 private:
  void draw_to(const Scene& scene, const gl::Target& target) {
    begin(scene.page, target);
    fills_.draw(scene.fills, scene.view, target);
    strokes_.draw(scene.strokes, scene.view, target);
    markers_.draw(scene.markers, target);
    boxes_.draw(scene.boxes, target);
    text_.draw(scene.labels, target);
    glBindVertexArray(0);
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glUseProgram(0);
    glDisable(GL_BLEND);
  }

  /// Everything that a frame relies on, whatever was drawn before it.
  static void begin(Color page, const gl::Target& target) {
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
