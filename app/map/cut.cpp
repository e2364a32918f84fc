#include "map/cut.hpp"

#include <algorithm>

#include "map/boundary.hpp"
#include "map/chains.hpp"

namespace gs {
namespace {

/// An end of a piece on the map's edge.
struct Stop {
  double t;  // Boundary::parameter
  std::uint32_t chain;
  bool entry;  // the piece begins here
};

// An islet that is walked out and back leaves the map and comes in at one place, but for rounding.
constexpr double kSamePlace = 1e-11;  // of Boundary::parameter

}  // namespace

void ProjectedRings::clear() {
  points.clear();
  ring_start.assign(1, 0);
  polygon_start.assign(1, 0);
}

void ProjectedLines::clear() {
  points.clear();
  line_start.assign(1, 0);
  source.clear();
  sources = 0;
}

struct Cutter::Work {
  const Projector& projector;
  double tolerance;
  Splitter splitter;
  Chains chains;
  FramePath path;
  std::vector<Stop> stops;
  std::vector<std::uint32_t> place;  // of a chain's exit in `stops`
  std::vector<bool> used;
  std::vector<EdgeKind> plain;  // great circles only
  std::vector<glm::dvec2> scratch;

  std::span<const glm::dvec2> points_of(const Chain& chain) const {
    return {chains.points.data() + chain.begin, chain.end - chain.begin};
  }
  std::span<const EdgeKind> plain_edges(std::size_t n) {
    if (plain.size() < n) plain.resize(n, EdgeKind::great_circle);
    return {plain.data(), n};
  }

  void emit_ring(std::span<const glm::dvec2> lam_phi, std::span<const EdgeKind> edge, ProjectedRings& out) {
    const std::size_t begin = out.points.size();
    resample(projector, lam_phi, edge, true, tolerance, scratch, out.points);
    if (out.points.size() - begin < 3) {
      out.points.resize(begin);
    } else {
      out.ring_start.push_back(static_cast<std::uint32_t>(out.points.size()));
    }
  }

  void sort_stops(const Boundary& boundary) {
    stops.clear();
    for (std::uint32_t c = 0; c < chains.chains.size(); ++c) {
      const Chain& chain = chains.chains[c];
      if (chain.whole) continue;
      stops.push_back({boundary.parameter(chains.points[chain.begin]), c, true});
      stops.push_back({boundary.parameter(chains.points[chain.end - 1]), c, false});
    }
    std::sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) {
      return a.t != b.t ? a.t < b.t : a.entry < b.entry;
    });
    place.assign(chains.chains.size(), 0);
    for (std::uint32_t s = 0; s < stops.size(); ++s) {
      if (!stops[s].entry) place[stops[s].chain] = s;
    }
  }

  /// The polygon's inside is on the right of its pieces, the map on the right of a clockwise walk along its edge: so
  /// from where a piece leaves the map, walk clockwise to where the next one comes in.
  void join_pieces(const Boundary& boundary, ProjectedRings& out) {
    sort_stops(boundary);
    used.assign(chains.chains.size(), false);
    for (std::uint32_t first = 0; first < chains.chains.size(); ++first) {
      if (chains.chains[first].whole || used[first]) continue;
      path.clear();
      std::uint32_t chain = first;
      do {
        used[chain] = true;
        const auto points = points_of(chains.chains[chain]);
        path.lam_phi.insert(path.lam_phi.end(), points.begin(), points.end());
        path.edge.resize(path.lam_phi.size(), EdgeKind::great_circle);
        chain = walk_on(boundary, place[chain], first);
      } while (chain != first);
      emit_ring(path.lam_phi, path.edge, out);
    }
  }

  /// Appends the map's edge from a stop to the next entry of an unused piece, or of `first`; returns that piece.
  std::uint32_t walk_on(const Boundary& boundary, std::uint32_t from, std::uint32_t first) {
    const double t = stops[from].t;
    double turn = 0;
    std::size_t s = from;
    const auto before = [&] { return s > 0 ? stops[s - 1].t + turn : stops.back().t + turn - 4; };
    for (std::size_t steps = 1; steps < stops.size() && t - before() < kSamePlace; ++steps) {
      if (s == 0) s = stops.size(), turn -= 4;
      --s;
    }
    for (;; ++s) {
      if (s == stops.size()) s = 0, turn += 4;
      const Stop& stop = stops[s];
      if (!stop.entry || (used[stop.chain] && stop.chain != first)) continue;
      boundary.walk(t, std::max(t, stop.t + turn), path);
      return stop.chain;
    }
  }
};

Cutter::Cutter(const Projector& projector, double tolerance)
    : work_(new Work{projector, tolerance, {}, {}, {}, {}, {}, {}, {}, {}}) {}
Cutter::~Cutter() = default;
Cutter::Cutter(Cutter&&) noexcept = default;

void Cutter::polygon(std::span<const GeoRing> rings, ProjectedRings& out) {
  Work& w = *work_;
  const Frame& frame = w.projector.frame();
  const Boundary boundary(frame);
  w.chains.clear();
  int edge_side = 0;
  bool crosses = false;
  for (const GeoRing ring : rings) {
    const std::size_t before = w.chains.chains.size();
    w.splitter.split(frame, ring, true, w.chains);
    for (std::size_t c = before; c < w.chains.chains.size(); ++c) crosses |= !w.chains.chains[c].whole;
    if (!crosses && edge_side == 0) edge_side = w.splitter.edge_side(frame);
  }
  for (const Chain& chain : w.chains.chains) {
    const auto points = w.points_of(chain);
    if (chain.whole) w.emit_ring(points, w.plain_edges(points.size()), out);
  }
  if (crosses) {
    w.join_pieces(boundary, out);
  } else if (edge_side > 0) {
    boundary.all(w.path);
    w.emit_ring(w.path.lam_phi, w.path.edge, out);
  }
  out.polygon_start.push_back(static_cast<std::uint32_t>(out.ring_count()));
}

void Cutter::line(std::span<const glm::dvec2> lon_lat, bool closed, ProjectedLines& out) {
  Work& w = *work_;
  w.chains.clear();
  w.splitter.split(w.projector.frame(), lon_lat, closed, w.chains);
  for (const Chain& chain : w.chains.chains) {
    const auto points = w.points_of(chain);
    const std::size_t begin = out.points.size();
    resample(w.projector, points, w.plain_edges(points.size()), chain.whole, w.tolerance, w.scratch, out.points);
    if (chain.whole && out.points.size() > begin) out.points.push_back(glm::dvec2(out.points[begin]));
    if (out.points.size() - begin < 2) {
      out.points.resize(begin);
      continue;
    }
    out.line_start.push_back(static_cast<std::uint32_t>(out.points.size()));
    out.source.push_back(out.sources);
  }
  ++out.sources;
}

void cut_and_project(const Projector& projector, std::span<const GeoRing> polygon, double tolerance,
                     ProjectedRings& out) {
  out.clear();
  Cutter(projector, tolerance).polygon(polygon, out);
}

void cut_and_project_lines(const Projector& projector, std::span<const std::span<const glm::dvec2>> lines, bool closed,
                           double tolerance, ProjectedLines& out) {
  out.clear();
  Cutter cutter(projector, tolerance);
  for (const auto line : lines) cutter.line(line, closed, out);
}

std::optional<glm::dvec2> project_point(const Projector& projector, LonLat at) {
  glm::dvec2 out{0, 0};
  if (!projector.forward(at.lon, at.lat, out)) return std::nullopt;
  return out;
}

}  // namespace gs
