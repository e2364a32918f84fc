#include "map/basemap.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace gs {
namespace {

using nlohmann::json;

constexpr std::size_t kPrefixBytes = 20;
constexpr int kVersion = 1;

std::uint32_t crc32(std::span<const std::byte> bytes) {
  std::array<std::uint32_t, 256> table;
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t c = i;
    for (int k = 0; k < 8; ++k) c = (c & 1) ? (c >> 1) ^ 0xedb88320u : c >> 1;
    table[i] = c;
  }
  std::uint32_t crc = 0xffffffffu;
  for (const std::byte b : bytes) crc = (crc >> 8) ^ table[(crc ^ std::to_integer<std::uint32_t>(b)) & 255u];
  return ~crc;
}

/// Reads numbers in turn; after the first failure everything reads as 0 and `error` keeps where and why.
class Reader {
 public:
  Reader(std::span<const std::byte> bytes, std::size_t offset) : bytes_(bytes), offset_(offset) {}

  std::size_t left() const { return bytes_.size() - offset_; }
  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

  void fail(std::string what) {
    if (!error_) error_ = Error{"world.bin:" + std::to_string(offset_), std::move(what)};
  }

  std::uint64_t byte(const char* expected) {
    if (error_) return 0;
    if (left() == 0) {
      fail(std::string("expected ") + expected + ", found the end of the file");
      return 0;
    }
    return std::to_integer<std::uint64_t>(bytes_[offset_++]);
  }

  std::uint64_t fixed(int size, const char* expected) {
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i) value |= byte(expected) << (8 * i);
    return ok() ? value : 0;
  }

  /// LEB128, at most `most`.
  std::uint64_t uvarint(std::uint64_t most, const char* expected) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35 && ok(); shift += 7) {
      const std::uint64_t part = byte(expected);
      value |= (part & 127u) << shift;
      if (part < 128) {
        if (value <= most) return ok() ? value : 0;
        fail(std::string("expected ") + expected + ", at most " + std::to_string(most) + ", found " +
             std::to_string(value));
        return 0;
      }
    }
    fail(std::string("expected ") + expected + ", found a number of more than five bytes");
    return 0;
  }

  std::int64_t svarint(const char* expected) {
    const std::uint64_t value = uvarint(0xffffffffu, expected);
    return (value & 1) ? -static_cast<std::int64_t>(value >> 1) - 1 : static_cast<std::int64_t>(value >> 1);
  }

 private:
  std::span<const std::byte> bytes_;
  std::size_t offset_;
  std::optional<Error> error_;
};

Error header_error(std::string what) { return {"world.bin:20", std::move(what)}; }

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> number_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

/// The array of objects (or strings) under a key, or null.
const json* list_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_array() ? &*found : nullptr;
}

std::optional<Country> country_of(const json& row) {
  if (!row.is_object()) return std::nullopt;
  Country c;
  c.a3 = text_of(row, "a3");
  c.iso3 = text_of(row, "iso3");
  c.iso2 = text_of(row, "iso2");
  const json* names = list_of(row, "names");
  const json* label = list_of(row, "label");
  if (c.a3.empty() || !names || names->size() != c.names.size() || !label || label->size() != 2) return std::nullopt;
  for (std::size_t i = 0; i < c.names.size(); ++i) {
    if (!(*names)[i].is_string()) return std::nullopt;
    c.names[i] = (*names)[i].get<std::string>();
  }
  if (c.names[0].empty() || !(*label)[0].is_number() || !(*label)[1].is_number()) return std::nullopt;
  c.label = {(*label)[0].get<double>(), (*label)[1].get<double>()};
  if (std::abs(c.label.x) > 180 || std::abs(c.label.y) > 90) return std::nullopt;
  c.area_km2 = number_of(row, "area_km2").value_or(0);
  c.ember_g_per_kwh = number_of(row, "ember_g_per_kwh");
  const double year = number_of(row, "ember_year").value_or(0);
  c.ember_year = year > 1900 && year < 2200 ? static_cast<int>(year) : 0;
  return c;
}

/// Sizes of a detail as its header entry gives them.
struct DetailSizes {
  std::string name;
  double units_per_degree = 0;
  std::size_t arcs = 0, points = 0, polygons = 0;
};

std::optional<DetailSizes> sizes_of(const json& entry) {
  if (!entry.is_object()) return std::nullopt;
  DetailSizes s;
  s.name = text_of(entry, "name");
  const double limits[] = {1e7, 1e8, 1e8, 1e8};
  double values[4] = {};
  const char* keys[] = {"units_per_degree", "arcs", "points", "polygons"};
  for (int i = 0; i < 4; ++i) {
    values[i] = number_of(entry, keys[i]).value_or(0);
    if (!(values[i] >= 1 && values[i] <= limits[i])) return std::nullopt;
  }
  s.units_per_degree = values[0];
  s.arcs = static_cast<std::size_t>(values[1]);
  s.points = static_cast<std::size_t>(values[2]);
  s.polygons = static_cast<std::size_t>(values[3]);
  return s;
}

