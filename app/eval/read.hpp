#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "eval/eval.hpp"

namespace gs::eval {

/// Reads the columns that a model takes from a CSV file; lines that start with # and other columns are skipped. Every
/// bad cell is a problem: `file:row:column: expected ..., found ...`; a column that is missing is one of row 1.
Table read(std::string_view file, std::string_view bytes, std::span<const Column> takes, std::vector<Error>& problems);

/// The computed columns as CSV, numbers in the shortest form that reads back to the same bits, NaN as an empty cell.
std::string write(const Model&, const Computed&);

/// What a model takes and gives, for a person.
std::string describe(const Model&);

}  // namespace gs::eval
