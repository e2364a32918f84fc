#include "scene/country_fill.hpp"

#include <algorithm>
#include <cmath>

#include "sim/factors.hpp"
#include "sim/grid.hpp"

namespace gs {
namespace {

/// Shares of the strong colour in the land's, palest first.
constexpr std::array<double, kCountryClasses> kShares{0.06, 0.17, 0.29, 0.42, 0.56, 0.72};

Color strong(const Palette& p, CountryFill fill) {
  switch (fill) {
    case CountryFill::grid: return p.dark ? rgb(0xC98A5E) : rgb(0x8A4B22);
    case CountryFill::savings: return p.dark ? rgb(0x3FBF86) : rgb(0x0B6E4F);
    case CountryFill::projects: return p.dark ? rgb(0x6FA3D8) : rgb(0x2B5C94);
    case CountryFill::difference: break;  // two colours
  }
  return p.ink;
}

std::optional<double> grid_intensity(const World& w, const Scenario& s, const std::string& iso3) {
  const auto grid = find_grid_factor(w.portfolio, s.method, Technology::solar_pv, iso3);
  if (!grid) return std::nullopt;
  const model::Pathway way = pathway_of(w.portfolio, s.pathway, s.method, iso3);
  return way.factor_in(s.year, grid->intensity.best).base() * 1e3;
}

/// What of a state the values depend on, the rest as usual.
State of_interest(const State& s) {
  State out;
  out.scenario = s.scenario;
  if (s.view.map.fill == CountryFill::difference) out.against = s.against;
  out.view.map.fill = s.view.map.fill;
  if (s.view.map.fill == CountryFill::grid) return out;
  out.view.categories = s.view.categories;
  out.view.statuses = s.view.statuses;
  out.view.show_hidden = s.view.show_hidden;
  out.view.query = s.view.query;
  out.view.country = s.view.country;
  out.view.language = s.view.language;  // a query looks among names
  return out;
}

}  // namespace

const ClassBounds& class_bounds(CountryFill fill) {
  static constexpr std::array<ClassBounds, kCountryFillCount> all{{{150, 300, 450, 600, 750}, {1e5, 5e5, 2e6, 5e6, 1e7}, {2, 4, 8, 12, 20},
                                                                  {-1e6, -1e5, 0, 1e5, 1e6}}};
  return all[static_cast<std::size_t>(fill)];
}

Color class_color(const Palette& p, CountryFill fill, int which) {
  if (fill == CountryFill::difference) {
    // Less than in the other scenario in the colour of fire, more in that of savings; the strongest at both ends.
    const int half = kCountryClasses / 2;
    const Color side = which < half ? (p.dark ? rgb(0xD08A4E) : rgb(0xA8551A)) : strong(p, CountryFill::savings);
    const int far = which < half ? half - which : which - half + 1;
    return mixed(p.land, side, kShares[static_cast<std::size_t>(2 * far - 1)]);
  }
  return mixed(p.land, strong(p, fill), kShares[static_cast<std::size_t>(which)]);
}

int class_of(const ClassBounds& bounds, double value) {
  return static_cast<int>(std::upper_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}

std::vector<std::optional<double>> country_values(const World& w, const State& s) {
  std::vector<std::optional<double>> out(w.base.countries.size());
  if (s.view.map.fill == CountryFill::grid) {
    for (std::size_t c = 0; c < out.size(); ++c) {
      if (!w.base.countries[c].iso3.empty()) out[c] = grid_intensity(w, s.scenario, w.base.countries[c].iso3);
    }
    return out;
  }
  for (std::size_t i = 0; i < w.portfolio.projects.size() && i < w.results.projects.size(); ++i) {
    const ProjectResult& result = w.results.projects[i];
    const auto country = find_country(w.base, w.portfolio.projects[i].country);
    if (!country || !passes(w, s, i)) continue;
    std::optional<double>& value = out[*country];
    const auto saved = [i](const Results& r) { return r.projects[i].counted == Counted::yes && r.projects[i].avoided ? r.projects[i].avoided->best.base() : 0.0; };
    if (s.view.map.fill == CountryFill::difference) {
      if (w.against) value = value.value_or(0.0) + saved(w.results) - saved(*w.against);
      continue;
    }
    if (s.view.map.fill == CountryFill::projects) value = value.value_or(0.0) + 1.0;
    // As the totals do: a part of another row, or what does not operate, adds nothing.
    else if (result.counted == Counted::yes && result.avoided) value = value.value_or(0.0) + saved(w.results);
  }
  return out;
}

void CountryFills::update(const Geometry& g, const World& w, const State& s) {
  const State state = of_interest(s);
  if (of_ && of_->plane == g.revision() && of_->state == state && of_->digest == w.results.digest) return;
  of_ = Of{g.revision(), state, w.results.digest};
  fill_ = s.view.map.fill;
  ++revision_;
  const auto values = country_values(w, s);
  for (Rings& r : rings_) r.clear();
  for (const CountryPart& part : g.land_parts) {
    if (part.country >= values.size() || !values[part.country]) continue;
    Rings& to = rings_[static_cast<std::size_t>(class_of(class_bounds(fill_), *values[part.country]))];
    for (std::uint32_t r = part.rings.first; r < part.rings.first + part.rings.count; ++r) {
      const Span& ring = g.land.rings[r];
      to.rings.push_back({static_cast<std::uint32_t>(to.points.size()), ring.count});
      const auto from = g.land.points.begin() + ring.first;
      to.points.insert(to.points.end(), from, from + ring.count);
    }
  }
}

void CountryFills::add(Scene& scene, const Palette& p, double opacity) const {
  for (int i = 0; i < kCountryClasses; ++i) {
    const Rings& rings = rings_[static_cast<std::size_t>(i)];
    if (!rings.rings.empty()) scene.fills.push_back({&rings, revision_, class_color(p, fill_, i).with_alpha(opacity)});
  }
}

}  // namespace gs
