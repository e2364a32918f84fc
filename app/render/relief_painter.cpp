#include "render/relief_painter.hpp"

#include "map/lattice.hpp"

namespace gs {

ReliefPainter::ReliefPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      plane_(program_),
      shadow_(gl::uniform(program_, "u_shadow")),
      light_(gl::uniform(program_, "u_light")),
      level_(gl::uniform(program_, "u_level")) {}

Result<ReliefPainter> ReliefPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "relief");
  if (!program) return program.error();
  return ReliefPainter(std::move(*program));
}

void ReliefPainter::load(const Relief& relief) {
  if (loaded_ == &relief) return;
  loaded_ = &relief;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_REPEAT);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, static_cast<GLint>(relief.levels.size()) - 1);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  GLint number = 0;
  for (const Relief::Level& level : relief.levels) {
    glTexImage2D(GL_TEXTURE_2D, number++, GL_R8, level.width, level.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 level.shade.data());
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
}

void ReliefPainter::make(Mesh& mesh, const Lattice& lattice) {
  mesh.count = static_cast<GLsizei>(lattice.triangles.size());
  if (mesh.count == 0) return;
  const auto fill = [](GLenum target, const gl::BufferName& buffer, const auto& values) {
    glBindBuffer(target, buffer.id());
    glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(values[0])), values.data(), GL_STATIC_DRAW);
  };
  glBindVertexArray(mesh.array.id());
  fill(GL_ARRAY_BUFFER, mesh.points, lattice.points);
  gl::set_attributes({{0, 2, GL_FLOAT, 0}}, sizeof(glm::vec2));
  fill(GL_ARRAY_BUFFER, mesh.directions, lattice.directions);
  gl::set_attributes({{1, 3, GL_FLOAT, 0}}, sizeof(glm::vec3));
  fill(GL_ELEMENT_ARRAY_BUFFER, mesh.triangles, lattice.triangles);
}

void ReliefPainter::draw(const ReliefLayer& layer, FillPainter& fills, const MapView& view, const gl::Target& target) {
  meshes_.next_frame();
  if (!layer.lattice || !layer.relief || !layer.land || layer.lattice->triangles.empty()) return;
  bool stale = false;
  Mesh& mesh = meshes_.get(layer.lattice, layer.revision, stale);
  if (stale) make(mesh, *layer.lattice);
  if (mesh.count == 0) return;
  fills.draw_within({layer.land, layer.revision, {}}, view, target, [&] {
    glUseProgram(program_.id());
    target_.set(target);
    plane_.set(view, target);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, shade_.id());
    load(*layer.relief);
    gl::set_color(shadow_, layer.shadow);
    gl::set_color(light_, layer.light);
    const double px = 1.0 / (view.scale * static_cast<double>(target.ratio));
    glUniform1f(level_, static_cast<float>(relief_level(*layer.relief, px)));
    glBindVertexArray(mesh.array.id());
    glDrawElements(GL_TRIANGLES, mesh.count, GL_UNSIGNED_INT, nullptr);
    glBindTexture(GL_TEXTURE_2D, 0);
  });
}

}  // namespace gs
