#include "map/basemap_bytes.hpp"

#include <array>

namespace gs::basemap {
namespace {

constexpr std::size_t kPrefixBytes = 20;
constexpr int kVersion = 1;

}  // namespace

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

Result<Parts> open_file(std::span<const std::byte> bytes, std::string_view file) {
  Reader in(bytes, 0, file);
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
  return Parts{{text, static_cast<std::size_t>(header_bytes)},
               Reader(bytes, kPrefixBytes + static_cast<std::size_t>(header_bytes), file)};
}

}  // namespace gs::basemap
