#include "scene/groups.hpp"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <numeric>

#include "map/sphere.hpp"

namespace gs {
namespace {

constexpr double kReach = 13.0;         // px
constexpr std::size_t kLeast = 4;       // fewer only push each other aside
constexpr double kNoGroupsFrom = 5.0;   // zoom

glm::dvec3 direction(const Project& p) { return unit_vector(glm::radians(glm::dvec2(p.longitude, p.latitude))); }

LonLat middle_of(const Portfolio& portfolio, std::span<const std::uint32_t> members) {
  glm::dvec3 sum{0};
  for (const std::uint32_t i : members) sum += direction(portfolio.projects[i]);
  const glm::dvec3 m = glm::normalize(sum);
  return {glm::degrees(std::atan2(m.y, m.x)), glm::degrees(std::asin(std::clamp(m.z, -1.0, 1.0)))};
}

}  // namespace

double measure_of(const Project& p, const ProjectResult& r, SizeBy by) {
  switch (by) {
    case SizeBy::capacity: return p.capacity ? p.capacity->base() : 0.0;
    case SizeBy::generation: return r.energy ? r.energy->best.base() * 1e-3 : 0.0;
    case SizeBy::savings: return r.avoided ? std::max(0.0, r.avoided->best.base()) * 1e-3 : 0.0;
  }
  return 0.0;
}

float radius_of(double measure, SizeBy by) {
  constexpr double kGwhOf1000Mw = 8.76 / 3.0 * 1000.0, kKtOf1000Mw = kGwhOf1000Mw * 0.6;
  const double per = by == SizeBy::capacity ? 1.0 : by == SizeBy::generation ? 1000.0 / kGwhOf1000Mw : 1000.0 / kKtOf1000Mw;
  if (!(measure > 0.0)) return radius_of(std::nullopt);
  return radius_of(megawatts(measure * per));
}

double SiteGroup::all() const { return std::accumulate(measure.begin(), measure.end(), 0.0); }

Selection group_selection(const SiteGroup& g, const Portfolio& portfolio) {
  return {SelectionKind::group, portfolio.projects[g.members.front()].id};
}

GroupSum sum_of(const World& w, const SiteGroup& group) {
  GroupSum sum;
  for (const std::uint32_t i : group.members) {
    const Project& p = w.portfolio.projects[i];
    const ProjectResult& r = w.results.projects[i];
    ++sum.projects;
    ++sum.by_category[static_cast<std::size_t>(category(p.technology))];
    if (p.part_of.empty() && p.capacity && generates(p.technology)) sum.capacity = sum.capacity + *p.capacity;
    if (r.counted == Counted::yes && r.avoided) sum.avoided = sum.avoided.value_or(Mass{}) + r.avoided->best;
  }
  return sum;
}

std::vector<SiteGroup> groups_of(const Portfolio& portfolio, const Results& results, std::span<const std::uint32_t> shown,
                                 double reach, std::size_t least, SizeBy by) {
  std::vector<std::uint32_t> order(shown.begin(), shown.end());
  const auto size = [&](std::uint32_t i) { return measure_of(portfolio.projects[i], results.projects[i], by); };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size(a) > size(b); });
  std::vector<glm::dvec3> at;
  for (const std::uint32_t i : order) at.push_back(direction(portfolio.projects[i]));
  std::vector<bool> taken(order.size());
  std::vector<SiteGroup> out;
  const double near = std::cos(reach);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (taken[i]) continue;
    SiteGroup group;
    std::vector<std::size_t> places;
    for (std::size_t j = i; j < order.size(); ++j) {
      if (!taken[j] && (j == i || glm::dot(at[i], at[j]) >= near)) places.push_back(j);
    }
    if (places.size() < least) continue;
    for (const std::size_t j : places) {
      taken[j] = true;
      group.members.push_back(order[j]);
      const Project& p = portfolio.projects[order[j]];
      if (p.part_of.empty()) group.measure[static_cast<std::size_t>(category(p.technology))] += size(order[j]);
    }
    group.at = middle_of(portfolio, group.members);
    out.push_back(std::move(group));
  }
  return out;
}

void Groups::update(const World& w, const State& s, std::span<const std::uint32_t> shown) {
  const ViewState& v = s.view;
  const bool wanted = shows(v, Layer::groups) && v.viewpoint.zoom < kNoGroupsFrom;
  const double step = wanted ? std::exp2(0.5 * std::floor(2.0 * v.viewpoint.zoom)) : 0.0;
  if (step_ == step && size_ == v.map.size && digest_ == w.results.digest && std::equal(shown_.begin(), shown_.end(), shown.begin(), shown.end())) return;
  step_ = step;
  size_ = v.map.size;
  digest_ = w.results.digest;
  shown_.assign(shown.begin(), shown.end());
  groups_.clear();
  grouped_.assign(w.portfolio.projects.size(), false);
  if (!wanted) return;
  groups_ = groups_of(w.portfolio, w.results, shown, kReach / (100.0 * step), kLeast, v.map.size);
  for (const SiteGroup& g : groups_) {
    for (const std::uint32_t i : g.members) grouped_[i] = true;
  }
}

}  // namespace gs
