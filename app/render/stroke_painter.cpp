#include "render/stroke_painter.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace gs {
namespace {

constexpr int kRow = 1024;  ///< points in a row of the texture: as in stroke.vert

}  // namespace

void stroke_points(const Lines& lines, std::vector<glm::vec4>& points) {
  points.clear();
  for (const Span& piece : lines.pieces) {
    if (piece.count < 2) continue;
    const glm::vec2* p = lines.points.data() + piece.first;
    points.emplace_back(p[0].x, p[0].y, -1.0f, 0.0f);
    double length = 0.0;
    for (std::uint32_t i = 0; i < piece.count; ++i) {
      if (i > 0) length += glm::distance(glm::dvec2(p[i - 1]), glm::dvec2(p[i]));
      points.emplace_back(p[i].x, p[i].y, static_cast<float>(length), 0.0f);
    }
    points.emplace_back(p[piece.count - 1].x, p[piece.count - 1].y, -1.0f, 0.0f);
  }
}

StrokePainter::StrokePainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      plane_(program_),
      reach_(gl::uniform(program_, "u_reach")),
      color_(gl::uniform(program_, "u_color")),
      half_width_(gl::uniform(program_, "u_half_width")),
      dash_(gl::uniform(program_, "u_dash")),
      tick_(gl::uniform(program_, "u_tick")) {}

Result<StrokePainter> StrokePainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "stroke");
  if (!program) return program.error();
  return StrokePainter(std::move(*program));
}

void StrokePainter::make(Layer& layer, const Lines& lines) {
  stroke_points(lines, points_);
  layer.segments = points_.size() < 4 ? 0 : points_.size() - 3;
  if (layer.segments == 0) return;
  const std::size_t rows = (points_.size() + kRow - 1) / kRow;
  points_.resize(rows * kRow);
  glBindTexture(GL_TEXTURE_2D, layer.points.id());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, kRow, static_cast<GLsizei>(rows), 0, GL_RGBA, GL_FLOAT, points_.data());
}

void StrokePainter::draw_line(const Layer& layer, const StrokeStyle& style, const gl::Target& target) {
  // A line thinner than a device px is drawn a px wide and paler: the same ink, evenly.
  const float width = style.width * target.ratio;
  const float half_width = std::max(width, 1.0f) * 0.5f;
  const float half_tick = style.tick_length * target.ratio * 0.5f;
  const bool ticks = style.tick_every > 0.0f && style.tick_length > 0.0f;
  const bool broken = style.gap > 0.0f;
  gl::set_color(color_, style.color, std::min(width, 1.0f));
  glUniform1f(half_width_, half_width);
  glUniform1f(reach_, std::max(half_width, ticks ? half_tick : 0.0f) + 1.0f);
  glUniform2f(dash_, style.dash * target.ratio, broken ? (style.dash + style.gap) * target.ratio : 0.0f);
  glUniform3f(tick_, std::max(target.ratio, 1.0f) * 0.5f, half_tick, ticks ? style.tick_every * target.ratio : 0.0f);
  gl::QuadIndices::draw(layer.segments);
}

void StrokePainter::draw(std::span<const StrokeLayer> strokes, const MapView& view, const gl::Target& target) {
  layers_.next_frame();
  glUseProgram(program_.id());
  target_.set(target);
  plane_.set(view, target);
  glActiveTexture(GL_TEXTURE0);
  glBindVertexArray(array_.id());
  for (const StrokeLayer& stroke : strokes) {
    if (!stroke.lines || stroke.lines->points.empty()) continue;
    bool stale = false;
    Layer& layer = layers_.get(stroke.lines, stroke.revision, stale);
    if (stale) make(layer, *stroke.lines);
    if (layer.segments == 0) continue;
    indices_.bind(layer.segments);
    glBindTexture(GL_TEXTURE_2D, layer.points.id());
    if (stroke.style.halo_width > 0.0f && stroke.style.halo.a > 0) {
      StrokeStyle halo;
      halo.color = stroke.style.halo;
      halo.width = stroke.style.halo_width;
      draw_line(layer, halo, target);
    }
    if (stroke.style.width > 0.0f) draw_line(layer, stroke.style, target);
  }
  glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace gs
