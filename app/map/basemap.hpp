#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "units/result.hpp"

namespace gs {

/// Languages of a country's names, in the order of `Country::names`.
enum class NameLanguage { en, zh, ru, ar };

/// A country, dependency or territory that has a shape of its own on the base map.
struct Country {
  std::string a3;    ///< the base map's code, unique; the ISO 3166-1 alpha-3 code where there is one
  std::string iso3;  ///< ISO 3166-1 alpha-3 (Kosovo: the user-assigned XKX); empty for shapes without a code
  std::string iso2;  ///< ISO 3166-1 alpha-2 (Kosovo: XK); empty likewise
  std::array<std::string, 4> names;  ///< by NameLanguage, from Unicode CLDR; only English is never empty
  glm::dvec2 label;                  ///< longitude, latitude in degrees: deep inside the largest polygon
  double area_km2 = 0;               ///< of the base map's shape on the sphere, four digits; 0 for the smallest islets
  std::optional<double> ember_g_per_kwh;  ///< Ember's generation average, g CO2e/kWh, life cycle; latest year
  int ember_year = 0;                     ///< year of that average; 0 where the source does not say

  /// The name in a language, or in English where that language has none.
  const std::string& name(NameLanguage language) const;
};

/// A closed ring; the last point does not repeat the first. Exterior rings run clockwise (as seen from outside the
/// earth, the country is on the right hand), holes the other way. Rings are not cut at the antimeridian: an edge whose
/// longitudes differ by more than 180 degrees takes the short way, and Antarctica's ring goes once around the pole.
struct Ring {
  std::uint32_t first = 0, count = 0;  ///< range of Detail::points, count > 2
  std::uint32_t country = 0;           ///< index of BaseMap::countries
  std::uint32_t polygon = 0;           ///< rings of one polygon follow each other: exterior first, then its holes
  bool hole = false;
};

enum class LineKind : std::uint8_t { coast, border, disputed, river };  // coast: of a lake, its shore

/// An open or closed line; each stretch of coast and border occurs once.
struct Line {
  std::uint32_t first = 0, count = 0;  ///< range of Detail::points, count > 1
  LineKind kind = LineKind::coast;
  int reason = -1;  ///< index of BaseMap::reasons for a disputed line, else -1
  int rank = 0;     ///< of a river, 0 the greatest; Natural Earth's "scalerank"
};

/// A part of the sphere: the directions within `radius` of `axis`.
struct Cap {
  glm::dvec3 axis{1, 0, 0};  ///< unit vector, as of unit_vector() in map/sphere.hpp
  double radius = 0;         ///< radians, [0, pi]
};

/// A few neighbouring points of a ring or line, the last one being the next stretch's first, and a cap that holds them
/// and the great-circle arcs between them.
struct Stretch {
  std::uint32_t first = 0, count = 0;  ///< within the ring or line; a ring's last stretch ends at its first point
  Cap cap;
};

/// Where the parts of a detail lie, for drawing no more than what is in view. Stretches of ring or line i are
/// stretches[start[i] .. start[i + 1]); `whole` holds a cap around all of it.
struct Whereabouts {
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> start;
  std::vector<Cap> whole;
};

/// The map at one level of detail. Edges may be drawn as great-circle arcs: long ones were divided beforehand so that
/// borders along parallels stay within 0.005 degree.
struct Detail {
  std::string name;                ///< "110m", "50m", "10m": the scale 1:110 million and so on
  std::vector<glm::dvec2> points;  ///< longitude in [-180, 180], latitude in [-90, 90], degrees
  std::vector<float> areas;        ///< of each point, how much it matters (map/thinning.hpp), steradians; or empty
  std::vector<Ring> rings;
  std::vector<Line> lines;
  Whereabouts of_rings, of_lines;  ///< by index_stretches(); the readers fill it in
};

/// Where a part of the base map comes from, for the panel of sources.
struct MapSource {
  std::string what, package, version, licence, data_licence, attribution, note;
};

/// The baked base map; details run from coarse to fine and there is at least one.
struct BaseMap {
  std::vector<MapSource> provenance;
  std::vector<std::string> reasons;  ///< why a line is disputed, in English
  std::vector<Country> countries;
  std::deque<Detail> details;  ///< stay where they are when one more is added
};

/// Reads `world.bin` (format: data/bake/world.mjs). Damaged, truncated or foreign bytes give an error that names the
/// offset, what was expected there and what was found.
Result<BaseMap> read_basemap(std::span<const std::byte> bytes);

/// Reads `world-50m.bin` or `world-10m.bin`, one more detail of this map, the first fetched after a first picture, the other
/// when a view needs it: its countries and reasons are those of `map`. Errors as of read_basemap; a file that was made for
/// another map is refused.
Result<Detail> read_fine_detail(std::span<const std::byte> bytes, const BaseMap& map, std::string_view file = "world-10m.bin");

/// The map with all that every far view draws: `world.bin` and `world-50m.bin`, whose bytes `read` gives by name.
Result<BaseMap> read_world(const std::function<Result<std::string>(std::string_view name)>& read);

/// Reads `water.bin` or `water-10m.bin`: lakes as rings of country 0 with their shores as coasts, and rivers. Errors as of
/// read_basemap; `file` is the name in them.
Result<Detail> read_water(std::span<const std::byte> bytes, std::string_view file);

/// The same in parts, so that no single one holds up a page for long.
class FineReader {
 public:
  FineReader(std::vector<std::byte> bytes, const BaseMap& map, std::string_view file);
  /// Of lakes and rivers.
  FineReader(std::vector<std::byte> bytes, std::string_view file);
  ~FineReader();
  FineReader(FineReader&&) noexcept;
  FineReader& operator=(FineReader&&) noexcept;

  /// The next part; false when there is none any more.
  bool work();
  /// After the last part.
  Result<Detail> take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Makes `of_rings` and `of_lines` anew from the points.
void index_stretches(Detail&);

/// Index of the country of an ISO 3166-1 alpha-3 code.
std::optional<std::size_t> find_country(const BaseMap& map, std::string_view iso3);

/// The country whose shape in the finest detail holds a place (degrees, longitude of any turn), or nothing at sea.
/// Shapes are coarse: within about 5 km of a coast or border use `distance_to_country_km`.
std::optional<std::size_t> country_at(const BaseMap& map, double longitude, double latitude);

/// Great-circle distance in km from a place to a country's shape in the finest detail that draws it: 0 inside, infinite
/// for a country without any polygon. `country` is an index of BaseMap::countries.
double distance_to_country_km(const BaseMap& map, std::size_t country, double longitude, double latitude);

}  // namespace gs
