#include "state/url.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "state/random_state.hpp"

using namespace gs;

namespace {

bool known(std::string_view id) {
  return id == "equal_earth" || id == "ortho" || id == "mercator" || id == "satellite";
}

FromFragment read(std::string_view text) { return from_fragment(text, known); }

double rounded(double x, double steps) { return std::round(x * steps) / steps; }

/// The state as a link keeps it: angles to 4 decimals (the meridian and the zoom to 3).
State as_printed(State s) {
  s.view.lon_0 = rounded(s.view.lon_0, 1e3);
  Viewpoint& at = s.view.viewpoint;
  at = {rounded(at.longitude, 1e4), rounded(at.latitude, 1e4), rounded(at.zoom, 1e3), rounded(at.roll, 10)};
  return s;
}

bool near(const State& a, State b) {
  const Viewpoint p = a.view.viewpoint, q = b.view.viewpoint;
  const bool numbers = std::abs(p.longitude - q.longitude) < 1e-4 && std::abs(p.latitude - q.latitude) < 1e-4 &&
                       std::abs(p.zoom - q.zoom) < 1e-3 && std::abs(p.roll - q.roll) < 0.06 && std::abs(a.view.lon_0 - b.view.lon_0) < 1e-3;
  b.view.viewpoint = p;
  b.view.lon_0 = a.view.lon_0;
  return numbers && a == b;
}

}  // namespace

TEST_CASE("the standard state is the shortest link", "[url]") {
  CHECK(to_fragment(State{}) == "v=1");
  for (const char* text : {"", "#", "v=1", "#v=1", "&&&", "#&v=1&"}) {
    CAPTURE(text);
    const FromFragment back = read(text);
    CHECK(back.state == State{});
    CHECK(back.ignored.empty());
  }
}

TEST_CASE("two thousand states survive the way through a link", "[url]") {
  test::Dice dice(20261124);
  for (int round = 0; round < 2000; ++round) {
    const State s = test::random_state(dice);
    const std::string text = to_fragment(s);
    CAPTURE(round, text);
    CHECK(to_fragment(s) == text);
    const FromFragment back = read(text);
    REQUIRE(back.ignored.empty());
    CHECK(near(as_printed(s), back.state));
    CHECK(to_fragment(back.state) == text);
  }
}

TEST_CASE("a link carries a projection by its PROJ string", "[url]") {
  State s = reduce(State{}, action::SetCustomProjection{"+proj=wag4 +lon_0=30.5"});
  CHECK(s.view.projection == "custom");
  CHECK(to_fragment(s) == "v=1&p=custom&proj=%2Bproj%3Dwag4%20%2Blon_0%3D30.5");
  CHECK(read(to_fragment(s)).state == s);
  CHECK(read("v=1&proj=%2Bproj%3Dwag4&p=custom").state.view.projection_text == "+proj=wag4");  // in any order
  CHECK(read("v=1&p=custom&proj=+proj=wag4").state.view.projection_text == " proj=wag4");     // a plus is a blank there
  s = reduce(std::move(s), action::SetProjection{"ortho"});
  CHECK(to_fragment(s) == "v=1&p=ortho");
  s = reduce(std::move(s), action::SetProjection{"custom"});  // without its text it is none
  CHECK(s.view.projection == "ortho");
}

TEST_CASE("a link whose PROJ string is missing, too long or no text opens the standard map and says so", "[url]") {
  const std::string most = "+proj=" + std::string(kLongestProjection - 6, 'x');
  CHECK(read("p=custom&proj=" + most).ignored.empty());
  for (const std::string& text : {std::string("p=custom"), std::string("p=custom&proj="), "p=custom&proj=" + most + "x",
                                  std::string("p=custom&proj=%2Bproj%3D%C3%A9"), std::string("p=custom&proj=a%0Ab"),
                                  std::string("p=ortho&proj=%2Bproj%3Dwag4")}) {
    CAPTURE(text);
    const FromFragment back = read(text);
    REQUIRE_FALSE(back.ignored.empty());
    CHECK(back.ignored.front().where.starts_with("link:p"));
    CHECK(back.state.view.projection == (text.starts_with("p=ortho") ? "ortho" : "equal_earth"));
    CHECK(back.state.view.projection_text.empty());
  }
}

