#include "map/relief.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "map/basemap_bytes.hpp"

namespace gs {
namespace {

constexpr std::size_t kPrefixBytes = 16;
constexpr std::uint64_t kVersion = 1, kMostLevels = 8, kMostWidth = 8192;
constexpr double kFlat = 128.0, kMost = 127.0;  // of a byte of the picture

/// What west, north and the corner between them let expect.
int expected(int west, int north, int corner) {
  return std::max(std::min(west, north), std::min(std::max(west, north), west + north - corner));
}

/// The picture of a level whose bytes are differences; false where one leaves the range.
bool undo(std::span<const std::byte> from, int steps, Relief::Level& level) {
  const auto width = static_cast<std::size_t>(level.width);
  std::vector<std::int8_t> value(from.size());
  level.shade.resize(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    const bool first = i % width == 0, top = i < width;
    const int west = first ? 0 : value[i - 1], north = top ? 0 : value[i - width];
    const int corner = first || top ? 0 : value[i - width - 1];
    const auto v = static_cast<std::int8_t>(expected(west, north, corner) + std::to_integer<int>(from[i]));
    if (v > steps || v < -steps) return false;
    value[i] = v;
    level.shade[i] = static_cast<std::uint8_t>(std::lround(kFlat + kMost * v / steps));
  }
  return true;
}

}  // namespace

double Relief::at(LonLat place) const {
  const Level& level = levels.front();
  const auto cell = [](double share, int count) {
    return std::clamp(static_cast<int>(std::floor(share * count)), 0, count - 1);
  };
  const double turns = (place.lon + 180.0) / 360.0;
  const int column = cell(turns - std::floor(turns), level.width), row = cell((90.0 - place.lat) / 180.0, level.height);
  return (level.shade[static_cast<std::size_t>(row * level.width + column)] - kFlat) / kMost;
}

int relief_level(const Relief& relief, double px) {
  const double cell = 2.0 * std::numbers::pi / relief.levels.front().width;
  const auto level = static_cast<int>(std::floor(std::log2(std::max(px / cell, 1e-9)) + 0.5));
  return std::clamp(level, 0, static_cast<int>(relief.levels.size()) - 1);
}

Result<Relief> read_relief(std::span<const std::byte> bytes) {
  basemap::Reader in(bytes, 0, "relief.bin");
  if (in.fixed(4, "the signature GSRL") != 0x4c525347u)
    in.fail("expected the signature GSRL at the start, found otherwise");
  const std::uint64_t version = in.fixed(2, "the version");
  if (version != kVersion) in.fail("expected version 1, found " + std::to_string(version));
  const std::uint64_t levels = in.fixed(2, "the number of levels");
  const std::uint64_t width = in.fixed(2, "the width"), height = in.fixed(2, "the height");
  const std::uint64_t sum = in.fixed(4, "the checksum");
  if (in.ok() && (levels < 1 || levels > kMostLevels || width > kMostWidth || width == 0 || height == 0 ||
                  height > width || width % (1u << (levels - 1)) != 0 || height % (1u << (levels - 1)) != 0))
    in.fail("expected 1 to 8 levels of at most 8192 columns that can be halved, found otherwise");
  if (!in.ok()) return in.error();
  if (basemap::crc32(bytes.subspan(kPrefixBytes)) != sum)
    in.fail("expected bytes that match the checksum, found damaged ones");
  const auto steps = static_cast<int>(in.byte("the number of steps"));
  if (steps < 1 || steps > 127) in.fail("expected 1 to 127 steps, found " + std::to_string(steps));
  std::size_t cells = 0;
  for (std::uint64_t l = 0; l < levels; ++l) cells += static_cast<std::size_t>((width >> l) * (height >> l));
  if (in.left() != cells)
    in.fail("expected " + std::to_string(cells) + " cells, found " + std::to_string(in.left()) + " bytes");
  if (!in.ok()) return in.error();

  Relief out;
  std::size_t at = bytes.size() - cells;
  for (std::uint64_t l = 0; l < levels; ++l) {
    Relief::Level level{static_cast<int>(width >> l), static_cast<int>(height >> l), {}};
    const std::size_t size = static_cast<std::size_t>(level.width) * static_cast<std::size_t>(level.height);
    if (!undo(bytes.subspan(at, size), steps, level))
      return Error{"relief.bin:" + std::to_string(at), "expected shading within its steps, found more"};
    out.levels.push_back(std::move(level));
    at += size;
  }
  return out;
}

}  // namespace gs
