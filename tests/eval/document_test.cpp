#include "eval/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace gs;
using eval::Fields;
using eval::Json;

namespace {

eval::Folder folder_of(std::vector<std::string> paths) {
  return {"dir", std::move(paths), [](const std::string& path) -> Result<std::string> { return "mass: 25 # of " + path + "\n"; }};
}

Json yaml(std::string_view text) {
  Result<Json> value = eval::yaml_in("x.yaml", text);
  INFO((value ? std::string() : value.error().text()));
  REQUIRE(value);
  return std::move(value).value();
}

std::string refused(std::string_view text) {
  const Result<Json> value = eval::yaml_in("x.yaml", text);
  return value ? "read as " + value->dump() : value.error().text();
}

}  // namespace

TEST_CASE("a file of a folder is found by as much of its path as there is", "[eval][folder]") {
  const auto whole = folder_of({"README.md", "thirdparty/altrios/speed_trace.csv", "thirdparty/trainruns/paths/const.yaml"});
  CHECK(whole.find("thirdparty/altrios/speed_trace.csv") == "thirdparty/altrios/speed_trace.csv");
  CHECK(whole.find("speed_trace.csv") == "thirdparty/altrios/speed_trace.csv");
  CHECK(whole.find("trace.csv").empty());  // whole names only
  const auto part = folder_of({"altrios/speed_trace.csv", "const.yaml", "other/const.yaml", "trainruns/trains/const.yaml"});
  CHECK(part.find("thirdparty/altrios/speed_trace.csv") == "altrios/speed_trace.csv");
  CHECK(part.find("thirdparty/trainruns/paths/const.yaml") == "const.yaml");
  CHECK(part.find("thirdparty/trainruns/trains/const.yaml") == "trainruns/trains/const.yaml");
  const auto missing = part.bytes("thirdparty/altrios/wabtec.yaml");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().where == "dir/thirdparty/altrios/wabtec.yaml");
}

TEST_CASE("YAML gives numbers, truths, words, lists and maps, quoted words as they stand", "[eval][document]") {
  const Json value = yaml("a: {b: [1, [2, .5]], c: 'd'}\nyes: \"true\"\nno: null\nsky: true\nnote: 1 2\nminus: -3.281e6\n");
  CHECK(value.dump() == R"({"a":{"b":[1.0,[2.0,0.5]],"c":"d"},"yes":"true","no":null,"sky":true,"note":"1 2","minus":-3281000.0})");
  CHECK(yaml("%YAML 1.2\n---\n- [   0.0, 160, x ]  # a comment\n-\n  - 1\n").dump() == R"([[0.0,160.0,"x"],[1.0]])");
  CHECK(yaml("").is_null());
}

TEST_CASE("damaged YAML is refused with its place", "[eval][document]") {
  CHECK(refused("a: [1, 2\nb: 3\n").starts_with("x.yaml:2:"));
  CHECK(refused("a: 1\na: 2\n") == "x.yaml:2:1: a second field \"a\"");
  CHECK(refused("a: &big [1]\nb: *big\n") == "x.yaml:2:4: expected a value, found an alias, which is not read here");
  CHECK(refused(std::string(100, '[')).find("nested too deeply") != std::string::npos);
  CHECK(refused("a: \xff\n").find("not YAML") != std::string::npos);
  CHECK(refused("? [1]\n: 2\n").find("expected a word") != std::string::npos);
}

TEST_CASE("what lacks in a document is named once, with its place", "[eval][document]") {
  std::vector<Error> problems;
  const Json value = yaml("cars: [{mass: 25, kind: ore}, {mass: heavy}]\ngrid: [[1, 2], [3]]\n");
  const Fields fields(value, "x.yaml", problems);
  CHECK(fields.at("cars").at(0).number("mass") == 25.0);
  CHECK(fields.at("cars").at(0).word("kind") == "ore");
  CHECK(fields.numbers("grid") == std::vector<double>{1.0, 2.0, 3.0});
  CHECK(fields.at("cars").at(0).number_or("length", 18.0) == 18.0);
  CHECK(problems.empty());
  CHECK(std::isnan(fields.at("cars").at(1).number("mass")));
  CHECK(std::isnan(fields.at("cars").at(5).at("bogie").number("mass")));
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].text() == "x.yaml: cars[1].mass: expected a number");
  CHECK(problems[1].text() == "x.yaml: cars: expected a list with more than 5 entries");
}

TEST_CASE("a document that a folder lacks is a problem", "[eval][document]") {
  std::vector<Error> problems;
  CHECK(eval::document(folder_of({"trains/freight.yaml"}), "thirdparty/trains/freight.yaml", problems).dump() == R"({"mass":25.0})");
  CHECK(problems.empty());
  CHECK(eval::document(folder_of({}), "freight.yaml", problems).is_null());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].where == "dir/freight.yaml");
  CHECK(eval::json_in("p.json", "{\"a\": [1, 2.5]}")->dump() == R"({"a":[1,2.5]})");
  CHECK_FALSE(eval::json_in("p.json", "{\"a\": "));
}
