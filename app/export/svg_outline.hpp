#pragma once
#include <string>
#include <vector>

#include "scene/marker_look.hpp"

/// The outlines of symbols, about the origin. Only for export.
namespace gs::svg {

class Outline {
 public:
  /// `radius` and lengths in px; `angle` in radians clockwise.
  Outline(Shape, double radius, double angle);

  /// The shape with `look` (attributes), its outline moved `out` px outwards (negative: inwards).
  std::string filled(double out, const std::string& look) const;
  /// The same outline in dashes, as many as make about `wanted` px a period of the shape itself; each corner and each end of a
  /// quarter is the middle of one.
  std::string dashed(double out, double wanted, const std::string& look) const;

 private:
  bool round() const { return corners_.empty() && shape_ != Shape::pill; }
  std::vector<glm::dvec2> moved(double out) const;
  std::string dashed_polygon(double out, double wanted, const std::string& look) const;

  Shape shape_;
  double radius_, angle_;
  std::vector<glm::dvec2> corners_;  ///< clockwise
};

/// A circle about the origin in such dashes.
std::string dashed_circle(double radius, double wanted, const std::string& look);

}  // namespace gs::svg
