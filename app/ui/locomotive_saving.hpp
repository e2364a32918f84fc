#pragma once
#include "ui/kit.hpp"

namespace gs::ui {

/// What a class of locomotives saves, simulated beside reported, the duty behind it, and its fleet by year: a section of
/// the locomotive's inspector.
void locomotive_saving(const Ui&, const Locomotive&, const LocomotiveResult&, Actions&);

}  // namespace gs::ui
