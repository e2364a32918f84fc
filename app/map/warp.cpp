#include "map/warp.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "map/lattice.hpp"
#include "map/sphere.hpp"
#include "map/whereabouts.hpp"

namespace gs {
namespace {

/// Lattices are made for a map so many times larger: their triangles are what fades along a cut.
constexpr double kFiner = 8.0;
/// A triangle's side is taken to cross a cut where the map shows it so many times its length on the sphere.
constexpr double kTorn = 6.0;
constexpr double kMargin = 1.5;  // of what a camera sees

std::optional<Cap> seen_cap(const Seen& s) {
  const auto cap = cap_of(s.projector, visible_bounds(s.camera));
  return cap ? std::optional<Cap>{{cap->axis, cap->radius * kMargin}} : std::nullopt;
}

/// The lattice of one picture, with the places of its points in both.
struct Half {
  Lattice lattice;
  std::vector<glm::vec2> here, there;  // px; `there` is not finite where the other does not show it
  std::vector<glm::vec2> plane_there;

  Half(const Seen& own, const Seen& other) {
    make_lattice(own.projector, own.camera.scale * kFiner, seen_cap(own), lattice);
    for (std::size_t i = 0; i < lattice.points.size(); ++i) {
      here.emplace_back(to_screen(own.camera, glm::dvec2(lattice.points[i])));
      const glm::dvec2 place = lam_phi_of(glm::dvec3(lattice.directions[i]));
      glm::dvec2 plane(HUGE_VAL);
      const bool shown = other.projector.forward(glm::degrees(place.x), glm::degrees(place.y), plane);
      plane_there.emplace_back(plane);
      there.emplace_back(shown ? glm::vec2(to_screen(other.camera, plane)) : glm::vec2(HUGE_VALF));
    }
  }

  /// In both pictures, by the same measure whichever of the two has made the lattice.
  bool whole(const std::uint32_t* corner) const {
    for (int side = 0; side < 3; ++side) {
      const std::uint32_t a = corner[side], b = corner[(side + 1) % 3];
      if (there[a].x == HUGE_VALF || there[b].x == HUGE_VALF) return false;
      const float most = static_cast<float>(kTorn) * glm::distance(lattice.directions[a], lattice.directions[b]);
      if (glm::distance(plane_there[a], plane_there[b]) > most || glm::distance(lattice.points[a], lattice.points[b]) > most) return false;
    }
    return true;
  }
};

}  // namespace

Warp make_warp(const Seen& from, const Seen& to) {
  const Half first(from, to), second(to, from);
  Warp out;
  for (std::size_t i = 0; i < first.here.size(); ++i) {
    const bool known = first.there[i].x != HUGE_VALF;
    out.points.push_back({first.here[i], known ? first.there[i] : first.here[i]});
  }
  std::vector<std::uint32_t> both;
  // Points that stay where they are, for triangles of one picture only.
  const auto stay = [&](const Half& half, const std::uint32_t* corner) {
    for (int i = 0; i < 3; ++i) {
      out.triangles.push_back(static_cast<std::uint32_t>(out.points.size()));
      out.points.push_back({half.here[corner[i]], half.here[corner[i]]});
    }
  };
  const auto each = [](const Lattice& lattice, auto what) {
    for (std::size_t t = 0; t + 2 < lattice.triangles.size(); t += 3) what(&lattice.triangles[t]);
  };
  each(first.lattice, [&](const std::uint32_t* t) {
    if (first.whole(t)) both.insert(both.end(), t, t + 3);
    else stay(first, t);
  });
  out.both = static_cast<std::uint32_t>(out.triangles.size());
  out.triangles.insert(out.triangles.end(), both.begin(), both.end());
  out.only_to = static_cast<std::uint32_t>(out.triangles.size());
  each(second.lattice, [&](const std::uint32_t* t) {
    if (!second.whole(t)) stay(second, t);
  });
  return out;
}

}  // namespace gs
