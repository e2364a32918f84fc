#include "scene/claim_desk.hpp"

namespace gs {

ClaimCountries claim_countries(const BaseMap& base) {
  std::vector<ClaimCountry> countries;
  for (const Country& c : base.countries) {
    if (c.iso3.empty()) continue;
    ClaimCountry made{c.iso3, c.iso2, c.label.x, c.label.y, {}};
    for (const std::string& name : c.names)
      if (!name.empty()) made.names.push_back(name);
    countries.push_back(std::move(made));
  }
  return ClaimCountries(std::move(countries));
}

const ClaimCheck& ClaimDesk::of(const World& world, const State& state) {
  const bool new_map = base_ != &world.base;
  if (new_map) countries_ = claim_countries(world.base);
  base_ = &world.base;
  // Results have no digest while they are not whole; hours and factors, which the check rests on, are there before.
  if (!new_map && text_ == state.view.claim && scenario_ == world.results.scenario && digest_ == world.results.fleet->plants_digest &&
      version_ == world.portfolio.version)
    return check_;
  text_ = state.view.claim;
  scenario_ = world.results.scenario;
  digest_ = world.results.fleet->plants_digest;
  version_ = world.portfolio.version;
  check_ = check_claim(world.portfolio, world.results, countries_, text_);
  return check_;
}

}  // namespace gs
