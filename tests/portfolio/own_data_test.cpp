#include "portfolio/own_data.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "model/numerics.hpp"
#include "portfolio/fixture.hpp"

using namespace gs;
using Catch::Approx;

namespace {

/// A world of square countries as of the fixture, in which KAZ lies everywhere from 40 to 60 degrees east.
const OwnChecks& world() {
  static const OwnChecks checks{test::DataSet::squares(),
                                [](double longitude, double) { return longitude >= 40 && longitude <= 60 ? std::optional<std::string>("KAZ") : std::nullopt; },
                                [](std::string_view name) { return name == "Kazakhstan" ? std::optional<std::string>("KAZ") : std::nullopt; }};
  return checks;
}

OwnData read(std::string_view bytes, std::string_view file = "mine.csv") { return read_own_data(file, bytes, world()); }

std::vector<std::string> texts(const OwnData& own) {
  std::vector<std::string> all;
  for (const Error& e : own.problems) all.push_back(e.text());
  return all;
}

const std::string kHead = "name,technology,latitude,longitude,capacity_mw\n";

}  // namespace

TEST_CASE("a project of one's own needs five columns; country and id are found", "[portfolio][own]") {
  const OwnData own = read(kHead + "Sun Park,solar_pv,24,50,100\nSun Park,wind_onshore,45,55,50.5\n");
  CHECK(texts(own).empty());
  REQUIRE(own.projects.size() == 2);
  const Project& p = own.projects[0];
  CHECK(p.id == "own-sun-park");
  CHECK(own.projects[1].id == "own-sun-park-2");
  CHECK(p.country == "KAZ");
  CHECK(p.capacity == megawatts(100));
  CHECK(p.status == Status::operating);
  CHECK(p.capacity_basis == CapacityBasis::unstated);
  CHECK(p.confidence == Confidence::low);
  CHECK(p.chinese_role_check == ChineseRole::unverified);
  CHECK(p.sources == std::vector<std::string>{"own"});
}

