#include "model/jobs.hpp"

#include <array>

#include "model/intervals.hpp"

namespace gs::model {
namespace {

/// capacity (MW) x a figure per MW x multiplier
Range<double> people(Power capacity, const Range<double>& per_megawatt, const Range<double>& multiplier) {
  return propagate(std::array{per_megawatt, multiplier},
                   [&](const std::array<double, 2>& at) { return capacity.base() * at[0] * at[1]; });
}

}  // namespace

Range<JobYears> construction_work(Power capacity, const Range<JobYearsPerPower>& factor,
                                  const Range<Ratio>& regional_multiplier) {
  return quantities<JobYears>(people(capacity, numbers(factor), numbers(regional_multiplier)));
}

Range<Jobs> operation_jobs(Power capacity, const Range<JobsPerPower>& factor, const Range<Ratio>& regional_multiplier) {
  return quantities<Jobs>(people(capacity, numbers(factor), numbers(regional_multiplier)));
}

Range<Households> households(const Range<Energy>& generation, const Range<Energy>& a_household) {
  return quantities<Households>(propagate(std::array{numbers(generation), numbers(a_household)},
                                          [](const std::array<double, 2>& at) { return at[0] / at[1]; }));
}

}  // namespace gs::model
