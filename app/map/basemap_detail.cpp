#include <cmath>

#include "map/basemap_bytes.hpp"
#include "map/thinning.hpp"

namespace gs::basemap {
namespace {

/// The detail that is drawn only near by, a part at a time, need not be thinned.
constexpr std::size_t kMostWeighed = 200000;

constexpr std::uint64_t kRiver = 16, kMostRank = 15;  // of an arc's kind

struct Run {
  std::uint32_t arc = 0, first = 0, count = 0, reason = 0;
};

/// A detail as it is stored: arcs that borders and coasts share.
struct Arcs {
  std::vector<std::uint32_t> first;  ///< of each arc, and one past the last
  std::vector<glm::dvec2> points;
  std::vector<float> areas;          ///< of each point, or none
  std::vector<LineKind> kinds;
  std::vector<std::uint8_t> ranks;   ///< of rivers, else 0
  std::vector<Run> runs;
};

void read_axis(Reader& in, Arcs& arcs, int axis, double units, double limit) {
  std::int64_t at = 0;
  for (glm::dvec2& p : arcs.points) {
    at += in.svarint(axis == 0 ? "a longitude" : "a latitude");
    const double degrees = static_cast<double>(at) / units;
    if (std::abs(degrees) > limit)
      in.fail("expected degrees within " + std::to_string(static_cast<int>(limit)) + ", found " +
              std::to_string(degrees));
    if (!in.ok()) return;
    p[axis] = degrees;
  }
}

void weigh(Arcs& arcs) {
  arcs.areas.resize(arcs.points.size());
  for (std::size_t a = 0; a + 1 < arcs.first.size(); ++a) {
    const std::size_t first = arcs.first[a], count = arcs.first[a + 1] - first;
    effective_areas(std::span(arcs.points).subspan(first, count), std::span(arcs.areas).subspan(first, count));
  }
}

/// How long the arcs are.
Arcs read_lengths(Reader& in, const DetailSizes& sizes) {
  Arcs arcs;
  if (sizes.arcs > in.left() || sizes.points > in.left() / 2) {
    in.fail("expected " + std::to_string(sizes.arcs) + " arcs of " + std::to_string(sizes.points) +
            " points, found only " + std::to_string(in.left()) + " bytes");
    return arcs;
  }
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < sizes.arcs && in.ok(); ++i) {
    arcs.first.push_back(static_cast<std::uint32_t>(sum));
    const std::uint64_t count = in.uvarint(sizes.points - sum, "an arc's number of points");
    if (count < 2) in.fail("expected an arc of 2 points or more, found " + std::to_string(count));
    sum += count;
  }
  arcs.first.push_back(static_cast<std::uint32_t>(sum));
  if (sum != sizes.points)
    in.fail("expected arcs of together " + std::to_string(sizes.points) + " points, found " + std::to_string(sum));
  if (in.ok()) arcs.points.resize(sizes.points);
  return arcs;
}

/// Which arcs are borders, and what of them is disputed.
void read_kinds(Reader& in, const DetailSizes& sizes, std::size_t reasons, Arcs& arcs) {
  for (std::size_t i = 0; i < sizes.arcs && in.ok(); ++i) {
    const std::uint64_t kind = in.byte("an arc's kind");
    const bool river = kind >= kRiver && kind <= kRiver + kMostRank;
    if (kind > 2 && !river)
      in.fail("expected an arc's kind from 0 to 2 or a river's from 16 to 31, found " + std::to_string(kind));
    arcs.kinds.push_back(river ? LineKind::river : static_cast<LineKind>(kind));
    arcs.ranks.push_back(static_cast<std::uint8_t>(river ? kind - kRiver : 0));
  }
  const std::uint64_t runs = in.uvarint(in.left() / 4, "the number of disputed runs");
  for (std::uint64_t i = 0; i < runs && in.ok(); ++i) {
    Run run;
    run.arc = static_cast<std::uint32_t>(in.uvarint(sizes.arcs - 1, "a run's arc"));
    const std::uint32_t length = arcs.first[run.arc + 1] - arcs.first[run.arc];
    run.first = static_cast<std::uint32_t>(in.uvarint(length - 2, "a run's first point"));
    run.count = static_cast<std::uint32_t>(in.uvarint(length - run.first, "a run's number of points"));
    run.reason = static_cast<std::uint32_t>(in.uvarint(reasons == 0 ? 0 : reasons - 1, "a run's reason"));
    const bool in_order =
        arcs.runs.empty() || arcs.runs.back().arc < run.arc ||
        (arcs.runs.back().arc == run.arc && arcs.runs.back().first + arcs.runs.back().count <= run.first);
    if (run.count < 2 || !in_order || reasons == 0)
      in.fail("expected disputed runs of 2 points or more, in order, with a reason");
    arcs.runs.push_back(run);
  }
}

/// Appends points of an arc (from, to: any direction) to the detail, without repeating the last point.
void append(Detail& detail, const Arcs& arcs, std::uint32_t arc, bool reverse, std::size_t ring_first) {
  const std::uint32_t begin = arcs.first[arc], end = arcs.first[arc + 1];
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t k = reverse ? end - 1 - (i - begin) : i;
    if (detail.points.size() != ring_first && detail.points.back() == arcs.points[k]) continue;
    detail.points.push_back(arcs.points[k]);
    if (!arcs.areas.empty()) detail.areas.push_back(arcs.areas[k]);
  }
}

