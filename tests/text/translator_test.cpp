#include "text/translator.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "scene/explorer.hpp"

using namespace gs;

namespace {

const Translator& en() { return test::assets().en; }
const Translator& zh() { return test::assets().zh; }

/// "{0}", "{1}", ... of a pattern, each once.
std::set<std::string> placeholders(const std::string& pattern) {
  static const std::regex one(R"(\{[^}]*\})");
  std::set<std::string> out;
  for (std::sregex_iterator i(pattern.begin(), pattern.end(), one), end; i != end; ++i) out.insert(i->str());
  return out;
}

/// Characters of a text that no face of the chain has.
std::string missing(const FontMetrics& font, const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c >= 0x20 && !font.has(c)) out += text.substr(from, at - from);
  }
  return out;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void check_key(const std::string& key) {
  CAPTURE(key);
  CHECK(en().has(key));
}

template <class Enum>
void check_keys(const std::string& prefix, int count) {
  for (int i = 0; i < count; ++i) check_key(prefix + std::string(id_of(static_cast<Enum>(i))));
}

}  // namespace

TEST_CASE("both languages have the same keys and the same places for arguments", "[words]") {
  CHECK(en().words().size() > 200);
  for (const auto& [key, pattern] : en().words()) {
    CAPTURE(key);
    REQUIRE(zh().has(key));
    const auto places = placeholders(pattern);
    CHECK(places == placeholders(zh()(key)));
    // {0} ... {n - 1}: none is left out, none is named.
    std::set<std::string> expected;
    for (std::size_t i = 0; i < places.size(); ++i) expected.insert("{" + std::to_string(i) + "}");
    CHECK(places == expected);
  }
  for (const auto& [key, pattern] : zh().words()) {
    CAPTURE(key);
    CHECK(en().has(key));
  }
}

TEST_CASE("no text is empty but where nothing is to be said, and none has stray white space", "[words]") {
  for (const Translator* t : {&en(), &zh()}) {
    for (const auto& [key, text] : t->words()) {
      CAPTURE(t->code(), key, text);
      if (key != "capacity.unstated") CHECK_FALSE(text.empty());
      CHECK(text.find_first_of("\t\r\n") == std::string::npos);
      CHECK(text.find("  ") == std::string::npos);
    }
  }
}

TEST_CASE("Chinese texts are Chinese", "[words]") {
  for (const auto& [key, text] : zh().words()) {
    if (text.empty() || key == "range" || key == "percent") continue;
    bool letters = false, hanzi = false;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      letters = letters || (c >= 'a' && c <= 'z');
      hanzi = hanzi || c >= 0x4E00;
    }
    CAPTURE(key, text);
    // Latin letters alone may only be names that are the same in every language.
    if (letters && !hanzi) CHECK(text == en()(key));
  }
}

TEST_CASE("every character of the words, the facts and the map's names is in the fonts", "[words]") {
  const Measures &latin = test::measures(Language::en), &chinese = test::measures(Language::zh);
  for (const auto& [key, text] : en().words()) {
    CAPTURE(key);
    CHECK(missing(latin.regular, text).empty());
    CHECK(missing(latin.bold, text).empty());
  }
  for (const auto& [key, text] : zh().words()) {
    CAPTURE(key);
    CHECK(missing(chinese.regular, text).empty());
    CHECK(missing(chinese.bold, text).empty());
    CHECK(missing(chinese.display, text).empty());
  }
  const Portfolio& p = test::assets().portfolio;
  const auto named = [&](const std::string& id, const std::string& name, const std::string& name_zh) {
    CAPTURE(id, name, name_zh);
    CHECK(missing(latin.regular, name).empty());
    CHECK(missing(latin.bold, name).empty());
    CHECK(missing(chinese.regular, name_zh).empty());
    CHECK(missing(chinese.bold, name_zh).empty());
  };
  for (const Project& row : p.projects) named(row.id, row.name, row.name_zh);
  for (const Route& row : p.routes) named(row.id, row.name, row.name_zh);
  for (const Locomotive& row : p.locomotives) named(row.id, row.name, row.name_zh);
  for (const Country& c : test::assets().base->countries) {
    named(c.a3, c.name(NameLanguage::en), c.name(NameLanguage::zh));
  }
  for (const Route& row : p.routes) {
    for (const RoutePoint& point : row.points) {
      CAPTURE(row.id, point.name);
      CHECK(missing(latin.bold, point.name).empty());
    }
  }
}

