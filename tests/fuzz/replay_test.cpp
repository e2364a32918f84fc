// The inputs that the fuzzers have kept, through the same functions.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "fuzz/targets.hpp"

using namespace gs;

namespace {

std::set<std::filesystem::path> inputs(const char* target) {
  const std::filesystem::directory_iterator files("tests/fuzz/corpus/" + std::string(target)), end;
  std::set<std::filesystem::path> out;
  for (auto file = files; file != end; ++file) out.insert(file->path());
  return out;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("what the fuzzers have kept is read without harm, whole and cut anywhere", "[fuzz]") {
  const struct {
    const char* name;
    void (*feed)(std::string_view);
    std::size_t cuts;  ///< of a file, besides the whole of it
  } targets[] = {{"csv", fuzz::csv, 40}, {"geojson", fuzz::geojson, 40}, {"link", fuzz::link, 40}, {"story", fuzz::story, 20}, {"tmy", fuzz::tmy, 4}};
  for (const auto& target : targets) {
    const auto files = inputs(target.name);
    CHECK(files.size() >= 3);
    for (const auto& file : files) {
      INFO(file.string());
      const std::string bytes = bytes_of(file);
      CHECK_NOTHROW(target.feed(bytes));
      for (std::size_t cut = 0; cut < target.cuts; ++cut) {
        CAPTURE(cut);
        CHECK_NOTHROW(target.feed(std::string_view(bytes).substr(0, bytes.size() * cut / target.cuts)));
      }
    }
  }
}
