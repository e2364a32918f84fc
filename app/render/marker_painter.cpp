#include "render/marker_painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "scene/marker_look.hpp"

namespace gs {

MarkerPainter::MarkerPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      quads_({{0, 4, GL_FLOAT, offsetof(Record, x)},
              {1, 4, GL_UNSIGNED_BYTE, offsetof(Record, kind), true},
              {2, 4, GL_UNSIGNED_BYTE, offsetof(Record, color)},
              {3, 4, GL_UNSIGNED_BYTE, offsetof(Record, edge)},
              {4, 4, GL_UNSIGNED_BYTE, offsetof(Record, halo)},
              {5, 4, GL_UNSIGNED_BYTE, offsetof(Record, line)},
              {6, 4, GL_UNSIGNED_BYTE, offsetof(Record, ring)},
              {7, 4, GL_UNSIGNED_BYTE, offsetof(Record, light)}}) {}

Result<MarkerPainter> MarkerPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "marker");
  if (!program) return program.error();
  return MarkerPainter(std::move(*program));
}

MarkerPainter::Record MarkerPainter::record_of(const Marker& m, float ratio) {
  constexpr unsigned kInexact = 8;
  const unsigned emphasis = static_cast<unsigned>(m.emphasis) | (m.inexact ? kInexact : 0u);
  const std::array<std::uint8_t, 4> kind{static_cast<std::uint8_t>(m.shape), static_cast<std::uint8_t>(m.fill),
                                         static_cast<std::uint8_t>(m.badge), static_cast<std::uint8_t>(emphasis)};
  const auto byte = [](float share) { return static_cast<std::uint8_t>(std::lround(255.0f * std::clamp(share, 0.0f, 1.0f))); };
  return {m.at.x * ratio, m.at.y * ratio, m.radius * ratio, m.angle, kind,
          m.color,        m.edge,         m.halo,           outline_color(m), ring_color(m),
          {byte(m.opacity), byte(m.glow), byte(m.pulse), 0}};
}

void MarkerPainter::draw(std::span<const Marker> markers, const gl::Target& target) {
  if (markers.empty()) return;
  records_.clear();
  for (const Marker& m : markers) records_.push_back(record_of(m, target.ratio));
  glUseProgram(program_.id());
  target_.set(target);
  quads_.draw(records_);
}

}  // namespace gs
