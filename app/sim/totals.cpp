#include "sim/totals.hpp"

#include "model/digest.hpp"
#include "model/numerics.hpp"
#include "sim/assumptions.hpp"
#include "sim/simulate.hpp"

namespace gs {

void add(Total& total, const ProjectResult& row, const Project& project) {
  ++total.projects;
  if (!row.avoided) ++total.without_figure;
  if (project.capacity && generates(project.technology)) total.capacity += *project.capacity;
  if (row.energy) total.energy += *row.energy;
  if (row.avoided) total.avoided += *row.avoided;
  if (!row.reported) return;
  total.reported += *row.reported;
  ++total.reporting;
}

namespace {

void add(Total& total, const LocomotiveResult& row) {
  ++total.locomotives;
  if (row.avoided) total.avoided += *row.avoided;
  if (!row.reported) return;
  total.reported += *row.reported;
  ++total.reporting;
}

void add(Total& total, const Total& part) {
  total.projects += part.projects;
  total.locomotives += part.locomotives;
  total.without_figure += part.without_figure;
  total.capacity += part.capacity;
  total.energy += part.energy;
  total.avoided += part.avoided;
  total.reported += part.reported;
  total.reporting += part.reporting;
}

template <class Array, class Enum>
auto& at(Array& array, Enum index) {
  return array[static_cast<std::size_t>(index)];
}

using ByCategory = std::array<double, kCategoryCount>;

/// t CO2 a year by category of what stands at the end of `year`.
ByCategory savings_at(const Results& results, const Portfolio& portfolio, int year) {
  std::array<numerics::Sum, kCategoryCount> sums{};
  for (const ProjectResult& row : results.projects) {
    const Project& project = portfolio.projects[row.project];
    const bool shown = !row.hidden && project.part_of.empty();
    if (shown && row.avoided && status_at(project, year) == Status::operating)
      at(sums, category(project.technology)).add(row.avoided->best.base());
  }
  for (const LocomotiveResult& row : results.locomotives) {
    const Locomotive& l = portfolio.locomotives[row.locomotive];
    if (row.counted != Counted::no_bri_role && l.year && *l.year <= year && l.units && l.co2_saving_per_unit)
      at(sums, Category::locomotive).add((*l.co2_saving_per_unit * static_cast<double>(*l.units)).base());
  }
  ByCategory totals{};
  for (std::size_t i = 0; i < totals.size(); ++i) totals[i] = sums[i].value();
  return totals;
}

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
  }

 private:
  Digest& digest_;
};

}  // namespace

void add_totals(Results& results, const Portfolio& portfolio) {
  for (const ProjectResult& row : results.projects) {
    const Project& project = portfolio.projects[row.project];
    if (row.counted == Counted::yes) add(at(results.by_category, category(project.technology)), row, project);
    if (!row.hidden && project.part_of.empty()) add(at(results.by_status, row.status), row, project);
  }
  for (const LocomotiveResult& row : results.locomotives)
    if (row.counted == Counted::yes) add(at(results.by_category, Category::locomotive), row);
  for (const Total& part : results.by_category) add(results.operating, part);
}

std::vector<Results::Year> timeline_of(const Results& results, const Portfolio& portfolio) {
  std::vector<Results::Year> years;
  double before = numerics::sum(savings_at(results, portfolio, kFirstYear - 1));
  double cumulative = 0.0;
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    const ByCategory savings = savings_at(results, portfolio, year);
    const double at_end = numerics::sum(savings);
    cumulative += 0.5 * (before + at_end);
    before = at_end;
    years.push_back({year, savings, cumulative});
  }
  return years;
}

std::string digest_of(const Results& results, std::string_view data_version) {
  Digest digest;
  Bits bits(digest);
  digest.add(data_version);
  bits(static_cast<int>(results.scenario.method));
  bits(results.scenario.year);
  for (const ProjectResult& row : results.projects) bits(row);
  for (const LocomotiveResult& row : results.locomotives) bits(row);
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
