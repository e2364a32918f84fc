#include "model/pathway.hpp"

#include <algorithm>

namespace gs::model {
namespace {

/// By repeated multiplication: the same bits everywhere, and the error stays below `years` roundings.
double to_the(double share, int years) {
  double left = 1.0;
  for (int i = 0; i < years; ++i) left *= share;
  return left;
}

double between(const PathwayPoint& a, const PathwayPoint& b, int year) {
  return a.level + (b.level - a.level) * (year - a.year) / (b.year - a.year);
}

double stated_level(const Pathway& p, int year) {
  if (p.count == 0) return 1.0;
  const auto at = [&](int i) { return p.point[static_cast<std::size_t>(i)]; };
  if (year <= at(0).year) return at(0).level;
  for (int i = 1; i < p.count; ++i)
    if (year < at(i).year) return between(at(i - 1), at(i), year);
  return at(p.count - 1).level;
}

}  // namespace

Pathway Pathway::constant(int base_year) {
  Pathway p;
  p.base_year = base_year;
  return p;
}

Pathway Pathway::yearly_rate(int base_year, double rate) {
  Pathway p = constant(base_year);
  p.kind = Kind::yearly_rate;
  p.rate = rate;
  return p;
}

Pathway Pathway::net_zero(int base_year, int zero_year) {
  Pathway p = constant(base_year);
  p.kind = Kind::net_zero;
  p.zero_year = zero_year;
  return p;
}

Pathway Pathway::stated(int base_year, std::span<const PathwayPoint> points) {
  Pathway p = constant(base_year);
  p.kind = Kind::points;
  for (const PathwayPoint& point : points.first(std::min(points.size(), std::size_t{kMostPoints})))
    p.point[static_cast<std::size_t>(p.count++)] = point;
  return p;
}

double Pathway::share_in(int year) const {
  if (year <= base_year) return 1.0;
  double share = 1.0;
  switch (kind) {
    case Kind::constant: break;
    case Kind::yearly_rate: share = to_the(1.0 - rate, year - base_year); break;
    case Kind::net_zero:
      share = year >= zero_year ? 0.0 : static_cast<double>(zero_year - year) / (zero_year - base_year);
      break;
    case Kind::points: {
      const double base = stated_level(*this, base_year);
      share = base > 0.0 ? stated_level(*this, year) / base : 0.0;
      break;
    }
  }
  return share > 0.0 ? share : 0.0;
}

}  // namespace gs::model
