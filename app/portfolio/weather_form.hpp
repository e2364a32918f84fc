#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "model/hours.hpp"
#include "portfolio/table.hpp"

/// The forms of weather files: where each says its place and has its columns. Used by weather_file.cpp.
namespace gs::weather_form {

enum class Clock {
  ending,   ///< hour 1..24, a mean over the hour that ends there
  minutes,  ///< hour 0..23 and perhaps minute
  stamp,    ///< "20050101:0010", UTC
  date,     ///< "MM/DD/YYYY" and "HH:MM", 01:00..24:00, a mean over the hour that ends there
};

/// A file cut into what all forms have.
struct Parts {
  std::string form;
  Clock clock = Clock::ending;
  model::Place place;
  double time_zone_h = 0.0;
  double offset_h = 0.0;  ///< PVGIS: of the values from their stamps
  Table table;            ///< the rows, under columns with the file's own names (EPW: the data dictionary's)
  int lines_before = 0;   ///< lines of the file before the table's first row
};

Result<Parts> cut(std::string_view name, std::string_view bytes);

/// Where a column stands in the table, by the first of the names that it has.
std::optional<std::size_t> column_of(const Table&, std::initializer_list<std::string_view> names);

}  // namespace gs::weather_form
