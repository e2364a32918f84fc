#include "sim/plant_part.hpp"

#include <algorithm>

#include "model/uncertainty/quantiles.hpp"

namespace gs {
namespace {

/// Draws of one factor of the energy, whose value at the best estimate is 1.
template <class Factor>
void add_factor(PlantPart& part, Driver driver, const model::Distribution& d, std::span<const double> draws, Factor&& factor) {
  std::vector<double> values(draws.size());
  for (std::size_t i = 0; i < draws.size(); ++i) values[i] = factor(draws[i]);
  const model::Moments m = model::moments(values);
  if (m.variance > 0.0)
    part.drivers.push_back({driver, factor(d.quantile(0.1)), factor(d.quantile(0.9)), m.variance / (m.mean * m.mean)});
}

/// The draws of what changes the hours, through a response fitted to the runs at its nodes.
void respond(PlantPart& part, PlantDraws& draws, std::span<const Scale> scales,
             const std::function<double(std::span<const double>)>& year_mwh, std::vector<std::array<std::size_t, 2>> pairs) {
  std::vector<model::Axis> axes;
  std::vector<double> x;
  std::vector<std::vector<double>> values;                // of each scale: the product of its inputs
  std::vector<std::vector<std::vector<double>>> columns;  // of each input
  for (const Scale& scale : scales) {
    axes.push_back(scale.axis);
    x.push_back(scale.axis.nodes[scale.axis.centre]);
    auto& own = columns.emplace_back();
    for (const PlantInput& input : scale.inputs) own.push_back(draws.next(input.distribution));
    values.push_back(own.front());
    for (std::size_t k = 1; k < own.size(); ++k)
      for (std::size_t i = 0; i < own[k].size(); ++i) values.back()[i] *= own[k][i];
  }
  model::Response response(std::move(axes), std::move(pairs));
  response.fit(year_mwh);
  const double centre = response(x);
  part.relative.assign(values.front().size(), 1.0);
  for (std::size_t i = 0; centre > 0.0 && i < part.relative.size(); ++i) {
    for (std::size_t s = 0; s < scales.size(); ++s) x[s] = values[s][i];
    part.relative[i] = response(x) / centre;
  }
  for (std::size_t s = 0; s < scales.size(); ++s)
    for (std::size_t k = 0; k < columns[s].size(); ++k)
      add_factor(part, scales[s].inputs[k].driver, scales[s].inputs[k].distribution, columns[s][k],
                 [&](double value) { return response.factor(s, value); });
}

}  // namespace

DrawSpace::DrawSpace(const Drawing& d)
    : drawing(d),
      uniform(model::Cube::of(model::Sobol(kDimensions, d.seed), static_cast<std::uint32_t>(d.draws))),
      normal(model::normal_quantiles(uniform)) {}

PlantDraws::PlantDraws(const DrawSpace& space, std::uint64_t stream)
    : space_(space), order_(model::shuffled(static_cast<std::uint32_t>(space.drawing.draws), space.drawing.seed, stream)) {}

std::vector<double> PlantDraws::next(const model::Distribution& distribution) {
  std::vector<double> out(order_.size());
  const int d = dimension_++ % DrawSpace::kDimensions;
  model::draw(distribution, space_.uniform.column(d), space_.normal.column(d), order_, out);
  return out;
}

void believe(PlantPart& part, PlantDraws& draws, std::span<const Scale> scales, std::span<const PlantInput> multipliers,
             const std::function<double(std::span<const double>)>& year_mwh, std::vector<std::array<std::size_t, 2>> pairs) {
  if (!scales.empty()) respond(part, draws, scales, year_mwh, std::move(pairs));
  for (const PlantInput& input : multipliers) {
    const std::vector<double> column = draws.next(input.distribution);
    part.relative.resize(column.size(), 1.0);
    for (std::size_t i = 0; i < column.size(); ++i) part.relative[i] *= column[i];
    add_factor(part, input.driver, input.distribution, column, [](double value) { return value; });
  }
}

PlantPart yearly_part(PlantDraws& draws, Driver driver, const Range<Energy>& energy) {
  PlantPart part;
  part.energy_mwh = energy.best.base();
  if (part.energy_mwh <= 0.0) return part;
  const PlantInput input{driver, model::Distribution::split_normal({energy.low / energy.best, 1.0, energy.high / energy.best}).within(0.0, 1e9)};
  believe(part, draws, {}, std::span(&input, 1), [](std::span<const double>) { return 1.0; });
  return part;
}

PlantPart sum_of(std::vector<PlantPart> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  PlantPart sum;
  for (const PlantPart& part : parts) sum.energy_mwh += part.energy_mwh;
  for (PlantPart& part : parts) {
    const double weight = sum.energy_mwh > 0.0 ? part.energy_mwh / sum.energy_mwh : 0.0;
    sum.power.resize(std::max(sum.power.size(), part.power.size()));
    for (std::size_t i = 0; i < part.power.size(); ++i) sum.power[i] += part.power[i];
    sum.relative.resize(std::max(sum.relative.size(), part.relative.size()));
    for (std::size_t i = 0; i < part.relative.size(); ++i) sum.relative[i] += weight * part.relative[i];
    for (const EnergyDriver& d : part.drivers)
      sum.drivers.push_back({d.driver, 1.0 + weight * (d.at_p10 - 1.0), 1.0 + weight * (d.at_p90 - 1.0), weight * weight * d.variance});
  }
  return sum;
}

}  // namespace gs
