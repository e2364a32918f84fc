#include "export/svg_parts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gs::svg {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\n') out += "&#10;";
    else if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out;
}

std::string number(double v) {
  if (!std::isfinite(v)) return "0";
  return fmt::format("{:g}", std::round(v * 100.0) / 100.0 + 0.0);  // + 0: no "-0"
}

std::string paint(std::string_view attribute, Color c) {
  std::string out = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", attribute, c.r, c.g, c.b);
  if (c.a < 255) out += fmt::format(" {}-opacity=\"{}\"", attribute, number(c.a / 255.0));
  return out;
}

std::string attribute(std::string_view name, double value) { return fmt::format(" {}=\"{}\"", name, number(value)); }

}  // namespace gs::svg
