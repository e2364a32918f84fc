#pragma once

namespace gs::ui {

/// Tab goes through the controls of every panel in reading order; Dear ImGui alone would stay in one window. Call once
/// a frame after NewFrame and before the panels.
void walk_panels();

/// Whether a list or menu is open, or was until this frame: Escape is its own.
bool a_list_is_open();

/// Puts the caret into the text field of this name in the current window, from the next frame on.
void type_into(const char* field);

/// What lies over everything: Tab stays among the controls from here on. Call before them, in every frame.
void tab_only_from_here();
/// Puts the keyboard on the item that was submitted last, and back to where it was before.
void step_in();
void step_out();

/// Called by each control after it was submitted: the keyboard can stop there.
void tab_stop();

}  // namespace gs::ui
