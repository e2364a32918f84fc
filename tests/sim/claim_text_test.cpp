#include "sim/claim_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "model/numerics.hpp"
#include "sim/claim_number.hpp"

using namespace gs;
using Catch::Matchers::WithinRel;

namespace {

const ClaimCountries& countries() {
  static const ClaimCountries made({{"UZB", "UZ", 63.2, 41.8, {"Uzbekistan", "乌兹别克斯坦", "Узбекистан", "أوزبكستان"}},
                                    {"ARE", "AE", 54.2, 23.9, {"United Arab Emirates", "阿拉伯联合酋长国", "ОАЭ", "الإمارات العربية المتحدة"}},
                                    {"SAU", "SA", 44.5, 24.1, {"Saudi Arabia", "沙特阿拉伯", "Саудовская Аравия", "المملكة العربية السعودية"}},
                                    {"KEN", "KE", 37.8, 0.6, {"Kenya", "肯尼亚", "Кения", "كينيا"}},
                                    {"CUB", "CU", -79.0, 22.0, {"Cuba", "古巴", "Куба", "كوبا"}},
                                    {"MWI", "MW", 34.3, -13.2, {"Malawi", "马拉维", "Малави", "ملاوي"}},
                                    {"NER", "NE", 9.4, 17.4, {"Niger", "尼日尔", "Нигер", "النيجر"}},
                                    {"NGA", "NG", 8.0, 9.6, {"Nigeria", "尼日利亚", "Нигерия", "نيجيريا"}}});
  return made;
}

struct Said {
  const char* text;
  double mw, mwh, t;  ///< 0: not said
  const char* country;
  const char* technology;
  int year;
};

const ReadPart* part(const ReadClaim& read, ClaimPart kind) {
  for (const ReadPart& p : read.parts)
    if (p.kind == kind) return &p;
  return nullptr;
}

}  // namespace

TEST_CASE("a claim is read alike in four languages", "[sim][claim]") {
  const Said table[] = {
      {"500 MW, 1.1 Mt a year, Uzbekistan", 500, 0, 1.1e6, "UZB", "", 0},
      {"The 2GW solar plant in the UAE will cut 2.4 million tonnes of CO2 emissions annually", 2000, 0, 2.4e6, "ARE", "solar_pv", 0},
      {"300,000 kW offshore wind farm, Kenya: 1.2 TWh per year from 2029", 300, 1.2e6, 0, "KEN", "wind_offshore", 2029},
      {"a 4.5-MW hydropower dam generating 20,000 MWh/yr in Saudi Arabia", 4.5, 20000, 0, "SAU", "hydro", 0},
      {"SAU 1 GW csp 2,500 gigawatt-hours, 1,100 kt CO₂e", 1000, 2.5e6, 1.1e6, "SAU", "csp", 0},
      {"乌兹别克斯坦50万千瓦风电项目，年减排二氧化碳110万吨", 500, 0, 1.1e6, "UZB", "wind_onshore", 0},
      {"阿联酋200万千瓦光伏电站，年发电量36亿千瓦时，2030年", 2000, 3.6e6, 0, "ARE", "solar_pv", 2030},
      {"沙特１．５吉瓦光热，每年减排1.2百万吨，4太瓦时", 1500, 4e6, 1.2e6, "SAU", "csp", 0},
      {"Ветропарк мощностью 500 МВт в Узбекистане сократит выбросы на 1,1 млн т в год", 500, 0, 1.1e6, "UZB", "wind_onshore", 0},
      {"СЭС в Саудовской Аравии, 1 500 МВт, 3,2 ТВт·ч, 900 тыс. тонн", 1500, 3.2e6, 9e5, "SAU", "solar_pv", 0},
      {"ГЭС в Кении: 40 мегаватт и 210 млн кВт·ч", 40, 2.1e5, 0, "KEN", "hydro", 0},
      {"محطة شمسية بقدرة 2 غيغاواط في الإمارات تخفض 2.4 مليون طن سنويا", 2000, 0, 2.4e6, "ARE", "solar_pv", 0},
      {"مشروع رياح في أوزبكستان، 500 ميغاواط، 1700 غيغاواط ساعة", 500, 1.7e6, 0, "UZB", "wind_onshore", 0},
      {"٣٠٠ ميجاوات طاقة الرياح بالسعودية، 450 ألف طن", 300, 0, 4.5e5, "SAU", "wind_onshore", 0},
  };
  for (const Said& said : table) {
    CAPTURE(said.text);
    const ReadClaim read = read_claim(said.text, countries());
    CHECK_THAT(read.capacity.value_or(Power{}).base(), WithinRel(said.mw, 1e-12));
    CHECK_THAT(read.energy.value_or(Energy{}).base(), WithinRel(said.mwh, 1e-12));
    CHECK_THAT(read.co2.value_or(Mass{}).base(), WithinRel(said.t, 1e-12));
    CHECK(read.country == said.country);
    CHECK((read.technology ? id_of(*read.technology) : "") == said.technology);
    CHECK(read.year.value_or(0) == said.year);
    for (const ReadPart& p : read.parts) {
      INFO(read.words(p));
      CHECK(p.kind != ClaimPart::unread);
    }
  }
}