struct Run {
  std::uint32_t arc = 0, first = 0, count = 0, reason = 0;
};

/// A detail as it is stored: arcs that borders and coasts share.
struct Arcs {
  std::vector<std::uint32_t> first;  ///< of each arc, and one past the last
  std::vector<glm::dvec2> points;
  std::vector<LineKind> kinds;
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

Arcs read_arcs(Reader& in, const DetailSizes& sizes, std::size_t reasons) {
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
  if (!in.ok()) return arcs;
  arcs.points.resize(sizes.points);
  read_axis(in, arcs, 0, sizes.units_per_degree, 180);
  read_axis(in, arcs, 1, sizes.units_per_degree, 90);
  for (std::size_t i = 0; i < sizes.arcs && in.ok(); ++i) {
    const std::uint64_t kind = in.byte("an arc's kind");
    if (kind > 2) in.fail("expected an arc's kind from 0 to 2, found " + std::to_string(kind));
    arcs.kinds.push_back(static_cast<LineKind>(kind));
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
  return arcs;
}

/// Appends points of an arc (from, to: any direction) to the detail, without repeating the last point.
void append(Detail& detail, const Arcs& arcs, std::uint32_t arc, bool reverse, std::size_t ring_first) {
  const std::uint32_t begin = arcs.first[arc], end = arcs.first[arc + 1];
  for (std::uint32_t i = begin; i < end; ++i) {
    const glm::dvec2 p = arcs.points[reverse ? end - 1 - (i - begin) : i];
    if (detail.points.size() == ring_first || detail.points.back() != p) detail.points.push_back(p);
  }
}

void read_ring(Reader& in, Detail& detail, const Arcs& arcs, Ring ring) {
  const std::int64_t arc_count = static_cast<std::int64_t>(arcs.kinds.size());
  const std::size_t first = detail.points.size();
  const std::uint64_t refs = in.uvarint(in.left(), "a ring's number of arcs");
  if (refs == 0) in.fail("expected a ring of 1 arc or more, found 0");
  std::int64_t ref = 0;
  for (std::uint64_t i = 0; i < refs && in.ok(); ++i) {
    ref += in.svarint("a reference to an arc");
    const std::int64_t arc = ref < 0 ? -1 - ref : ref;
    if (arc >= arc_count)
      in.fail("expected an arc below " + std::to_string(arc_count) + ", found " + std::to_string(arc));
    // Each arc bounds two countries at most; more would let a damaged file grow without end.
    if (in.ok() && detail.points.size() > 2 * arcs.points.size())
      in.fail("expected each arc in two rings at most, found more");
    if (!in.ok()) return;
    append(detail, arcs, static_cast<std::uint32_t>(arc), ref < 0, first);
  }
  if (!in.ok()) return;
  if (detail.points.size() > first + 1 && detail.points.back() == detail.points[first]) detail.points.pop_back();
  ring.first = static_cast<std::uint32_t>(first);
  ring.count = static_cast<std::uint32_t>(detail.points.size() - first);
  if (ring.count < 3) in.fail("expected a ring of 3 points or more, found " + std::to_string(ring.count));
  detail.rings.push_back(ring);
}

void add_line(Detail& detail, const Arcs& arcs, std::uint32_t begin, std::uint32_t end, LineKind kind, int reason) {
  if (end - begin < 2) return;
  detail.lines.push_back({static_cast<std::uint32_t>(detail.points.size()), end - begin, kind, reason});
  const glm::dvec2* all = arcs.points.data();
  detail.points.insert(detail.points.end(), all + begin, all + end);
}

/// Each arc as one line, or cut into its disputed runs and the pieces between them.
void add_lines(Detail& detail, const Arcs& arcs) {
  std::size_t next = 0;
  for (std::uint32_t arc = 0; arc + 1 < arcs.first.size(); ++arc) {
    std::uint32_t at = arcs.first[arc];
    const std::uint32_t end = arcs.first[arc + 1];
    const LineKind plain = arcs.kinds[arc] == LineKind::coast ? LineKind::coast : LineKind::border;
    for (; next < arcs.runs.size() && arcs.runs[next].arc == arc; ++next) {
      const std::uint32_t run_first = arcs.first[arc] + arcs.runs[next].first;
      add_line(detail, arcs, at, run_first + 1, plain, -1);
      add_line(detail, arcs, run_first, run_first + arcs.runs[next].count, LineKind::disputed,
               static_cast<int>(arcs.runs[next].reason));
      at = run_first + arcs.runs[next].count - 1;
    }
    add_line(detail, arcs, at, end, plain, -1);
  }
}

Detail read_detail(Reader& in, const DetailSizes& sizes, std::size_t countries, std::size_t reasons) {
  Detail detail;
  detail.name = sizes.name;
  const Arcs arcs = read_arcs(in, sizes, reasons);
  if (!in.ok()) return detail;
  detail.points.reserve(3 * arcs.points.size());
  for (std::size_t polygon = 0; polygon < sizes.polygons && in.ok(); ++polygon) {
    const std::uint64_t country = in.uvarint(countries - 1, "a polygon's country");
    const std::uint64_t rings = in.uvarint(in.left(), "a polygon's number of rings");
    if (rings == 0) in.fail("expected a polygon of 1 ring or more, found 0");
    for (std::uint64_t i = 0; i < rings && in.ok(); ++i)
      read_ring(in, detail, arcs,
                {0, 0, static_cast<std::uint32_t>(country), static_cast<std::uint32_t>(polygon), i > 0});
  }
  if (in.ok()) add_lines(detail, arcs);
  return detail;
}

/// Fills everything but the details; answers the sizes of those.
Result<std::vector<DetailSizes>> read_header(const json& header, BaseMap& map) {
  if (!header.is_object()) return header_error("expected a JSON object, found none that parses");
  const json *sources = list_of(header, "provenance"), *reasons = list_of(header, "reasons");
  const json *countries = list_of(header, "countries"), *details = list_of(header, "details");
  if (!sources || !reasons || !countries || !details || countries->empty() || details->empty())
    return header_error("expected lists named provenance, reasons, countries and details, found otherwise");
  for (const json& s : *sources) {
    if (!s.is_object()) return header_error("expected objects in provenance, found otherwise");
    map.provenance.push_back({text_of(s, "what"), text_of(s, "package"), text_of(s, "version"), text_of(s, "licence"),
                              text_of(s, "data_licence"), text_of(s, "attribution"), text_of(s, "note")});
  }
  for (const json& r : *reasons) map.reasons.push_back(r.is_string() ? r.get<std::string>() : std::string());
  for (const json& row : *countries) {
    std::optional<Country> country = country_of(row);
    if (!country)
      return header_error("expected a3, names and label in country " + std::to_string(map.countries.size()) +
                          ", found otherwise");
    map.countries.push_back(std::move(*country));
  }
  std::vector<DetailSizes> sizes;
  for (const json& entry : *details) {
    const std::optional<DetailSizes> s = sizes_of(entry);
    if (!s) return header_error("expected sizes in detail " + std::to_string(sizes.size()) + ", found otherwise");
    sizes.push_back(*s);
  }
  return sizes;
}

}  // namespace

const std::string& Country::name(NameLanguage language) const {
  const std::string& wanted = names[static_cast<std::size_t>(language)];
  return wanted.empty() ? names[0] : wanted;
}

Result<BaseMap> read_basemap(std::span<const std::byte> bytes) {
  Reader in(bytes, 0);
  if (in.fixed(4, "the signature GSWM") != 0x4d575347u)
    in.fail("expected the signature GSWM at the start, found otherwise");
  const std::uint64_t version = in.fixed(2, "the version");
  if (version != kVersion)
    in.fail("expected version " + std::to_string(kVersion) + ", found " + std::to_string(version));
  if (in.fixed(2, "two zero bytes") != 0) in.fail("expected two zero bytes, found otherwise");
  const std::uint64_t header_bytes = in.fixed(4, "the header's size"), body_bytes = in.fixed(4, "the body's size");
  const std::uint64_t sum = in.fixed(4, "the checksum");
  if (!in.ok()) return in.error();
  if (header_bytes + body_bytes != in.left())
    in.fail("expected " + std::to_string(header_bytes + body_bytes) + " bytes, found " + std::to_string(in.left()));
  else if (crc32(bytes.subspan(kPrefixBytes)) != sum)
    in.fail("expected bytes that match the checksum, found damaged ones");
  if (!in.ok()) return in.error();

  const auto* text = reinterpret_cast<const char*>(bytes.data()) + kPrefixBytes;
  const json header = json::parse(text, text + header_bytes, nullptr, false);
  BaseMap map;
  const Result<std::vector<DetailSizes>> sizes = read_header(header, map);
  if (!sizes) return sizes.error();
  Reader body(bytes, kPrefixBytes + static_cast<std::size_t>(header_bytes));
  for (const DetailSizes& s : *sizes) {
    map.details.push_back(read_detail(body, s, map.countries.size(), map.reasons.size()));
    if (!body.ok()) return body.error();
  }
  if (body.left() != 0) body.fail("expected the end of the file, found " + std::to_string(body.left()) + " bytes more");
  if (!body.ok()) return body.error();
  return map;
}

}  // namespace gs
