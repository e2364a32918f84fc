#pragma once
#include <glm/vec2.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "scene/scene.hpp"

/// Lines and areas of the plane as they meet the picture. Only for export.
namespace gs::svg {

/// A rectangle of the screen, logical px.
struct Frame {
  glm::dvec2 min, max;
};

/// From the plane to the screen, as shaders/common.glsl has it.
class Screen {
 public:
  explicit Screen(const MapView&);
  glm::dvec2 at(glm::vec2 plane) const;
  /// The viewport and so many px around it.
  Frame frame(double margin) const { return {glm::dvec2(-margin), size_ + margin}; }

 private:
  glm::dvec2 centre_, size_;
  double scale_, cos_, sin_;
};

/// The data of a path in tenths of a px, written from point to point; points that fall together are one.
class Path {
 public:
  void move(glm::dvec2);
  void line(glm::dvec2);
  /// A line without length.
  void dot(glm::dvec2 p) { move(p), data_ += "h0"; }
  void close() { data_ += 'z', lines_ = false; }
  bool empty() const { return data_.empty(); }
  std::string take() { return std::move(data_); }

 private:
  std::string data_;
  long x_ = 0, y_ = 0;
  bool lines_ = false;  ///< the last number was of a line: the next needs no letter
};

/// The part of a closed ring within a frame (Sutherland and Hodgman): even-odd, it covers the same there. Empty when it does
/// not meet the frame.
std::vector<glm::dvec2> clipped(std::vector<glm::dvec2> ring, const Frame&);

/// Rings of the plane as the data of one path, to be filled even-odd.
std::string area(const Rings&, const Screen&);

/// A part of a line that meets a frame, and how far its first point lies along the line, px.
struct Stretch {
  std::vector<glm::dvec2> points;
  double from = 0.0;
};
std::vector<Stretch> stretches(const Lines&, const Screen&, const Frame&);

}  // namespace gs::svg
