#include "render/renderer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "render/box_painter.hpp"
#include "render/dot_painter.hpp"
#include "render/fill_painter.hpp"
#include "render/hair_painter.hpp"
#include "render/map_sheet.hpp"
#include "render/marker_painter.hpp"
#include "render/picture_target.hpp"
#include "render/relief_painter.hpp"
#include "render/ring_painter.hpp"
#include "render/stroke_painter.hpp"
#include "render/text_painter.hpp"
#include "render/warp_painter.hpp"

namespace gs {
namespace {

/// From so many symbols on, those of the sheet do while things move on a slow machine.
constexpr std::size_t kCrowd = 1000;

/// Each is the window larger by so much, with so much of its px; made anew when it covers less or is scaled up more.
constexpr double kNearLarger = 1.6, kNearSharpness = 0.75, kNearCovered = 0.6, kNearScaled = 4.0;
constexpr double kFarLarger = 6.0, kFarSharpness = 0.2, kFarCovered = 0.9, kFarScaled = 16.0;

gl::Target target_of(const MapView& v) {
  const glm::vec2 size = v.viewport * v.pixel_ratio;
  return {static_cast<int>(std::lround(size.x)), static_cast<int>(std::lround(size.y)), v.pixel_ratio};
}

class GlRenderer final : public Renderer {
 public:
  /// What a first picture needs.
  struct Ground {
    FillPainter fills;
    StrokePainter strokes;
    HairPainter hairs;
    BoxPainter boxes;
    TextPainter text;
  };
  struct Others {
    ReliefPainter relief;
    DotPainter dots;
    MarkerPainter markers;
    RingPainter rings;
    WarpPainter warp;
    MapSheet near, far;
  };
  GlRenderer(Ground painters, bool plain_first) : p_(std::move(painters)), plain_first_(plain_first) {}

  Outcome finish(const ReadAsset& read) override {
    if (more_) return Done{};
    auto relief = ReliefPainter::create(read);
    if (!relief) return relief.error();
    auto dots = DotPainter::create(read);
    if (!dots) return dots.error();
    auto markers = MarkerPainter::create(read);
    if (!markers) return markers.error();
    auto rings = RingPainter::create(read);
    if (!rings) return rings.error();
    auto warp = WarpPainter::create(read);
    if (!warp) return warp.error();
    auto near = MapSheet::create(read, kNearLarger, kNearSharpness), far = MapSheet::create(read, kFarLarger, kFarSharpness);
    if (!near) return near.error();
    if (!far) return far.error();
    more_.emplace(Others{std::move(*relief), std::move(*dots), std::move(*markers), std::move(*rings), std::move(*warp), std::move(*near), std::move(*far)});
    if (plain_first_) layers_.reset();
    else if (layers_) layers_->has_drawn = false;
    return Done{};
  }

  void set_fonts(Face face, std::vector<std::string> ttf) override {
    p_.text.set_fonts(face, std::move(ttf));
    if (layers_) layers_->has_drawn = false;
  }

