#include "render/ring_painter.hpp"

#include <cmath>
#include <cstddef>

namespace gs {

RingPainter::RingPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      parts_(gl::uniform(program_, "u_parts")),
      halo_(gl::uniform(program_, "u_halo")),
      ink_(gl::uniform(program_, "u_ink")),
      quads_({{0, 3, GL_FLOAT, offsetof(Record, x)},
              {1, 4, GL_UNSIGNED_BYTE, offsetof(Record, until0)},
              {2, 4, GL_UNSIGNED_BYTE, offsetof(Record, until1)},
              {3, 4, GL_UNSIGNED_BYTE, offsetof(Record, look)}}) {}

Result<RingPainter> RingPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "ring");
  if (!program) return program.error();
  return RingPainter(std::move(*program));
}

void RingPainter::draw(const Scene& scene, const gl::Target& target) {
  if (scene.groups.empty()) return;
  records_.clear();
  const auto byte = [](float share) { return static_cast<std::uint8_t>(std::lround(255.0f * share)); };
  for (const GroupRing& g : scene.groups) {
    const auto& u = g.until;
    records_.push_back({g.at.x * target.ratio, g.at.y * target.ratio, g.radius * target.ratio,
                        {byte(u[0]), byte(u[1]), byte(u[2]), byte(u[3])}, {byte(u[4]), byte(u[5]), byte(u[6]), byte(u[7])},
                        {byte(g.opacity), byte(g.emphasis == Emphasis::hover ? 1.0f : 0.0f), 0, 0}});
  }
  glUseProgram(program_.id());
  target_.set(target);
  std::array<float, 4 * kRingParts> colors{};
  for (std::size_t i = 0; i < scene.parts.size(); ++i) {
    const Color c = scene.parts[i];
    const std::array<float, 4> rgba{static_cast<float>(c.r) / 255.0f, static_cast<float>(c.g) / 255.0f,
                                    static_cast<float>(c.b) / 255.0f, 1.0f};
    std::copy(rgba.begin(), rgba.end(), colors.begin() + static_cast<std::ptrdiff_t>(4 * i));
  }
  glUniform4fv(parts_, kRingParts, colors.data());
  gl::set_color(halo_, scene.group_halo);
  gl::set_color(ink_, scene.group_ink);
  quads_.draw(records_);
}

}  // namespace gs
