#pragma once
#include <optional>
#include <vector>

#include "map/basemap.hpp"
#include "map/relief.hpp"
#include "portfolio/cities.hpp"
#include "scene/water.hpp"

namespace gs {

/// A file that is fetched when it is first wanted. A fetch that fails is tried again when it is wanted later.
class Fetch {
 public:
  explicit Fetch(const char* file) : file_(file) {}
  /// Its bytes, once, when they have come.
  std::optional<std::vector<std::byte>> take(bool wanted);

 private:
  const char* file_;
  std::optional<std::vector<std::byte>> bytes_;
  bool asked_ = false;
  double not_before_ = 0;  ///< s: a fetch that failed is not repeated at once
};

/// A part of the map that is fetched when a view first wants it, read in parts between frames, then there for good.
/// Without it the map stays as it is.
class LazyDetail {
 public:
  using Open = FineReader (*)(std::vector<std::byte>, const BaseMap&);
  LazyDetail(const char* file, Open open) : fetch_(file), open_(open) {}

  /// Once a frame, after the map was built. `wanted`: the map would have drawn it. True while there is more to read,
  /// and once when it is there: another frame is then needed.
  bool work(bool wanted, const BaseMap&);
  /// Null until it is there.
  const Detail* detail() const { return detail_ ? &*detail_ : nullptr; }
  /// Gives it away.
  Detail take() { return std::move(*detail_); }

 private:
  Fetch fetch_;
  Open open_;
  std::optional<Detail> detail_;
  std::optional<FineReader> reader_;
};

/// What of the map comes after the first picture: borders and coasts at 1:50 and at 1:10 million, lakes and rivers, relief,
/// cities.
class LazyMap {
 public:
  struct Wants {
    bool fine, water, relief, cities;
  };
  /// As of LazyDetail.
  bool work(const Wants&, const BaseMap&);
  /// The base map's second detail, which is wanted in any case.
  bool work_base(BaseMap&);
  const Detail* fine() const { return fine_.detail(); }
  WaterDetails water() const { return {water_.detail(), rivers_.detail()}; }
  const std::vector<City>* cities() const { return cities_ ? &*cities_ : nullptr; }
  const Relief* relief() const { return relief_ ? &*relief_ : nullptr; }

 private:
  bool work_relief(bool wanted);
  bool work_cities(bool wanted);

  using Bytes = std::vector<std::byte>;
  LazyDetail middle_{"world-50m.bin", [](Bytes b, const BaseMap& map) { return FineReader(std::move(b), map, "world-50m.bin"); }};
  LazyDetail fine_{"world-10m.bin", [](Bytes b, const BaseMap& map) { return FineReader(std::move(b), map, "world-10m.bin"); }};
  LazyDetail water_{"water.bin", [](Bytes b, const BaseMap&) { return FineReader(std::move(b), "water.bin"); }};
  LazyDetail rivers_{"water-10m.bin", [](Bytes b, const BaseMap&) { return FineReader(std::move(b), "water-10m.bin"); }};
  Fetch relief_file_{"relief.bin"};
  std::optional<Relief> relief_;
  Fetch cities_file_{"cities.csv"};
  std::optional<std::vector<City>> cities_;
};

}  // namespace gs
