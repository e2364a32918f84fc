#include "bench/facts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "portfolio/load.hpp"

namespace gs::bench {

const Portfolio& portfolio() {
  static const Loaded loaded = load_portfolio([](std::string_view name) -> Result<std::string> {
    for (const char* folder : {"data/", "build/native/assets/data/"}) {
      std::ifstream file(folder + std::string(name), std::ios::binary);
      if (file) return std::string(std::istreambuf_iterator<char>(file), {});
    }
    return Error{std::string(name), "cannot be read"};
  });
  REQUIRE(loaded.portfolio.projects.size() > 100);
  return loaded.portfolio;
}

}  // namespace gs::bench
