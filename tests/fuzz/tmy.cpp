#include <algorithm>
#include <cmath>
#include <string>

#include "fuzz/targets.hpp"
#include "portfolio/weather_file.hpp"

namespace gs::fuzz {
namespace {

constexpr std::size_t kLongestPattern = 300;

std::string two(int number) { return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)}; }

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
}

/// The year that a pattern of a row stands for: MM month, DD day, HH hour from 00, hh hour from 01.
std::string year_of(std::string_view pattern) {
  std::string year;
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= model::kDaysOfMonth[month - 1]; ++day)
      for (int hour = 0; hour < 24; ++hour) {
        std::string row(pattern);
        replace_all(row, "MM", two(month));
        replace_all(row, "DD", two(day));
        replace_all(row, "HH", two(hour));
        replace_all(row, "hh", two(hour + 1));
        year += row + "\n";
      }
  return year;
}

/// The bytes with a whole year in place of the first line that begins with '@': so a small input reaches the end of the reader.
std::string whole(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && bytes[at] != '@') at = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
  const std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos || end - at > kLongestPattern) return std::string(bytes);
  return std::string(bytes.substr(0, at)) + year_of(bytes.substr(at + 1, end - at - 1)) + std::string(bytes.substr(end + 1));
}

void check(const model::Hourly& values) {
  law(values.size() == model::kHours, "a year has all its hours");
  for (const double v : values) law(std::isfinite(v), "every hour has a number");
}

}  // namespace

void tmy(std::string_view bytes) {
  const Result<WeatherFile> read = read_weather_file("my.csv", whole(bytes));
  if (!read) return law(!read.error().text().empty(), "an error says what it is");
  const model::WeatherYear& weather = read->weather;
  check(weather.ghi);
  check(weather.temperature);
  check(weather.wind);
  law(weather.dni.size() == weather.dhi.size(), "direct and diffuse are there together");
  if (!weather.dni.empty()) check(weather.dni), check(weather.dhi);
  law(read->shift_h >= 0.0 && read->shift_h < 1.0, "the shift is less than an hour");
}

}  // namespace gs::fuzz
