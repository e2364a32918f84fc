#include "render/dot_painter.hpp"

#include <cstddef>

namespace gs {

DotPainter::DotPainter(gl::Program program)
    : program_(std::move(program)), target_(program_), plane_(program_), radius_(gl::uniform(program_, "u_radius")) {}

Result<DotPainter> DotPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "dot");
  if (!program) return program.error();
  return DotPainter(std::move(*program));
}

void DotPainter::draw(std::span<const DotLayer> dots, const MapView& view, const gl::Target& target) {
  if (dots.empty()) return;
  layers_.next_frame();
  glUseProgram(program_.id());
  target_.set(target);
  plane_.set(view, target);
  for (const DotLayer& d : dots) {
    if (!d.dots || d.dots->empty()) continue;
    bool stale = false;
    Layer& layer = layers_.get(d.dots, d.revision, stale);
    glBindVertexArray(layer.array.id());
    if (stale) {
      layer.count = static_cast<GLsizei>(d.dots->size());
      glBindBuffer(GL_ARRAY_BUFFER, layer.points.id());
      glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(d.dots->size() * sizeof(Dot)), d.dots->data(), GL_STATIC_DRAW);
      gl::set_attributes({{0, 2, GL_FLOAT, offsetof(Dot, at)}, {1, 4, GL_UNSIGNED_BYTE, offsetof(Dot, color)}}, sizeof(Dot));
    }
    glUniform1f(radius_, d.radius * target.ratio);
    glDrawArrays(GL_POINTS, 0, layer.count);
  }
}

}  // namespace gs
