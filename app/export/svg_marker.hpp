#pragma once
#include <string>

#include "scene/scene.hpp"

namespace gs::svg {

/// A symbol, composed as shaders/marker.frag does it. `name`: of what in it has one, unlike that of any other symbol.
std::string marker(const Marker&, std::size_t name);

/// The ring of a group without its number, as shaders/ring.frag draws it.
std::string group(const GroupRing&, const Scene&);

}  // namespace gs::svg
