#include "sim/grid.hpp"

#include <string>

#include "sim/assumptions.hpp"

namespace gs {
namespace {

model::Pathway stated(const Portfolio& portfolio) {
  std::vector<model::PathwayPoint> points;
  for (const int year : {2024, 2027, 2030, 2040, 2050, 2060})
    if (const Factor* row = portfolio.factor("pathway-world-stated-" + std::to_string(year)); row && row->value)
      points.push_back({year, *row->value});
  return points.empty() ? model::Pathway::constant(kDataYear) : model::Pathway::stated(kDataYear, points);
}

}  // namespace

model::Pathway pathway_of(const Portfolio& portfolio, GridPathway wanted, FactorMethod method, std::string_view iso3) {
  if (wanted == GridPathway::constant || method == FactorMethod::coal_equivalent) return model::Pathway::constant(kDataYear);
  if (wanted == GridPathway::pledged) {
    std::string id = "pathway-";
    for (const char c : iso3) id += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (const Factor* row = portfolio.factor(id); row && row->value && *row->value > kDataYear)
      return model::Pathway::net_zero(kDataYear, static_cast<int>(*row->value));
  }
  return stated(portfolio);
}

FactorDraws::FactorDraws(const Range<Intensity>& factor, std::span<const double> normal)
    : below_(factor.best > Intensity{} ? (1.0 - factor.low / factor.best) / kP90 : 0.0),
      above_(factor.best > Intensity{} ? (factor.high / factor.best - 1.0) / kP90 : 0.0),
      normal_(normal) {}

}  // namespace gs
