#pragma once
#include <array>
#include <cstdint>
#include <optional>

/// How the map is drawn: its layers, their order and strength, and what colours and sizes stand for.
namespace gs {

enum class Layer : std::uint8_t {
  sites, railways, trains, locomotives, labels, borders, graticule, groups, night, countries, resource, water,
  relief
};
inline constexpr int kLayerCount = 13;
constexpr std::uint32_t bit(Layer layer) { return 1u << static_cast<unsigned>(layer); }
inline constexpr std::uint32_t kAllLayers = (1u << kLayerCount) - 1u;
/// What a map without a link shows.
inline constexpr std::uint32_t kUsualLayers = kAllLayers & ~(bit(Layer::night) | bit(Layer::countries) | bit(Layer::resource));

/// What a country's colour stands for.
enum class CountryFill : std::uint8_t { grid, savings, projects, difference };
inline constexpr int kCountryFillCount = 4;
/// What a symbol's area stands for.
enum class SizeBy : std::uint8_t { capacity, generation, savings };
inline constexpr int kSizeByCount = 3;
enum class Resource : std::uint8_t { sun, wind };
inline constexpr int kResourceCount = 2;

/// Layers that can change places, each within its group: lines lie below symbols.
using LayerOrder = std::array<Layer, 6>;
inline constexpr LayerOrder kUsualOrder{Layer::graticule, Layer::borders, Layer::railways,
                                        Layer::trains,    Layer::sites,   Layer::locomotives};
inline constexpr std::size_t kLinesInOrder = 3;  ///< the first of the order are lines, the others symbols

inline constexpr double kFirstHour = 0.0, kLastHour = 8760.0;
inline constexpr double kUsualHour = 4113.0;  ///< 21 June, 9:00 UTC
/// Hours of the year that pass in a second of ours, while they play.
inline constexpr std::array<int, 4> kHourPaces{2, 6, 24, 72};
/// The part of the year that the timeline of hours shows; the hour is in it.
enum class HourSpan : std::uint8_t { day, week, season, year };
inline constexpr int kHourSpanCount = 4;

struct MapStyle {
  CountryFill fill = CountryFill::grid;
  SizeBy size = SizeBy::capacity;
  Resource resource = Resource::sun;
  LayerOrder order = kUsualOrder;  ///< bottom first
  std::array<std::uint8_t, kLayerCount> opacity = [] {
    std::array<std::uint8_t, kLayerCount> all{};
    all.fill(100);
    return all;
  }();                        ///< percent, kLeastOpacity..100
  double hour = kUsualHour;   ///< after 1 January 00:00 UTC of a year without a 29 February
  bool playing_hours = false;
  int pace = kHourPaces.front();   ///< one of them
  HourSpan span = HourSpan::week;
  bool operator==(const MapStyle&) const = default;
};
inline constexpr std::uint8_t kLeastOpacity = 10;

constexpr double opacity_of(const MapStyle& s, Layer layer) {
  return s.opacity[static_cast<std::size_t>(layer)] / 100.0;
}
/// Place of a layer in the order; nothing where it has a fixed place.
constexpr std::optional<std::size_t> place_in_order(const LayerOrder& order, Layer layer) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] == layer) return i;
  }
  return std::nullopt;
}
/// The order with a layer one place higher or lower within its group; itself where there is no such place.
LayerOrder moved(LayerOrder, Layer, bool up);
/// Whether it holds what kUsualOrder holds, lines below symbols.
bool is_order(const LayerOrder&);
MapStyle in_range(MapStyle);

}  // namespace gs
