#include "export/svg_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"

namespace gs::svg {
namespace {

constexpr char32_t kIsolate = 0x2066, kEndOfIsolate = 0x2069;  ///< left to right

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.' || c == U','; }
bool is_share(char32_t c) { return c == U'%' || c == U'\u2030' || c == U'\u00b0'; }

}  // namespace

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

std::string with_shares_kept(std::string_view utf8) {
  const std::u32string text = from_utf8(utf8);
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool share = end > i && end < text.size() && is_share(text[end]);
    if (share) out += kIsolate;
    const std::size_t next = share ? end + 1 : std::max(end, i + 1);
    out.append(text, i, next - i);
    if (share) out += kEndOfIsolate;
    i = next;
  }
  return to_utf8(out);
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
