#pragma once
#include <string>

#include "sim/results.hpp"

/// The simulation against reported figures (sim/validation.hpp), as a table.
namespace gs {

/// For the README: a summary by group, every row, and the rows that miss by over 25 % with the reasons that the data
/// give.
std::string validation_markdown(const Portfolio&, const Results&);

/// One line a row, all digits; RFC 4180. An empty cell is a figure that does not exist.
std::string validation_csv(const Portfolio&, const Results&);

}  // namespace gs
