#include "render/hair_painter.hpp"

#include <algorithm>

namespace gs {
namespace {

constexpr float kWidest = 1.5f;  ///< device px

}  // namespace

HairPainter::HairPainter(gl::Program program)
    : program_(std::move(program)), target_(program_), plane_(program_), color_(gl::uniform(program_, "u_color")) {}

Result<HairPainter> HairPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "fill");
  if (!program) return program.error();
  return HairPainter(std::move(*program));
}

bool HairPainter::can(const StrokeStyle& s, float ratio) {
  return s.gap <= 0.0f && s.tick_every <= 0.0f && s.halo_width <= 0.0f && s.width * ratio <= kWidest;
}

void HairPainter::make(Layer& layer, const Lines& lines) {
  indices_.clear();
  for (const Span& piece : lines.pieces) {
    for (std::uint32_t i = 1; i < piece.count; ++i) {
      indices_.push_back(piece.first + i - 1);
      indices_.push_back(piece.first + i);
    }
  }
  layer.count = static_cast<GLsizei>(indices_.size());
  glBindVertexArray(layer.array.id());
  glBindBuffer(GL_ARRAY_BUFFER, layer.points.id());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(lines.points.size() * sizeof(glm::vec2)), lines.points.data(),
               GL_DYNAMIC_DRAW);
  gl::set_attributes({{0, 2, GL_FLOAT, 0}}, sizeof(glm::vec2));
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, layer.indices.id());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices_.size() * sizeof(std::uint32_t)), indices_.data(),
               GL_DYNAMIC_DRAW);
}

void HairPainter::begin(const MapView& view, const gl::Target& target) {
  layers_.next_frame();
  glUseProgram(program_.id());
  target_.set(target);
  plane_.set(view, target);
}

void HairPainter::draw(const StrokeLayer& stroke, const gl::Target& target) {
  if (!stroke.lines || stroke.lines->points.empty()) return;
  bool stale = false;
  Layer& layer = layers_.get(stroke.lines, stroke.revision, stale);
  if (stale) make(layer, *stroke.lines);
  glUseProgram(program_.id());
  gl::set_color(color_, stroke.style.color, std::min(stroke.style.width * target.ratio, 1.0f));
  glBindVertexArray(layer.array.id());
  glDrawElements(GL_LINES, layer.count, GL_UNSIGNED_INT, nullptr);
}

}  // namespace gs
