#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/portfolio.hpp"

/// What somebody may have meant.
namespace gs::cli {

/// The candidate most like `word`: one that holds it, else the one with the fewest other letters; the first of several. Empty
/// without candidates.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// Ids of the projects, then of the locomotives.
std::vector<std::string> row_ids(const Portfolio&);

}  // namespace gs::cli
