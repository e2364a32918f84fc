#pragma once
#include <string_view>

namespace gs {

/// A family of the faces that text is set in (data/bake/fonts.mjs), as a style sheet names it, and the height of its lines
/// from ascent to descent in em: sizes here count that height, elsewhere the em.
struct Family {
  std::string_view name;
  double line;
};
inline constexpr Family kTextFamily{"Noto Sans", 1.362}, kTitleFamily{"Noto Serif Display", 1.362}, kArabicFamily{"Noto Sans Arabic", 1.362},
    kChineseFamily{"Droid Sans Fallback", 335.0 / 256.0};

}  // namespace gs
