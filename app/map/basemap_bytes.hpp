#pragma once
// The inside of the reader of base maps: bytes, numbers, and one detail (format: data/bake/world.mjs).
#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "map/basemap.hpp"
#include "units/result.hpp"

namespace gs::basemap {

/// Reads numbers in turn; after the first failure everything reads as 0 and `error` keeps where and why.
class Reader {
 public:
  /// `file` is its name in errors.
  Reader(std::span<const std::byte> bytes, std::size_t offset, std::string_view file)
      : bytes_(bytes), offset_(offset), file_(file) {}

  std::size_t left() const { return bytes_.size() - offset_; }
  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

  void fail(std::string what) {
    if (!error_) error_ = Error{file_ + ":" + std::to_string(offset_), std::move(what)};
  }

  std::uint64_t byte(const char* expected) {
    if (error_) return 0;
    if (left() == 0) {
      fail(fmt::format("expected {}, found the end of the file", expected));
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
  std::string file_;
  std::optional<Error> error_;
};

/// As of PNG and gzip (ISO 3309).
std::uint32_t crc32(std::span<const std::byte> bytes);

/// The two parts of a file whose signature, version, sizes and checksum are right.
struct Parts {
  std::string_view header;  ///< JSON
  Reader body;
};
Result<Parts> open_file(std::span<const std::byte> bytes, std::string_view file);

/// Sizes of a detail as its header entry gives them.
struct DetailSizes {
  std::string name;
  double units_per_degree = 0;
  std::size_t arcs = 0, points = 0, polygons = 0;
};

/// Reads the next detail of a body, in parts of about the same length, so that a page can draw in between.
class DetailReader {
 public:
  DetailReader(Reader body, DetailSizes, std::size_t countries, std::size_t reasons);
  ~DetailReader();
  DetailReader(DetailReader&&) noexcept;

  /// The next part; false when all is read or something was wrong, which is then in body().
  bool work();
  Reader& body();
  Detail take();  ///< after the last part

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The next detail of the body at once. Anything wrong is in `in`.
Detail read_detail(Reader& in, const DetailSizes&, std::size_t countries, std::size_t reasons);

}  // namespace gs::basemap
