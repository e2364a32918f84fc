#pragma once

namespace gs::ui {

/// Tab goes through the controls of every panel in reading order; Dear ImGui alone would stay in one window. Call once
/// a frame after NewFrame and before the panels.
void walk_panels();

/// Puts the caret into the text field of this name in the current window, from the next frame on.
void type_into(const char* field);

/// Called by each control after it was submitted: the keyboard can stop there.
void tab_stop();

}  // namespace gs::ui