/// The rings of a detail as references to its arcs.
struct RingRefs {
  std::vector<Ring> rings;                ///< `first`, `count` not yet known
  std::vector<std::uint32_t> start{0};    ///< of each ring's references, and one past the last
  std::vector<std::int32_t> refs;
};

void read_refs(Reader& in, RingRefs& out, const Arcs& arcs, std::uint64_t& points) {
  const auto arc_count = static_cast<std::int64_t>(arcs.kinds.size());
  const std::uint64_t refs = in.uvarint(in.left(), "a ring's number of arcs");
  if (refs == 0) in.fail("expected a ring of 1 arc or more, found 0");
  std::int64_t ref = 0;
  for (std::uint64_t i = 0; i < refs && in.ok(); ++i) {
    ref += in.svarint("a reference to an arc");
    const std::int64_t arc = ref < 0 ? -1 - ref : ref;
    if (arc >= arc_count)
      in.fail("expected an arc below " + std::to_string(arc_count) + ", found " + std::to_string(arc));
    if (!in.ok()) return;
    points += arcs.first[static_cast<std::size_t>(arc) + 1] - arcs.first[static_cast<std::size_t>(arc)];
    // Each arc bounds two countries at most; more would let a damaged file grow without end.
    if (points > 3 * arcs.points.size()) in.fail("expected each arc in two rings at most, found more");
    out.refs.push_back(static_cast<std::int32_t>(ref));
  }
  out.start.push_back(static_cast<std::uint32_t>(out.refs.size()));
}

RingRefs read_polygons(Reader& in, const DetailSizes& sizes, const Arcs& arcs, std::size_t countries) {
  RingRefs out;
  std::uint64_t points = 0;
  for (std::size_t polygon = 0; polygon < sizes.polygons && in.ok(); ++polygon) {
    const auto country = static_cast<std::uint32_t>(in.uvarint(countries - 1, "a polygon's country"));
    const std::uint64_t rings = in.uvarint(in.left(), "a polygon's number of rings");
    if (rings == 0) in.fail("expected a polygon of 1 ring or more, found 0");
    for (std::uint64_t i = 0; i < rings && in.ok(); ++i) {
      out.rings.push_back({0, 0, country, static_cast<std::uint32_t>(polygon), i > 0});
      read_refs(in, out, arcs, points);
    }
  }
  return out;
}

void add_ring(Reader& in, Detail& detail, const Arcs& arcs, std::span<const std::int32_t> refs, Ring ring) {
  const std::size_t first = detail.points.size();
  for (const std::int32_t ref : refs)
    append(detail, arcs, static_cast<std::uint32_t>(ref < 0 ? -1 - ref : ref), ref < 0, first);
  if (detail.points.size() > first + 1 && detail.points.back() == detail.points[first]) {
    detail.points.pop_back();
    if (!detail.areas.empty()) detail.areas.pop_back();
  }
  ring.first = static_cast<std::uint32_t>(first);
  ring.count = static_cast<std::uint32_t>(detail.points.size() - first);
  if (ring.count < 3) in.fail("expected a ring of 3 points or more, found " + std::to_string(ring.count));
  detail.rings.push_back(ring);
}

