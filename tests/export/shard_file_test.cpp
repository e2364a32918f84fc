#include "export/shard_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include "export/table_export.hpp"
#include "sim/runs.hpp"

/// Shards as files.
using namespace gs;

namespace {

const Portfolio& data() { return test::repository_data().portfolio; }

Scenario scenario_of(int draws) {
  Scenario scenario;
  scenario.year = 2035;
  scenario.method = FactorMethod::ember_average;
  scenario.what_if.weather = 90;
  scenario.drawing = {draws, 18'446'744'073'709'551'615u};
  return scenario;
}

std::string file_of(const Portfolio& portfolio, const Scenario& scenario, Shard shard) {
  return to_shard_file({"0.1.0-test", portfolio.version, scenario}, build_part(portfolio, scenario.drawing, shard));
}

ShardFile read(std::string name, std::string_view bytes) {
  auto file = read_shard_file(std::move(name), bytes);
  if (!file) FAIL(file.error().text());
  return std::move(*file);
}

/// Of small data, "a.shard" being the first of three.
std::vector<ShardFile> three(const Portfolio& portfolio) {
  std::vector<ShardFile> files;
  for (std::size_t i = 0; i < 3; ++i)
    files.push_back(read(std::string(1, static_cast<char>('a' + i)) + ".shard", file_of(portfolio, scenario_of(64), {i + 1, 3})));
  return files;
}

std::vector<std::string> texts(std::span<const ShardFile> files, std::string_view data_version) {
  std::vector<std::string> out;
  for (const Error& e : problems_of(files, "0.1.0-test", data_version)) out.push_back(e.text());
  return out;
}

}  // namespace

TEST_CASE("the shards of all data joined from their files give the bytes of the whole, as CSV and as JSON", "[export][shard][data]") {
  const Scenario scenario = scenario_of(64);
  std::vector<FleetPart> parts;
  for (const std::size_t number : {2, 3, 1}) {
    ShardFile file = read("x", file_of(data(), scenario, {number, 3}));
    CHECK(file.head.scenario == scenario);
    CHECK(file.head.data == data().version);
    CHECK(file.part.shard == Shard{number, 3});
    parts.push_back(std::move(file.part));
  }
  const auto joined = join_parts(data(), scenario.drawing, std::move(parts));
  REQUIRE(joined);
  const Results whole = simulate(data(), scenario), again = simulate(data(), *joined, scenario);
  CHECK(again.digest == whole.digest);
  CHECK(to_csv(data(), again) == to_csv(data(), whole));
  CHECK(to_json(data(), again) == to_json(data(), whole));
}

TEST_CASE("what is written of a part is written again of what was read", "[export][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  const std::string bytes = file_of(portfolio, scenario_of(64), {1, 2});
  ShardFile file = read("x", bytes);
  CHECK(to_shard_file(file.head, std::move(file.part)) == bytes);
}

TEST_CASE("a file that is cut off anywhere, or changed in any byte, is refused", "[export][shard]") {
  const std::string good = file_of(test::small_set().portfolio(), scenario_of(64), {3, 40});
  const std::size_t step = good.size() / 500 + 1;
  for (std::size_t i = 0; i < good.size(); i += i < 200 ? 1 : step) {
    INFO(i);
    CHECK_FALSE(read_shard_file("x", std::string_view(good).substr(0, i)));
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_FALSE(read_shard_file("x", changed));
  }
  CHECK_FALSE(read_shard_file("x", good + "x"));
}

TEST_CASE("what is wrong with a file is said with what was expected and found", "[export][shard]") {
  const auto refusal = [](std::string_view bytes) {
    const auto file = read_shard_file("a.shard", bytes);
    return file ? "" : file.error().text();
  };
  CHECK(refusal("") == "a.shard: expected a file of greensilk simulate --shard (greensilk-shard-1), found nothing");
  CHECK(refusal("id,name\n1,2\n") == "a.shard: expected a file of greensilk simulate --shard (greensilk-shard-1), found \"id,name\"");
  CHECK(refusal("\x89PNG\n") == "a.shard: expected a file of greensilk simulate --shard (greensilk-shard-1), found other bytes");
  CHECK(refusal("greensilk-shard-2 0 0\n") == "a.shard: expected a file of greensilk simulate --shard (greensilk-shard-1), found \"greensilk-shard-2 0 0\"");
  std::string bytes = file_of(test::small_set().portfolio(), scenario_of(64), {1, 2});
  CHECK(refusal(std::string_view(bytes).substr(0, bytes.size() - 1)).ends_with("the file is cut off or damaged"));
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  CHECK(refusal(bytes).ends_with("the file is damaged"));
}

TEST_CASE("files of one study have no problem, in any order", "[export][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  std::vector<ShardFile> files = three(portfolio);
  std::swap(files[0], files[2]);
  CHECK(texts(files, portfolio.version).empty());
}

TEST_CASE("missing, repeated and foreign shards are named", "[export][shard]") {
  const Portfolio portfolio = test::small_set().portfolio();
  const auto with = [&](auto change) {
    std::vector<ShardFile> files = three(portfolio);
    change(files);
    return texts(files, portfolio.version);
  };
  using Files = std::vector<ShardFile>;
  using Texts = std::vector<std::string>;
  CHECK(with([](Files& f) { f.erase(f.begin() + 1); }) == Texts{"expected all 3 shards, found none of 2/3"});
  CHECK(with([](Files& f) { f[1].part.shard = {1, 3}; }) ==
        Texts{"b.shard: expected each shard once, found 1/3 in a.shard too", "expected all 3 shards, found none of 2/3"});
  CHECK(with([](Files& f) { f[2].part.shard = {3, 4}; }) ==
        Texts{"c.shard: expected one of 3 shards as in a.shard, found 3/4", "expected all 3 shards, found none of 3/3"});
  CHECK(with([](Files& f) { f[1].head.program = "0.0.9"; }).front() == "b.shard: expected a shard by program 0.1.0-test, found one by 0.0.9");
  CHECK(with([](Files& f) { f[1].head.data = "0123456789abcdef"; }).front() ==
        "b.shard: expected a shard of data " + portfolio.version + ", found one of 0123456789abcdef (--data and --own are to be those of the shards)");
  CHECK(with([](Files& f) { f[1].head.scenario.year = 2040; }).front().starts_with("b.shard: expected the scenario v=1"));
  CHECK(with([](Files& f) {
          for (ShardFile& file : f) file.part.shard.of = 20;
        }) == Texts{"expected all 20 shards, found none of 4/20, 5/20, 6/20, 7/20, 8/20, 9/20, 10/20, 11/20 and 9 more"});
}
