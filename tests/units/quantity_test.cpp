#include "units/quantity.hpp"

#include <catch2/catch_test_macros.hpp>

#include "units/result.hpp"

using namespace gs;

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};

// A mass is no energy, and the compiler says so.
static_assert(Addable<Mass, Mass> && !Addable<Mass, Energy> && !Addable<Power, Energy> && !Addable<Mass, double>);

TEST_CASE("a unit is only a way to write a quantity", "[units]") {
  CHECK(gigawatts(2) == megawatts(2000));
  CHECK(kilowatts(2000) == megawatts(2));
  CHECK(terawatt_hours(1) == gigawatt_hours(1000));
  CHECK(kilowatt_hours(1000) == megawatt_hours(1));
  CHECK(megatonnes(2) == tonnes(2e6));
  CHECK(g_per_kwh(500) == tonnes_per_mwh(0.5));
  CHECK(percent(25) == ratio(0.25));
}

TEST_CASE("quantities multiply as physics does", "[units]") {
  CHECK(megawatts(2) * hours(3) == megawatt_hours(6));
  CHECK(megawatt_hours(10) * tonnes_per_mwh(0.5) == tonnes(5));
  CHECK(tonnes(10) / tonnes(4) == 2.5);
  CHECK(2.0 * tonnes(3) == tonnes(6));
}

TEST_CASE("ranges add end by end", "[units]") {
  Range<Mass> sum{tonnes(1), tonnes(2), tonnes(4)};
  sum += Range<Mass>{tonnes(10), tonnes(20), tonnes(30)};
  CHECK(sum == Range<Mass>{tonnes(11), tonnes(22), tonnes(34)});
  CHECK(sum.contains(tonnes(11)));
  CHECK_FALSE(sum.contains(tonnes(34.5)));
}

TEST_CASE("a result is a value or the reason why there is none", "[units]") {
  const Result<int> good = 7, bad = Error{"a.csv:2:x", "expected a number, found \"y\""};
  CHECK((good.ok() && *good == 7));
  CHECK_FALSE(bad.ok());
  CHECK(bad.error().text() == "a.csv:2:x: expected a number, found \"y\"");
  CHECK(Error{"", "no place"}.text() == "no place");
}
