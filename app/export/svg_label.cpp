#include "export/svg_label.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "export/svg_parts.hpp"
#include "text/bidi.hpp"
#include "text/families.hpp"
#include "text/script.hpp"
#include "text/utf8.hpp"

namespace gs::svg {
namespace {

constexpr double kSlant = 12.0;     ///< degrees of italics, as the glyph atlas slants them
constexpr double kHaloShare = 1.5;  ///< of a halo's width on both sides together: where the shader's has half faded

/// Letters that follow one another and come from faces of one size.
struct Run {
  std::u32string letters;
  bool chinese = false;
};

bool is_drawn(char32_t c) { return c >= 0x20 && c != 0x7F && (c & 0xFFFEu) != 0xFFFEu; }

std::vector<Run> runs_of(std::string_view text, bool parted) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_drawn(c)) continue;
    const bool chinese = parted && script_of(c) == Script::chinese;
    if (runs.empty() || runs.back().chinese != chinese) runs.push_back({{}, chinese});
    runs.back().letters += c;
  }
  return runs;
}

std::string_view family_of(Face face) {
  static const std::string text = fmt::format("{}, {}, {}, Noto Sans CJK SC, sans-serif", kTextFamily.name, kArabicFamily.name, kChineseFamily.name);
  static const std::string title = fmt::format("{}, {}", kTitleFamily.name, text);
  return face == Face::display ? title : text;
}

/// The size of the letters that a face's lines of `px` hold.
std::string size_of(const Family& family, float px) { return attribute("font-size", static_cast<double>(px) / family.line); }

}  // namespace

std::string label(const Label& l, const Fonts& fonts) {
  const bool rightward = has_rightward(l.text);
  const auto runs = runs_of(l.text, !rightward);
  if (runs.empty()) return "";
  const bool mixed = runs.size() > 1, chinese = !mixed && runs.front().chinese;
  const double x = static_cast<double>(l.at.x), y = static_cast<double>(l.at.y);
  std::string out = "<text";
  out += l.italic ? fmt::format(" transform=\"translate({} {}) skewX(-{})\"", number(x), number(y), number(kSlant)) : attribute("x", x) + attribute("y", y);
  out += fmt::format(" font-family=\"{}\"", family_of(l.face)) + (l.face == Face::regular ? "" : " font-weight=\"bold\"");
  out += size_of(chinese ? kChineseFamily : l.face == Face::display ? kTitleFamily : kTextFamily, l.size) + attribute("textLength", static_cast<double>(fonts.of(l.face).width(l.text, l.size))) +
         " lengthAdjust=\"spacingAndGlyphs\"";
  if (rightward) out += " direction=\"rtl\" text-anchor=\"end\"";  // which is the left
  out += paint("fill", l.color);
  if (l.halo_width > 0.0f && l.halo.a > 0)
    out += paint("stroke", l.halo) + attribute("stroke-width", kHaloShare * static_cast<double>(l.halo_width)) + " stroke-linejoin=\"round\" paint-order=\"stroke\"";
  out += ">";
  for (const Run& run : runs) {
    const std::string letters = escaped(rightward ? with_shares_kept(to_utf8(run.letters)) : to_utf8(run.letters));
    out += run.chinese && mixed ? "<tspan" + size_of(kChineseFamily, l.size) + ">" + letters + "</tspan>" : letters;
  }
  return out + "</text>\n";
}

}  // namespace gs::svg
