#include "sim/totals.hpp"

#include "model/digest.hpp"
#include "model/numerics.hpp"
#include "model/uncertainty/quantiles.hpp"
#include "portfolio/own_data.hpp"
#include "sim/assumptions.hpp"
#include "sim/grid.hpp"
#include "sim/factors.hpp"
#include "sim/simulate.hpp"

namespace gs {

TotalSum::TotalSum(const Portfolio& portfolio, const Results& results)
    : portfolio_(portfolio),
      results_(results),
      energy_(static_cast<std::size_t>(results.fleet->drawing.draws)),
      avoided_(energy_.size()) {}

void TotalSum::add(const ProjectResult& row) {
  const Project& project = portfolio_.projects[row.project];
  const PlantYear& plant = results_.fleet->plants[row.project];
  ++total_.projects;
  if (!row.avoided) ++total_.without_figure;
  if (project.capacity && generates(project.technology)) total_.capacity += *project.capacity;
  if (row.energy) total_.energy.best += row.energy->best;
  if (row.avoided) total_.avoided.best += row.avoided->best;
  const auto relative = [&](std::size_t i) { return plant.relative.empty() ? 1.0 : static_cast<double>(plant.relative[i]); };
  if (row.energy)
    for (std::size_t i = 0; i < energy_.size(); ++i) energy_[i] += row.energy->best.base() * relative(i);
  if (row.avoided && row.intensity && !row.has(Note::fossil_waste)) {
    const FactorDraws grid(*row.intensity, grid_normal_of(row, portfolio_, *results_.fleet));
    for (std::size_t i = 0; i < avoided_.size(); ++i) avoided_[i] += row.avoided->best.base() * relative(i) * grid[i];
  } else if (row.avoided) {
    add_between(*row.avoided);
  }
  if (!row.reported) return;
  total_.reported += *row.reported;
  ++total_.reporting;
}

void TotalSum::add(const LocomotiveResult& row) {
  ++total_.locomotives;
  if (row.avoided) {
    total_.avoided.best += row.avoided->best;
    add_between(*row.avoided);
  }
  if (!row.reported) return;
  total_.reported += *row.reported;
  ++total_.reporting;
}

/// A saving that has no draws of its own: its ends as P10 and P90, with the numbers that belong to no country.
void TotalSum::add_between(const Range<Mass>& range) {
  const std::vector<double>& normal = results_.fleet->grid_normal.back();
  const double below = (range.best - range.low).base() / kP90, above = (range.high - range.best).base() / kP90;
  for (std::size_t i = 0; i < avoided_.size(); ++i)
    avoided_[i] += range.best.base() + (normal[i] < 0.0 ? below : above) * normal[i];
}

Total TotalSum::total() const {
  Total total = total_;
  const auto ends = [](auto& range, std::vector<double> draws) {
    using Q = std::decay_t<decltype(range.best)>;
    const Range<double> of_draws = model::p10_p50_p90(std::span<double>(draws));
    range.low = std::min(range.best, Q::from_base(of_draws.low));
    range.high = std::max(range.best, Q::from_base(of_draws.high));
  };
  ends(total.energy, energy_);
  ends(total.avoided, avoided_);
  return total;
}

namespace {

template <class Array, class Enum>
auto& at(Array& array, Enum index) {
  return array[static_cast<std::size_t>(index)];
}

using ByCategory = std::array<double, kCategoryCount>;

/// What a row saves in a year: its best estimate at that year's age and on the grid's pathway.
class YearlySaving {
 public:
  YearlySaving(const Results& results, const Portfolio& portfolio, const ProjectResult& row)
      : project_(portfolio.projects[row.project]), plant_(results.fleet->plants[row.project]), row_(row),
        pathway_(pathway_of(portfolio, results.scenario.pathway, results.scenario.method, project_.country)),
        scenario_year_(results.scenario.year), ageing_(results.scenario.what_if.ageing), life_(life_of(portfolio, project_.technology)) {}

