#pragma once
#include <string>

#include "portfolio/railway.hpp"
#include "sim/railway.hpp"
#include "units/result.hpp"

/// Trains and lines of one's own, for greensilk run.
namespace gs::cli {

/// A formation from a CSV (header line and one row) or a JSON object with the columns of data/trains.csv as names. Needed:
/// wagons, tare_t, load_t, axles; the rest has the values of ordinary wagons of `gauge_mm`.
Result<TrainRow> read_own_train(const std::string& where, const std::string& bytes, int gauge_mm);

/// A line from a CSV with the columns chainage_km, grade_permille, limit_kmh, wire (yes or no) and, as one likes, radius_m: a
/// row holds from its chainage to the next one's, the last row is the end. Exact, not estimated.
struct OwnLine {
  Route route;
  RailLine line;
};
Result<OwnLine> read_own_line(const std::string& where, const std::string& bytes, int gauge_mm, const std::string& country);

}  // namespace gs::cli
