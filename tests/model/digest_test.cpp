#include "model/digest.hpp"

#include <catch2/catch_test_macros.hpp>

using gs::Digest;

namespace {

template <class... Parts>
std::string of(Parts... parts) {
  Digest digest;
  (digest.add(parts), ...);
  return digest.hex();
}

using View = std::string_view;
using Whole = std::int64_t;

}  // namespace

TEST_CASE("a digest is XXH3-128's low half of what was added", "[model]") {
  // XXH3_128bits("", seed 0) = 99aa06d3014798d86001c324468d497f (published test vector): the low half comes last.
  CHECK(of() == "6001c324468d497f");
}

TEST_CASE("a digest tells order, borders and single bits apart", "[model]") {
  CHECK(of(View("ab"), View("c")) == of(View("ab"), View("c")));
  CHECK(of(View("ab"), View("c")) != of(View("a"), View("bc")));
  CHECK(of(Whole{1}, Whole{2}) != of(Whole{2}, Whole{1}));
  CHECK(of(0.1 + 0.2) != of(0.3));
  CHECK(of(0.0) != of(-0.0));
  CHECK(of(View("")) != of());
  CHECK(of(1.0).size() == 16);
}
