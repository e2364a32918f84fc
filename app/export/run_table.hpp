#pragma once
#include <string>

#include "sim/railway.hpp"

/// Runs of the train laboratory as text.
namespace gs {

/// What runs where, then one line a traction; for people. `only`: id of a traction, or empty for all.
std::string run_table(const Portfolio&, const LabResults&, const Scenario&, std::string_view only = {});
/// The same with all digits and the ledger of each run, as one JSON object.
std::string run_json(const Portfolio&, const LabResults&, const Scenario&, std::string_view only = {});
/// One line a recorded place and traction: traction, at_m, height_m, grade_permille, limit_kmh, speed_kmh, time_s, wheel_kw,
/// source_kw, charge. RFC 4180; an empty cell is a figure that does not exist.
std::string run_profile_csv(const LabResults&, std::string_view only = {});

}  // namespace gs
