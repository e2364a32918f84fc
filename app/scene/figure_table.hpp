#pragma once
#include "scene/filter.hpp"
#include "scene/text_table.hpp"

namespace gs {

/// The figures of a view for whoever reads instead of looking: of all that counts by the filter, of what is selected, and of
/// what the text of the story's step names. A row a figure: what is simulated, its interval, what is reported; "–" where there
/// is none.
TextTable figure_table(const World&, const State&);

}  // namespace gs
