#include <algorithm>
#include <utility>

#include "text/font_metrics.hpp"
#include "ui/kit.hpp"

namespace gs::ui {
namespace {

// Everything of the Basic Multilingual Plane that a face has: the files are already cut to what the texts use.
constexpr ImWchar kAll[] = {0x20, 0xFFFE, 0};
constexpr ImWchar kTitles[] = {0x20, 0x17F, 0x400, 0x45F, 0x2009, 0x2026, 0x202F, 0x202F, 0x2080, 0x2089, 0x2212, 0x2212, 0x25A1, 0x25A1, 0};

/// A face that is merged into the one before it.
struct More {
  const std::string* file = nullptr;
  float weight = 1.0f;  ///< of the strokes
  bool fine = true;     ///< sampled as finely as the first; thousands of characters are not
  const ImWchar* range = kAll;
};

ImFont* add(const std::string& file, float px, float ratio, const ImWchar* range, const std::vector<More>& more) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig c;
  c.FontDataOwnedByAtlas = false;
  c.OversampleH = ratio < 1.5f ? 2 : 1;
  c.OversampleV = 1;
  const auto take = [&](const std::string& bytes, const ImWchar* which) {
    return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), px * ratio, &c, which);
  };
  ImFont* font = take(file, range);
  font->FallbackChar = static_cast<ImWchar>(kMissingLetter);
  c.MergeMode = true;
  for (const More& m : more) {
    if (!m.file) continue;
    c.RasterizerMultiply = m.weight;
    c.OversampleH = m.fine ? c.OversampleH : 1;
    take(*m.file, m.range);
  }
  return font;
}

/// Letters as ranges of the atlas, which reads them when it is built.
const ImWchar* ranges_of(std::u32string_view letters) {
  static std::vector<ImWchar> ranges;
  ranges.clear();
  for (const char32_t c : letters) ranges.insert(ranges.end(), 2, static_cast<ImWchar>(c));
  ranges.push_back(0);
  return ranges.data();
}

/// Each glyph as in a mirror, its bearings too: a screen that is mirrored afterwards shows it as it was.
void mirror(ImFontAtlas& atlas) {
  atlas.Build();
  for (ImFont* font : atlas.Fonts) {
    for (ImFontGlyph& g : font->Glyphs) {
      const float left = g.AdvanceX - g.X1, right = g.AdvanceX - g.X0;
      g.X0 = left, g.X1 = right;
      std::swap(g.U0, g.U1);
    }
  }
}

}  // namespace

UiFonts build_fonts(const FontFiles& f, float ratio, bool mirrored) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  // Without a bold face a darker one stands in.
  const bool one_weight = f.more_regular && f.more_regular == f.more_bold;
  const auto bold = [&](float weight) { return More{f.more_bold, one_weight ? weight : 1.0f, !one_weight}; };
  const bool thousands = one_weight || std::any_of(f.letters.begin(), f.letters.end(), [](const LetterFiles& l) { return l.regular == l.bold; });
  io.Fonts->TexDesiredWidth = thousands || ratio > 1.5f ? 4096 : 2048;
  const More regular{f.more_regular, 1.0f, !one_weight}, names{f.names}, display{f.more_display};
  const ImWchar* typed = f.typed && !f.typed_letters.empty() ? ranges_of(f.typed_letters) : nullptr;
  // Letters of other scripts come last: what stands in several faces is drawn in the language's own.
  const auto chain = [&](std::vector<More> more, bool heavy, float weight) {
    for (const LetterFiles& l : f.letters) {
      const bool one = l.regular == l.bold;
      more.push_back({heavy ? l.bold : l.regular, heavy && one ? weight : 1.0f, !one});
    }
    if (typed) more.push_back({f.typed, heavy ? weight : 1.0f, true, typed});
    return more;
  };
  UiFonts u;
  u.body = add(*f.regular, 19.0f, ratio, kAll, chain({names, regular}, false, 1.0f));
  u.body_bold = add(*f.bold, 19.0f, ratio, kAll, chain({names, bold(1.5f)}, true, 1.5f));
  u.small = add(*f.regular, 16.0f, ratio, kAll, chain({regular}, false, 1.0f));
  u.small_bold = add(*f.bold, 16.0f, ratio, kAll, chain({bold(1.5f)}, true, 1.5f));
  u.head = add(*f.bold, 24.5f, ratio, kTitles, chain({bold(1.5f)}, true, 1.5f));
  u.title = f.more_bold ? add(*f.bold, 30.0f, ratio, kTitles, chain({bold(1.4f)}, true, 1.4f)) : add(*f.display, 35.0f, ratio, kTitles, chain({display}, true, 1.4f));
  u.total = f.more_bold ? add(*f.bold, 46.0f, ratio, kTitles, {bold(1.3f)}) : add(*f.display, 60.0f, ratio, kTitles, {display});
  io.FontDefault = u.body;
  io.FontGlobalScale = 1.0f / ratio;
  if (mirrored) mirror(*io.Fonts);
  return u;
}

}  // namespace gs::ui
