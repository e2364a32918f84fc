#pragma once
#include <string>
#include <string_view>

#include "sim/results.hpp"

namespace gs {

/// What a citation points at besides the results.
struct Cited {
  std::string_view link;      ///< address of citation_fragment: shows the view, computes the numbers again and compares them
  std::string_view accessed;  ///< date of the reader's access, ISO 8601, or empty
  std::string_view figure{};  ///< English words for the one figure that is cited (Working::cited); empty: the total of all that operates
};

/// One sentence for a list of references: what (the figure, else the headline), data version, method, grid pathway, year, digest, link; and that own data are
/// among what the digest is of, where they are.
std::string citation(const Portfolio&, const Results&, const Cited&);
/// The same as a BibTeX @misc entry, key `greensilk-DIGEST`.
std::string bibtex(const Portfolio&, const Results&, const Cited&);

}  // namespace gs
