#pragma once
#include "ui/kit.hpp"

namespace gs::ui {

/// What a line's traffic saves against diesel and against the road, and how far its profile may be trusted: a section of
/// the line's inspector. Nothing where the traffic is not known.
void line_saving(const Ui&, const Route&, Actions&);
/// How the line is worked: ruling grade, speed, wires, each sourced or by the class of the line.
void line_working(const Ui&, const Route&);

}  // namespace gs::ui
