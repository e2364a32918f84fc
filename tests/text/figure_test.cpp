#include "text/figure.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "scene/explorer.hpp"

using namespace gs;

namespace {

const Translator& en() { return test::assets().words(Language::en); }
const Translator& zh() { return test::assets().words(Language::zh); }

}  // namespace

TEST_CASE("masses are said in the unit of their size", "[figure]") {
  struct Row {
    double tonnes;
    const char *en, *zh;
  };
  const Row rows[] = {
      {0, "0 t CO₂", "0 吨 CO₂"},
      {0.004, "0.004 t CO₂", "0.004 吨 CO₂"},
      {1, "1 t CO₂", "1 吨 CO₂"},
      {999, "999 t CO₂", "999 吨 CO₂"},
      {999.6, "1 kt CO₂", "1,000 吨 CO₂"},
      {1'234, "1.23 kt CO₂", "1,230 吨 CO₂"},
      {9'996, "10 kt CO₂", "1 万吨 CO₂"},
      {45'000, "45 kt CO₂", "4.5 万吨 CO₂"},
      {999'400, "999 kt CO₂", "99.9 万吨 CO₂"},
      {999'600, "1 Mt CO₂", "100 万吨 CO₂"},
      {2.4e6, "2.4 Mt CO₂", "240 万吨 CO₂"},
      {2.396e6, "2.4 Mt CO₂", "240 万吨 CO₂"},
      {25.44e6, "25.4 Mt CO₂", "2,540 万吨 CO₂"},
      {99.96e6, "100 Mt CO₂", "1 亿吨 CO₂"},
      {1.5e9, "1,500 Mt CO₂", "15 亿吨 CO₂"},
      {-2.4e6, "−2.4 Mt CO₂", "−240 万吨 CO₂"},
      {-12, "−12 t CO₂", "−12 吨 CO₂"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.tonnes);
    CHECK(figure(tonnes(row.tonnes), en()).text() == row.en);
    CHECK(figure(tonnes(row.tonnes), zh()).text() == row.zh);
  }
  CHECK(figure(tonnes(2.4e6), en()).number == "2.4");
  CHECK(figure(tonnes(2.4e6), en()).unit == "Mt CO₂");
  CHECK(figure(tonnes(2.4e6), zh()).number == "240");
  CHECK(figure(tonnes(2.4e6), zh()).unit == "万吨 CO₂");
}

TEST_CASE("energies are said in the unit of their size", "[figure]") {
  struct Row {
    Energy energy;
    const char *en, *zh;
  };
  const Row rows[] = {
      {megawatt_hours(0), "0 MWh", "0 兆瓦时"},
      {megawatt_hours(5), "5 MWh", "5 兆瓦时"},
      {megawatt_hours(19), "19 MWh", "1.9 万千瓦时"},
      {megawatt_hours(999.6), "1 GWh", "100 万千瓦时"},
      {gigawatt_hours(19), "19 GWh", "1,900 万千瓦时"},
      {gigawatt_hours(360), "360 GWh", "3.6 亿千瓦时"},
      {gigawatt_hours(999.7), "1 TWh", "10 亿千瓦时"},
      {terawatt_hours(5.17), "5.17 TWh", "51.7 亿千瓦时"},
      {terawatt_hours(1234), "1,230 TWh", "12,300 亿千瓦时"},
      {gigawatt_hours(-360), "−360 GWh", "−3.6 亿千瓦时"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.energy.base());
    CHECK(figure(row.energy, en()).text() == row.en);
    CHECK(figure(row.energy, zh()).text() == row.zh);
  }
}

TEST_CASE("powers keep all their digits up to ten gigawatts", "[figure]") {
  struct Row {
    double megawatts;
    const char *en, *zh;
  };
  const Row rows[] = {
      {0, "0 MW", "0 兆瓦"},           {0.54, "0.54 MW", "0.54 兆瓦"},      {24.9, "24.9 MW", "24.9 兆瓦"},
      {500, "500 MW", "500 兆瓦"},     {1177, "1,177 MW", "1,177 兆瓦"},    {2000, "2,000 MW", "2,000 兆瓦"},
      {9999, "9,999 MW", "9,999 兆瓦"}, {10'000, "10 GW", "10 吉瓦"},       {43'900, "43.9 GW", "43.9 吉瓦"},
      {80'000, "80 GW", "80 吉瓦"},    {-500, "−500 MW", "−500 兆瓦"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.megawatts);
    CHECK(figure(megawatts(row.megawatts), en()).text() == row.en);
    CHECK(figure(megawatts(row.megawatts), zh()).text() == row.zh);
  }
}

TEST_CASE("intensities are whole grams a kilowatt-hour", "[figure]") {
  CHECK(figure(g_per_kwh(463.6), en()).text() == "464 g/kWh");
  CHECK(figure(g_per_kwh(0), en()).text() == "0 g/kWh");
  CHECK(figure(g_per_kwh(1050), zh()).text() == "1,050 克/千瓦时");
}

TEST_CASE("plain numbers: digits, thousands, minus, what is none", "[figure]") {
  struct Row {
    double value;
    int digits;
    const char* text;
  };
  const Row rows[] = {{1'234'567, 2, "1,200,000"}, {2.40, 3, "2.4"},   {100, 3, "100"},    {0.12345, 2, "0.12"},
                      {9.996, 3, "10"},            {0.0999, 2, "0.1"}, {12'345, 4, "12,350"}, {1e6, 3, "1,000,000"},
                      {-0.5, 3, "−0.5"},           {0, 3, "0"},        {-0.0, 3, "0"},     {1e-9, 3, "0.000000001"}};
  for (const Row& row : rows) {
    CAPTURE(row.value, row.digits);
    CHECK(number(row.value, en(), row.digits) == row.text);
  }
  CHECK(number(std::numeric_limits<double>::quiet_NaN(), en()) == "–");
  CHECK(number(std::numeric_limits<double>::infinity(), en()) == "–");
  CHECK(number(std::numeric_limits<double>::denorm_min(), en()) == "0");
  CHECK(number(1.234e15, en()) == "1,230,000,000,000,000");
}

TEST_CASE("whole numbers", "[figure]") {
  struct Row {
    double value;
    const char* text;
  };
  const Row rows[] = {{0, "0"},      {-0.2, "0"},   {-0.5, "0"},        {0.6, "1"},           {-0.6, "−1"},
                      {999, "999"},  {1000, "1,000"}, {-2000, "−2,000"}, {1234567, "1,234,567"}};
  for (const Row& row : rows) {
    CAPTURE(row.value);
    CHECK(whole(row.value, en()) == row.text);
  }
}

TEST_CASE("percentages: a thin space in English, none in Chinese", "[figure]") {
  CHECK(percent(0.12, en()) == "12\u2009%");
  CHECK(percent(0.12, zh()) == "12%");
  CHECK(percent(1.5, en()) == "150\u2009%");
  CHECK(signed_percent(0.09, en()) == "+9\u2009%");
  CHECK(signed_percent(-0.23, en()) == "−23\u2009%");
  CHECK(signed_percent(-0.23, zh()) == "−23%");
  for (const double nothing : {0.0, 0.004, -0.004, 0.005, -0.005}) {
    CAPTURE(nothing);
    CHECK(signed_percent(nothing, en()) == "0\u2009%");
  }
}

TEST_CASE("ranges: both ends in the larger one's unit, with two digits", "[figure]") {
  const auto mass = [](double low, double high, const Translator& t) {
    return range_text(Range<Mass>{tonnes(low), tonnes(0.5 * (low + high)), tonnes(high)}, t);
  };
  CHECK(mass(1.8e6, 2.7e6, en()) == "1.8 to 2.7 Mt CO₂");
  CHECK(mass(1.8e6, 2.7e6, zh()) == "180 至 270 万吨 CO₂");
  CHECK(mass(2e6, 3e6, en()) == "2.0 to 3.0 Mt CO₂");
  CHECK(mass(900e3, 1.2e6, en()) == "0.90 to 1.2 Mt CO₂");
  CHECK(mass(0, 4e4, en()) == "0 to 40 kt CO₂");
  CHECK(mass(0, 0, en()) == "0 to 0 t CO₂");
  const Range<Energy> energy{gigawatt_hours(310), gigawatt_hours(360), gigawatt_hours(412)};
  CHECK(range_text(energy, en()) == "310 to 410 GWh");
  CHECK(range_text(energy, zh()) == "3.1 至 4.1 亿千瓦时");
  CHECK(range_text(Range<Intensity>{g_per_kwh(418), g_per_kwh(464), g_per_kwh(510)}, en()) == "418 to 510 g/kWh");
}

TEST_CASE("each language writes numbers in its own way", "[figure]") {
  const Translator &ru = test::assets().words(Language::ru), &ar = test::assets().words(Language::ar);
  CHECK(number(1234.5, ru, 5) == "1\u202f234,5");
  CHECK(whole(1'234'567, ru) == "1\u202f234\u202f567");
  CHECK(number(-2.4, ru) == "−2,4");
  CHECK(fixed(9, ru, 2) == "9,00");
  CHECK(number(1234.5, ar, 5) == "1,234.5");
  // A sign is held on the left of its number.
  CHECK(number(-2.4, ar) == "\u200e−2.4");
  CHECK(signed_percent(0.09, ar) == "\u200e+9%");
  CHECK(fixed(9, en(), 2) == "9.00");
  CHECK(fixed(-0.25, en(), 1) == "−0.2");
}
