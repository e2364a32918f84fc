#include "text/bidi.hpp"

#include <catch2/catch_test_macros.hpp>

#include "scene/explorer.hpp"
#include "text/figure.hpp"
#include "text/utf8.hpp"

using namespace gs;

TEST_CASE("letters take the forms that their neighbours ask for", "[bidi]") {
  struct Row {
    const char *logical, *visual;  ///< from left to right, in presentation forms
  };
  const Row rows[] = {
      {"بب", "\ufe90\ufe91"},                         // initial, final
      {"ببب", "\ufe90\ufe92\ufe91"},                  // with a medial form
      {"دب", "\ufe8f\ufea9"},                         // dal joins nothing that follows
      {"لا", "\ufefb"},                               // lam and alef are one
      {"السلام", "\ufee1\ufefc\ufeb4\ufedf\ufe8d"},    // and joined to the letter before
      {"شبكة", "\ufe94\ufedc\ufe92\ufeb7"},
      {"العربية", "\ufe94\ufef4\ufe91\ufeae\ufecc\ufedf\ufe8d"},
      {"تقريبًا", "\ufe8e\ufe92\ufef3\ufeae\ufed8\ufe97"},  // without the vowel mark, joined as with it
  };
  for (const Row& row : rows) {
    CAPTURE(row.logical);
    CHECK(visual(row.logical) == row.visual);
    CHECK(visual(joined(row.logical)) == row.visual);
    CHECK(joined(joined(row.logical)) == joined(row.logical));
  }
}

TEST_CASE("numbers and Latin words keep their direction in a line from right to left", "[bidi]") {
  struct Row {
    const char *logical, *visual;
  };
  const Row rows[] = {
      {"2.4 مليون طن", "\ufee6\ufec3 \ufee5\ufeee\ufef4\ufee0\ufee3 2.4"},
      {"طن 1,234.5", "1,234.5 \ufee6\ufec3"},
      {"طن \u200e−23", "−23 \ufee6\ufec3"},             // the mark holds the sign at its number
      {"قدرة 12%", "12% \ufe93\ufead\ufeaa\ufed7"},
      {"نص (طن)", "(\ufee6\ufec3) \ufeba\ufee7"},        // brackets open towards what they hold
      {"خط Khorgos هنا", "\ufe8e\ufee8\ufeeb Khorgos \ufec2\ufea7"},
      {"Khorgos (12 km)", "Khorgos (12 km)"},
      {"2,000 MW", "2,000 MW"},
      {"\u200e−23 %", "−23 %"},
      {"1.8–2.7", "1.8–2.7"},
      {"中文", "中文"},
      {"\u200f12 (3)", "(3) 12"},                          // a line of a text in that direction
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.logical);
    CHECK(visual(row.logical) == row.visual);
    const std::u32string seen = from_utf8(visual_mirrored(row.logical)), back(seen.rbegin(), seen.rend());
    CHECK(to_utf8(back) == row.visual);
  }
}

TEST_CASE("figures are seen with their parts in order", "[bidi]") {
  const Translator& ar = test::assets().words(Language::ar);
  // Read from the right: the number, then the unit.
  CHECK(visual(figure(tonnes(2.4e6), ar).text()).ends_with(" 2.4"));
  CHECK(visual(signed_percent(-0.23, ar)) == "−23%");
  CHECK(visual(signed_percent(0.09, ar)) == "+9%");
}

TEST_CASE("a text from right to left is as wide as what is drawn, and its lines too", "[bidi]") {
  const FontMetrics& font = test::measures(Language::ar).regular;
  for (const std::string text : {"السلام", "2.4 مليون طن CO₂", "لا", "تقريبًا"}) {
    CAPTURE(text);
    CHECK(std::abs(font.width(text, 16) - font.width(visual(text), 16)) < 1e-3f);
  }
  const std::string text = "المشاريع الخضراء لمبادرة الحزام والطريق على الخريطة، وما يوفره كل منها";
  const auto lines = font.wrap(text, 16, 120);
  CHECK(lines.size() > 2);
  for (const TextLine& line : lines) {
    CHECK(line.width <= 120.0f + 1e-3f);
    CHECK(std::abs(line.width - font.width(text.substr(line.begin, line.end - line.begin), 16)) < 1e-2f);
  }
}

TEST_CASE("UTF-8 there and back", "[bidi]") {
  for (const std::string text : {"a", "é", "Ж", "م", "中", "\U0001F30D", ""}) CHECK(to_utf8(from_utf8(text)) == text);
}
