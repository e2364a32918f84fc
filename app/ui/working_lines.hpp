#pragma once
#include "scene/working.hpp"
#include "ui/kit.hpp"

/// Workings that open where their figures stand.
namespace gs::ui {

/// The button that opens them; whether they are open.
bool working_opens(const Ui&, const char* id);
/// The formulas, then the inputs one by one: value, what it is, where it is from; at the end, where there is one, the citation.
void working_lines(const Ui&, const Working&, Actions&);

}  // namespace gs::ui
