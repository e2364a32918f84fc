#include "text/problem.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "portfolio/own_data.hpp"
#include "scene/data_checks.hpp"
#include "scene/explorer.hpp"
#include "scene/view.hpp"
#include "state/url.hpp"
#include "units/problem.hpp"

using namespace gs;

namespace {

using Problems = std::vector<Error>;

const Translator& of(Language l) { return test::assets().words(l); }

void add(Problems& all, const Problems& more) { all.insert(all.end(), more.begin(), more.end()); }

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

/// A GeoJSON of as many features as asked for.
std::string features(const std::string& feature, int count) {
  return R"({"type":"FeatureCollection","features":[)" + feature + repeated("," + feature, count - 1) + "]}";
}

/// Of files on the base map, each with a problem of its own kind.
Problems of_projects() {
  const std::string head = "Name,Type,Lat,Lon,MW,colour,Status,Title,Country,year,generation_gwh\n";
  const std::string rows[] = {"A,wind_onshor,43,70,100,,,,,,",        "B,solar,95,70,100,,,,KAZ,,",
                              "C,solar,43,70,,,,,KAZ,,",              "D,solar,43,70,100,,,,KAZ,2020.5,",
                              "E,solar,43,70,100,,,,Atlantis,,",      "F,solar,50,10,100,,,,KAZ,,",
                              "G,solar,70,45,100,,,,KAZ,,",           "H,solar,43.2,76.9,1,,,,KAZ,,1000",
                              std::string(201, 'n') + ",solar,43,70,100,,,,KAZ,,",
                              "I,solar,43,70",                        "J \"x\",solar,43,70,100,,,,KAZ,,",
                              "\xFFK,solar,43,70,100,,,,KAZ,,",       "\"L,solar,43,70"};
  std::string mine = head;
  for (const std::string& row : rows) mine += row + "\n";
  Problems all = read_own_data("mine.csv", mine, own_checks_of(test::assets().base)).problems;
  for (const std::string& bytes : {std::string("name,technology,latitude,longitude\nA,solar,24,50\n"), std::string("name,technology,latitude,longitude,capacity_mw\n"),
                                   repeated("c,", 200) + "c\n1\n", std::string("\xC3,b\n"),
                                   "name,technology,latitude,longitude,capacity_mw,country\n" + repeated("Park,solar,24,50,1,KAZ\n", static_cast<int>(kMostOwnRows) + 1)})
    add(all, read_own_data("more.csv", bytes).problems);
  return all;
}

Problems of_lines() {
  std::string many = "line,lat,lon\n";
  for (std::size_t i = 0; i <= kMostOwnLines; ++i)
    for (const char* place : {",45,70\n", ",45,71\n"}) many += "L" + std::to_string(i) + place;
  Problems all = read_own_data("lines.csv", "line,seq,latitude,longitude,km\nA,1,45,70,0\nA,1,45,71,1\nA,2,45,72,5\nA,3,45,73,3\nB,1,45,70,\nC,,45,70,\n").problems;
  add(all, read_own_data("many.csv", many).problems);
  add(all, read_own_data("places.csv", "line,latitude\nA,45\n").problems);
  return all;
}

Problems of_files() {
  Problems all = read_own_data("big.csv", "", {}, 12'300'000).problems;
  const std::string files[] = {"",
                               std::string("PK\x03\x04zz"),
                               std::string("\xFF\xFE" "n"),
                               "%PDF-1",
                               std::string("abc\0def", 7),
                               R"({"type":"FeatureCollection","features":[)",
                               R"({"type":"Topology"})",
                               std::string(40, '['),
                               R"({"type":"FeatureCollection","features":[17,{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]}}]})",
                               features(R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[]}})", static_cast<int>(kMostOwnRows) + 1),
                               features("17", static_cast<int>(kMostOwnProblems) + 7)};
  for (const std::string& bytes : files) add(all, read_own_data("file", bytes).problems);
  return all;
}

Problems of_links() {
  Problems all;
  for (const char* link : {"nonsense=1&v=2&p=nonsense&proj=%01&lat=abc&y=2010.5&step=x&d=x&lang=xx&b=zz:1&order=x&fade=x&hidden=2&sel=x&pace=7", "y=99999&built=2020-2010&line=A!&country=xyz",
                           "p=custom", "proj=%2Bproj%3Dmerc", "p=custom&proj=%2Bproj%3Dnonsense"}) {
    FromFragment read = from_fragment(link, known_projection);
    check_projection(read.state, read.ignored);
    add(all, read.ignored);
  }
  const std::string a(16, 'a'), b(16, 'b'), c(16, 'c'), own = "00000000cccccccc";
  const struct {
    std::string link, data_version;
  } notes[] = {{"data=" + b, c}, {"d=" + b, c}, {"data=" + c + "&d=" + b, c}, {"data=" + b + "&d=" + b, c}, {"data=" + own + "&d=" + b, c}, {"d=" + b, own}};
  for (const auto& row : notes) {
    const auto note = digest_note(from_fragment(row.link, known_projection), row.data_version, a);
    REQUIRE(note);
    all.push_back(*note);
  }
  return all;
}

Problems every_kind() {
  Problems all = of_projects();
  for (const Problems& more : {of_lines(), of_files(), of_links()}) add(all, more);
  return all;
}

}  // namespace

TEST_CASE("every problem of own data and of links has words in each language, with what was found", "[words][problem]") {
  for (const Error& e : every_kind()) {
    CAPTURE(e.text());
    REQUIRE_FALSE(e.phrases.empty());
    CHECK(words_of(e, of(Language::en)) == e.what);
    CHECK(placed_words(e, of(Language::en)) == e.text());
    for (const Language l : {Language::zh, Language::ru, Language::ar}) {
      const std::string words = words_of(e, of(l));
      CAPTURE(code_of(l), words);
      CHECK(words != e.what);
      for (const Phrase& p : e.phrases) {
        CAPTURE(p.key);
        REQUIRE(of(l).has(p.key));
        CHECK(of(l)(p.key) != of(Language::en)(p.key));
        for (const std::string& arg : p.args) CHECK(words.find(arg) != std::string::npos);
      }
    }
  }
}

TEST_CASE("no words of problems are without a problem that says them", "[words][problem]") {
  std::set<std::string> said{"problem.between", "problem.unreadable"};  // the second is said of files that cannot be opened
  for (const Error& e : every_kind())
    for (const Phrase& p : e.phrases) said.insert(p.key);
  for (const auto& [key, pattern] : of(Language::en).words())
    if (key.starts_with("problem.")) {
      CAPTURE(key);
      CHECK(said.contains(key));
    }
}

TEST_CASE("a problem without words of the language stands in English", "[words][problem]") {
  const auto t = Translator::from_json("zh", R"({"a.b": "应为 {0}", "problem.between": "，"})");
  REQUIRE(t);
  CHECK(words_of({"x", "no phrase"}, *t) == "no phrase");
  CHECK(placed_words({"x", "no phrase"}, *t) == "x: no phrase");
  CHECK(placed_words({"", "no phrase"}, *t) == "no phrase");
  CHECK(words_of(error_at("x", what("a.b", "expected {}", 5)), *t) == "应为 5");
  CHECK(words_of(error_at("x", what("a.b", "expected {}", 5) + what("a.c", "found {}", 6)), *t) == "expected 5, found 6");
  // Half a sentence says nothing.
  CHECK(error_at("x", What{"expected that"} + what("a.b", "found {}", 6)).phrases.empty());
  CHECK(error_at("x", what("a.b", "expected {}", 5) + What{"found that"}).phrases.empty());
}
