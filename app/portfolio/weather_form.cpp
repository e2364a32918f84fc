#include "portfolio/weather_form.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "portfolio/schema.hpp"

namespace gs::weather_form {

namespace {

/// EnergyPlus, Auxiliary Programs, "EPW data dictionary"; those after the wind are not read.
constexpr std::string_view kEpwColumns =
    "Year,Month,Day,Hour,Minute,Flags,Dry Bulb Temperature,Dew Point Temperature,Relative Humidity,Atmospheric Station "
    "Pressure,Extraterrestrial Horizontal Radiation,Extraterrestrial Direct Normal Radiation,Horizontal Infrared "
    "Radiation,Global Horizontal Radiation,Direct Normal Radiation,Diffuse Horizontal Radiation,Global Horizontal "
    "Illuminance,Direct Normal Illuminance,Diffuse Horizontal Illuminance,Zenith Luminance,Wind Direction,Wind Speed";
constexpr std::ptrdiff_t kEpwNamed = 22;

/// The file line by line.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : rest_(bytes) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }
  std::string_view next() {
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++count_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }
  /// What next() would give.
  std::string_view peek() const { return Lines(*this).next(); }
  std::string_view rest() const { return rest_; }
  int count() const { return count_; }

 private:
  std::string_view rest_;
  int count_ = 0;
};

/// Cells of a line of the head. Names of towns come in many encodings: what is not ASCII becomes a question mark.
std::vector<std::string> cells_of(std::string_view line) {
  std::string ascii(line);
  for (char& c : ascii) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return read_table("", ascii).columns;
}

std::string trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

/// A number of the head.
struct Wanted {
  std::string_view name;
  double low, high;
  double* into;
};

/// Sets what is wanted from the cells at the same places, or names the one that is not there.
Outcome take(std::string_view file, int line, const std::vector<std::string>& cells,
             std::initializer_list<std::size_t> places, std::initializer_list<Wanted> wanted) {
  const std::size_t* place = places.begin();
  for (const Wanted& want : wanted) {
    const std::string cell = *place < cells.size() ? trimmed(cells[*place]) : std::string();
    const std::optional<double> number = schema::parse_number(cell);
    if (!number || *number < want.low || *number > want.high) {
      return Error{std::string(file) + ":" + std::to_string(line) + ":" + std::string(want.name),
                   "expected a number" + schema::found(cell)};
    }
    *want.into = *number;
    ++place;
  }
  return Done{};
}

Outcome take_place(std::string_view file, int line, const std::vector<std::string>& cells, Parts& parts,
                   std::initializer_list<std::size_t> places) {
  return take(file, line, cells, places,
              {{"latitude", -90, 90, &parts.place.latitude},
               {"longitude", -180, 180, &parts.place.longitude},
               {"time zone", -14, 14, &parts.time_zone_h},
               {"elevation", -500, 9000, &parts.place.altitude_m}});
}

/// NSRDB pads lines with commas to the length of the head, not always all of them: each line loses what it has beyond
/// the columns with a name.
std::string without_padding(Lines lines) {
  std::string kept;
  std::ptrdiff_t columns = 0;
  while (!lines.rest().empty()) {
    std::string_view line = lines.next();
    std::ptrdiff_t commas = std::count(line.begin(), line.end(), ',');
    for (; line.ends_with(',') && commas > columns; --commas) line.remove_suffix(1);
    if (kept.empty()) columns = commas;
    kept.append(line).push_back('\n');
  }
  return kept;
}

void read_rows(std::string_view file, const Lines& lines, Parts& parts) {
  parts.table = read_table(file, without_padding(lines));
  parts.lines_before = lines.count();
  for (std::string& column : parts.table.columns) column = trimmed(column);
}

Result<Parts> cut_epw(std::string_view file, Lines lines) {
  Parts parts;
  parts.form = "EPW";
  parts.clock = Clock::ending;
  const Outcome placed = take_place(file, 1, cells_of(lines.next()), parts, {6, 7, 8, 9});
  if (!placed) return placed.error();
  for (int line = 2; line <= 8; ++line) lines.next();
  const std::string_view first = lines.peek();
  const std::ptrdiff_t cells = std::count(first.begin(), first.end(), ',') + 1;
  std::string head(kEpwColumns);
  for (std::ptrdiff_t cell = kEpwNamed; cell < cells; ++cell) head += ",-";
  parts.table = read_table(file, head + "\n" + std::string(lines.rest()));
  parts.lines_before = lines.count() - 1;
  return parts;
}

Result<Parts> cut_tmy3(std::string_view file, Lines lines) {
  Parts parts;
  parts.form = "TMY3";
  parts.clock = Clock::date;
  const Outcome placed = take_place(file, 1, cells_of(lines.next()), parts, {4, 5, 3, 6});
  if (!placed) return placed.error();
  read_rows(file, lines, parts);
  return parts;
}

Result<Parts> cut_nsrdb(std::string_view file, Lines lines) {
  Parts parts;
  parts.form = "NSRDB";
  parts.clock = Clock::minutes;
  std::vector<std::string> names = cells_of(lines.next());
  for (std::string& name : names) name = trimmed(name);
  const auto at = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const Outcome placed = take_place(file, 2, cells_of(lines.next()), parts,
                                    {at("Latitude"), at("Longitude"), at("Time Zone"), at("Elevation")});
  if (!placed) return placed.error();
  read_rows(file, lines, parts);
  return parts;
}

Result<Parts> cut_pvgis(std::string_view file, Lines lines) {
  Parts parts;
  parts.form = "PVGIS";
  parts.clock = Clock::stamp;
  bool latitude = false, longitude = false;
  while (!lines.rest().empty() && !lines.peek().starts_with("time(UTC)")) {
    const std::string_view line = lines.next();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, colon);
    const std::vector<std::string> cell = {trimmed(line.substr(colon + 1))};
    Outcome taken = Done{};
    if (name.starts_with("Latitude")) {
      taken = take(file, lines.count(), cell, {0}, {{"latitude", -90, 90, &parts.place.latitude}});
      latitude = true;
    } else if (name.starts_with("Longitude")) {
      taken = take(file, lines.count(), cell, {0}, {{"longitude", -180, 180, &parts.place.longitude}});
      longitude = true;
    } else if (name.starts_with("Elevation")) {
      taken = take(file, lines.count(), cell, {0}, {{"elevation", -500, 9000, &parts.place.altitude_m}});
    } else if (name.starts_with("Irradiance Time Offset")) {
      taken = take(file, lines.count(), cell, {0}, {{"time offset", -1, 1, &parts.offset_h}});
    }
    if (!taken) return taken.error();
  }
  if (!latitude || !longitude || lines.rest().empty()) {
    return Error{std::string(file), "expected a latitude, a longitude and a table that begins with time(UTC)"};
  }
  // The table ends at the first line that does not begin with a stamp; after it PVGIS explains its columns.
  std::size_t end = lines.rest().find('\n');
  while (end != std::string_view::npos && end + 1 < lines.rest().size()) {
    const char first = lines.rest()[end + 1];
    if (first < '0' || first > '9') break;
    end = lines.rest().find('\n', end + 1);
  }
  parts.table = read_table(file, lines.rest().substr(0, end));
  parts.lines_before = lines.count();
  return parts;
}

}  // namespace

Result<Parts> cut(std::string_view name, std::string_view bytes) {
  const Lines lines(bytes);
  const std::string_view first = lines.peek();
  Lines after = lines;
  after.next();
  if (first.starts_with("LOCATION,")) return cut_epw(name, lines);
  if (after.peek().starts_with("Date (MM/DD/YYYY)")) return cut_tmy3(name, lines);
  if (first.starts_with("Latitude (decimal degrees)")) return cut_pvgis(name, lines);
  if (first.find("Latitude,Longitude") != std::string_view::npos) return cut_nsrdb(name, lines);
  return Error{std::string(name) + ":1",
               "expected an EPW, TMY3, NSRDB or PVGIS file" + schema::found(first.substr(0, 40))};
}

std::optional<std::size_t> column_of(const Table& table, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::find(table.columns.begin(), table.columns.end(), name);
    if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
  }
  return std::nullopt;
}

}  // namespace gs::weather_form
