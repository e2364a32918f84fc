#include "text/order.hpp"

#include "text/utf8.hpp"

namespace gs {
namespace {
constexpr char32_t kOfSpace = 1, kBehindAll = 0x10000;  ///< places; behind all stand the code points themselves
}  // namespace

LetterOrder::LetterOrder(std::string_view letters) {
  char32_t place = kOfSpace;
  places_.emplace(U' ', place++);
  for (std::size_t at = 0; at < letters.size();) {
    const char32_t c = next_code_point(letters, at);
    if (c == U' ') ++place;
    else places_.emplace(c, place);
  }
}

std::u32string LetterOrder::key(std::string_view name) const {
  std::u32string key = from_utf8(name);
  for (char32_t& c : key) {
    const auto at = places_.find(c);
    c = at == places_.end() ? kBehindAll + c : at->second;
  }
  return key;
}

}  // namespace gs
