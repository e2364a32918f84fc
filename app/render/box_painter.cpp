#include "render/box_painter.hpp"

#include <cstddef>

namespace gs {

BoxPainter::BoxPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      quads_({{0, 4, GL_FLOAT, offsetof(Record, min)},
              {1, 2, GL_FLOAT, offsetof(Record, radius)},
              {2, 4, GL_UNSIGNED_BYTE, offsetof(Record, color)},
              {3, 4, GL_UNSIGNED_BYTE, offsetof(Record, border)}}) {}

Result<BoxPainter> BoxPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "box");
  if (!program) return program.error();
  return BoxPainter(std::move(*program));
}

void BoxPainter::draw(std::span<const Box> boxes, const gl::Target& target) {
  if (boxes.empty()) return;
  const float ratio = target.ratio;
  records_.clear();
  for (const Box& b : boxes) {
    const float border = b.border.a > 0 ? b.border_width * ratio : 0.0f;
    records_.push_back({b.min * ratio, b.max * ratio, b.radius * ratio, border, b.color, b.border});
  }
  glUseProgram(program_.id());
  target_.set(target);
  quads_.draw(records_);
}

}  // namespace gs
