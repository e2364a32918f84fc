#include "sim/shard.hpp"

#include <charconv>

namespace gs {
namespace {

/// A whole number of digits alone.
std::optional<std::size_t> whole(std::string_view text) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return !text.empty() && read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Shard> shard_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = whole(text.substr(0, slash)), of = whole(text.substr(slash + 1));
  if (!number || !of || *number < 1 || *number > *of || *of > kMostShards) return std::nullopt;
  return Shard{*number, *of};
}

std::string text_of(Shard shard) { return std::to_string(shard.number) + "/" + std::to_string(shard.of); }

}  // namespace gs
