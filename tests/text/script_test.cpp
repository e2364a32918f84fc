#include "text/script.hpp"

#include <catch2/catch_test_macros.hpp>

#include "scene/explorer.hpp"
#include "text/bidi.hpp"
#include "text/utf8.hpp"

using namespace gs;

TEST_CASE("a text tells which scripts it is written in") {
  struct Row {
    const char* text;
    Scripts scripts;
  };
  const Scripts arabic = bit(Script::arabic), chinese = bit(Script::chinese);
  for (const Row row : {Row{"", 0}, {"Al Dhafra, 2,000 MW · CO₂ …", 0}, {"Сырдарья", 0}, {"الظفرة", arabic}, {"埃及 Benban", chinese},
                        {"الظفرة 埃及", arabic | chinese}, {"（１）", chinese}, {"\xff\xfe", 0}}) {
    CAPTURE(row.text);
    CHECK(scripts_of(row.text) == row.scripts);
    CHECK(scripts_of(visual(row.text)) == row.scripts);  // joined letters are of the same script
  }
}

TEST_CASE("hanzi that only readers type come from a face of their own, once it is there; others are as wide as the box in their place") {
  const auto typed = test::read_asset(kTypedFont);
  REQUIRE(typed.ok());
  Assets assets = test::assets();
  assets.fonts.erase(std::string(kTypedFont));
  const std::u32string common = U"猫虱", rare = U"龘";
  const auto without = measure(assets, Language::zh), english = measure(assets, Language::en, bit(Script::chinese));
  REQUIRE(without.ok());
  REQUIRE(english.ok());
  CHECK_FALSE(without->regular.has(common[1]));
  REQUIRE_FALSE(take_in(kTypedFont, *typed, assets));
  for (const auto& [language, also] : {std::pair{Language::zh, Scripts{0}}, {Language::en, bit(Script::chinese)}}) {
    const auto with = measure(assets, language, also);
    REQUIRE(with.ok());
    for (const FontMetrics* m : {&with->regular, &with->bold, &with->display}) {
      for (const char32_t c : common) CHECK(m->has(c));
      CHECK_FALSE(m->has(rare[0]));
      CHECK(m->advance(rare[0], 16) == m->advance(kMissingLetter, 16));
    }
    const Measures& before = language == Language::zh ? *without : *english;
    for (const char32_t c : from_utf8("Aé中文2")) CHECK(with->regular.advance(c, 16) == before.regular.advance(c, 16));
  }
  const auto plain = measure(assets, Language::en);
  REQUIRE(plain.ok());
  CHECK_FALSE(plain->regular.has(common[1]));
}

TEST_CASE("faces of other scripts add their letters to a language's, and change no letter that it has") {
  const Scripts both = bit(Script::arabic) | bit(Script::chinese);
  for (const Language language : {Language::en, Language::zh, Language::ru, Language::ar}) {
    const auto wider = measure(test::assets(), language, both);
    REQUIRE(wider.ok());
    const Measures& own = test::measures(language);
    for (const FontMetrics* m : {&wider->regular, &wider->bold, &wider->display}) {
      for (const char* text : {"الظفرة", "中文"})
        for (const char32_t c : arabic_forms(from_utf8(text)))
          if (c != kNoLetter) CHECK(m->has(c));
    }
    for (const char32_t c : from_utf8("Aé–ж2₂")) CHECK(wider->regular.advance(c, 16) == own.regular.advance(c, 16));
  }
}
