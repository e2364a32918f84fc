#pragma once
#include <string>

#include "portfolio/portfolio.hpp"

/// The railway against published figures (sim/rail_validation.hpp), as a table.
namespace gs {

/// For the README: a summary, every compared figure with its conditions, the reasons for misses of over 20 %, and what
/// is not compared.
std::string rail_validation_markdown(const Portfolio&);
/// One line a figure, all digits; RFC 4180. An empty cell is a figure that does not exist.
std::string rail_validation_csv(const Portfolio&);

}  // namespace gs
