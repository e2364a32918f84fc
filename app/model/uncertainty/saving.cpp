#include "model/uncertainty/saving.hpp"

namespace gs::model {
namespace {

std::vector<Doubt> all_doubts(const UncertainPlant& plant) {
  std::vector<Doubt> all = plant.of_response;
  all.insert(all.end(), plant.of_energy.begin(), plant.of_energy.end());
  all.insert(all.end(), plant.of_saving.begin(), plant.of_saving.end());
  return all;
}

/// Saving of one set of inputs.
double saving_at(const UncertainPlant& plant, std::span<const double> x) {
  const std::size_t inputs = plant.of_response.size();
  double saving = (*plant.response)(x.first(inputs));
  for (const double multiplier : x.subspan(inputs)) saving *= multiplier;
  return saving;
}

/// The columns of the multipliers from `first` on, multiplied into `values`.
void multiply(std::vector<double>& values, const Cube& drawn, std::size_t first, std::size_t count) {
  for (std::size_t d = first; d < first + count; ++d) {
    const std::span<const double> column = drawn.column(static_cast<int>(d));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] *= column[i];
  }
}

std::vector<double> respond(const UncertainPlant& plant, const Cube& drawn) {
  std::vector<double> energy(drawn.count()), x(plant.of_response.size());
  for (std::size_t i = 0; i < energy.size(); ++i) {
    for (std::size_t d = 0; d < x.size(); ++d) x[d] = drawn.column(static_cast<int>(d))[i];
    energy[i] = (*plant.response)(x);
  }
  return energy;
}

std::vector<Share> shares_of(const UncertainPlant& plant, const Cube& drawn) {
  std::vector<Moments> factors;
  std::vector<double> factor(drawn.count());
  for (std::size_t d = 0; d < static_cast<std::size_t>(drawn.dimensions()); ++d) {
    const std::span<const double> column = drawn.column(static_cast<int>(d));
    if (d >= plant.of_response.size()) {
      factors.push_back(moments(column));
      continue;
    }
    for (std::size_t i = 0; i < factor.size(); ++i) factor[i] = plant.response->factor(d, column[i]);
    factors.push_back(moments(factor));
  }
  return product_shares(factors);
}

}  // namespace

DrawTable::DrawTable(std::uint64_t seed, std::uint32_t count)
    : seed_(seed), uniform_(Cube::of(Sobol(kDimensions, seed), count)), normal_(normal_quantiles(uniform_)) {}

Cube DrawTable::draw(std::span<const Doubt> doubts) const {
  Cube drawn(static_cast<int>(doubts.size()), count());
  std::vector<std::uint32_t> order;
  for (std::size_t i = 0; i < doubts.size(); ++i) {
    const Doubt& doubt = doubts[i];
    if (i == 0 || doubt.stream != doubts[i - 1].stream) order = shuffled(count(), seed_, doubt.stream);
    model::draw(doubt.input.distribution, uniform_.column(doubt.dimension), normal_.column(doubt.dimension), order,
                drawn.column(static_cast<int>(i)));
  }
  return drawn;
}

PlantDraws draw_plant(const UncertainPlant& plant, const DrawTable& table) {
  const std::vector<Doubt> doubts = all_doubts(plant);
  const Cube drawn = table.draw(doubts);
  PlantDraws draws;
  draws.energy_mwh = respond(plant, drawn);
  multiply(draws.energy_mwh, drawn, plant.of_response.size(), plant.of_energy.size());
  draws.saving_t = draws.energy_mwh;
  multiply(draws.saving_t, drawn, plant.of_response.size() + plant.of_energy.size(), plant.of_saving.size());
  draws.bars = tornado([&](std::span<const double> x) { return saving_at(plant, x); },
                       [&](std::size_t i, double p) { return doubts[i].input.distribution.quantile(p); },
                       shares_of(plant, drawn));
  return draws;
}

}  // namespace gs::model
