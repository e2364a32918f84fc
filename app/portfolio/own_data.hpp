#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/load.hpp"

/// Projects and lines that a reader brings: CSV or GeoJSON in, rows beside those of `data/` out.
namespace gs {

inline constexpr std::string_view kOwnPrefix = "own-";  ///< of every id of a reader's row; no row of `data/` has it
inline bool is_own(std::string_view id) { return id.starts_with(kOwnPrefix); }

inline constexpr std::size_t kMostOwnBytes = 10'000'000;
inline constexpr std::size_t kMostOwnRows = 5'000, kMostOwnPoints = 20'000, kMostOwnLines = 200;
inline constexpr std::size_t kMostOwnColumns = 200, kLongestOwnCell = 2'000, kLongestOwnName = 200;  ///< the last two in bytes
inline constexpr std::size_t kMostOwnProblems = 1'000;  ///< that are kept; the last one says how many more there were

/// What only the base map knows. Without it a row must say its country, by its code.
struct OwnChecks {
  Checks checks;
  /// ISO 3 of the country that holds a place (degrees), or of the nearest within kOffshoreKm.
  std::function<std::optional<std::string>(double longitude, double latitude)> country_at;
  /// Of a country's name in any language, or its two letters.
  std::function<std::optional<std::string>(std::string_view)> country_named;
};
inline constexpr double kOffshoreKm = 200.0;

struct OwnData {
  std::string file;               ///< names of the files, ", " between them
  std::vector<Project> projects;  ///< good rows, in the file's order
  std::vector<Site> sites;        ///< what rows say of their climate and make: of some of `projects`
  std::vector<Route> routes;
  /// `file:row:column`, expected and found. Row: of a CSV the header is 1; of GeoJSON the first feature is 1.
  std::vector<Error> problems;
  std::size_t rows = 0;  ///< that the files have, good and bad; points count as rows
  std::string digest;    ///< of the bytes
  bool empty() const { return projects.empty() && routes.empty(); }
};

/// Reads a file by its contents, whatever it is called.
///
/// CSV (',', ';' or tab between cells; a decimal comma where the places have one) of projects: the columns of projects.csv and
/// of sites.csv in any order under their names or usual other ones ("lat", "Capacity (kW)", "type"). Needed: name,
/// technology, latitude, longitude, capacity_mw. Missing: the country is that of the place, the id is made of the name. CSV of
/// lines: a point a row with `route_id` (or `line`), `latitude`, `longitude`, and `seq` unless the rows stand in order.
/// GeoJSON: Points are projects, their properties the columns; LineStrings and MultiLineStrings are lines.
///
/// Never fails: what cannot be read is among the problems, and a bad row hides no other. `size`: of the file, where no more
/// than a part of its bytes was read.
OwnData read_own_data(std::string_view file, std::string_view bytes, const OwnChecks& = {}, std::size_t size = 0);

/// Both, ids of the second made unique where the first has them.
OwnData merged(OwnData, OwnData);

/// The portfolio with a reader's rows at the end. Rows without a climate of their own have that of the nearest known site as an
/// estimate (portfolio/own_climate.hpp). `version` says that there are such rows (model/own_version.hpp), even when the data are
/// the same otherwise. Without rows: the portfolio as it is.
Portfolio joined(const Portfolio&, const OwnData&);

}  // namespace gs
