#include "model/uncertainty/response.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gs::model {
namespace {

/// Probabilities of the nodes: the ends lie about where the ends of a thousand draws do.
std::span<const double> node_probabilities(int nodes) {
  static constexpr double kThree[] = {0.05, 0.5, 0.95};
  static constexpr double kFive[] = {0.002, 0.1, 0.5, 0.9, 0.998};
  static constexpr double kSeven[] = {0.001, 0.025, 0.16, 0.5, 0.84, 0.975, 0.999};
  if (nodes <= 3) return kThree;
  return nodes <= 5 ? std::span<const double>(kFive) : std::span<const double>(kSeven);
}

/// One in from the ends where there are nodes enough: the far ends are too rare to fit the interaction to.
std::array<std::size_t, 2> corners(const Axis& axis) {
  const std::size_t last = axis.nodes.size() - 1;
  return last >= 4 ? std::array{std::size_t{1}, last - 1} : std::array{std::size_t{0}, last};
}

}  // namespace

Axis axis_over(const Distribution& distribution, int nodes) {
  Axis axis;
  const double median = distribution.quantile(0.5);
  for (const double p : node_probabilities(nodes)) {
    const double x = distribution.quantile(p);
    // Where an end holds back the distribution, nodes fall together: one is enough.
    if (axis.nodes.empty() || x > axis.nodes.back()) axis.nodes.push_back(x);
  }
  const auto at = std::lower_bound(axis.nodes.begin(), axis.nodes.end(), median);
  axis.centre = std::min(static_cast<std::size_t>(at - axis.nodes.begin()), axis.nodes.size() - 1);
  return axis;
}

Response::Response(std::vector<Axis> axes, std::vector<std::array<std::size_t, 2>> pairs) : axes_(std::move(axes)) {
  for (const Axis& axis : axes_) points_.push_back(axis.nodes[axis.centre]);
  for (std::size_t i = 0; i < axes_.size(); ++i)
    for (std::size_t node = 0; node < axes_[i].nodes.size(); ++node)
      if (node != axes_[i].centre) add_point(i, node);
  for (const auto& [a, b] : pairs) {
    if (axes_[a].nodes.size() < 2 || axes_[b].nodes.size() < 2) continue;
    pairs_.push_back({a, b, corners(axes_[a]), corners(axes_[b])});
    add_corners(pairs_.back());
  }
}

void Response::add_point(std::size_t input, std::size_t node) {
  ++runs_;
  for (std::size_t i = 0; i < axes_.size(); ++i) points_.push_back(axes_[i].nodes[i == input ? node : axes_[i].centre]);
}

void Response::add_corners(const Pair& pair) {
  runs_ += 4;
  for (const std::size_t node_a : pair.corner_a)
    for (const std::size_t node_b : pair.corner_b)
      for (std::size_t i = 0; i < axes_.size(); ++i)
        points_.push_back(axes_[i].nodes[i == pair.a ? node_a : i == pair.b ? node_b : axes_[i].centre]);
}

std::span<const double> Response::point(std::size_t run) const {
  return std::span(points_).subspan(run * axes_.size(), axes_.size());
}

void Response::set_next(double y) {
  done_.push_back(y);
  if (ready()) build();
}

void Response::build() {
  const double centre = done_[0];
  std::size_t run = 1;
  for (const Axis& axis : axes_) {
    std::vector<double> factors;
    for (std::size_t node = 0; node < axis.nodes.size(); ++node)
      factors.push_back(node == axis.centre ? 1.0 : centre > 0.0 ? done_[run++] / centre : (++run, 0.0));
    curves_.push_back(Curve::through(axis.nodes, factors));
  }
  for (Pair& pair : pairs_) {
    build_pair(pair, run);
    run += 4;
  }
}

void Response::build_pair(Pair& pair, std::size_t first_run) {
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 2; ++j) {
      const double product = done_[0] * curves_[pair.a](axes_[pair.a].nodes[pair.corner_a[i]]) *
                             curves_[pair.b](axes_[pair.b].nodes[pair.corner_b[j]]);
      pair.excess[i][j] = product > 0.0 ? done_[first_run + 2 * i + j] / product - 1.0 : 0.0;
    }
}

double Response::correction(const Pair& pair, double x_a, double x_b) const {
  // How far from the centre towards the corner of its side: 0 at the centre, 1 at the corner.
  const auto way = [&](const Axis& axis, const std::array<std::size_t, 2>& corner, double x, std::size_t& side) {
    const double centre = axis.nodes[axis.centre];
    side = x < centre ? 0 : 1;
    const double length = axis.nodes[corner[side]] - centre;
    return length != 0.0 ? (x - centre) / length : 0.0;
  };
  std::size_t side_a = 0, side_b = 0;
  const double way_a = way(axes_[pair.a], pair.corner_a, x_a, side_a);
  const double way_b = way(axes_[pair.b], pair.corner_b, x_b, side_b);
  return pair.excess[side_a][side_b] * way_a * way_b;
}

double Response::operator()(std::span<const double> x) const {
  double y = done_[0];
  for (std::size_t i = 0; i < axes_.size(); ++i) y *= std::fmax(curves_[i](x[i]), 0.0);
  double interaction = 1.0;
  for (const Pair& pair : pairs_) interaction += correction(pair, x[pair.a], x[pair.b]);
  return y * std::fmax(interaction, 0.0);
}

}  // namespace gs::model
