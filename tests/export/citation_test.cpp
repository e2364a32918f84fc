#include "export/citation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "portfolio/fixture.hpp"
#include "sim/simulate.hpp"

using namespace gs;

TEST_CASE("a citation says data, method, year, digest, link and range", "[export]") {
  const Portfolio p = test::DataSet::small().portfolio();
  const Results r = simulate(p, {FactorMethod::coal_equivalent, 2026, GridPathway::pledged, {64, 7}});
  const std::string text = citation(p, r, {"https://example.org/#y=2026", "2026-11-24"});
  for (const std::string& part :
       {p.version, r.digest, std::string("coal equivalent"), std::string("year 2026"), std::string("pledged pathway"),
        std::string("64 draws of seed 7"), std::string("https://example.org/#y=2026"), std::string("accessed 2026-11-24"), std::string("range")}) {
    INFO(part << " in " << text);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(citation(p, r, {}).find("accessed") == std::string::npos);
}

TEST_CASE("a BibTeX entry has balanced braces and the digest as its key", "[export]") {
  const Portfolio p = test::DataSet::small().portfolio();
  const Results r = simulate(p, {});
  const std::string text = bibtex(p, r, {"https://example.org/a_b#y=2026", "2026-11-24"});
  CHECK(text.find("@misc{greensilk-" + r.digest + ",") == 0);
  int depth = 0;
  for (const char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    CHECK(depth >= 0);
  }
  CHECK(depth == 0);
  CHECK(text.find("\\url{https://example.org/a_b#y=2026}") != std::string::npos);
}

TEST_CASE("a citation of one figure has it in place of the headline, with the same data, digest and link", "[export]") {
  const Portfolio p = test::DataSet::small().portfolio();
  const Results r = simulate(p, {});
  const std::string figure = "Al Dhafra solar: simulated saving 1.98 Mt CO2 a year (range 1.7 to 2.3)";
  const Cited cited{"https://example.org/#work=saving", "", figure};
  for (const std::string& text : {citation(p, r, cited), bibtex(p, r, cited)}) {
    INFO(text);
    for (const std::string& part : {figure, p.version, r.digest, std::string("https://example.org/#work=saving")}) CHECK(text.find(part) != std::string::npos);
    CHECK(text.find("operating projects") == std::string::npos);
  }
  CHECK(citation(p, r, {"", ""}).find("operating projects") != std::string::npos);
}
