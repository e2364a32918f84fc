#pragma once
#include <string>

#include "scene/scene.hpp"

namespace gs {

/// The shading of a relief as shaders/relief.frag has it, over the whole viewport, a px a logical px or, in a
/// large one, less: PNG bytes, empty where none of it is seen. It is to be shown within the layer's land.
std::string relief_png(const ReliefLayer&, const MapView&);

}  // namespace gs
