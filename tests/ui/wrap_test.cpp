#include "ui/wrap.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using gs::ui::first_line;

namespace {

/// Lines of a text in which a Latin character is 1 wide and a Chinese one 2.
std::vector<std::string> lines(std::string_view text, float width) {
  std::vector<std::string> all;
  while (!text.empty()) {
    std::string_view next;
    all.emplace_back(first_line(text, width, [](char32_t c) { return c < 0x2E80 ? 1.0f : 2.0f; }, next));
    text = next;
  }
  return all;
}

}  // namespace

TEST_CASE("lines end where a reader expects it") {
  struct Row {
    const char* law;
    const char* text;
    float width;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows{
      {"a text that fits is one line", "two words", 9, {"two words"}},
      {"a space at the end of a line goes", "two words", 8, {"two", "words"}},
      {"a number stays whole", "homes 3,200,000", 12, {"homes", "3,200,000"}},
      {"a thin space before a per cent does not break", "up to 20\u2009%", 8, {"up to", "20\u2009%"}},
      {"a word that is too long is cut", "abcdefgh", 3, {"abc", "def", "gh"}},
      {"a newline ends a line", "a\nb", 9, {"a", "b"}},
      {"Chinese breaks anywhere", "光伏风电水电", 8, {"光伏风电", "水电"}},
      {"but not before a full stop", "光伏风电。", 8, {"光伏风", "电。"}},
      {"nor after an opening sign", "光伏风（电）", 8, {"光伏风", "（电）"}},
      {"a year in Chinese stays whole", "到 2060 年为止", 5, {"到", "2060", "年为", "止"}},
  };
  for (const Row& row : rows) {
    INFO(row.law);
    CHECK(lines(row.text, row.width) == row.expected);
  }
}

TEST_CASE("no byte of a text is lost but the spaces at which it breaks") {
  const std::string text = "All uncertain inputs 一起抽样，1,024 次。 P10 and P90: “so”";
  for (float width = 1; width < 60; width += 1) {
    std::string joined, plain;
    for (const std::string& line : lines(text, width)) joined += line;
    for (const char c : text) if (c != ' ') plain += c;
    std::erase(joined, ' ');
    CHECK(joined == plain);
  }
}
