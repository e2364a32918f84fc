#include "render/warp_painter.hpp"

#include <algorithm>

namespace gs {
namespace {

constexpr float kFade = 0.25f;  // of the way: symbols are gone by then, and come from its other end on

}  // namespace

WarpPainter::WarpPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      share_(gl::uniform(program_, "u_share")),
      weights_(gl::uniform(program_, "u_weights")),
      alpha_(gl::uniform(program_, "u_alpha")) {
  glUseProgram(program_.id());
  glUniform1i(gl::uniform(program_, "u_before"), 0);
  glUniform1i(gl::uniform(program_, "u_after"), 1);
  glUseProgram(0);
}

Result<WarpPainter> WarpPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "warp");
  if (!program) return program.error();
  return WarpPainter(std::move(*program));
}

void WarpPainter::load(const Warp& warp, glm::vec2 viewport) {
  std::vector<Warp::Point> points = warp.points;
  std::vector<std::uint32_t> triangles = warp.triangles;
  both_ = warp.both, only_to_ = warp.only_to, window_ = static_cast<std::uint32_t>(triangles.size());
  const auto corner = static_cast<std::uint32_t>(points.size());
  for (const glm::vec2 at : {glm::vec2(0, 0), glm::vec2(viewport.x, 0), glm::vec2(0, viewport.y), viewport}) points.push_back({at, at});
  triangles.insert(triangles.end(), {corner, corner + 1, corner + 2, corner + 1, corner + 3, corner + 2});
  end_ = static_cast<std::uint32_t>(triangles.size());
  glBindVertexArray(array_.id());
  points_.fill(points.data(), points.size() * sizeof(Warp::Point));
  gl::set_attributes({{0, 2, GL_FLOAT, offsetof(Warp::Point, from)}, {1, 2, GL_FLOAT, offsetof(Warp::Point, to)}}, sizeof(Warp::Point));
  triangles_.fill(triangles.data(), triangles.size() * sizeof(std::uint32_t));
  glBindVertexArray(0);
}

void WarpPainter::part(std::uint32_t first, std::uint32_t end, Mix mix) const {
  if (first == end || mix.alpha <= 0.0f) return;
  glUniform2f(weights_, mix.before, mix.after);
  glUniform1f(alpha_, mix.alpha);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(end - first), GL_UNSIGNED_INT,
                 reinterpret_cast<const void*>(first * sizeof(std::uint32_t)));
}

void WarpPainter::draw(const Pictures& before, const Pictures& after, float share, const gl::Target& target) const {
  const auto show = [](GLuint a, GLuint b) {
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, b);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, a);
  };
  glUseProgram(program_.id());
  target_.set(target);
  glUniform1f(share_, share);
  glBindVertexArray(array_.id());
  show(before.ground, after.ground);
  part(0, both_, {1.0f, 0.0f, 1.0f - share});
  part(both_, only_to_, {1.0f - share, share, 1.0f});
  part(only_to_, window_, {0.0f, 1.0f, share});
  show(before.whole, after.whole);
  part(window_, end_, {1.0f, 0.0f, 1.0f - share / kFade});
  part(window_, end_, {0.0f, 1.0f, (share - 1.0f) / kFade + 1.0f});
  show(0, 0);
}

}  // namespace gs
