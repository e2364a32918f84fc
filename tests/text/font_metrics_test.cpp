#include "text/font_metrics.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace {

std::vector<std::byte> font(const std::string& name) {
  const char* asked = std::getenv("GREENSILK_ASSETS");
  const std::string path =
      (asked && *asked ? std::string(asked) : std::string("build/native/assets")) + "/fonts/" + name;
  std::ifstream file(path, std::ios::binary);
  INFO("the baked font " << path << " (set GREENSILK_ASSETS)");
  REQUIRE(file.good());
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto* bytes = reinterpret_cast<const std::byte*>(text.data());
  return {bytes, bytes + text.size()};
}

gs::FontMetrics metrics(const std::string& face) {
  auto made = gs::FontMetrics::load({font(face), font("zh.ttf")});
  REQUIRE(made.ok());
  return *made;
}

const gs::FontMetrics& regular() {
  static const gs::FontMetrics m = metrics("text-regular.ttf");
  return m;
}

const gs::FontMetrics& bold() {
  static const gs::FontMetrics m = metrics("text-bold.ttf");
  return m;
}

std::vector<std::string> lines(std::string_view text, float px, float width) {
  std::vector<std::string> out;
  for (const gs::TextLine& line : regular().wrap(text, px, width))
    out.emplace_back(text.substr(line.begin, line.end - line.begin));
  return out;
}

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += gs::next_code_point(text, at);
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("UTF-8 is decoded, and what is not UTF-8 becomes replacement characters", "[font]") {
  struct Row {
    const char* what;
    std::string bytes;
    std::u32string expected;
  };
  const Row rows[] = {
      {"one to four bytes", "A\xC3\xA9\xE7\xBB\xBF\xF0\x9F\x8C\xB1", U"Aé绿🌱"},
      {"a lone continuation", "a\x80z", U"a\uFFFDz"},
      {"an overlong slash", "\xC0\xAF", U"\uFFFD\uFFFD"},
      {"an overlong form of three bytes", "\xE0\x80\x80", U"\uFFFD\uFFFD\uFFFD"},
      {"a surrogate", "\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},
      {"above U+10FFFF", "\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"cut short at the end", "ok\xE7\xBB", U"ok\uFFFD"},
      {"cut short before a letter", "\xE7\xBBx", U"\uFFFDx"},
      {"never a first byte", "\xFF\xFE", U"\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(decoded(row.bytes) == row.expected);
  }
}

TEST_CASE("the faces have the signs that figures and controls need", "[font]") {
  const std::u32string signs = U"0123456789₂³−–—·×‰≤≥≈→←↑↓…′″\u2009\u202F\u00A0•●○✓✕▶°±“”‘’";
  for (const char32_t c : signs) {
    INFO("U+" << std::hex << static_cast<unsigned>(c));
    CHECK(regular().has(c));
    CHECK(bold().has(c));
  }
  for (const char32_t c : std::u32string(U"Қазақ Россия中国，。（）")) CHECK(regular().has(c));
}

TEST_CASE("the display face has figures with a true minus", "[font]") {
  const auto display = gs::FontMetrics::load({font("display-bold.ttf")});
  REQUIRE(display.ok());
  for (const char32_t c : std::u32string(U"−0123456789.,±×\u2009₂Mt")) CHECK(display->has(c));
  CHECK_FALSE(display->has(U'中'));
}

TEST_CASE("a minus is as wide as a plus, in every weight", "[font]") {
  CHECK(regular().advance(0x2212, 14) == regular().advance('+', 14));
  CHECK(bold().advance(0x2212, 14) == bold().advance('+', 14));
}

TEST_CASE("width grows with the size and is the sum of its parts", "[font]") {
  const std::string text = "2.4 Mt CO₂ a year 中国";
  const float at12 = regular().width(text, 12), at24 = regular().width(text, 24);
  CHECK(at12 > 60.0f);
  CHECK(std::abs(at24 - 2 * at12) < 1e-3f);
  const float parts = regular().width("2.4 Mt CO₂", 12) + regular().width(" a year 中国", 12);
  CHECK(std::abs(parts - at12) < 1e-3f);
  CHECK(regular().width("", 12) == 0.0f);
  CHECK(bold().width("Kazakhstan", 14) > regular().width("Kazakhstan", 14));
  CHECK(regular().width("iiii", 14) < regular().width("mmmm", 14));
  CHECK(std::abs(regular().width("0123456789", 14) - 10 * regular().width("0", 14)) < 1e-3f);
}

TEST_CASE("px is the height from ascent to descent, as in Dear ImGui", "[font]") {
  CHECK(std::abs(regular().ascent(14) + regular().descent(14) - 14) < 1e-4f);
  CHECK(regular().line_height(14) == 14.0f);
  // Noto Sans: ascent 1069, descent 293, a digit 572 units wide, of 1000 to the em.
  CHECK(std::abs(regular().ascent(1362) - 1069) < 0.01f);
  CHECK(std::abs(regular().advance('0', 1362) - 572) < 0.01f);
  // Droid Sans Fallback scales by its own height: 256 of 267 + 68 units.
  CHECK(std::abs(regular().advance(U'中', 335) - 256) < 0.01f);
}

TEST_CASE("a character that no face has is as wide as what is drawn in its place", "[font]") {
  REQUIRE_FALSE(regular().has(0x1F331));
  for (const gs::FontMetrics* face : {&regular(), &bold()}) {
    REQUIRE(face->has(gs::kMissingLetter));
    CHECK(face->advance(0x1F331, 14) == face->advance(gs::kMissingLetter, 14));
    CHECK(face->advance(0x1F331, 14) > 0.0f);
  }
  CHECK(regular().advance('\n', 14) == 0.0f);
}

TEST_CASE("lines keep to the width, lose no letter and break at spaces", "[font]") {
  const std::string text =
      "The plant was connected to the grid in 2023 and delivers 2,000 MW through a state-of-the-art substation.";
  for (const float width : {60.0f, 123.0f, 240.0f, 1000.0f}) {
    const auto wrapped = regular().wrap(text, 14, width);
    std::string joined;
    for (const gs::TextLine& line : wrapped) {
      CHECK(line.width <= width + 0.01f);
      const std::string_view part = std::string_view(text).substr(line.begin, line.end - line.begin);
      CHECK(std::abs(regular().width(part, 14) - line.width) < 0.01f);
      if (!joined.empty() && joined.back() != '-') joined += ' ';
      joined += part;
    }
    CHECK(joined == text);
  }
  CHECK(regular().wrap(text, 14, 1000).size() == 1);
}

TEST_CASE("wrapping follows the rules of each script", "[font]") {
  // Hanzi of country names: those are always in the subset.
  const float one = regular().advance(U'中', 20);
  CHECK(lines("中国印度", 20, 2 * one) == Lines{"中国", "印度"});
  CHECK(lines("中国，印度", 20, 2 * one) == Lines{"中", "国，", "印度"});
  CHECK(lines("中（国）", 20, 2 * one) == Lines{"中", "（国", "）"});
  CHECK(lines("中国240印度", 20, regular().width("中国240", 20)) == Lines{"中国", "240印度"});
  CHECK(lines("solar and wind", 20, regular().width("solar and", 20)) == Lines{"solar and", "wind"});
  CHECK(lines("China-Europe", 20, regular().width("China-Eu", 20)) == Lines{"China-", "Europe"});
  CHECK(lines("2.4\u00A0Mt a\u202Fb", 20, regular().width("2.4 Mt a", 20)) == Lines{"2.4\u00A0Mt", "a\u202Fb"});
  CHECK(lines("-45 to -83", 20, regular().width("-45 to -", 20)) == Lines{"-45 to", "-83"});
}

TEST_CASE("hard line ends, empty texts and words too long for the line", "[font]") {
  CHECK(lines("", 14, 100) == Lines{""});
  CHECK(lines("a\nb\r\n\nc", 14, 100) == Lines{"a", "b", "", "c"});
  CHECK(lines("   ", 14, 100) == Lines{""});
  CHECK(lines("mmm", 14, 1) == Lines{"m", "m", "m"});
  CHECK(lines("ab wwwwwwww", 14, regular().width("wwww", 14)) == Lines{"ab", "wwww", "wwww"});
  CHECK(lines("\xFF\xFE", 14, 100).size() == 1);
}

TEST_CASE("bytes that are not a font are refused by name of the face", "[font]") {
  CHECK_FALSE(gs::FontMetrics::load({}).ok());
  const auto empty = gs::FontMetrics::load({font("text-regular.ttf"), {}});
  REQUIRE_FALSE(empty.ok());
  CHECK(empty.error().where == "font face 1");
  auto cut = font("zh.ttf");
  cut.resize(cut.size() / 2);
  const auto truncated = gs::FontMetrics::load({cut});
  REQUIRE_FALSE(truncated.ok());
  CHECK(truncated.error().what == "expected a TrueType file, found other or truncated bytes");
}
