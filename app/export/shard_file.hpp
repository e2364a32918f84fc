#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/fleet_part.hpp"
#include "state/scenario.hpp"

/// What `greensilk simulate --shard` writes and `greensilk join` reads: one part of a study's fleet. The same bytes natively
/// and in WebAssembly.
///
/// Lines of text, each ended by '\n', then bytes:
///     greensilk-shard-1 CHECKSUM SIZE     of all that follows: XXH3 as in model/digest.hpp, and how many bytes
///     program VERSION                     of the sources that compute
///     data VERSION                        Portfolio::version, a reader's own rows included
///     scenario LINK                       a link's fragment with what the figures depend on
///     shard 3/8
/// The bytes: the part's plants, lines and yards, field by field as export/shard_bytes.hpp lists them. Little-endian; a
/// vector or text begins with its length in 64 bits, what may be missing with a byte 1 or 0.
namespace gs {

struct ShardHead {
  std::string program, data;
  Scenario scenario;
};

struct ShardFile {
  std::string name;
  ShardHead head;
  FleetPart part;
};

std::string to_shard_file(const ShardHead&, FleetPart);

/// Errors: no shard, of another format, cut off, damaged.
Result<ShardFile> read_shard_file(std::string name, std::string_view bytes);

/// Why files (one at least) are not all shards of one study by this program and of these data, each once: every file that does not belong
/// to it, then what is missing. Empty: they can be joined.
std::vector<Error> problems_of(std::span<const ShardFile>, std::string_view program, std::string_view data);

}  // namespace gs
