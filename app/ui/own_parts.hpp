#pragma once
#include <string>

#include "ui/kit.hpp"

/// The reader's own data: their panel, and how their rows are marked wherever they stand.
namespace gs::ui {

void own_view(const Ui&, Actions&);

/// "With 3 of your own" where the list, and so its total, has such rows; else empty.
std::string own_note(const Ui&);
/// Of a project in the inspector: whose it is, and where its weather is from.
void own_marks(const Ui&, const Project&, const ProjectResult&);

}  // namespace gs::ui