TEST_CASE("usual headings, words, units and ways to write a number are understood", "[portfolio][own]") {
  const struct {
    const char* name;
    std::string bytes;
  } cases[] = {
      {"other order and names", "Lon,Lat,MW,Type,Title\n50.5,24.25,1500,Solar PV,A\n"},
      {"x and y", "x,y,capacity,tech,name\n50.5,24.25,1500,pv,A\n"},
      {"kilowatts", "name,technology,latitude,longitude,Capacity (kW)\nA,solar,24.25,50.5,1500000\n"},
      {"gigawatts", "name,technology,latitude,longitude,capacity_gw\nA,Photovoltaics,24.25,50.5,1.5\n"},
      {"semicolons and a decimal comma", "name;technology;latitude;longitude;capacity_mw\nA;solar;24,25;50,5;1.500,0\n"},
      {"tabs", "name\ttechnology\tlatitude\tlongitude\tcapacity_mw\nA\tsolar\t24.25\t50.5\t1500\n"},
      {"thousands", kHead + "A,solar,24.25,50.5,\"1,500\"\n"},
      {"degrees", kHead + "A,solar,24.25° N,50.5 E,1500\n"},
      {"spaces, a byte-order mark, CRLF", "\xEF\xBB\xBF name , technology ,latitude,longitude,capacity_mw\r\n A , solar ,24.25, 50.5 ,1500\r\n"},
      {"Chinese headings", "名称,类型,纬度,经度,装机容量\nA,光伏,24.25,50.5,1500\n"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    const OwnData own = read(c.bytes);
    CHECK(texts(own).empty());
    REQUIRE(own.projects.size() == 1);
    CHECK(own.projects[0].name == "A");
    CHECK(own.projects[0].technology == Technology::solar_pv);
    CHECK(own.projects[0].latitude == 24.25);
    CHECK(own.projects[0].longitude == 50.5);
    CHECK(own.projects[0].capacity->base() == Approx(1500.0));
  }
  const OwnData statuses = read("name,technology,lat,lon,mw,status,country\nA,wind,45,50,1,under construction,Kazakhstan\nB,wind,45,50,1,Proposed,KAZ\n");
  CHECK(texts(statuses).empty());
  REQUIRE(statuses.projects.size() == 2);
  CHECK(statuses.projects[0].status == Status::construction);
  CHECK(statuses.projects[0].country == "KAZ");
  CHECK(statuses.projects[1].status == Status::planned);
}

TEST_CASE("each bad row is named with place, expected and found, and hides no other", "[portfolio][own]") {
  const OwnData own = read("Name,Type,Lat,Lon,MW,colour,Status\n"
                           "A,solar,24,50,100,red,operating\n"
                           "B,nuclear,24,50,100,,operating\n"
                           "C,solar,95,50,100,,operating\n"
                           "D,solar,24,50,many,,operating\n"
                           "E,solar,24,50\n"
                           "F,solar,24,50,,,operating\n"
                           "G,solar,24,20,100,,operating\n"
                           "H,wind,24,50,100,,broken\n"
                           "I,wind,24,50,100,,operating\n");
  CHECK(own.projects.size() == 2);
  CHECK(own.projects.back().name == "I");
  const auto all = texts(own);
  const auto has = [&](std::string_view start, std::string_view part) {
    for (const std::string& text : all)
      if (text.starts_with(start) && text.find(part) != std::string::npos) return true;
    return false;
  };
  CHECK(has("mine.csv:1:colour: ", "known column"));
  CHECK(has("mine.csv:3:Type: ", "found \"nuclear\""));
  CHECK(has("mine.csv:4:Lat: ", "from -90 to 90"));
  CHECK(has("mine.csv:5:MW: ", "found \"many\""));
  CHECK(has("mine.csv:6: ", "expected 7 cells, found 4"));
  CHECK(has("mine.csv:7:MW: ", "empty cell"));
  CHECK(has("mine.csv:8:country: ", "empty cell"));
  CHECK(has("mine.csv:9:Status: ", "found \"broken\""));
  CHECK(all.size() == 8);
}

TEST_CASE("a place outside its country is no project, and exchanged degrees are seen", "[portfolio][own]") {
  const OwnData own = read("name,technology,latitude,longitude,capacity_mw,country\nA,solar,50,10,100,KAZ\n");
  REQUIRE(own.problems.size() == 1);
  CHECK(own.problems[0].text().find("mine.csv:2:latitude: expected a place in KAZ") == 0);
  CHECK(own.problems[0].what.find("exchanged") != std::string::npos);
}

TEST_CASE("a missing column is one problem, not one a row", "[portfolio][own]") {
  const OwnData own = read("name,technology,latitude,longitude\nA,solar,24,50\nB,solar,24,50\n");
  CHECK(own.empty());
  CHECK(texts(own) == std::vector<std::string>{"mine.csv:1: expected a column capacity_mw, found none"});
}

TEST_CASE("a row may say its own climate and make", "[portfolio][own]") {
  const OwnData own = read("name,technology,latitude,longitude,capacity_mw,ghi_annual_kwh_m2,pv_mounting,dc_ac_ratio\nA,solar,24,50,100,2000,single_axis_tracker,1.2\nB,solar,24,50,1,,,\n");
  CHECK(texts(own).empty());
  REQUIRE(own.sites.size() == 1);
  CHECK(own.sites[0].project_id == "own-a");
  CHECK(own.sites[0].ghi->value == 2000.0);
  CHECK(own.sites[0].ghi->plus_minus > 0.0);
  CHECK_FALSE(own.sites[0].ghi->estimated);
  CHECK(own.sites[0].mounting->value == Mounting::single_axis_tracker);
}

TEST_CASE("points of a line stand in the order of seq, or of the rows where there is none", "[portfolio][own]") {
  for (const std::string& bytes : {std::string("line,seq,latitude,longitude,name\nMy line,2,45,51,B\nMy line,1,45,50,A\nOther,1,46,50,X\nOther,2,46,52,Y\n"),
                                   std::string("route_id,lat,lng,station\nMy line,45,50,A\nMy line,45,51,B\nOther,46,50,X\nOther,46,52,Y\n")}) {
    const OwnData own = read(bytes);
    CHECK(texts(own).empty());
    REQUIRE(own.routes.size() == 2);
    CHECK(own.routes[0].id == "own-my-line");
    CHECK(own.routes[0].name == "My line");
    CHECK(own.routes[0].countries == std::vector<std::string>{"KAZ"});
    CHECK(own.routes[0].points[0].name == "A");
    CHECK(own.routes[0].points[1].longitude == 51.0);
  }
  const OwnData bad = read("line,seq,latitude,longitude\nA,1,45,50\nA,1,45,51\nB,1,45,50\nB,x,45,51\n");
  CHECK(bad.empty());
  CHECK(bad.problems.size() == 4);
}

TEST_CASE("GeoJSON has points as projects and line strings as lines; other shapes are reported", "[portfolio][own]") {
  const OwnData own = read(R"({"type":"FeatureCollection","features":[
    {"type":"Feature","geometry":{"type":"Point","coordinates":[50.5,24.25]},"properties":{"name":"A","type":"solar","capacity":100,"year":2020,"colour":"red"}},
    {"type":"Feature","geometry":{"type":"LineString","coordinates":[[50,45,300],[51,45]]},"properties":{"name":"Line","electrified":"yes","gauge_mm":1435}},
    {"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[50,45],[51,45]],[[52,45],[53,45]]]},"properties":{"name":"Two"}},
    {"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}},
    {"type":"Feature","geometry":{"type":"Point","coordinates":["x"]},"properties":{"name":"B","type":"solar","capacity":1}},
    17]})", "mine.geojson");
  REQUIRE(own.projects.size() == 1);
  CHECK(own.projects[0].name == "A");
  CHECK(own.projects[0].latitude == 24.25);
  CHECK(own.projects[0].commissioning_year == 2020);
  REQUIRE(own.routes.size() == 3);
  CHECK(own.routes[0].electrified == Electrified::yes);
  CHECK(own.routes[0].gauge_mm == 1435);
  CHECK(own.routes[0].points[0].elevation_m == 300.0);
  CHECK(own.routes[1].name == "Two 1");
  CHECK(own.routes[2].id == "own-two-2");
  const auto all = texts(own);
  const auto has = [&](std::string_view part) {
    for (const std::string& text : all)
      if (text.find(part) != std::string::npos) return true;
    return false;
  };
  CHECK(has("mine.geojson:4:geometry: expected a Point, LineString or MultiLineString, found \"Polygon\""));
  CHECK(has("mine.geojson:5:latitude"));
  CHECK(has("mine.geojson:6:type"));
  CHECK(has("colour"));
}

TEST_CASE("what is neither CSV nor GeoJSON, or too large, says so in one sentence", "[portfolio][own]") {
  const struct {
    const char* name;
    std::string bytes, part;
  } cases[] = {{"nothing", "", "empty file"},
               {"blank", " \n\n ", "empty file"},
               {"a spreadsheet", std::string("PK\x03\x04zzz"), "save the sheet as CSV"},
               {"UTF-16", std::string("\xFF\xFEn\0a\0", 6), "UTF-16"},
               {"binary", std::string("abc\0def", 7), "binary"},
               {"JSON that is cut off", "{\"type\":\"FeatureCollection\",\"features\":[", "not JSON"},
               {"JSON of something else", "{\"type\":\"Topology\"}", "FeatureCollection"},
               {"deep brackets", std::string(100'000, '['), "at most 32 deep"}};
  for (const auto& c : cases) {
    INFO(c.name);
    const OwnData own = read(c.bytes);
    CHECK(own.empty());
    REQUIRE(own.problems.size() == 1);
    INFO(own.problems[0].text());
    CHECK(own.problems[0].what.find(c.part) != std::string::npos);
  }
  const OwnData large = read_own_data("big.csv", "", world(), 12'300'000);
  REQUIRE(large.problems.size() == 1);
  CHECK(large.problems[0].text() == "big.csv: expected at most 10 MB, found 12.3 MB");
}

TEST_CASE("rows beyond the limit are left out and said once", "[portfolio][own]") {
  std::string bytes = kHead;
  for (std::size_t i = 0; i < kMostOwnRows + 7; ++i) bytes += "Park,solar,24,50,1\n";
  const OwnData own = read(bytes);
  CHECK(own.projects.size() == kMostOwnRows);
  REQUIRE(own.problems.size() == 1);
  CHECK(own.problems[0].text() == "mine.csv:5002: expected at most 5000 rows; the rest is left out");
  std::set<std::string> ids;
  for (const Project& p : own.projects) ids.insert(p.id);
  CHECK(ids.size() == own.projects.size());
}

TEST_CASE("two files together keep every row under an id of its own", "[portfolio][own]") {
  const OwnData a = read("name,technology,lat,lon,mw,ghi_annual_kwh_m2\nA,solar,24,50,1,2000\n"), b = read("name,technology,lat,lon,mw,ghi_annual_kwh_m2\nA,solar,25,50,2,1900\n");
  const OwnData both = merged(a, b);
  REQUIRE(both.projects.size() == 2);
  CHECK(both.projects[1].id == "own-a-2");
  REQUIRE(both.sites.size() == 2);
  CHECK(both.sites[1].project_id == "own-a-2");
  CHECK(both.sites[1].ghi->value == 1900.0);
  CHECK(both.digest != a.digest);
}

TEST_CASE("thousands of damaged files are read without a crash, and only sound rows come out", "[portfolio][own]") {
  const std::string seeds[] = {
      kHead + "Sun Park,solar_pv,24.5,50.25,100\n\"Wind, \"\"north\"\"\",wind_onshore,45,55,50.5\n",
      "name;technology;latitude;longitude;capacity_mw;status\nA;solar;24,25;50,5;1500;planned\nB;wind;44,25;55,5;100;operating\n",
      "line,seq,latitude,longitude,name\nMy line,1,45,50,A\nMy line,2,45,51,B\nMy line,3,45,52,C\n",
      R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[50.5,24.25]},"properties":{"name":"A","technology":"solar","capacity_mw":100}},{"type":"Feature","geometry":{"type":"LineString","coordinates":[[50,45,3],[51,45],[52,44.5]]},"properties":{"name":"L"}}]})"};
  const std::string alphabet = "\",;\n\r\t{}[]:0123456789.-eE+ \xC3\xA9\xFF\x80nul";
  const numerics::Draws draws(7);
  std::uint64_t next = 0;
  const auto pick = [&](std::size_t of) { return std::min(of - 1, static_cast<std::size_t>(draws.uniform(next++) * static_cast<double>(of))); };
  int sound = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = seeds[pick(std::size(seeds))];
    const std::size_t changes = 1 + pick(3);
    for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
      const std::size_t at = pick(bytes.size());
      switch (pick(5)) {
        case 0: bytes[at] = alphabet[pick(alphabet.size())]; break;
        case 1: bytes.insert(at, 1, alphabet[pick(alphabet.size())]); break;
        case 2: bytes.erase(at, 1 + pick(5)); break;
        case 3: bytes.insert(at, bytes.substr(pick(bytes.size()), pick(40))); break;
        default: bytes.resize(at); break;
      }
    }
    INFO("round " << round);
    const OwnData own = read(bytes, "noise");
    std::set<std::string> ids;
    for (const Project& p : own.projects) {
      REQUIRE(ids.insert(p.id).second);
      REQUIRE(is_own(p.id));
      REQUIRE(std::fabs(p.latitude) <= 90.0);
      REQUIRE(std::fabs(p.longitude) <= 180.0);
      REQUIRE(p.capacity);
      REQUIRE((p.capacity->base() > 0.0 && p.capacity->base() <= 200'000.0));
      ++sound;
    }
    for (const Route& r : own.routes) {
      REQUIRE(ids.insert(r.id).second);
      REQUIRE(r.points.size() >= 2);
    }
    REQUIRE(own.problems.size() <= kMostOwnProblems);
    for (const Error& e : own.problems) REQUIRE_FALSE(e.what.empty());
    if (own.empty()) REQUIRE_FALSE(own.problems.empty());
  }
  CHECK(sound > 400);  // not all are refused as a whole
}
