#include "text/order.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "scene/explorer.hpp"

using namespace gs;

TEST_CASE("names stand in the order that readers of their language expect", "[words]") {
  const struct {
    Language language;
    std::vector<std::string> names;  ///< in order
  } rows[] = {{Language::en, {"Côte d’Ivoire", "Croatia", "Czechia", "Egypt", "egypt solar"}},
              {Language::zh, {"阿联酋", "埃及", "巴基斯坦", "哈萨克斯坦", "蒙古", "乌兹别克斯坦", "中国"}},
              {Language::ru, {"Ежово", "Ёлкино", "Емва", "Казахстан", "Яма"}},
              {Language::ar, {"آسيا", "إثيوبيا", "أذربيجان", "الأردن", "باكستان", "تركيا", "مصر"}}};
  for (const auto& row : rows) {
    const Translator& tr = test::assets().words(row.language);
    for (std::size_t i = 1; i < row.names.size(); ++i) {
      CAPTURE(row.names[i - 1], row.names[i]);
      CHECK((tr.sort_key(row.names[i - 1]) < tr.sort_key(row.names[i])));
    }
  }
}

TEST_CASE("letters that are alike have one place, spaces are first, and letters that are not known last", "[words]") {
  const LetterOrder order("bB aA");
  CHECK((order.key("ab B") == order.key("AB b")));
  CHECK((order.key("b") < order.key("a")));
  CHECK((order.key("b a") < order.key("ba")));
  CHECK((order.key("b") < order.key("bb")));
  CHECK((order.key("a") < order.key("c")));
  CHECK((order.key("c") < order.key("d")));
  CHECK(order.key("").empty());
  CHECK((LetterOrder().key("a") < LetterOrder().key("b")));
}
