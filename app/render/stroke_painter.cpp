#include "render/stroke_painter.hpp"

#include <algorithm>
#include <glm/geometric.hpp>

namespace gs {

void stroke_points(const Lines& lines, std::vector<glm::vec3>& points) {
  points.clear();
  for (const Span& piece : lines.pieces) {
    if (piece.count < 2) continue;
    const glm::vec2* p = lines.points.data() + piece.first;
    points.emplace_back(p[0].x, p[0].y, -1.0f);
    double length = 0.0;
    for (std::uint32_t i = 0; i < piece.count; ++i) {
      if (i > 0) length += glm::distance(glm::dvec2(p[i - 1]), glm::dvec2(p[i]));
      points.emplace_back(p[i].x, p[i].y, static_cast<float>(length));
    }
    points.emplace_back(p[piece.count - 1].x, p[piece.count - 1].y, -1.0f);
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
  layer.count = static_cast<GLsizei>(points_.size() < 4 ? 0 : points_.size() - 3);
  if (layer.count == 0) return;
  glBindVertexArray(layer.array.id());
  glBindBuffer(GL_ARRAY_BUFFER, layer.points.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(points_.size() * sizeof(glm::vec3)), points_.data(),
               GL_STATIC_DRAW);
  constexpr std::size_t step = sizeof(glm::vec3);
  gl::set_attributes({{0, 3, GL_FLOAT, 0},
                      {1, 3, GL_FLOAT, step},
                      {2, 3, GL_FLOAT, 2 * step},
                      {3, 3, GL_FLOAT, 3 * step}},
                     step, true);
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
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, layer.count);
}

void StrokePainter::draw(std::span<const StrokeLayer> strokes, const MapView& view, const gl::Target& target) {
  layers_.next_frame();
  glUseProgram(program_.id());
  target_.set(target);
  plane_.set(view, target);
  for (const StrokeLayer& stroke : strokes) {
    if (!stroke.lines || stroke.lines->points.empty()) continue;
    bool stale = false;
    Layer& layer = layers_.get(stroke.lines, stroke.revision, stale);
    if (stale) make(layer, *stroke.lines);
    if (layer.count == 0) continue;
    glBindVertexArray(layer.array.id());
    if (stroke.style.halo_width > 0.0f && stroke.style.halo.a > 0) {
      StrokeStyle halo;
      halo.color = stroke.style.halo;
      halo.width = stroke.style.halo_width;
      draw_line(layer, halo, target);
    }
    if (stroke.style.width > 0.0f) draw_line(layer, stroke.style, target);
  }
}

}  // namespace gs