TEST_CASE("a part says where it stood in the text", "[sim][claim]") {
  const ReadClaim read = read_claim("In 乌兹别克斯坦: 1.1 Mt, 500 MW", countries());
  REQUIRE(read.parts.size() == 3);
  CHECK(read.words(read.parts[0]) == "乌兹别克斯坦");
  CHECK(read.words(read.parts[1]) == "1.1 Mt");
  CHECK(read.words(read.parts[2]) == "500 MW");
}

TEST_CASE("numbers are read as they are written in many countries", "[sim][claim]") {
  struct Row {
    const char* text;
    bool comma_is_decimal;
    double value, other;  ///< other 0: only one reading
    bool malformed = false;
  };
  const Row table[] = {{"500", false, 500, 0},           {"1,100,000", false, 1.1e6, 0}, {"1.100.000", false, 1.1e6, 0},
                       {"1 100 000", false, 1.1e6, 0},   {"1'100", false, 1100, 0},      {"1.1", false, 1.1, 0},
                       {"1,1", false, 1.1, 0},           {"1,100", false, 1100, 0},      {"1,100", true, 1.1, 1100},
                       {"1.100", false, 1.1, 1100},      {"0.558", false, 0.558, 0},     {"0,558", false, 0.558, 0},
                       {"1,234.5", false, 1234.5, 0},    {"1.234,5", false, 1234.5, 0},  {"1 234,5", false, 1234.5, 0},
                       {"12.34.5", false, 0, 0, true},   {"1,10,1", false, 0, 0, true},  {"1234.567", false, 1234.567, 0},
                       {"2024 500", false, 2024, 0},     {"1.,5", false, 1, 0},          {"123456789012345678901", false, 0, 0, true}};
  for (const Row& row : table) {
    CAPTURE(row.text, row.comma_is_decimal);
    const auto chars = claim_chars(row.text);
    const ClaimNumber n = read_claim_number(chars, 0, row.comma_is_decimal);
    CHECK(n.malformed == row.malformed);
    if (row.malformed) continue;
    CHECK(n.value == row.value);
    CHECK(n.other.value_or(0.0) == row.other);
  }
}

TEST_CASE("what has two readings is reported with both", "[sim][claim]") {
  const ReadClaim point = read_claim("1.100 Mt from 500 MW", countries());
  const ReadPart* co2 = part(point, ClaimPart::co2);
  REQUIRE(co2);
  CHECK(co2->note == ClaimNote::ambiguous);
  CHECK_THAT(co2->value, WithinRel(1.1e6, 1e-12));
  CHECK_THAT(co2->other.value_or(0.0), WithinRel(1.1e9, 1e-12));
  const ReadClaim capitals = read_claim("1,100,000 MT a year", countries());
  co2 = part(capitals, ClaimPart::co2);
  REQUIRE(co2);
  CHECK(co2->note == ClaimNote::ambiguous);
  CHECK_THAT(co2->value, WithinRel(1.1e6, 1e-12));
}

