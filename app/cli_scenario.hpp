#pragma once
#include <optional>
#include <string>

#include "state/url.hpp"

/// The scenario that a link or a file names.
namespace gs::cli {

/// Reads a link (an address with '#', or what follows it), or the file of that name (- is standard input) which holds
/// one, or JSON with a link's names as keys: {"y": 2040, "m": "coal_equivalent", "g": "pledged", "n": 4096, "seed": 7}.
/// Errors on standard error, then nothing is returned: no such file, no link in it, or a part that changes the figures
/// (v y m g n seed data d) which cannot be used. Other parts that cannot be used are a warning.
std::optional<FromFragment> read_scenario(const std::string& link_or_file);

}  // namespace gs::cli
