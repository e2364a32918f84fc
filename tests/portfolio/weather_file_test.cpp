#include "portfolio/weather_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cstdio>
#include <functional>
#include <numeric>

using namespace gs;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using model::kHours;

namespace {

/// An hour of a year, 0..8759, with the weather that the tests write: numbers from which the hour can be read.
struct Hour {
  int index, month, day, hour;
  int ghi() const { return hour >= 6 && hour < 18 ? 100 + index % 700 : 0; }
  int dni() const { return ghi() / 2; }
  int dhi() const { return ghi() / 4; }
  double temperature() const { return 20 + month + hour / 10.0; }
  double wind() const { return 1 + (index % 50) / 10.0; }
};

/// Writes one row for each hour of 365 days, with a 29 February if asked.
std::string rows(const std::function<std::string(const Hour&)>& row, bool leap = false) {
  std::string text;
  int index = 0;
  for (int month = 1; month <= 12; ++month) {
    const int days = model::kDaysOfMonth[month - 1];
    for (int day = 1; day <= days; ++day) {
      for (int hour = 0; hour < 24; ++hour) text += row({index++, month, day, hour});
    }
    for (int hour = 0; leap && month == 2 && hour < 24; ++hour) text += row({0, 2, 29, hour});
  }
  return text;
}

template <class... Args>
std::string printed(const char* form, Args... args) {
  char text[400];
  std::snprintf(text, sizeof text, form, args...);
  return text;
}

std::string epw(double zone = 4) {
  return printed("LOCATION,Abu Dhabi Intl Ap,-,ARE,Test,412170,24.43,54.65,%.1f,27.0\r\n", zone) +
         "DESIGN CONDITIONS,0\r\nTYPICAL/EXTREME PERIODS,0\r\nGROUND TEMPERATURES,0\r\n"
         "HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\r\nCOMMENTS 1,\"made, by a test\"\r\nCOMMENTS 2,\r\n"
         "DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31\r\n" +
         rows([](const Hour& h) {
           return printed(
               "2005,%d,%d,%d,60,?9?9?9?9E0?9?9?9?9?9?9?9?9?9?9?9?9?9?9?9*9*9?9?9?9,%.1f,10.0,50,100500,0,0,350,%d,%d,%"
               "d,"
               "0,0,0,0,180,%.1f,0,0,9999,99999,9,999999999,10,0.1,0,88,0.2,0,1\r\n",
               h.month, h.day, h.hour + 1, h.temperature(), h.ghi(), h.dni(), h.dhi(), h.wind());
         });
}

std::string tmy3() {
  return "723170,\"GREENSBORO, TEST\",NC,-5.0,36.100,-79.950,273\n"
         "Date (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),GHI source,DNI (W/m^2),DHI (W/m^2),Dry-bulb (C),Wspd (m/s)\n" +
         rows([](const Hour& h) {
           return printed("%02d/%02d/1988,%02d:00,%d,1,%d,%d,%.1f,%.1f\n", h.month, h.day, h.hour + 1, h.ghi(), h.dni(),
                          h.dhi(), h.temperature(), h.wind());
         });
}

std::string nsrdb(bool leap = false, const char* zone = "0") {
  return "Source,Location ID,City,State,Country,Latitude,Longitude,Time Zone,Elevation,Local Time Zone\n"
         "NSRDB,1,-,-,-,33.21,-97.12," +
         std::string(zone) +
         ",201,-6\n"
         "Year,Month,Day,Hour,Minute,GHI,DHI,DNI,Wind Speed,Temperature\n" +
         rows(
             [](const Hour& h) {
               return printed("2012,%d,%d,%d,30,%d,%d,%d,%.1f,%.1f\n", h.month, h.day, h.hour, h.ghi(), h.dhi(),
                              h.dni(), h.wind(), h.temperature());
             },
             leap);
}

std::string pvgis(const char* offset = "") {
  return "Latitude (decimal degrees): 45.000\r\nLongitude (decimal degrees): 8.000\r\nElevation (m): 250\r\n" +
         std::string(offset) +
         "month,year\r\n1,2007\r\n2,2011\r\n"
         "time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP\r\n" +
         rows([](const Hour& h) {
           return printed("2007%02d%02d:%02d00,%.2f,80.0,%d.0,%d.0,%d.0,300.0,%.2f,200,99000.0\r\n", h.month, h.day,
                          h.hour, h.temperature(), h.ghi(), h.dni(), h.dhi(), h.wind());
         }) +
         "\r\nT2m: 2-m air temperature (degree Celsius)\r\nPVGIS (c) European Communities, 2001-2021\r\n";
}

WeatherFile read(const std::string& bytes) {
  const auto file = read_weather_file("my.csv", bytes);
  INFO((file ? "" : file.error().text()));
  REQUIRE(file);
  return *file;
}

Error failing(const std::string& bytes) {
  const auto file = read_weather_file("my.csv", bytes);
  REQUIRE_FALSE(file);
  return file.error();
}

/// The hour that `utc` + `zone` is.
Hour local(int utc, int zone) {
  int index = (utc + zone + kHours) % kHours, day = index / 24, month = 0;
  while (day >= model::kDaysOfMonth[month]) day -= model::kDaysOfMonth[month++];
  return {index, month + 1, day + 1, index % 24};
}

void check_hours(const WeatherFile& file, int zone) {
  int wrong = 0;
  for (int utc = 0; utc < kHours; ++utc) {
    const Hour hour = local(utc, zone);
    const auto at = static_cast<std::size_t>(utc);
    const bool same = file.weather.ghi[at] == hour.ghi() && file.weather.dni[at] == hour.dni() &&
                      file.weather.dhi[at] == hour.dhi() &&
                      std::abs(file.weather.temperature[at] - hour.temperature()) < 1e-9 &&
                      std::abs(file.weather.wind[at] - hour.wind()) < 1e-9;
    wrong += same ? 0 : 1;
  }
  CHECK(wrong == 0);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("an EPW file is read and turned to UTC", "[weather]") {
  const WeatherFile file = read(epw());
  CHECK(file.form == "EPW");
  CHECK(file.place.latitude == 24.43);
  CHECK(file.place.longitude == 54.65);
  CHECK(file.place.altitude_m == 27.0);
  CHECK(file.time_zone_h == 4.0);
  CHECK(file.shift_h == 0.0);
  CHECK(file.weather.wind_height_m == 10.0);
  check_hours(file, 4);
}

TEST_CASE("a TMY3 file is read and turned to UTC", "[weather]") {
  const WeatherFile file = read(tmy3());
  CHECK(file.form == "TMY3");
  CHECK(file.place.longitude == -79.95);
  check_hours(file, -5);
}

TEST_CASE("an NSRDB file is read in its own zone, and a leap day is dropped", "[weather]") {
  CHECK(read(nsrdb()).form == "NSRDB");
  check_hours(read(nsrdb()), 0);
  const WeatherFile leap = read(nsrdb(true, "-6"));
  CHECK(leap.dropped_rows == 24);
  check_hours(leap, -6);
}

TEST_CASE("lines padded with commas and a town's accents do no harm", "[weather]") {
  check_hours(read(replaced(nsrdb(), "Wind Speed,Temperature\n", "Wind Speed,Temperature,,,,\n")), 0);
  check_hours(read(replaced(nsrdb(), "64,3.8,24.2\n", "64,3.8,24.2,,,,\n")), 0);
  check_hours(read(replaced(epw(), "Abu Dhabi Intl Ap", "S\xe3o Paulo")), 4);  // Latin 1
  const std::string lacks = replaced(nsrdb(), "128,32,64,3.8,24.2\n", "128,32,64,3.8,\n");
  CHECK(failing(lacks).where.ends_with(":Temperature"));
}

TEST_CASE("a PVGIS file's instants are brought to the middles of hours, with the same sum", "[weather]") {
  const WeatherFile middle = read(pvgis("Irradiance Time Offset (h): 0.5\r\n"));
  CHECK(middle.form == "PVGIS");
  CHECK(middle.place.altitude_m == 250.0);
  check_hours(middle, 0);
  const WeatherFile early = read(pvgis("Irradiance Time Offset (h): 0.25\r\n"));
  CHECK(early.shift_h == 0.25);
  CHECK_THAT(early.weather.ghi[7], WithinAbs(0.75 * local(7, 0).ghi() + 0.25 * local(8, 0).ghi(), 1e-9));
  const auto sum = [](const model::Hourly& hours) { return std::accumulate(hours.begin(), hours.end(), 0.0); };
  CHECK_THAT(sum(early.weather.ghi), WithinRel(sum(middle.weather.ghi), 1e-12));
  CHECK(read(pvgis()).shift_h == 0.5);  // an instant at the full hour
}

TEST_CASE("a clock half an hour off, as in India, shares the hours out", "[weather]") {
  const WeatherFile file = read(epw(5.5));
  CHECK(file.shift_h == 0.5);
  CHECK_THAT(file.weather.ghi[4], WithinAbs(0.5 * local(4, 5).ghi() + 0.5 * local(4, 6).ghi(), 1e-9));
}

TEST_CASE("missing and impossible values are named by file, row and column", "[weather]") {
  const std::string good = epw();
  // Row 9 is the first hour; its temperature 21.0 and wind 1.0.
  const Error missing = failing(replaced(good, "*9?9?9?9,21.0,", "*9?9?9?9,99.9,"));
  CHECK(missing.where == "my.csv:9:Dry Bulb Temperature");
  CHECK(missing.what == "expected temperature, found \"99.9\"");
  const Error two = failing(replaced(replaced(good, ",180,1.0,", ",180,999,"), ",180,1.1,", ",180,,"));
  CHECK(two.where == "my.csv:9:Wind Speed");
  CHECK(two.what == "expected wind speed, found \"999\" (and 1 more like it)");
  CHECK(failing(replaced(tmy3(), "01/01/1988,07:00,106,", "01/01/1988,07:00,-9900,")).where == "my.csv:9:GHI (W/m^2)");
  CHECK(read(replaced(tmy3(), "01/01/1988,01:00,0,", "01/01/1988,01:00,-2,")).weather.ghi[5] == 0.0);
}

TEST_CASE("a year that lacks an hour, or has one twice, or rows that are none, is refused", "[weather]") {
  const std::string good = nsrdb();
  const std::string row = "2012,3,1,12,30,128,32,64,3.8,24.2\n";
  REQUIRE(good.find(row) != std::string::npos);
  CHECK(failing(replaced(good, row, "")).what ==
        "expected a row for hour 12 of day 1 of month 3 (8760 rows in all), found none");
  const Error twice = failing(replaced(good, row, row + row));
  CHECK(twice.where == "my.csv:1433:Hour");
  CHECK(twice.what == "expected each hour of the year once, found it twice");
  CHECK(failing(replaced(good, row, "2012,3,1,12,30\n")).where == "my.csv:1432");
  CHECK(failing(replaced(good, row, "2012,3,32,12,30,128,32,64,3.8,24.2\n")).where == "my.csv:1432:Hour");
  CHECK(failing(replaced(good, "2012,3,1,12,30,", "2012,3,1,12,45,")).what ==
        "expected one row an hour, at the same minute of it");
  CHECK(failing(replaced(good, "Wind Speed", "Gusts")).what == "expected a column of wind speed, found none");
  CHECK(failing(replaced(good, "33.21", "north")).where == "my.csv:2:latitude");
  CHECK(failing("just,a,table\n1,2,3\n").where == "my.csv:1");
  CHECK(failing("").where == "my.csv:1");
  CHECK(failing(pvgis().substr(0, 200)).where.starts_with("my.csv"));
}

TEST_CASE("without beam or diffuse columns only the global irradiance is kept", "[weather]") {
  const WeatherFile file = read(replaced(nsrdb(), "GHI,DHI,DNI", "GHI,X,Y"));
  CHECK(file.weather.dni.empty());
  CHECK(file.weather.dhi.empty());
  CHECK(file.weather.ghi.size() == kHours);
}