TEST_CASE("a text that a link has been read from is written again the same", "[url]") {
  State s;
  s.view.viewpoint.longitude += 1e-5;  // too little to be printed
  CHECK(to_fragment(s) == "v=1");
  s.view.lon_0 += 1e-5;
  CHECK(to_fragment(s) == "v=1");
  s.view.viewpoint = {-1e-6, -1e-6, 1};
  const std::string text = to_fragment(s);
  CHECK(text == "v=1&lon=0&lat=0&z=1");
  CHECK(to_fragment(read(text).state) == text);
  s.view.viewpoint = {179.99999, -89.99999, 8.9999};
  CHECK(to_fragment(read(to_fragment(s)).state) == to_fragment(s));
}

TEST_CASE("a citation's link carries what it claims beside the state", "[url]") {
  test::Dice dice(31);
  const std::string data = "00112233445566aa", digest = "ffeeddccbbaa9988";
  for (int round = 0; round < 200; ++round) {
    const State s = test::random_state(dice);
    const FromFragment back = read(citation_fragment(s, data, digest));
    REQUIRE(back.ignored.empty());
    CHECK(back.state == read(to_fragment(s)).state);
    CHECK(back.data_version == data);
    CHECK(back.digest == digest);
    CHECK(to_fragment(back.state).find(digest) == std::string::npos);
  }
  CHECK_FALSE(read("v=1&y=2040").digest);
  CHECK_FALSE(read("v=1&y=2040").data_version);
}

TEST_CASE("only a link whose claim differs from what is computed gets a note, with the likely reason", "[url]") {
  const std::string a(16, 'a'), b(16, 'b'), c(16, 'c');
  struct Row {
    std::string link;
    const char* reason;  ///< part of the note, or none
  };
  const Row rows[] = {
      {"v=1", nullptr},
      {"v=1&d=" + a, nullptr},
      {"v=1&data=" + c, nullptr},
      {"v=1&data=" + c + "&d=" + a, nullptr},
      {"v=1&data=" + b + "&d=" + a, nullptr},  // other words in the data, the same figures
      {"v=1&d=" + b, "the data or the program have changed"},
      {"v=1&data=" + c + "&d=" + b, "another version of the program"},
      {"v=1&data=" + b + "&d=" + b, "the data have changed"},
      {"v=1&data=" + b, "was made with data " },
      {"v=1&d=broken", nullptr},
  };
  for (const Row& row : rows) {
    CAPTURE(row.link);
    const auto note = digest_note(read(row.link), c, a);
    REQUIRE(note.has_value() == (row.reason != nullptr));
    if (note) CHECK(note->what.find(row.reason) != std::string::npos);
  }
}

TEST_CASE("what is only of this moment is not in a link", "[url]") {
  State s;
  s.view.hover = {SelectionKind::project, "al-dhafra-pv2"};
  s.view.playing_years = s.view.playing_trains = true;
  s.view.train_clock = 12;
  s.view.sheet = SheetStop::full;
  s.view.lab_km = 166;
  s.view.lab_held = true;
  CHECK(to_fragment(s) == "v=1");
}

TEST_CASE("a link holds only characters that no program of mail or chat breaks", "[url]") {
  test::Dice dice(5);
  for (int round = 0; round < 500; ++round) {
    State s = test::random_state(dice);
    s.view.query = dice.bytes(40);
    const std::string text = to_fragment(s);
    const auto good = text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:,%&=");
    CAPTURE(text);
    CHECK(good == std::string::npos);
    CHECK(read(text).state.view.query == s.view.query);
  }
}

