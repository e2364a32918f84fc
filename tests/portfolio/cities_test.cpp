#include "portfolio/cities.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace gs;

namespace {
const std::string kHead = "name,name_zh,name_ru,name_ar,iso3,latitude,longitude,rank\n";
}

TEST_CASE("a city is called by its name in the language, and by the English one where it has none", "[portfolio][cities]") {
  const auto cities = read_cities(kHead + "Tashkent,塔什干,Ташкент,طشقند,UZB,41.31,69.25,1\nGwadar,,,,PAK,25.13,62.33,4\n");
  REQUIRE(cities);
  REQUIRE(cities->size() == 2);
  const City &tashkent = (*cities)[0], &gwadar = (*cities)[1];
  CHECK(tashkent.name_in("en") == "Tashkent");
  CHECK(tashkent.name_in("zh") == "塔什干");
  CHECK(tashkent.name_in("ru") == "Ташкент");
  CHECK(tashkent.name_in("ar") == "طشقند");
  CHECK(gwadar.name_in("ru") == "Gwadar");
  CHECK(gwadar.rank == 4);
  CHECK(gwadar.longitude == 62.33);
}

TEST_CASE("a damaged table of cities is refused with its place", "[portfolio][cities]") {
  const auto where = [](const std::string& row) {
    const auto read = read_cities(kHead + row);
    return read ? std::string("read") : read.error().text();
  };
  CHECK(where("A,,,,UZB,91,69,1\n") == "cities.csv:2:latitude: expected degrees from -90 to 90, found \"91\"");
  CHECK(where("A,,,,UZB,41,east,1\n") == "cities.csv:2:longitude: expected degrees from -180 to 180, found \"east\"");
  CHECK(where("A,,,,UZB,41,69,9\n") == "cities.csv:2:rank: expected 1 to 4, found \"9\"");
  CHECK(where(",,,,UZB,41,69,1\n") == "cities.csv:2:name: expected a name, found \"\"");
  CHECK_FALSE(read_cities("name\nA\n"));
}