TEST_CASE("every key that the sources name exists", "[words]") {
  namespace fs = std::filesystem;
  std::error_code failure;
  std::set<std::string> families;
  for (const auto& [key, text] : en().words()) families.insert(key.substr(0, key.find('.')));
  // A quoted word with a dot of a family that the words know, or any literal that is given to a translator.
  static const std::regex quoted(R"re("([a-z]+\.[a-z0-9_.]*[a-z0-9_])")re");
  static const std::regex asked(R"re(\btr(?:\(\))?\("([^"]+)"\s*[,)])re");
  static const std::set<std::string> kFiles{".csv", ".json", ".png", ".ini", ".ttf", ".txt", ".bin"};
  int files = 0, keys = 0;
  fs::recursive_directory_iterator entry("app", failure), end;
  if (failure) SKIP("the sources cannot be listed here: " << failure.message());
  for (; entry != end; entry.increment(failure)) {
    if (failure) SKIP("the sources cannot be listed here: " << failure.message());
    const fs::path& file = entry->path();
    if (file.extension() != ".cpp" && file.extension() != ".hpp") continue;
    const std::string text = text_of(file);
    ++files;
    CAPTURE(file.string());
    for (std::sregex_iterator i(text.begin(), text.end(), quoted), last; i != last; ++i) {
      const std::string key = i->str(1);
      if (!families.contains(key.substr(0, key.find('.'))) || kFiles.contains(key.substr(key.rfind('.')))) continue;
      if (key.ends_with('_')) continue;  // the beginning of a key: see the next test
      check_key(key);
      ++keys;
    }
    for (std::sregex_iterator i(text.begin(), text.end(), asked), last; i != last; ++i) check_key(i->str(1));
  }
  CHECK(files > 100);
  CHECK(keys > 150);
}

TEST_CASE("every key that is made of a fact's word exists", "[words]") {
  check_keys<Technology>("tech.", kTechnologyCount);
  check_keys<Category>("category.", kCategoryCount);
  check_keys<Status>("status.", kStatusCount);
  check_keys<Confidence>("confidence.", 3);
  check_keys<CoordPrecision>("precision.", 6);
  check_keys<CapacityBasis>("capacity.", 7);
  check_keys<LineStatus>("line.", 3);
  check_keys<Electrified>("electrified.", 4);
  check_keys<LocomotiveType>("loco.", 6);
  check_keys<Bri>("bri.", 4);
  check_keys<FactorMethod>("method.", kFactorMethodCount);
  check_keys<EnergyBasis>("basis.", 4);
  for (const Claim& row : test::assets().portfolio.claims) {
    if (!row.corroborated.empty()) check_key("claim.corroborated_" + row.corroborated);
  }
  for (const ProjectionInfo& row : projections()) check_key("projection." + std::string(row.key));
  for (const Route& row : test::assets().portfolio.routes) {
    if (!row.tracks.empty()) check_key("tracks." + row.tracks);
  }
}

TEST_CASE("a translator fills in, shows what is missing and survives a wrong pattern", "[words]") {
  const auto t = Translator::from_json("en", R"({"a": "{0} of {1}", "b": "{2} {", "c": "plain"})");
  REQUIRE(t.ok());
  CHECK((*t)("a", 3, "x") == "3 of x");
  CHECK((*t)("b", 3) == "{2} {");
  CHECK((*t)("c") == "plain");
  CHECK((*t)("no.such") == "no.such");
  CHECK((*t)("no.such", 1) == "no.such");
  CHECK_FALSE(t->has("no.such"));
  CHECK_FALSE(t->chinese());
}

TEST_CASE("a file of words that is none is refused with its name", "[words]") {
  struct Row {
    const char *json, *error;
  };
  const Row rows[] = {{"", "i18n/zh.json: expected a JSON object of key to text"},
                      {"[]", "i18n/zh.json: expected a JSON object of key to text"},
                      {"{\"a\": \"b\"", "i18n/zh.json: expected a JSON object of key to text"},
                      {"{\"a\": 5}", "i18n/zh.json:a: expected a text"}};
  for (const Row& row : rows) {
    const auto t = Translator::from_json("zh", row.json);
    CAPTURE(row.json);
    REQUIRE_FALSE(t.ok());
    CHECK(t.error().text() == row.error);
  }
}
