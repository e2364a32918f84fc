#include "render/gl.hpp"

#include <cmath>
#include <algorithm>
#include <array>

namespace gs::gl {
namespace {

template <class Generate>
GLuint generated(Generate generate) {
  GLuint id = 0;
  generate(1, &id);
  return id;
}

/// What the driver says about a shader or a program.
template <class Parameter, class Log>
std::string log_of(GLuint id, Parameter parameter, Log read) {
  GLint length = 0;
  parameter(id, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(std::max(length, 1)), '\0');
  GLsizei written = 0;
  read(id, static_cast<GLsizei>(log.size()), &written, log.data());
  log.resize(static_cast<std::size_t>(std::max(written, 0)));
  return log.empty() ? "the driver does not say why" : log;
}

Shader compile(GLenum stage, const std::string& common, const std::string& source) {
  const std::string whole = "#version 300 es\nprecision highp float;\nprecision highp int;\n#line 1\n" + common +
                            "\n#line 1\n" + source;
  Shader shader(glCreateShader(stage));
  const char* text = whole.c_str();
  glShaderSource(shader.id(), 1, &text, nullptr);
  glCompileShader(shader.id());
  return shader;
}

}  // namespace

void delete_program(GLuint id) { glDeleteProgram(id); }
void delete_shader(GLuint id) { glDeleteShader(id); }
void delete_buffer(GLuint id) { glDeleteBuffers(1, &id); }
void delete_vertex_array(GLuint id) { glDeleteVertexArrays(1, &id); }
void delete_texture(GLuint id) { glDeleteTextures(1, &id); }
void delete_framebuffer(GLuint id) { glDeleteFramebuffers(1, &id); }
void delete_renderbuffer(GLuint id) { glDeleteRenderbuffers(1, &id); }

BufferName make_buffer() { return BufferName(generated(glGenBuffers)); }
VertexArray make_vertex_array() { return VertexArray(generated(glGenVertexArrays)); }
Texture make_texture() { return Texture(generated(glGenTextures)); }
Framebuffer make_framebuffer() { return Framebuffer(generated(glGenFramebuffers)); }
Renderbuffer make_renderbuffer() { return Renderbuffer(generated(glGenRenderbuffers)); }

Result<Program> build_program(const Renderer::ReadAsset& read, std::string_view name) {
  const auto common = read("shaders/common.glsl");
  if (!common) return common.error();
  Program program(glCreateProgram());
  const std::string base = "shaders/" + std::string(name);
  std::array<Shader, 2> shaders;
  constexpr std::array<std::pair<GLenum, const char*>, 2> stages{{{GL_VERTEX_SHADER, ".vert"}, {GL_FRAGMENT_SHADER, ".frag"}}};
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const auto source = read(base + stages[i].second);
    if (!source) return source.error();
    shaders[i] = compile(stages[i].first, *common, *source);
    glAttachShader(program.id(), shaders[i].id());
  }
  glLinkProgram(program.id());
  // Each question waits for the driver: only a program that does not link has its shaders asked too.
  GLint fine = GL_FALSE;
  glGetProgramiv(program.id(), GL_LINK_STATUS, &fine);
  if (fine) return program;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    glGetShaderiv(shaders[i].id(), GL_COMPILE_STATUS, &fine);
    if (!fine) return Error{base + stages[i].second, log_of(shaders[i].id(), glGetShaderiv, glGetShaderInfoLog)};
  }
  return Error{base, log_of(program.id(), glGetProgramiv, glGetProgramInfoLog)};
}

GLint uniform(const Program& program, const char* name) { return glGetUniformLocation(program.id(), name); }

void StreamBuffer::fill(const void* bytes, std::size_t size) {
  bind();
  if (size > capacity_) capacity_ = std::max(size, capacity_ * 2);
  // New storage, so that what was drawn before may go on reading the old one.
  glBufferData(target_, static_cast<GLsizeiptr>(capacity_), nullptr, GL_STREAM_DRAW);
  if (size > 0) glBufferSubData(target_, 0, static_cast<GLsizeiptr>(size), bytes);
}

void set_attributes(std::initializer_list<Attribute> attributes, std::size_t stride) {
  for (const Attribute& a : attributes) {
    const auto* offset = reinterpret_cast<const void*>(a.offset);
    glEnableVertexAttribArray(a.location);
    if (a.whole) {
      glVertexAttribIPointer(a.location, a.count, a.type, static_cast<GLsizei>(stride), offset);
    } else {
      glVertexAttribPointer(a.location, a.count, a.type, a.type == GL_FLOAT ? GL_FALSE : GL_TRUE,
                            static_cast<GLsizei>(stride), offset);
    }
  }
}

void QuadIndices::bind(std::size_t quads) {
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer_.id());
  if (quads <= capacity_) return;
  capacity_ = std::max({quads, 2 * capacity_, std::size_t{256}});
  std::vector<std::uint32_t> indices;
  indices.reserve(capacity_ * 6);
  for (std::size_t q = 0; q < capacity_; ++q) {
    const auto first = static_cast<std::uint32_t>(4 * q);
    indices.insert(indices.end(), {first, first + 1, first + 2, first + 2, first + 1, first + 3});
  }
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
               GL_STATIC_DRAW);
}

void QuadIndices::draw(std::size_t quads) {
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(6 * quads), GL_UNSIGNED_INT, nullptr);
}

TargetUniforms::TargetUniforms(const Program& program)
    : target(uniform(program, "u_target")), ratio(uniform(program, "u_ratio")) {}

void TargetUniforms::set(const Target& t) const {
  glUniform2f(target, static_cast<float>(t.width), static_cast<float>(t.height));
  if (ratio >= 0) glUniform1f(ratio, t.ratio);
}

PlaneUniforms::PlaneUniforms(const Program& program)
    : centre_hi(uniform(program, "u_centre_hi")),
      centre_lo(uniform(program, "u_centre_lo")),
      scale(uniform(program, "u_scale")),
      turn(uniform(program, "u_turn")) {}

void PlaneUniforms::set(const MapView& view, const Target& t) const {
  const glm::vec2 hi(view.centre);
  const glm::vec2 lo(view.centre - glm::dvec2(hi));
  glUniform2f(centre_hi, hi.x, hi.y);
  glUniform2f(centre_lo, lo.x, lo.y);
  glUniform1f(scale, static_cast<float>(view.scale * static_cast<double>(t.ratio)));
  glUniform2f(turn, static_cast<float>(std::cos(view.roll) - 1.0), static_cast<float>(std::sin(view.roll)));
}

void set_color(GLint location, Color c, float alpha) {
  glUniform4f(location, static_cast<float>(c.r) / 255.0f, static_cast<float>(c.g) / 255.0f,
              static_cast<float>(c.b) / 255.0f, static_cast<float>(c.a) / 255.0f * alpha);
}

}  // namespace gs::gl