void add_line(Detail& detail, const Arcs& arcs, std::uint32_t begin, std::uint32_t end, LineKind kind, int reason,
              int rank = 0) {
  if (end - begin < 2) return;
  detail.lines.push_back({static_cast<std::uint32_t>(detail.points.size()), end - begin, kind, reason, rank});
  const glm::dvec2* all = arcs.points.data();
  detail.points.insert(detail.points.end(), all + begin, all + end);
  if (!arcs.areas.empty())
    detail.areas.insert(detail.areas.end(), arcs.areas.begin() + begin, arcs.areas.begin() + end);
}

/// Each arc as one line, or cut into its disputed runs and the pieces between them.
void add_lines(Detail& detail, const Arcs& arcs) {
  std::size_t next = 0;
  for (std::uint32_t arc = 0; arc + 1 < arcs.first.size(); ++arc) {
    std::uint32_t at = arcs.first[arc];
    const std::uint32_t end = arcs.first[arc + 1];
    const LineKind kind = arcs.kinds[arc], plain = kind == LineKind::disputed ? LineKind::border : kind;
    for (; next < arcs.runs.size() && arcs.runs[next].arc == arc; ++next) {
      const std::uint32_t run_first = arcs.first[arc] + arcs.runs[next].first;
      add_line(detail, arcs, at, run_first + 1, plain, -1);
      add_line(detail, arcs, run_first, run_first + arcs.runs[next].count, LineKind::disputed,
               static_cast<int>(arcs.runs[next].reason));
      at = run_first + arcs.runs[next].count - 1;
    }
    add_line(detail, arcs, at, end, plain, -1, arcs.ranks[arc]);
  }
}

/// Points that rings and lines will have at most.
std::size_t points_of(const Arcs& arcs, const RingRefs& refs) {
  std::size_t n = arcs.points.size() + 2 * arcs.runs.size();
  for (const std::int32_t ref : refs.refs) {
    const auto arc = static_cast<std::size_t>(ref < 0 ? -1 - ref : ref);
    n += arcs.first[arc + 1] - arcs.first[arc];
  }
  return n;
}

}  // namespace

struct DetailReader::State {
  Reader in;
  DetailSizes sizes;
  std::size_t countries, reasons;
  int part = 0;
  Arcs arcs;
  RingRefs refs;
  Detail detail;
};

DetailReader::DetailReader(Reader body, DetailSizes sizes, std::size_t countries, std::size_t reasons)
    : state_(new State{std::move(body), std::move(sizes), countries, reasons, 0, {}, {}, {}}) {}
DetailReader::~DetailReader() = default;
DetailReader::DetailReader(DetailReader&&) noexcept = default;

Reader& DetailReader::body() { return state_->in; }
Detail DetailReader::take() { return std::move(state_->detail); }

bool DetailReader::work() {
  State& s = *state_;
  switch (s.part++) {
    case 0:
      s.detail.name = s.sizes.name;
      s.arcs = read_lengths(s.in, s.sizes);
      if (s.in.ok()) read_axis(s.in, s.arcs, 0, s.sizes.units_per_degree, 180);
      break;
    case 1:
      read_axis(s.in, s.arcs, 1, s.sizes.units_per_degree, 90);
      if (s.in.ok()) read_kinds(s.in, s.sizes, s.reasons, s.arcs);
      if (s.in.ok() && s.sizes.points < kMostWeighed) weigh(s.arcs);
      break;
    case 2:
      s.refs = read_polygons(s.in, s.sizes, s.arcs, s.countries);
      if (s.in.ok()) s.detail.points.reserve(points_of(s.arcs, s.refs));
      break;
    case 3: {
      const RingRefs& all = s.refs;
      for (std::size_t r = 0; r < all.rings.size() && s.in.ok(); ++r) {
        const auto refs = std::span(all.refs).subspan(all.start[r], all.start[r + 1] - all.start[r]);
        add_ring(s.in, s.detail, s.arcs, refs, all.rings[r]);
      }
      break;
    }
    case 4: add_lines(s.detail, s.arcs), s.arcs = {}; break;
    case 5: index_stretches(s.detail); return false;
    default: return false;
  }
  return s.in.ok();
}

Detail read_detail(Reader& in, const DetailSizes& sizes, std::size_t countries, std::size_t reasons) {
  DetailReader reader(in, sizes, countries, reasons);
  while (reader.work()) {
  }
  in = reader.body();
  return reader.take();
}

}  // namespace gs::basemap