TEST_CASE("links that were given away keep working", "[url]") {
  SECTION("a project on the globe") {
    const auto back = read("v=1&p=ortho&lon=54.5&lat=24.1&z=2.5&sel=project:al-dhafra-pv2&y=2026");
    CHECK(back.ignored.empty());
    CHECK(back.state.view.projection == "ortho");
    CHECK(back.state.view.viewpoint == Viewpoint{54.5, 24.1, 2.5});
    CHECK(back.state.view.selection == Selection{SelectionKind::project, "al-dhafra-pv2"});
    CHECK(back.state.scenario.year == 2026);
  }
  SECTION("filters") {
    const auto back = read("#v=1&off=trains,labels&cat=solar,grid&status=planned&hidden=1&q=wind%20farm&country=KAZ");
    CHECK(back.ignored.empty());
    const ViewState& v = back.state.view;
    CHECK_FALSE(shows(v, Layer::trains));
    CHECK_FALSE(shows(v, Layer::labels));
    CHECK(shows(v, Layer::sites));
    CHECK(shows(v, Layer::water));  // both are younger than the link
    CHECK(shows(v, Layer::relief));
    CHECK(v.categories == 0b0'0111'1110u + 0b1'0000'0000u);
    CHECK(v.statuses == 0b1'0111u);
    CHECK(v.show_hidden);
    CHECK(v.query == "wind farm");
    CHECK(v.country == "KAZ");
  }
  SECTION("filters that came later, time and the working that is open") {
    const auto back = read("v=1&conf=low,medium&built=2010-2015&time=hours&span=season&hpace=24&work=total_energy");
    CHECK(back.ignored.empty());
    const ViewState& v = back.state.view;
    CHECK(v.confidences == 0b001u);
    CHECK(v.built == YearSpan{2010, 2015});
    CHECK(v.time == TimeScale::hours);
    CHECK(v.map.span == HourSpan::season);
    CHECK(v.map.pace == 24);
    CHECK(v.worked == Worked::total_energy);
  }
  SECTION("layers that came later have their own words") {
    const auto back = read("v=1&off=water,relief");
    CHECK(back.ignored.empty());
    CHECK_FALSE(shows(back.state.view, Layer::water));
    CHECK_FALSE(shows(back.state.view, Layer::relief));
    CHECK(shows(back.state.view, Layer::graticule));
  }
  SECTION("scenario, language, panel, meridian") {
    const auto back = read("v=1&c=-100.5&y=2040&m=coal_equivalent&lang=zh&theme=dark&panel=sources");
    CHECK(back.ignored.empty());
    CHECK(back.state.view.lon_0 == -100.5);
    CHECK(back.state.scenario == Scenario{FactorMethod::coal_equivalent, 2040, GridPathway::stated, {}});
    CHECK(back.state.view.language == Language::zh);
    CHECK(back.state.view.theme == Theme::dark);
    CHECK(back.state.view.panel == Panel::sources);
  }
  SECTION("pathway of the grids, draws and seed") {
    const auto back = read("v=1&g=pledged&n=4096&seed=18446744073709551615");
    CHECK(back.ignored.empty());
    CHECK(back.state.scenario.pathway == GridPathway::pledged);
    CHECK(back.state.scenario.drawing == Drawing{4096, 18446744073709551615u});
    CHECK(read("g=constant").state.scenario.pathway == GridPathway::constant);
    CHECK(to_fragment(read("g=stated&n=1024&seed=1").state) == "v=1");
  }
  SECTION("the train laboratory") {
    const std::string text = "v=1&panel=laboratory&pace=300&line=china_laos&back=1&train=cn_goods&t=2400&batt=1.5&temp=-25.5&stops=3&h2=gas&pull=hydrogen";
    const auto back = read(text);
    CHECK(back.ignored.empty());
    CHECK(back.state.view.panel == Panel::laboratory);
    CHECK(back.state.view.train_pace == 300);
    const Laboratory expected{"china_laos", true, "cn_goods", 2400, 1.5, -25.5, 3, HydrogenSource::from_gas, "hydrogen"};
    CHECK(back.state.laboratory == expected);
    CHECK(to_fragment(back.state) == text);
  }
  SECTION("every kind of choice") {
    const std::pair<const char*, SelectionKind> kinds[] = {{"project", SelectionKind::project},
                                                           {"route", SelectionKind::route},
                                                           {"locomotive", SelectionKind::locomotive},
                                                           {"country", SelectionKind::country},
                                                           {"claim", SelectionKind::claim}};
    for (const auto& [word, kind] : kinds) {
      CHECK(read(std::string("v=1&sel=") + word + ":x").state.view.selection == Selection{kind, "x"});
    }
  }
  SECTION("hanzi written as they are or escaped, a plus for a space") {
    CHECK(read("v=1&q=艾尔达芙拉").state.view.query == "艾尔达芙拉");
    CHECK(read("v=1&q=%E8%89%BE").state.view.query == "艾");
    CHECK(read("v=1&q=wind+farm").state.view.query == "wind farm");
  }
}

TEST_CASE("each damaged part of a link is named with place, expected and found; the rest counts", "[url]") {
  struct Row {
    const char *part, *where, *what;
  };
  const Row rows[] = {
      {"v=2", "link:v", "expected version 1, found \"2\""},
      {"v=", "link:v", "expected version 1, found \"\""},
      {"colour=red", "link:colour", "expected a name that a link knows, found \"colour\""},
      {"=5", "link:", "expected a name that a link knows, found \"\""},
      {"Lon=5", "link:Lon", "expected a name that a link knows, found \"Lon\""},
      {"p=flat", "link:p", "expected a projection's id, found \"flat\""},
      {"lon=181", "link:lon", "expected a number from -180 to 180, found \"181\""},
      {"lon=12x", "link:lon", "expected a number from -180 to 180, found \"12x\""},
      {"lon=", "link:lon", "expected a number from -180 to 180, found \"\""},
      {"lon", "link:lon", "expected a number from -180 to 180, found \"\""},
      {"lon= 5", "link:lon", "expected a number from -180 to 180, found \" 5\""},
      {"lon=5,5", "link:lon", "expected a number from -180 to 180, found \"5,5\""},
      {"lat=nan", "link:lat", "expected a number from -90 to 90, found \"nan\""},
      {"lat=-inf", "link:lat", "expected a number from -90 to 90, found \"-inf\""},
      {"lat=90.0001", "link:lat", "expected a number from -90 to 90, found \"90.0001\""},
      {"z=1e999", "link:z", "expected a number from -0.5 to 9, found \"1e999\""},
      {"z=0x10", "link:z", "expected a number from -0.5 to 9, found \"0x10\""},
      {"c=900", "link:c", "expected a number from -180 to 180, found \"900\""},
      {"y=2026.5", "link:y", "expected a whole year, found \"2026.5\""},
      {"y=1999", "link:y", "expected a number from 2000 to 2060, found \"1999\""},
      {"y=-2026", "link:y", "expected a number from 2000 to 2060, found \"-2026\""},
      {"y=99999999999999999999", "link:y", "expected a number from 2000 to 2060, found \"99999999999999999999\""},
      {"lang=fr", "link:lang", "expected one of en zh ru ar, found \"fr\""},
      {"theme=Dark", "link:theme", "expected one of system light dark print, found \"Dark\""},
      {"m=guess", "link:m",
       "expected one of ifi_combined_margin ifi_operating_margin ember_average coal_equivalent, found \"guess\""},
      {"g=guess", "link:g", "expected one of constant stated pledged, found \"guess\""},
      {"g=", "link:g", "expected one of constant stated pledged, found \"\""},
      {"n=63", "link:n", "expected a whole number from 64 to 65536, found \"63\""},
      {"n=65537", "link:n", "expected a whole number from 64 to 65536, found \"65537\""},
      {"n=1e3", "link:n", "expected a whole number from 64 to 65536, found \"1e3\""},
      {"n=", "link:n", "expected a whole number from 64 to 65536, found \"\""},
      {"n=99999999999999999999", "link:n", "expected a whole number from 64 to 65536, found \"99999999999999999999\""},
      {"seed=-1", "link:seed", "expected a whole number from 0 to 18446744073709551615, found \"-1\""},
      {"seed=18446744073709551616", "link:seed",
       "expected a whole number from 0 to 18446744073709551615, found \"18446744073709551616\""},
      {"seed= 1", "link:seed", "expected a whole number from 0 to 18446744073709551615, found \" 1\""},
      {"d=12", "link:d", "expected 16 hexadecimal digits, found \"12\""},
      {"d=0123456789ABCDEF", "link:d", "expected 16 hexadecimal digits, found \"0123456789ABCDEF\""},
      {"data=today", "link:data", "expected 16 hexadecimal digits, found \"today\""},
      {"panel=", "link:panel", "expected one of none list layers sources about claims laboratory map table checker policy stories scenario own help, found \"\""},
      {"line=", "link:line", "expected an id of small letters, digits, _ and -, found \"\""},
      {"line=A/B", "link:line", "expected an id of small letters, digits, _ and -, found \"A/B\""},
      {"t=99", "link:t", "expected a number from 100 to 12000, found \"99\""},
      {"batt=5", "link:batt", "expected a number from 0.25 to 4, found \"5\""},
      {"temp=-41", "link:temp", "expected a number from -40 to 45, found \"-41\""},
      {"stops=21", "link:stops", "expected a whole number from 0 to 20, found \"21\""},
      {"h2=green", "link:h2", "expected one of wind grid gas, found \"green\""},
      {"pace=500", "link:pace", "expected one of 300 1000 3000, found \"500\""},
      {"pace=9000", "link:pace", "expected one of 300 1000 3000, found \"9000\""},
      {"hpace=5", "link:hpace", "expected one of 2 6 24 72, found \"5\""},
      {"built=2015-2010", "link:built", "expected the earlier year first, found \"2015-2010\""},
      {"built=2015", "link:built", "expected a whole number from 2000 to 2060, found \"\""},
      {"built=1990-2010", "link:built", "expected a whole number from 2000 to 2060, found \"1990\""},
      {"conf=sure", "link:conf", "expected one of high medium low, found \"sure\""},
      {"back=yes", "link:back", "expected 0 or 1, found \"yes\""},
      {"hidden=yes", "link:hidden", "expected 0 or 1, found \"yes\""},
      {"on=moon", "link:on",
       "expected one of sites railways trains locomotives labels borders graticule groups night countries resource water relief, found \"moon\""},
      {"fade=sites:9", "link:fade", "expected a whole number from 10 to 100, found \"9\""},
      {"fade=sites", "link:fade", "expected layer:percent, found \"sites\""},
      {"fade=moon:50", "link:fade", "expected layer:percent, found \"moon:50\""},
      {"h=8761", "link:h", "expected a number from 0 to 8760, found \"8761\""},
      {"fill=gold", "link:fill", "expected one of grid savings projects difference, found \"gold\""},
      {"order=sites,borders,railways,trains,graticule,locomotives", "link:order",
       "expected the lines graticule borders railways, then the symbols trains sites locomotives, found "
       "\"sites,borders,railways,trains,graticule,locomotives\""},
      {"status=gone", "link:status",
       "expected one of operating construction agreed planned suspended, found \"gone\""},
      {"sel=project", "link:sel", "expected kind:id, found \"project\""},
      {"sel=project:", "link:sel", "expected kind:id, found \"project:\""},
      {"sel=:x", "link:sel", "expected kind:id, found \":x\""},
      {"sel=planet:mars", "link:sel", "expected kind:id, found \"planet:mars\""},
      {"country=kaz", "link:country", "expected three capital letters (ISO 3166-1 alpha-3), found \"kaz\""},
      {"country=KAZAKHSTAN", "link:country",
       "expected three capital letters (ISO 3166-1 alpha-3), found \"KAZAKHSTAN\""},
      {"lat=%", "link:lat", "expected a number from -90 to 90, found \"%\""},
      {"lat=%G1", "link:lat", "expected a number from -90 to 90, found \"%G1\""},
      {"lat=%4", "link:lat", "expected a number from -90 to 90, found \"%4\""},
      {"%6Ca%74=95", "link:lat", "expected a number from -90 to 90, found \"95\""},
      {"纬度=5", "link:纬度", "expected a name that a link knows, found \"纬度\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    const auto back = read(std::string("v=1&y=2040&") + row.part + "&lang=zh");
    REQUIRE(back.ignored.size() == 1);
    CHECK(back.ignored[0].where == row.where);
    CHECK(back.ignored[0].what == row.what);
    State rest;
    rest.scenario.year = 2040;
    rest.view.language = Language::zh;
    CHECK(back.state == rest);
  }
}

TEST_CASE("in a list the good names count and each bad one is named", "[url]") {
  const auto back = read("v=1&cat=solar,moon,wind,,&off=labels,LABELS");
  CHECK(back.state.view.categories == ((1u << 9) - 1u - 1u - 4u));
  CHECK_FALSE(shows(back.state.view, Layer::labels));
  REQUIRE(back.ignored.size() == 4);
  CHECK(back.ignored[0].what.ends_with("found \"moon\""));
  CHECK(back.ignored[1].what.ends_with("found \"\""));
  CHECK(back.ignored[3].where == "link:off");
  CHECK(back.ignored[3].what.ends_with("found \"LABELS\""));
}

TEST_CASE("of a field given twice the last good value counts", "[url]") {
  CHECK(read("y=2030&y=2040").state.scenario.year == 2040);
  const auto back = read("y=2030&y=never");
  CHECK(back.state.scenario.year == 2030);
  CHECK(back.ignored.size() == 1);
}

TEST_CASE("long garbage is cut in what is said about it, at a whole character", "[url]") {
  const std::string garbage(100'000, 'g');
  for (const std::string& text : {garbage, "lon=" + garbage, "q=" + garbage, "sel=project:" + garbage, garbage + "=1",
                                  std::string(100'000, '%'), std::string(100'000, '='), std::string(100'000, '#')}) {
    const auto back = read(text);
    CHECK(back.ignored.size() <= 1);
    CHECK(back.state.view.query.size() <= 200);
    for (const Error& e : back.ignored) CHECK(e.text().size() < 300);
  }
  CHECK(read("q=" + garbage).state.view.query == garbage.substr(0, 200));
  std::string hanzi;
  for (int i = 0; i < 200; ++i) hanzi += "光";
  CHECK(read("q=x" + hanzi).state.view.query == "x" + hanzi.substr(0, 198));
  const auto back = read("lon=x" + hanzi);
  REQUIRE(back.ignored.size() == 1);
  CHECK(back.ignored[0].what == "expected a number from -180 to 180, found \"x" + hanzi.substr(0, 57) + "\"");
}

TEST_CASE("ten thousand random texts neither crash nor leave the ranges, and reach a fixed point", "[url]") {
  test::Dice dice(77);
  const char* const names[] = {"v", "p",   "c",   "lon",    "lat", "z",       "sel", "y",    "m",
                               "off", "cat", "status", "q",   "country", "g",   "n", "seed"};
  for (int round = 0; round < 10'000; ++round) {
    std::string text = dice.bytes(60);
    if (round % 2 == 1) {  // half of them look like a link
      text.clear();
      for (std::uint32_t i = dice.below(6); i > 0; --i) {
        text += std::string("&") + names[dice.below(std::size(names))] + "=" + dice.bytes(8);
      }
    }
    const auto back = read(text);
    const Viewpoint& at = back.state.view.viewpoint;
    const bool sound = at.longitude >= -180 && at.longitude <= 180 && at.latitude >= -90 && at.latitude <= 90 &&
                       at.zoom >= kMinZoom && at.zoom <= kMaxZoom && back.state.scenario.year >= kFirstYear &&
                       back.state.scenario.year <= kLastYear && known(back.state.view.projection);
    if (!sound) FAIL("out of range after " << text);
    const std::string again = to_fragment(back.state);
    const auto twice = read(again);
    if (!twice.ignored.empty() || to_fragment(twice.state) != again) FAIL("not a fixed point: " << again);
  }
}
