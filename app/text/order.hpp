#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

namespace gs {

/// The order in which a language's readers look names up: by pinyin in Chinese, ё beside е in Russian.
class LetterOrder {
 public:
  LetterOrder() = default;
  /// Letters in order, a space between those that are not alike (data/bake/order.mjs): "aA bB".
  explicit LetterOrder(std::string_view letters);

  /// What names are sorted by: `<` of two keys is the order of their names. The space comes first, letters that are not
  /// in the order last, by code point.
  std::u32string key(std::string_view name) const;

 private:
  std::unordered_map<char32_t, char32_t> places_;
};

}  // namespace gs
