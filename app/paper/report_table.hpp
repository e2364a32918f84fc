#pragma once
#include "export/report.hpp"
#include "paper/sheet.hpp"

namespace gs::paper {

/// A report's table from here on, over as many pages as it needs, with its head on each of them.
void add_table(Sheet&, const report::Table&, const report::Report&);

}  // namespace gs::paper
