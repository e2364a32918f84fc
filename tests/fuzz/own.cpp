#include "fuzz/own.hpp"

#include <cmath>
#include <set>
#include <string>

#include "fuzz/targets.hpp"
#include "portfolio/own_data.hpp"

namespace gs::fuzz {
namespace {

/// A world in which Kazakhstan lies from 40 to 60 degrees east and nothing elsewhere.
const OwnChecks& world() {
  static const OwnChecks checks = [] {
    OwnChecks c;
    c.country_at = [](double longitude, double) { return longitude >= 40 && longitude <= 60 ? std::optional<std::string>("KAZ") : std::nullopt; };
    c.country_named = [](std::string_view name) { return name == "Kazakhstan" ? std::optional<std::string>("KAZ") : std::nullopt; };
    return c;
  }();
  return checks;
}

void check_ids(const OwnData& own) {
  std::set<std::string_view> projects, routes;
  for (const Project& p : own.projects) {
    law(is_own(p.id), "a reader's project has an id of its own kind");
    law(projects.insert(p.id).second, "no two projects have one id");
    law(std::abs(p.latitude) <= 90 && std::abs(p.longitude) <= 180, "a project lies on the earth");
    law(p.name.size() <= kLongestOwnName, "a name is no longer than the limit");
  }
  for (const Route& r : own.routes) {
    law(is_own(r.id), "a reader's line has an id of its own kind");
    law(routes.insert(r.id).second, "no two lines have one id");
  }
  for (const Site& s : own.sites) law(projects.count(s.project_id) == 1, "what is said of a site belongs to a project");
}

}  // namespace

void own_file(std::string_view name, std::string_view bytes) {
  const OwnData own = read_own_data(name, bytes, world());
  law(own.projects.size() <= kMostOwnRows && own.routes.size() <= kMostOwnLines, "no more rows than the limit");
  law(own.problems.size() <= kMostOwnProblems, "no more problems than the limit");
  check_ids(own);
  check_ids(merged(own, own));
  const Portfolio with = joined(Portfolio{}, own);
  law(with.projects.size() == own.projects.size() && with.routes.size() == own.routes.size(), "every row is joined");
}

}  // namespace gs::fuzz
