#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "sim/results.hpp"

/// Results as files for other programs: strings only, whoever calls decides where they go. The same bytes natively and
/// in WebAssembly.
namespace gs {

/// One line for each project and each locomotive of the portfolio, marked where hidden or out of the totals; RFC 4180
/// with CRLF and UTF-8. Units stand in the column names; numbers have all their digits and read back to the same bits;
/// an empty cell is a figure that does not exist (never 0). Money, work and homes are those of sim/economy.hpp.
std::string to_csv(const Portfolio&, const Results&);
/// The same of these projects only (indices into Portfolio::projects), in this order, and of no locomotive.
std::string to_csv(const Portfolio&, const Results&, std::span<const std::uint32_t> projects);

/// The same rows under the same names, with totals by category and status and the yearly timeline around them. A
/// missing figure is null. `own_data`: the total of a reader's own rows, which are in none of the others, where there are any; their
/// `counted` is "own".
std::string to_json(const Portfolio&, const Results&);
/// Only these projects' rows, with the total of those that count.
std::string to_json(const Portfolio&, const Results&, std::span<const std::uint32_t> projects);

}  // namespace gs
