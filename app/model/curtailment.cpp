#include "model/curtailment.hpp"

#include "model/numerics.hpp"

namespace gs::model {

Result<Curtailment> curtail(std::span<const double> output, Power connection) {
  if (!(connection >= Power{})) return Error{"grid connection", "expected 0 MW or more"};
  Curtailment result;
  result.delivered.reserve(output.size());
  result.surplus.reserve(output.size());
  for (std::size_t h = 0; h < output.size(); ++h) {
    if (!(output[h] >= 0.0)) return Error{"output of hour " + std::to_string(h), "expected 0 MW or more"};
    const bool above = output[h] > connection.base();
    result.delivered.push_back(above ? connection.base() : output[h]);
    result.surplus.push_back(above ? output[h] - connection.base() : 0.0);
  }
  result.delivered_sum = megawatt_hours(numerics::sum(result.delivered));
  result.surplus_sum = megawatt_hours(numerics::sum(result.surplus));
  return result;
}

}  // namespace gs::model
