#include "sim/claim_conventions.hpp"

#include <array>

#include "model/ledger.hpp"
#include "sim/factor_rows.hpp"
#include "sim/factors.hpp"
#include "sim/grid.hpp"
#include "sim/simulate.hpp"

namespace gs {
namespace {

/// The claim beside a factor: what it would save, and the output that it would need.
ConventionRow row_of(std::string_view id, const Range<Intensity>& factor, const ReadClaim& read, const Range<Energy>& energy) {
  ConventionRow row;
  row.id = id;
  row.factor = factor;
  row.saving = model::avoided_co2(energy, factor);
  row.claim = *read.co2 < row.saving.low ? Side::below : *read.co2 > row.saving.high ? Side::above : Side::inside;
  if (read.capacity && factor.best > Intensity{})
    row.needed = tonnes_per_mwh(*read.co2 / ((*read.capacity * model::kYear) * tonnes_per_mwh(1.0))) / factor.best;
  return row;
}

void add_methods(std::vector<ConventionRow>& rows, const Portfolio& portfolio, const ClaimCheck& check, const ClaimCase& of) {
  for (int i = 0; i < kFactorMethodCount; ++i) {
    const auto method = static_cast<FactorMethod>(i);
    const auto grid = find_grid_factor(portfolio, method, of.technology, check.read.country);
    if (!grid) continue;
    const double left = pathway_of(portfolio, check.pathway, method, check.read.country).share_in(check.year);
    ConventionRow row = row_of(id_of(method), grid->intensity * left, check.read, *of.energy);
    row.method = method;
    row.left = left;
    if (grid->row >= 0) {
      const GridFactor& published = portfolio.grid_factors[static_cast<std::size_t>(grid->row)];
      row.factor_year = published.year;
      row.source = published.source;
    } else if (const Factor* coal = portfolio.factor("coal_equivalent")) {
      row.source = coal->source;
    }
    rows.push_back(std::move(row));
  }
}

/// Plants that would otherwise have run, from the mine to the chimney: no convention of a grid, but what some claims count.
void add_replaced_plants(std::vector<ConventionRow>& rows, const Portfolio& portfolio, const ClaimCheck& check, const ClaimCase& of) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPlants{
      {{"gas_plant", "lifecycle-gas_cc"}, {"coal_plant", "lifecycle-coal_pc"}}};
  FactorRows factors(portfolio);
  for (const auto& [id, factor] : kPlants) {
    const auto grams = factors.read(factor, "gCO2e/kWh");
    if (!grams) continue;
    rows.push_back(row_of(id, {g_per_kwh(grams->low), g_per_kwh(grams->best), g_per_kwh(grams->high)}, check.read, *of.energy));
    rows.back().source = portfolio.factor(factor)->source;
  }
}

}  // namespace

std::vector<ConventionRow> convention_rows(const Portfolio& portfolio, const ClaimCheck& check, const ClaimCase& of) {
  std::vector<ConventionRow> rows;
  add_methods(rows, portfolio, check, of);
  add_replaced_plants(rows, portfolio, check, of);
  return rows;
}

}  // namespace gs
