#pragma once
#include <string>

#include "portfolio/own_data.hpp"

/// A reader's own rows as files: what is written is read again as the same rows (portfolio/own_data.hpp).
namespace gs {

/// UTF-8, RFC 4180 with CRLF; the columns that any row fills, under the names of data/projects.csv and data/sites.csv.
std::string own_projects_csv(const OwnData&);
/// A point a row; empty where there are no lines.
std::string own_lines_csv(const OwnData&);
/// A FeatureCollection of both.
std::string own_geojson(const OwnData&);

/// Two made-up projects that show the columns; it reads without a problem.
std::string own_template_csv();

}  // namespace gs
