#include "export/shard_file.hpp"

#include <fmt/format.h>

#include "export/shard_bytes.hpp"
#include "model/digest.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

constexpr std::string_view kFormat = "greensilk-shard-1";
constexpr std::size_t kMostNamed = 8;  ///< missing shards

std::string checksum_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

std::string link_of(const Scenario& scenario) {
  State state;
  state.scenario = scenario;
  return to_fragment(state);
}

/// Takes a line from the front of the bytes, without its end.
std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(std::min(end + 1, bytes.size()));
  return line;
}

/// What stands behind the name of a line "name value"; nullopt: it is another line.
std::optional<std::string_view> take_value(std::string_view& bytes, std::string_view name) {
  const std::string_view line = take_line(bytes);
  if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != ' ') return std::nullopt;
  return line.substr(name.size() + 1);
}

/// The beginning of a file that is no shard, as far as it can be read.
std::string beginning_of(std::string_view bytes) {
  const std::string_view line = take_line(bytes).substr(0, 40);
  for (const char c : line)
    if (c < ' ' || c > '~') return "other bytes";
  return line.empty() ? "nothing" : "\"" + std::string(line) + "\"";
}

/// The bytes behind the first line, if they are all there and unchanged.
Result<std::string_view> checked(const std::string& name, std::string_view bytes) {
  const std::string beginning = beginning_of(bytes);
  const auto first = take_value(bytes, kFormat);
  if (!first) return Error{name, fmt::format("expected a file of greensilk simulate --shard ({}), found {}", kFormat, beginning)};
  const std::string_view sum = first->substr(0, first->find(' '));
  const std::string size = fmt::format("{} {}", sum, bytes.size());
  if (size != *first)
    return Error{name, fmt::format("expected checksum and size {} in the first line, found {} bytes behind it: the file is cut off or damaged", *first, bytes.size())};
  if (const std::string found = checksum_of(bytes); found != sum)
    return Error{name, fmt::format("expected the checksum {}, found {}: the file is damaged", sum, found)};
  return bytes;
}

/// Which of the shards no file was found of.
std::optional<Error> missing_of(const std::vector<const ShardFile*>& found) {
  std::string names;
  std::size_t count = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!found[i] && ++count <= kMostNamed) names += (names.empty() ? "" : ", ") + text_of({i + 1, found.size()});
  if (count > kMostNamed) names += fmt::format(" and {} more", count - kMostNamed);
  return count == 0 ? std::nullopt : std::optional(Error{"", fmt::format("expected all {} shards, found none of {}", found.size(), names)});
}

}  // namespace

std::string to_shard_file(const ShardHead& head, FleetPart part) {
  std::string rest = fmt::format("program {}\ndata {}\nscenario {}\nshard {}\n", head.program, head.data, link_of(head.scenario), text_of(part.shard));
  shard::Writing writing{rest};
  shard::all(writing, part.plants, part.lines, part.yards);
  std::string file = fmt::format("{} {} {}\n", kFormat, checksum_of(rest), rest.size());
  file += rest;
  return file;
}

Result<ShardFile> read_shard_file(std::string name, std::string_view bytes) {
  const auto rest = checked(name, bytes);
  if (!rest) return rest.error();
  std::string_view in = *rest;
  const auto program = take_value(in, "program"), data = take_value(in, "data"), link = take_value(in, "scenario"), number = take_value(in, "shard");
  const auto shard = number ? shard_of(*number) : std::nullopt;
  if (!program || !data || !link || !shard) return Error{name, "expected program, data, scenario and shard, found others"};
  const FromFragment scenario = from_fragment(*link, [](std::string_view) { return true; });
  if (!scenario.ignored.empty()) return Error{name + ":scenario", scenario.ignored.front().text()};
  ShardFile file{std::move(name), {std::string(*program), std::string(*data), scenario.state.scenario}, {*shard, {}, {}, {}}};
  shard::Reading reading{in};
  shard::all(reading, file.part.plants, file.part.lines, file.part.yards);
  if (!reading.good() || !reading.in.empty()) return Error{file.name, "expected plants, lines and yards to its end, found others"};
  return file;
}

std::vector<Error> problems_of(std::span<const ShardFile> files, std::string_view program, std::string_view data) {
  std::vector<Error> problems;
  const ShardFile& first = files.front();
  std::vector<const ShardFile*> found(first.part.shard.of);
  for (const ShardFile& file : files) {
    const auto report = [&](std::string what) { problems.push_back({file.name, std::move(what)}); };
    const ShardHead& head = file.head;
    const Shard shard = file.part.shard;
    if (head.program != program) {
      report(fmt::format("expected a shard by program {}, found one by {}", program, head.program));
    } else if (head.data != data) {
      report(fmt::format("expected a shard of data {}, found one of {} (--data and --own are to be those of the shards)", data, head.data));
    } else if (head.scenario != first.head.scenario) {
      report(fmt::format("expected the scenario {} as in {}, found {}", link_of(first.head.scenario), first.name, link_of(head.scenario)));
    } else if (shard.of != first.part.shard.of) {
      report(fmt::format("expected one of {} shards as in {}, found {}", first.part.shard.of, first.name, text_of(shard)));
    } else if (const ShardFile*& place = found[shard.number - 1]; place) {
      report(fmt::format("expected each shard once, found {} in {} too", text_of(shard), place->name));
    } else {
      place = &file;
    }
  }
  if (auto missing = missing_of(found)) problems.push_back(std::move(*missing));
  return problems;
}

}  // namespace gs
