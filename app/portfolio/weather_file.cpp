#include "portfolio/weather_file.hpp"

#include <cmath>
#include <vector>

#include "portfolio/schema.hpp"
#include "portfolio/weather_form.hpp"

namespace gs {

namespace {

using model::kHours;
using weather_form::Clock;
using weather_form::Parts;

/// When a row stands for, on the file's clock.
struct Moment {
  int month = 0, day = 0, hour = 0;  ///< 1..12, 1..31, 0..23
  double centre_h = 0.5;             ///< after the beginning of the hour
};

std::optional<int> whole(std::string_view text, int low, int high) {
  const std::optional<double> number = schema::parse_number(text);
  if (!number || *number != std::floor(*number) || *number < low || *number > high) return std::nullopt;
  return static_cast<int>(*number);
}

/// A column of numbers to be read.
struct Quantity {
  std::string_view name;  ///< for messages
  std::optional<std::size_t> column;
  double low, high;
  model::Hourly* into;
};

class Reader {
 public:
  Reader(const Parts& parts, WeatherFile& out) : parts_(parts), table_(parts.table), out_(out) {}

  Outcome read() {
    if (!table_.problems.empty()) return moved(table_.problems.front());
    if (const Outcome found = find_columns(); !found) return found;
    slots_.assign(kHours, -1);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (const Outcome placed = place_row(row); !placed) return placed;
    }
    for (std::size_t hour = 0; hour < kHours; ++hour) {
      if (slots_[hour] < 0) return lacking(hour);
    }
    return read_numbers();
  }

 private:
  Error problem(std::size_t row, std::string_view column, std::string what) const {
    const int line = table_.rows[row].number + parts_.lines_before;
    return {table_.file + ":" + std::to_string(line) + ":" + std::string(column), std::move(what)};
  }

  /// A problem of the table with the file's line.
  Error moved(const Error& error) const {
    const std::size_t colon = error.where.rfind(':');
    const std::optional<double> line = schema::parse_number(std::string_view(error.where).substr(colon + 1));
    if (!line) return error;
    return {table_.file + ":" + std::to_string(static_cast<int>(*line) + parts_.lines_before), error.what};
  }

  Error lacking(std::size_t hour) const {
    std::size_t day = hour / 24, month = 0;
    while (day >= static_cast<std::size_t>(model::kDaysOfMonth[month])) {
      day -= static_cast<std::size_t>(model::kDaysOfMonth[month++]);
    }
    return {table_.file, "expected a row for hour " + std::to_string(hour % 24) + " of day " + std::to_string(day + 1) +
                             " of month " + std::to_string(month + 1) + " (8760 rows in all), found none"};
  }

  Outcome find_columns() {
    const auto column = [&](std::initializer_list<std::string_view> names) {
      return weather_form::column_of(table_, names);
    };
    model::WeatherYear& w = out_.weather;
    quantities_ = {
        {"global irradiance", column({"GHI", "GHI (W/m^2)", "G(h)", "Global Horizontal Radiation"}), -20, 1700, &w.ghi},
        {"temperature", column({"Temperature", "Dry-bulb (C)", "T2m", "Dry Bulb Temperature"}), -90, 65,
         &w.temperature},
        {"wind speed", column({"Wind Speed", "Wspd (m/s)", "WS10m"}), 0, 100, &w.wind},
        {"direct irradiance", column({"DNI", "DNI (W/m^2)", "Gb(n)", "Direct Normal Radiation"}), -20, 1500, &w.dni},
        {"diffuse irradiance", column({"DHI", "DHI (W/m^2)", "Gd(h)", "Diffuse Horizontal Radiation"}), -20, 1500,
         &w.dhi}};
    for (std::size_t i = 0; i < 3; ++i) {
      if (!quantities_[i].column) {
        return Error{table_.file + ":" + std::to_string(parts_.lines_before + 1),
                     "expected a column of " + std::string(quantities_[i].name) + ", found none"};
      }
    }
    if (!quantities_[3].column || !quantities_[4].column) quantities_.resize(3);
    switch (parts_.clock) {
      case Clock::date: first_ = column({"Date (MM/DD/YYYY)"}), second_ = column({"Time (HH:MM)"}); break;
      case Clock::stamp: first_ = second_ = column({"time(UTC)"}); break;
      default:
        first_ = column({"Month"}), second_ = column({"Day"}), hour_ = column({"Hour"}), minute_ = column({"Minute"});
    }
    if (!first_ || !second_ || ((parts_.clock == Clock::ending || parts_.clock == Clock::minutes) && !hour_)) {
      return Error{table_.file + ":" + std::to_string(parts_.lines_before + 1),
                   "expected columns that say when, found none"};
    }
    return Done{};
  }

  std::string_view cell(std::size_t row, std::size_t column) const { return table_.rows[row].cells[column]; }

