#pragma once
#include <string>

#include "export/report.hpp"
#include "units/result.hpp"

namespace gs::paper {

/// A report on pages of A4 with an outline, links to its sources, charts as lines and text, and the digest on every page; in
/// the faces of fonts.hpp. Dated by its newest source: the same report gives the same bytes. Errors are librsvg's and Cairo's.
Result<std::string> report_pdf(const report::Report&);

}  // namespace gs::paper