  void draw(const Scene& scene, Care care) override {
    const gl::Target target = target_of(scene.view);
    GLint screen = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &screen);
    const bool as_drawn = layers_ && layers_->has_drawn && scene == layers_->drawn;
    quick_ = care == Care::quick && !as_drawn && more_;
    if (quick_) return draw_quickly(scene, target, static_cast<GLuint>(screen));
    plane_ = revision(scene);
    if (!make_layers(target)) return draw_to(scene, target);
    Layers& l = *layers_;
    if (!as_drawn) {
      if (!l.has_drawn || !same_ground(scene, l.drawn)) {
        l.ground.bind();
        draw_ground(scene, scene.view, target);
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

  bool keep() override {
    if (quick_ || !more_ || !layers_ || !layers_->has_drawn) return false;
    kept_ = std::move(layers_);
    layers_.reset();
    return true;
  }

  void begin_way(const Warp& warp, glm::vec2 viewport) override {
    if (more_) more_->warp.load(warp, viewport);
  }

  void draw_way(float share) override {
    if (!kept_ || !more_ || !layers_ || !layers_->has_drawn) return;
    const gl::Target target = target_of(layers_->drawn.view);
    begin(target);
    clear(layers_->drawn.page);
    more_->warp.draw(kept_->pictures(), layers_->pictures(), share, target);
    end();
  }

  void end_way() override { kept_.reset(); }

  Result<std::vector<std::uint8_t>> draw_to_pixels(const Scene& scene, int width, int height) override {
    auto target = PictureTarget::create(width, height);
    if (!target) return target.error();
    GLint previous = 0;
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &previous);
    const float across = scene.view.viewport.x;
    const gl::Target size{width, height, across > 0.0f ? static_cast<float>(width) / across : scene.view.pixel_ratio};
    target->bind();
    draw_ground(scene, scene.view, size);
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
    bool proven = false;  ///< that the driver had room for them
    WarpPainter::Pictures pictures() const { return {ground.image().texture(), whole.texture()}; }
  };

  static std::uint64_t revision(const Scene& scene) { return scene.fills.empty() ? 0 : scene.fills.front().revision; }

  static bool same_ground(const Scene& a, const Scene& b) {
    return a.view == b.view && a.page == b.page && a.fills == b.fills && a.relief == b.relief && a.strokes == b.strokes;
  }

  /// False when the driver has no room. The first picture does not wait for the answer: it is asked after it.
  bool make_layers(const gl::Target& target) {
    if (!layers_ || !layers_->whole.fits(target.width, target.height)) {
      layers_.reset();
      layers_.emplace(Layers{PictureTarget::unproven(target.width, target.height, plain_first_ && !more_ ? 0 : most_samples()), PlainImage(target.width, target.height), {}});
    }
    if (layers_->proven || !more_) return true;
    layers_->proven = layers_->ground.complete() && layers_->whole.complete();
    if (!layers_->proven) layers_.reset();
    return layers_.has_value();
  }

  static int most_samples() {
    GLint most = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    return std::min(4, most);
  }

  void draw_to(const Scene& scene, const gl::Target& target) {
    draw_ground(scene, scene.view, target);
    draw_symbols(scene, target);
  }

  /// Straight onto the screen. A map that stays as it is and is only moved comes from the sheets, the near one over the far
  /// one; one that turns is drawn with thin lines.
  void draw_quickly(const Scene& scene, const gl::Target& target, GLuint screen) {
    const bool turns = revision(scene) != plane_;
    plane_ = revision(scene);
    const bool crowd = scene.markers.size() >= kCrowd;
    if (!turns) make_sheets(scene, crowd);
    glBindFramebuffer(GL_FRAMEBUFFER, screen);
    if (turns || !more_->near.shows(scene) || !more_->far.shows(scene)) {
      draw_ground(scene, scene.view, target, {.relief = false, .hairs = true});
      return draw_symbols(scene, target);
    }
    begin(target);
    if (more_->near.covered(scene.view) < 1.0) {
      if (more_->far.covered(scene.view) < 1.0) clear(scene.page);
      more_->far.lay(scene.view, target);
    }
    more_->near.lay(scene.view, target);
    end();
    draw_symbols(scene, target, {.dots = false, .markers = !crowd});
  }

  void make_sheets(const Scene& scene, bool crowd) {
    const MapView& v = scene.view;
    if (!more_->far.shows(scene) || more_->far.covered(v) < kFarCovered || more_->far.scaled(v) > kFarScaled) make_sheet(more_->far, scene, crowd);
    if (!more_->near.shows(scene) || more_->near.covered(v) < kNearCovered || more_->near.scaled(v) > kNearScaled) {
      make_sheet(more_->near, scene, crowd);
    }
  }

  void make_sheet(MapSheet& sheet, const Scene& scene, bool crowd) {
    const auto wide = sheet.begin(scene);
    if (!wide) return;
    draw_ground(scene, wide->view, wide->target, {.hairs = true});
    begin(wide->target);
    more_->dots.draw(scene.dots, wide->view, wide->target);
    if (!crowd) return end();
    around_.clear();
    const glm::vec2 off = (wide->view.viewport - scene.view.viewport) * 0.5f;
    for (Marker m : scene.markers) {
      m.at += off;
      around_.push_back(m);
    }
    more_->markers.draw(around_, wide->target);
    end();
  }

  struct How {
    bool relief = true;
    bool hairs = false;  ///< thin lines as the driver draws them
  };
  void draw_ground(const Scene& scene, const MapView& view, const gl::Target& target) { draw_ground(scene, view, target, How()); }
  void draw_ground(const Scene& scene, const MapView& view, const gl::Target& target, How how) {
    begin(target);
    clear(scene.page);
    const std::span<const FillLayer> fills(scene.fills);
    const bool relief = scene.relief && how.relief && more_;
    const std::size_t below = relief ? std::min(scene.relief->above, fills.size()) : fills.size();
    p_.fills.draw(fills.first(below), view, target);
    if (relief) more_->relief.draw(*scene.relief, p_.fills, view, target);
    if (below < fills.size()) p_.fills.draw(fills.subspan(below), view, target);
    if (how.hairs) draw_lines_quickly(scene, view, target);
    else p_.strokes.draw(scene.strokes, view, target);
    end();
  }

  void draw_lines_quickly(const Scene& scene, const MapView& view, const gl::Target& target) {
    others_.clear();
    p_.hairs.begin(view, target);
    for (const StrokeLayer& s : scene.strokes) {
      if (HairPainter::can(s.style, target.ratio)) p_.hairs.draw(s, target);
      else others_.push_back(s);
    }
    if (!others_.empty()) p_.strokes.draw(others_, view, target);
  }

  struct Symbols {
    bool dots = true, markers = true;
  };
  void draw_symbols(const Scene& scene, const gl::Target& target) { draw_symbols(scene, target, Symbols()); }
  void draw_symbols(const Scene& scene, const gl::Target& target, Symbols which) {
    begin(target);
    const std::span<const Marker> markers(scene.markers);
    if (more_ && which.dots) more_->dots.draw(scene.dots, scene.view, target);
    if (more_ && which.markers) more_->markers.draw(markers.first(scene.below_groups), target);
    if (more_) more_->rings.draw(scene, target);
    p_.text.draw(scene.counts, target);
    if (more_ && which.markers) more_->markers.draw(markers.subspan(scene.below_groups), target);
    p_.boxes.draw(scene.boxes, target);
    p_.text.draw(scene.labels, target);
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

  Ground p_;
  bool plain_first_;
  std::optional<Others> more_;
  std::optional<Layers> layers_;
  std::optional<Layers> kept_;  ///< of the map before, while it becomes another
  bool quick_ = false;          ///< the last frame was
  std::uint64_t plane_ = 0;  ///< revision of the map that was drawn last
  std::vector<StrokeLayer> others_;  ///< scratch
  std::vector<Marker> around_;       ///< scratch
};

/// Fills need a stencil. Without a framebuffer of the window's (pictures only) there is nothing to ask.
bool window_lacks_stencil() {
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return false;
  GLint bits = 0;
  glGetIntegerv(GL_STENCIL_BITS, &bits);
  return bits == 0;
}

}  // namespace

Result<std::unique_ptr<Renderer>> Renderer::create(const ReadAsset& read, Begin begin) {
  if (window_lacks_stencil()) return Error{"graphics", "the window's framebuffer has no stencil buffer"};
  auto fills = FillPainter::create(read);
  if (!fills) return fills.error();
  auto strokes = StrokePainter::create(read);
  if (!strokes) return strokes.error();
  auto hairs = HairPainter::create(read);
  if (!hairs) return hairs.error();
  auto boxes = BoxPainter::create(read);
  if (!boxes) return boxes.error();
  auto text = TextPainter::create(read);
  if (!text) return text.error();
  std::unique_ptr<Renderer> made = std::make_unique<GlRenderer>(
      GlRenderer::Ground{std::move(*fills), std::move(*strokes), std::move(*hairs), std::move(*boxes), std::move(*text)}, begin == Begin::plain_ground);
  if (begin != Begin::all) return made;
  const Outcome rest = made->finish(read);
  if (!rest) return rest.error();
  return made;
}

}  // namespace gs
