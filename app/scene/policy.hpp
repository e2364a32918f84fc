#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/told.hpp"
#include "units/result.hpp"

namespace gs {

/// The Green Energy Cooperation Action Plan and the themes that the article names, each tied to the projects and dates that it
/// touches; data/policy.json.
struct Policy {
  struct Date {
    int year = 0;
    Told text;
  };
  struct Theme {
    std::string id;
    Told title, text;
    std::vector<std::string> projects, claims, sources;  ///< ids
    std::vector<Date> dates;
  };
  Told title, text;
  int first_year = 0, last_year = 0;
  std::vector<Told> areas;
  std::vector<std::string> targets, sources;  ///< ids of claims; of sources
  std::vector<Theme> themes;
};

/// Errors: policy.json:place, what was expected there; the first only.
Result<Policy> read_policy(std::string_view bytes);

}  // namespace gs