  double in(int year) const {
    const int began = project_.commissioning_year.value_or(year);
    if (!row_.avoided || status_at(project_, year) != Status::operating || year - began >= life_) return 0.0;
    const double now = share(scenario_year_, began), then = share(year, began);
    const double fossil = plant_.waste ? plant_.waste->fossil.best.base() : 0.0;  // of burning waste, on any grid
    return now > 0.0 ? (row_.avoided->best.base() + fossil) * then / now - fossil : 0.0;
  }

 private:
  double share(int year, int began) const {
    const double grid = row_.intensity ? pathway_.share_in(year) : 1.0;
    return output_left(plant_, year > began ? year - began : 0, ageing_) * grid;
  }
  static int life_of(const Portfolio& portfolio, Technology technology) {
    const Factor* row = portfolio.factor("lifetime-" + std::string(id_of(base_technology(technology))));
    return row && row->value ? static_cast<int>(*row->value) : 1000;
  }

  const Project& project_;
  const PlantYear& plant_;
  const ProjectResult& row_;
  model::Pathway pathway_;
  int scenario_year_, ageing_, life_;
};

class Bits {
 public:
  explicit Bits(Digest& digest) : digest_(digest) {}
  void operator()(double value) { digest_.add(value); }
  void operator()(int value) { digest_.add(static_cast<std::int64_t>(value)); }
  template <class D>
  void operator()(Quantity<D> q) {
    digest_.add(q.base());
  }
  template <class Q>
  void operator()(const Range<Q>& r) {
    (*this)(r.low);
    (*this)(r.best);
    (*this)(r.high);
  }
  template <class T>
  void operator()(const std::optional<T>& value) {
    (*this)(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  void operator()(const Total& t) {
    (*this)(t.projects);
    (*this)(t.locomotives);
    (*this)(t.without_figure);
    (*this)(t.capacity);
    (*this)(t.energy);
    (*this)(t.avoided);
    (*this)(t.reported);
    (*this)(t.reporting);
  }
  void operator()(const ProjectResult& r) {
    (*this)(static_cast<int>(r.status));
    (*this)(static_cast<int>(r.basis));
    (*this)(r.capacity_factor);
    (*this)(r.energy);
    (*this)(r.grid_factor);
    (*this)(r.intensity);
    (*this)(r.avoided);
    for (const SavingDriver& d : r.drivers) {
      (*this)(static_cast<int>(d.driver));
      (*this)(d.at_p10);
      (*this)(d.at_p90);
      (*this)(d.share);
    }
    if (r.gap_parts) {
      (*this)(r.gap_parts->output);
      (*this)(r.gap_parts->factor);
    }
    for (const auto& mass : r.avoided_by_method) (*this)(mass);
    (*this)(r.reported);
    (*this)(r.gap);
    (*this)(r.hidden ? 1 : 0);
    (*this)(static_cast<int>(r.counted));
    (*this)(static_cast<int>(r.notes));
  }
  void operator()(const LocomotiveResult& r) {
    (*this)(r.saving_per_unit);
    (*this)(r.units);
    (*this)(r.avoided);
    (*this)(r.reported);
    (*this)(static_cast<int>(r.counted));
    (*this)(r.on_order);
    (*this)(r.simulated_per_unit);
    (*this)(r.simulated_fuel_share);
    (*this)(r.simulated);
    (*this)(r.well_to_tank_per_unit);
  }

 private:
  Digest& digest_;
};

}  // namespace

void add_totals(Results& results, const Portfolio& portfolio) {
  TotalSum operating(portfolio, results);
  std::vector<TotalSum> by_category(kCategoryCount, operating), by_status(kStatusCount, operating);
  for (const ProjectResult& row : results.projects) {
    const Project& project = portfolio.projects[row.project];
    if (is_own(project.id)) continue;
    if (row.counted == Counted::yes) {
      operating.add(row);
      at(by_category, category(project.technology)).add(row);
    }
    if (!row.hidden && project.part_of.empty()) at(by_status, row.status).add(row);
  }
  for (const LocomotiveResult& row : results.locomotives)
    if (row.counted == Counted::yes) {
      operating.add(row);
      at(by_category, Category::locomotive).add(row);
    }
  results.operating = operating.total();
  for (std::size_t i = 0; i < by_category.size(); ++i) results.by_category[i] = by_category[i].total();
  for (std::size_t i = 0; i < by_status.size(); ++i) results.by_status[i] = by_status[i].total();
}

Total own_total(const Portfolio& portfolio, const Results& results) {
  TotalSum sum(portfolio, results);
  for (const ProjectResult& row : results.projects)
    if (row.counted == Counted::yes && is_own(portfolio.projects[row.project].id)) sum.add(row);
  return sum.total();
}

std::vector<Results::Year> timeline_of(const Results& results, const Portfolio& portfolio) {
  constexpr int kYears = kLastYear - kFirstYear + 2;  // and the one before
  std::array<std::array<numerics::Sum, kCategoryCount>, kYears> sums{};
  for (const ProjectResult& row : results.projects) {
    const Project& project = portfolio.projects[row.project];
    if (row.hidden || !project.part_of.empty() || !row.avoided || is_own(project.id)) continue;
    const YearlySaving saving(results, portfolio, row);
    for (int y = 0; y < kYears; ++y) at(sums[static_cast<std::size_t>(y)], category(project.technology)).add(saving.in(kFirstYear - 1 + y));
  }
  for (const LocomotiveResult& row : results.locomotives) {
    const Locomotive& l = portfolio.locomotives[row.locomotive];
    if (row.counted == Counted::no_bri_role || !l.co2_saving_per_unit) continue;
    for (int y = 0; y < kYears; ++y)
      if (const auto units = units_delivered(portfolio, l, kFirstYear - 1 + y))
        at(sums[static_cast<std::size_t>(y)], Category::locomotive).add((*l.co2_saving_per_unit * static_cast<double>(*units)).base());
  }
  std::vector<Results::Year> years;
  double before = 0.0, cumulative = 0.0;
  for (int y = 0; y < kYears; ++y) {
    ByCategory savings{};
    for (std::size_t c = 0; c < savings.size(); ++c) savings[c] = sums[static_cast<std::size_t>(y)][c].value();
    const double at_end = numerics::sum(savings);
    if (y > 0) {
      cumulative += 0.5 * (before + at_end);
      years.push_back({kFirstYear - 1 + y, savings, cumulative});
    }
    before = at_end;
  }
  return years;
}

std::string digest_of(const Results& results, std::string_view data_version) {
  Digest digest;
  Bits bits(digest);
  digest.add(data_version);
  bits(static_cast<int>(results.scenario.method));
  bits(results.scenario.year);
  bits(static_cast<int>(results.scenario.pathway));
  const WhatIf& w = results.scenario.what_if;
  if (w != WhatIf{})
    for (const int value : {w.weather, w.ageing, w.curtailment, w.stored, w.traffic, w.wires, w.hydrogen_cents, w.build_gw, w.build_up ? 1 : 0}) bits(value);
  digest.add(results.fleet->digest);
  for (const ProjectResult& row : results.projects) bits(row);
  for (const LocomotiveResult& row : results.locomotives) bits(row);
  digest.add(std::string_view(results.railway.digest));
  bits(results.operating);
  for (const Total& total : results.by_category) bits(total);
  for (const Total& total : results.by_status) bits(total);
  for (const Results::Year& year : results.timeline) {
    bits(year.year);
    for (const double mass : year.avoided_t) bits(mass);
    bits(year.cumulative_t);
  }
  return digest.hex();
}

}  // namespace gs
