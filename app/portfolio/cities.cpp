#include "portfolio/cities.hpp"

#include <optional>

#include "portfolio/schema.hpp"
#include "portfolio/table.hpp"

namespace gs {
namespace {

constexpr std::string_view kFile = "cities.csv";
constexpr std::array<std::string_view, 8> kColumns{"name", "name_zh", "name_ru", "name_ar", "iso3", "latitude", "longitude", "rank"};

Error bad(const Table::Row& row, std::size_t column, std::string_view expected) {
  return {std::string(kFile) + ":" + std::to_string(row.number) + ":" + std::string(kColumns[column]),
          "expected " + std::string(expected) + ", found \"" + row.cells[column] + "\""};
}

/// The cell's number, where it is one of that range.
std::optional<double> number_in(const std::string& cell, double least, double most) {
  const auto value = schema::parse_number(cell);
  return value && *value >= least && *value <= most ? value : std::nullopt;
}

}  // namespace

const std::string& City::name_in(std::string_view code) const {
  const std::size_t i = code == "zh" ? 0 : code == "ru" ? 1 : code == "ar" ? 2 : translated.size();
  return i < translated.size() && !translated[i].empty() ? translated[i] : name;
}

Result<std::vector<City>> read_cities(std::string_view bytes) {
  const Table table = read_table(kFile, bytes);
  if (!table.problems.empty()) return table.problems.front();
  if (table.columns != std::vector<std::string>(kColumns.begin(), kColumns.end())) return Error{std::string(kFile) + ":1", "expected other columns"};
  std::vector<City> out;
  for (const Table::Row& row : table.rows) {
    City city{row.cells[0], {row.cells[1], row.cells[2], row.cells[3]}, row.cells[4]};
    const auto latitude = number_in(row.cells[5], -90, 90), longitude = number_in(row.cells[6], -180, 180), rank = number_in(row.cells[7], 1, 4);
    if (city.name.empty()) return bad(row, 0, "a name");
    if (!latitude) return bad(row, 5, "degrees from -90 to 90");
    if (!longitude) return bad(row, 6, "degrees from -180 to 180");
    if (!rank) return bad(row, 7, "1 to 4");
    city.latitude = *latitude, city.longitude = *longitude, city.rank = static_cast<int>(*rank);
    out.push_back(std::move(city));
  }
  return out;
}

}  // namespace gs
