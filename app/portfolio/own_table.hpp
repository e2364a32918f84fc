#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/own_data.hpp"
#include "portfolio/schema.hpp"

/// A reader's table under the columns that we know. Only for own_*.cpp.
namespace gs::own {

/// Projects: of projects.csv and sites.csv, with limits that keep a sum finite. Points of lines: of route_points.csv.
const schema::File& projects();
const schema::File& points();

/// The column that a heading means, and by how much its numbers are to be multiplied ("Capacity (kW)": 0.001).
struct Meaning {
  std::string_view column;  ///< empty: not known
  double factor = 1.0;
};
Meaning meaning_of(std::string_view heading, const schema::File&);

/// Lower-case letters, digits and what is not ASCII, one '_' for all between.
std::string plain(std::string_view text);

/// The table with every column of `file`, cells trimmed, numbers as we write them, usual words of technology and status as
/// ours. Headings that mean nothing are reported once each. `headings`: what each of our columns is called in the file.
Table translated(const Table&, const schema::File& file, std::vector<std::string>& headings, std::vector<Error>& problems);

/// The problems of a translated table with the file's own headings.
void name_as_in_file(std::vector<Error>& problems, std::size_t from, const schema::File& file, const std::vector<std::string>& headings);

void read_projects(const Table&, const OwnChecks&, OwnData&);
void read_lines(const Table&, const OwnChecks&, OwnData&);
/// GeoJSON as the two tables above.
void read_geojson(std::string_view file, std::string_view bytes, const OwnChecks&, OwnData&);

/// "own-al-dhafra-solar" of a name or an id; `otherwise` where it has no ASCII letter or digit.
std::string own_id(std::string_view name, std::string_view otherwise);
/// Ids given until now.
class Ids {
 public:
  /// `id`, or with -2, -3, ... behind it where it was given before.
  std::string unique(std::string id);

 private:
  std::map<std::string, int, std::less<>> given_;  ///< and the number that came last behind it
};

}  // namespace gs::own
