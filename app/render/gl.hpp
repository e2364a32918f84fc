#pragma once
#include <GLES3/gl3.h>

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "render/renderer.hpp"
#include "scene/scene.hpp"

/// The few GL objects that the painters need, owned by values that let go of them. All need a current context.
namespace gs::gl {

/// A GL name that is deleted with its owner; 0: none.
template <void (*Delete)(GLuint)>
class Name {
 public:
  Name() = default;
  explicit Name(GLuint id) : id_(id) {}
  Name(Name&& other) noexcept : id_(std::exchange(other.id_, 0u)) {}
  Name& operator=(Name&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  ~Name() {
    if (id_) Delete(id_);
  }
  GLuint id() const { return id_; }

 private:
  GLuint id_ = 0;
};

void delete_program(GLuint);
void delete_shader(GLuint);
void delete_buffer(GLuint);
void delete_vertex_array(GLuint);
void delete_texture(GLuint);
void delete_framebuffer(GLuint);
void delete_renderbuffer(GLuint);
using Program = Name<delete_program>;
using Shader = Name<delete_shader>;
using BufferName = Name<delete_buffer>;
using VertexArray = Name<delete_vertex_array>;
using Texture = Name<delete_texture>;
using Framebuffer = Name<delete_framebuffer>;
using Renderbuffer = Name<delete_renderbuffer>;

BufferName make_buffer();
VertexArray make_vertex_array();
Texture make_texture();
Framebuffer make_framebuffer();
Renderbuffer make_renderbuffer();

/// "shaders/NAME.vert" and ".frag", each behind the version, the precision and "shaders/common.glsl".
Result<Program> build_program(const Renderer::ReadAsset&, std::string_view name);
GLint uniform(const Program&, const char* name);

/// A buffer that grows in steps and is filled anew each time, without waiting for the GPU.
class StreamBuffer {
 public:
  explicit StreamBuffer(GLenum target) : target_(target), buffer_(make_buffer()) {}
  /// Binds and fills it.
  void fill(const void* bytes, std::size_t size);
  void bind() const { glBindBuffer(target_, buffer_.id()); }

 private:
  GLenum target_;
  BufferName buffer_;
  std::size_t capacity_ = 0;
};

/// An attribute of the bound vertex array, read from the buffer bound to GL_ARRAY_BUFFER.
struct Attribute {
  GLuint location;
  GLint count;
  GLenum type;  ///< GL_FLOAT; GL_UNSIGNED_BYTE: 0..1 in the shader, or whole numbers if `whole`
  std::size_t offset;
  bool whole = false;
};
void set_attributes(std::initializer_list<Attribute>, std::size_t stride);

/// Two triangles each of four corners, numbered one rectangle after the other: the shader finds its rectangle at
/// gl_VertexID >> 2, its corner at gl_VertexID & 3 (1: right, 2: below). Not instances: a driver in software
/// (SwiftShader) starts anew for each of those, and a turning globe took more than twice as long.
class QuadIndices {
 public:
  /// Binds indices for so many rectangles to the bound vertex array.
  void bind(std::size_t quads);
  /// Draws the first of them.
  static void draw(std::size_t quads);

 private:
  BufferName buffer_ = make_buffer();
  std::size_t capacity_ = 0;
};

/// Rectangles with a record each, given to all four corners.
template <class Record>
class QuadStream {
 public:
  explicit QuadStream(std::initializer_list<Attribute> attributes) {
    glBindVertexArray(array_.id());
    buffer_.bind();
    set_attributes(attributes, sizeof(Record));
    glBindVertexArray(0);
  }
  void draw(const std::vector<Record>& records) {
    if (records.empty()) return;
    corners_.clear();
    for (const Record& r : records) corners_.insert(corners_.end(), 4, r);
    glBindVertexArray(array_.id());
    indices_.bind(records.size());
    buffer_.fill(corners_.data(), corners_.size() * sizeof(Record));
    QuadIndices::draw(records.size());
  }

 private:
  VertexArray array_ = make_vertex_array();
  StreamBuffer buffer_{GL_ARRAY_BUFFER};
  QuadIndices indices_;
  std::vector<Record> corners_;
};

/// Where a scene is drawn to, and how large one logical px is there.
struct Target {
  int width, height;  ///< device px
  float ratio;        ///< device px per logical px
};

/// The uniforms of a program that has the target's size and, if it places plane coordinates, the plane's.
struct TargetUniforms {
  GLint target, ratio;
  explicit TargetUniforms(const Program&);
  void set(const Target&) const;
};
struct PlaneUniforms {
  GLint centre_hi, centre_lo, scale, turn;
  explicit PlaneUniforms(const Program&);
  void set(const MapView&, const Target&) const;
};
void set_color(GLint location, Color, float alpha = 1.0f);

}  // namespace gs::gl
