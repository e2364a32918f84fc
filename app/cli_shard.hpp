#pragma once
#include <string>
#include <string_view>

#include "portfolio/portfolio.hpp"
#include "sim/shard.hpp"
#include "state/scenario.hpp"

/// Parts of a large study, for greensilk simulate, join and render.
namespace gs::cli {

/// Of the program and, as a fingerprint, of the sources that compute its figures: those of one version give the same bits
/// wherever they are built. Written by the build (.ci/program_version.cmake).
std::string_view program_version();

/// Empty, or what is wrong with a shard's name.
std::string check_shard(const std::string& text);

/// Simulates a shard and writes its file. Returns the exit status.
int write_shard(const Portfolio&, const Scenario&, Shard, const std::string& output);

}  // namespace gs::cli
