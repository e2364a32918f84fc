#include "text/translator.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "scene/explorer.hpp"
#include "text/bidi.hpp"
#include "text/utf8.hpp"

using namespace gs;

namespace {

const Translator& of(Language l) { return test::assets().words(l); }
const Translator& en() { return of(Language::en); }
constexpr std::array<Language, 3> kOthers{Language::zh, Language::ru, Language::ar};

/// Names of rows of the data and its free texts are none of the words.
bool is_of_data(const std::string& key) { return key.starts_with("name.") || key.starts_with("fact."); }

/// "{0}", "{1}", ... of a pattern, each once.
std::set<std::string> placeholders(const std::string& pattern) {
  static const std::regex one(R"(\{[^}]*\})");
  std::set<std::string> out;
  for (std::sregex_iterator i(pattern.begin(), pattern.end(), one), end; i != end; ++i) out.insert(i->str());
  return out;
}

/// Characters of a text that no face of the chain has.
std::string missing(const FontMetrics& font, const std::string& words) {
  std::string out;
  const std::string text = to_utf8(arabic_forms(from_utf8(words)));  // what is drawn
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c >= 0x20 && c != kNoLetter && !is_direction_sign(c) && !font.has(c)) out += text.substr(from, at - from);
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

TEST_CASE("all languages have the same keys and the same places for arguments", "[words]") {
  CHECK(en().words().size() > 200);
  for (const Language l : kOthers) {
    for (const auto& [key, pattern] : en().words()) {
      CAPTURE(code_of(l), key);
      REQUIRE(of(l).has(key));
      const auto places = placeholders(pattern);
      CHECK(places == placeholders(of(l)(key)));
      // {0} ... {n - 1}: none is left out, none is named.
      std::set<std::string> expected;
      for (std::size_t i = 0; i < places.size(); ++i) expected.insert("{" + std::to_string(i) + "}");
      CHECK(places == expected);
    }
    for (const auto& [key, pattern] : of(l).words()) {
      CAPTURE(code_of(l), key);
      CHECK((is_of_data(key) || en().has(key)));
    }
  }
}

TEST_CASE("no text is empty but where nothing is to be said, and none has stray white space", "[words]") {
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    for (const auto& [key, text] : of(l).words()) {
      CAPTURE(code_of(l), key, text);
      if (key != "capacity.unstated") CHECK_FALSE(text.empty());
      CHECK(text.find_first_of("\t\r\n") == std::string::npos);
      CHECK(text.find("  ") == std::string::npos);
    }
  }
}

TEST_CASE("a language's texts are in its script", "[words]") {
  const auto in_script = [](Language l, char32_t c) {
    return l == Language::zh ? c >= 0x4E00 : l == Language::ru ? c >= 0x400 && c < 0x500 : is_rightward(c);
  };
  for (const Language l : kOthers) {
    for (const auto& [key, text] : of(l).words()) {
      if (text.empty() || key == "range" || key == "percent" || is_of_data(key)) continue;
      bool letters = false, own = false;
      for (const char32_t c : from_utf8(text)) {
        letters = letters || (c >= 'a' && c <= 'z');
        own = own || in_script(l, c);
      }
      CAPTURE(code_of(l), key, text);
      // Latin letters alone may only be names that are the same in every language.
      if (letters && !own) CHECK(text == en()(key));
    }
  }
}

TEST_CASE("every character of the words, the facts and the map's names is in the fonts of its language", "[words]") {
  const Portfolio& p = test::assets().portfolio;
  for (const Language l : {Language::en, Language::zh, Language::ru, Language::ar}) {
    const Measures& m = test::measures(l);
    const auto drawable = [&](const std::string& text) {
      CAPTURE(code_of(l), text);
      CHECK(missing(m.regular, text).empty());
      CHECK(missing(m.bold, text).empty());
    };
    for (const auto& [key, text] : of(l).words()) {
      if (key == "name.order") continue;  // no text: what sorts before what
      CAPTURE(key);
      drawable(text);
      if (!is_of_data(key)) CHECK(missing(m.display, text).empty());
    }
    for (const Project& row : p.projects) drawable(display_name(row, of(l)));
    for (const Route& row : p.routes) drawable(display_name(row, of(l)));
    for (const Locomotive& row : p.locomotives) drawable(display_name(row, of(l)));
    for (const Country& c : test::assets().base->countries) drawable(c.name(name_language(of(l))));
    for (const Route& row : p.routes) {
      for (const RoutePoint& point : row.points) drawable(station_name(point.name, of(l)));
    }
    // The name of Chinese has a file of its own.
    for (const char* name : {"English", "Русский", "العربية"}) drawable(name);
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

TEST_CASE("a free text of the facts is found by its English, and stays English where it has no translation", "[words]") {
  CHECK(fact_hash("") == 0x811c9dc5u);  // the published vectors of FNV-1a
  CHECK(fact_hash("a") == 0xe40c292cu);
  CHECK(fact_hash("foobar") == 0xbf9cf968u);
  const auto t = Translator::from_json("zh", R"({"fact.bf9cf968": "译文"})");
  REQUIRE(t.ok());
  CHECK(t->fact("foobar") == "译文");
  CHECK(t->fact("foobaz") == "foobaz");
  CHECK(t->fact("").empty());
}

TEST_CASE("the shipped facts are found in every language but English", "[words]") {
  for (const Language l : kOthers) {
    int said = 0;
    for (const Project& p : test::assets().portfolio.projects) said += of(l).fact(p.chinese_role) != p.chinese_role;
    CAPTURE(code_of(l));
    CHECK(said > 50);
  }
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