  std::optional<Moment> moment_of(std::size_t row) const {
    const std::string_view first = cell(row, *first_), second = cell(row, *second_);
    std::optional<int> month, day, hour, minute = 30;
    switch (parts_.clock) {
      case Clock::stamp:
        if (first.size() != 13 || first[8] != ':') return std::nullopt;
        month = whole(first.substr(4, 2), 1, 12), day = whole(first.substr(6, 2), 1, 31);
        hour = whole(first.substr(9, 2), 0, 23), minute = whole(first.substr(11, 2), 0, 59);
        break;
      case Clock::date:
        if (first.size() != 10 || second.size() != 5 || second.substr(2) != ":00") return std::nullopt;
        month = whole(first.substr(0, 2), 1, 12), day = whole(first.substr(3, 2), 1, 31);
        hour = whole(second.substr(0, 2), 1, 24);
        break;
      case Clock::ending:
      case Clock::minutes:
        month = whole(first, 1, 12), day = whole(second, 1, 31);
        hour = parts_.clock == Clock::ending ? whole(cell(row, *hour_), 1, 24) : whole(cell(row, *hour_), 0, 23);
        if (parts_.clock == Clock::minutes && minute_) minute = whole(cell(row, *minute_), 0, 59);
    }
    if (!month || !day || !hour || !minute) return std::nullopt;
    const bool ending = parts_.clock == Clock::ending || parts_.clock == Clock::date;
    return Moment{*month, *day, ending ? *hour - 1 : *hour, *minute / 60.0 + parts_.offset_h};
  }

  Outcome place_row(std::size_t row) {
    const std::optional<Moment> moment = moment_of(row);
    const std::string_view column = table_.columns[hour_ ? *hour_ : *second_];
    if (!moment)
      return problem(row, column, "expected a date and an hour" + schema::found(cell(row, hour_ ? *hour_ : *second_)));
    if (moment->month == 2 && moment->day == 29) {
      ++out_.dropped_rows;
      return Done{};
    }
    const int* days = model::kDaysOfMonth;
    if (moment->day > days[moment->month - 1]) return problem(row, column, "expected a day of that month");
    if (centre_ && *centre_ != moment->centre_h)
      return problem(row, column, "expected one row an hour, at the same minute of it");
    centre_ = moment->centre_h;
    int day = moment->day - 1;
    for (int month = 1; month < moment->month; ++month) day += days[month - 1];
    int& slot = slots_[static_cast<std::size_t>(day * 24 + moment->hour)];
    if (slot >= 0) return problem(row, column, "expected each hour of the year once, found it twice");
    slot = static_cast<int>(row);
    return Done{};
  }

  Outcome read_numbers() {
    std::optional<Error> first;
    int further = 0;
    for (const Quantity& quantity : quantities_) quantity.into->assign(kHours, 0.0);
    for (std::size_t hour = 0; hour < kHours; ++hour) {
      const auto row = static_cast<std::size_t>(slots_[hour]);
      for (const Quantity& quantity : quantities_) {
        const std::string_view text = cell(row, *quantity.column);
        const std::optional<double> number = schema::parse_number(text);
        if (number && *number >= quantity.low && *number <= quantity.high) {
          (*quantity.into)[hour] = quantity.low == -20 && *number < 0.0 ? 0.0 : *number;
        } else if (first) {
          ++further;
        } else {
          first = problem(row, table_.columns[*quantity.column],
                          "expected " + std::string(quantity.name) + schema::found(text));
        }
      }
    }
    if (!first) return to_utc();
    if (further > 0) first->what += " (and " + std::to_string(further) + " more like it)";
    return *first;
  }

  /// From the file's clock to UTC hours: the year is turned; what is left of an hour goes by straight lines between
  /// neighbours.
  Outcome to_utc() {
    const double turn = parts_.time_zone_h - (*centre_ - 0.5);  // UTC hour h is the file's h + turn
    const double below = std::floor(turn), share = turn - below;
    const int shift = static_cast<int>(below) + kHours;
    for (const Quantity& quantity : quantities_) {
      const model::Hourly local = *quantity.into;
      for (int hour = 0; hour < kHours; ++hour) {
        const auto at = static_cast<std::size_t>((hour + shift) % kHours), next = (at + 1) % kHours;
        (*quantity.into)[static_cast<std::size_t>(hour)] =
            share == 0.0 ? local[at] : local[at] * (1.0 - share) + local[next] * share;
      }
    }
    out_.shift_h = share;
    return Done{};
  }

  const Parts& parts_;
  const Table& table_;
  WeatherFile& out_;
  std::vector<Quantity> quantities_;
  std::optional<std::size_t> first_, second_, hour_, minute_;
  std::optional<double> centre_;
  std::vector<int> slots_;  ///< the row of each hour
};

}  // namespace

Result<WeatherFile> read_weather_file(std::string_view name, std::string_view bytes) {
  const Result<Parts> parts = weather_form::cut(name, bytes);
  if (!parts) return parts.error();
  WeatherFile out;
  out.form = parts->form;
  out.place = parts->place;
  out.time_zone_h = parts->time_zone_h;
  if (const Outcome read = Reader(*parts, out).read(); !read) return read.error();
  return out;
}

}  // namespace gs
