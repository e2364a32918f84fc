#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gs {

/// One of the equal parts of a study, "3/8": of rows 0, 1, 2 ... it has every `of`-th from row `number` - 1 on.
struct Shard {
  std::size_t number = 1, of = 1;  ///< 1 <= number <= of

  bool has(std::size_t row) const { return row % of == number - 1; }
  /// The first of its rows from `row` on.
  std::size_t next(std::size_t row) const { return row + (number - 1 + of - row % of) % of; }
  bool operator==(const Shard&) const = default;
};
inline constexpr std::size_t kMostShards = 10'000;

/// Reads "3/8"; nullopt where it is no shard or one of more than kMostShards.
std::optional<Shard> shard_of(std::string_view text);
std::string text_of(Shard);

}  // namespace gs
