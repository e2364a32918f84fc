#pragma once
#include <string>

#include "scene/qr.hpp"
#include "units/result.hpp"

/// A QR code as a file, black on white, with the white around it that readers need.
namespace gs {

/// SVG 1.1, a module a unit.
std::string qr_svg(const Qr&);
/// PNG, `px` >= 1 pixels a module.
Result<std::string> qr_png(const Qr&, int px);

}  // namespace gs