TEST_CASE("what is not understood or cannot be checked is named, and used for nothing", "[sim][claim]") {
  struct Row {
    const char* text;
    ClaimPart kind;
    const char* words;
    ClaimNote note = ClaimNote::none;
  };
  const Row table[] = {{"500 MW near Tashkent", ClaimPart::unread, "near Tashkent"},
                       {"500 MW, 37", ClaimPart::unread, "37"},
                       {"powers 200,000 Emirati homes", ClaimPart::homes, "200,000 Emirati homes"},
                       {"как 20 тыс. автомобилей", ClaimPart::cars, "20 тыс. автомобилей"},
                       {"相当于4万棵树", ClaimPart::trees, "4万棵树"},
                       {"a $1.2 billion project", ClaimPart::money, "$1.2 billion"},
                       {"300,000 tonnes of standard coal", ClaimPart::other_mass, "300,000 tonnes of standard coal"},
                       {"每年节约标准煤30万吨", ClaimPart::other_mass, "标准煤"},
                       {"334 MW of battery storage", ClaimPart::other_plant, "battery"},
                       {"27 Mt over 25 years", ClaimPart::co2, "27 Mt", ClaimNote::not_yearly},
                       {"1,10,1 MW", ClaimPart::unread, "1,10,1 MW", ClaimNote::malformed},
                       {"0 MW", ClaimPart::capacity, "0 MW", ClaimNote::out_of_range},
                       {"-5 MW", ClaimPart::capacity, "5 MW", ClaimNote::out_of_range},
                       {"500 MW and 600 MW", ClaimPart::capacity, "600 MW", ClaimNote::second},
                       {"1998 wind", ClaimPart::year, "1998", ClaimNote::out_of_range}};
  for (const Row& row : table) {
    CAPTURE(row.text);
    const ReadClaim read = read_claim(row.text, countries());
    bool found = false;
    for (const ReadPart& p : read.parts) {
      if (p.kind != row.kind || read.words(p) != row.words) continue;
      found = true;
      CHECK(p.note == row.note);
      CHECK_FALSE(p.used);
    }
    CHECK(found);
    CHECK_FALSE(read.co2);
  }
}

TEST_CASE("a contract's years do not make a yearly figure one of all of them", "[sim][claim]") {
  CHECK(read_claim("1.1 Mt a year over 25 years", countries()).co2);
  CHECK(read_claim("a 25-year contract saves 1.1 Mt", countries()).co2);
}

TEST_CASE("countries are found by whole words only, the longest name first", "[sim][claim]") {
  const std::pair<const char*, const char*> table[] = {{"Nigeria", "NGA"}, {"Niger", "NER"},  {"Nigerian", ""},   {"500 MW", ""},      {"5 куб. м", ""},
                                                       {"на Кубе", "CUB"}, {"UZ", "UZB"},     {"uz", ""},         {"وأوزبكستان", "UZB"}, {"Кенией", "KEN"},
                                                       {"KEN", "KEN"},     {"token", ""},     {"沙特光伏", "SAU"}, {"united arab emirates", "ARE"}};
  for (const auto& [text, iso3] : table) {
    CAPTURE(text);
    CHECK(read_claim(text, countries()).country == iso3);
  }
}

TEST_CASE("parts lie in the text, in its order, whatever the bytes", "[sim][claim]") {
  const numerics::Draws draws(7);
  const char* pieces[] = {"500 ", "MW", "1.1", ",", "Mt", " млн ", "万吨", "طن", "\xff", "\xe4\xb8", "$", "-", "Кен", "ии", "25 years", "over ", "UZB", "½", "\n", "·"};
  for (std::uint64_t round = 0; round < 4000; ++round) {
    std::string text;
    const auto length = static_cast<std::size_t>(draws.uniform(round * 64) * 24.0);
    for (std::size_t i = 0; i < length; ++i) {
      const double u = draws.uniform(round * 64 + i + 1);
      if (round % 2 == 0) text += static_cast<char>(static_cast<unsigned char>(u * 256.0));
      else text += pieces[static_cast<std::size_t>(u * std::size(pieces))];
    }
    const ReadClaim read = read_claim(text, countries());
    std::size_t before = 0;
    for (const ReadPart& p : read.parts) {
      REQUIRE(p.begin >= before);
      REQUIRE(p.begin < p.end);
      REQUIRE(p.end <= text.size());
      before = p.end;
    }
  }
}
