#pragma once
#include "scene/color_key.hpp"
#include "scene/moment.hpp"
#include "ui/kit.hpp"

/// What the legend and the panel of the map's layers share.
namespace gs::ui {

/// Strings are "layer.<id>"; the words of links.
std::string_view id_of(Layer);
/// The key that switches a layer.
char key_of(Layer);
/// Layers that these keys, pressed in this frame, switch.
void layer_keys(Actions&);
/// Labels and groups are there or not.
bool has_strength(Layer);

void check_mark(const Ui&, ImVec2 centre, bool on);
/// Boxes side by side with the bounds below their borders, then the note.
void color_key(const Ui&, const ColorKey&, float width);

}  // namespace gs::ui
