#include "render/fill_painter.hpp"

#include <algorithm>
#include <cmath>

namespace gs {
namespace {

void halve(std::uint32_t first, std::uint32_t last, std::vector<std::uint32_t>& indices) {
  if (last - first < 2) return;
  const std::uint32_t middle = first + (last - first) / 2;
  indices.insert(indices.end(), {first, middle, last});
  halve(first, middle, indices);
  halve(middle, last, indices);
}

}  // namespace

void parity_triangles(const Rings& rings, std::vector<std::uint32_t>& indices) {
  indices.clear();
  for (const Span& ring : rings.rings) {
    if (ring.count >= 3) halve(ring.first, ring.first + ring.count - 1, indices);
  }
}

bool is_convex(const Rings& rings) {
  if (rings.rings.size() != 1 || rings.rings.front().count < 3) return false;
  const Span ring = rings.rings.front();
  const glm::vec2* p = rings.points.data() + ring.first;
  bool left = false, right = false;
  int ups = 0;  // how often the way turns from going left to going right
  glm::dvec2 before = glm::dvec2(p[0]) - glm::dvec2(p[ring.count - 1]);
  for (std::uint32_t i = 0; i < ring.count; ++i) {
    const glm::dvec2 along = glm::dvec2(p[(i + 1) % ring.count]) - glm::dvec2(p[i]);
    if (along.x == 0.0 && along.y == 0.0) continue;
    const double turn = before.x * along.y - before.y * along.x;
    left = left || turn > 1e-12, right = right || turn < -1e-12;
    ups += (before.x < 0.0) != (along.x < 0.0);
    before = along;
  }
  return left != right && ups <= 2;
}

FillPainter::FillPainter(gl::Program program)
    : program_(std::move(program)), target_(program_), plane_(program_), color_(gl::uniform(program_, "u_color")) {
  glBindVertexArray(cover_array_.id());
  cover_.bind();
  gl::set_attributes({{0, 2, GL_FLOAT, 0}}, sizeof(glm::vec2));
  glBindVertexArray(0);
}

Result<FillPainter> FillPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "fill");
  if (!program) return program.error();
  return FillPainter(std::move(*program));
}

void FillPainter::make(Layer& layer, const Rings& rings) {
  parity_triangles(rings, indices_);
  layer.count = static_cast<GLsizei>(indices_.size());
  if (layer.count == 0) return;
  layer.convex = is_convex(rings);
  layer.min = layer.max = rings.points.front();
  for (const glm::vec2& p : rings.points) {
    layer.min = {std::min(layer.min.x, p.x), std::min(layer.min.y, p.y)};
    layer.max = {std::max(layer.max.x, p.x), std::max(layer.max.y, p.y)};
  }
  glBindVertexArray(layer.array.id());
  glBindBuffer(GL_ARRAY_BUFFER, layer.points.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(rings.points.size() * sizeof(glm::vec2)), rings.points.data(),
               GL_STATIC_DRAW);
  gl::set_attributes({{0, 2, GL_FLOAT, 0}}, sizeof(glm::vec2));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, layer.indices.id());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices_.size() * sizeof(std::uint32_t)),
               indices_.data(), GL_STATIC_DRAW);
}

bool FillPainter::mark(const Layer& layer, const MapView& view, const gl::Target& target) {
  // The part of the layer's bounds that is seen, and a little more.
  const double px = 1.0 / (static_cast<double>(target.ratio) * view.scale);
  const glm::dvec2 upright = glm::dvec2(target.width, target.height) * (0.51 * px);
  const double c = std::abs(std::cos(view.roll)), s = std::abs(std::sin(view.roll));
  const glm::dvec2 half{upright.x * c + upright.y * s, upright.x * s + upright.y * c};
  const glm::vec2 min(std::max(static_cast<double>(layer.min.x), view.centre.x - half.x),
                      std::max(static_cast<double>(layer.min.y), view.centre.y - half.y));
  const glm::vec2 max(std::min(static_cast<double>(layer.max.x), view.centre.x + half.x),
                      std::min(static_cast<double>(layer.max.y), view.centre.y + half.y));
  if (min.x > max.x || min.y > max.y) return false;
  // A little wider, so that rounding leaves no flipped bit uncovered.
  const auto more = static_cast<float>(0.5 * px);
  corners_ = {glm::vec2(min.x - more, min.y - more), glm::vec2(max.x + more, min.y - more),
              glm::vec2(min.x - more, max.y + more), glm::vec2(max.x + more, max.y + more)};

  glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
  glStencilFunc(GL_ALWAYS, 0, 1);
  glStencilOp(GL_KEEP, GL_KEEP, GL_INVERT);
  glBindVertexArray(layer.array.id());
  glDrawElements(GL_TRIANGLES, layer.count, GL_UNSIGNED_INT, nullptr);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glStencilFunc(GL_NOTEQUAL, 0, 1);
  return true;
}

void FillPainter::cover() {
  glStencilOp(GL_KEEP, GL_KEEP, GL_ZERO);
  glBindVertexArray(cover_array_.id());
  cover_.fill(corners_.data(), sizeof(corners_));
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void FillPainter::begin(const MapView& view, const gl::Target& target) {
  glUseProgram(program_.id());
  target_.set(target);
  plane_.set(view, target);
  glEnable(GL_STENCIL_TEST);
  glStencilMask(1);
}

void FillPainter::end() {
  glStencilMask(~0u);
  glStencilFunc(GL_ALWAYS, 0, ~0u);
  glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
  glDisable(GL_STENCIL_TEST);
}

void FillPainter::draw(std::span<const FillLayer> fills, const MapView& view, const gl::Target& target) {
  layers_.next_frame();
  begin(view, target);
  for (const FillLayer& fill : fills) {
    if (!fill.rings || fill.rings->points.empty()) continue;
    bool stale = false;
    Layer& layer = layers_.get(fill.rings, fill.revision, stale);
    if (stale) make(layer, *fill.rings);
    if (layer.count == 0) continue;
    gl::set_color(color_, fill.color);
    if (layer.convex) {
      glDisable(GL_STENCIL_TEST);
      glBindVertexArray(layer.array.id());
      glDrawElements(GL_TRIANGLES, layer.count, GL_UNSIGNED_INT, nullptr);
      glEnable(GL_STENCIL_TEST);
    } else if (mark(layer, view, target)) {
      cover();
    }
  }
  end();
}

void FillPainter::draw_within(const FillLayer& where, const MapView& view, const gl::Target& target,
                              const std::function<void()>& paint) {
  if (!where.rings || where.rings->points.empty()) return;
  bool stale = false;
  Layer& layer = layers_.get(where.rings, where.revision, stale);
  if (stale) make(layer, *where.rings);
  begin(view, target);
  if (layer.count > 0 && mark(layer, view, target)) {
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    paint();
    glUseProgram(program_.id());
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
    cover();
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  }
  end();
}

}  // namespace gs
