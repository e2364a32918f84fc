#pragma once
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "map/projection.hpp"

namespace gs {

/// A visible piece of a path: points [begin, end) of Chains::points. `from_edge`, `to_edge`: its ends lie on the map's
/// edge (else they are ends of the path itself).
struct Chain {
  std::uint32_t begin = 0, end = 0;
  bool from_edge = false, to_edge = false;
  bool whole = false;  // a closed ring that never leaves the visible part
};

struct Chains {
  std::vector<glm::dvec2> points;  // in the frame, radians
  std::vector<Chain> chains;
  void clear() { points.clear(), chains.clear(); }
};

/// Splits one geographic path (lon/lat degrees) into its visible pieces, by exact crossings of its great-circle arcs
/// with the edge of the map. Keeps its buffers.
class Splitter {
 public:
  /// Appends to `out`. Points that repeat the one before are dropped.
  void split(const Frame& frame, std::span<const glm::dvec2> lon_lat, bool closed, Chains& out);

  /// After split() of a closed ring: whether it is the edge of its polygon's outside, that is, whether a walk of the
  /// map's edge would be inside of it. Only for a ring that does not cross the map's edge. 0: the ring has no area.
  int edge_side(const Frame& frame) const;  // +1: the map's edge is inside, -1: outside

 private:
  struct Event {
    double s;  // along the arc, radians
    glm::dvec2 lam_phi;
    bool limit;  // in or out of the visible part; else from one side of the sheet, or of a cut in it, to the other
    int beyond = 0;  // across an interruption: +1 eastward, -1 westward
  };
  void to_sheet(const Frame& frame, std::span<const glm::dvec2> lon_lat, bool closed);
  void to_globe(const Frame& frame, std::span<const glm::dvec2> lon_lat);
  void spread_poles(bool closed);
  bool stays(const Frame& frame, std::size_t i, std::size_t j) const;
  void sheet_events(const Frame& frame, std::size_t i, std::size_t j);
  bool meets_slit(const Frame& frame, std::size_t i, std::size_t j, glm::dvec3& at) const;
  void interruption_events(const Frame& frame, const glm::dvec3& a, const glm::dvec3& b);
  void circle_events(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& axis, double height);
  void follow(const Frame& frame, std::size_t i, std::size_t j, Chains& out);
  void begin_chain(glm::dvec2 at, bool from_edge, Chains& out);
  void end_chain(glm::dvec2 at, Chains& out);
  void join_ends(std::size_t first, Chains& out);

  std::vector<glm::dvec2> lam_phi_;   // horizon: only where visible
  std::vector<glm::dvec3> unit_;      // horizon and slit only
  std::vector<std::int8_t> zone_;     // 0 visible; sheet: -1 below, +1 above the band; horizon: +1 behind
  std::vector<Event> events_;
  std::vector<glm::dvec2> spread_;
  bool open_ = false;
};

}  // namespace gs
