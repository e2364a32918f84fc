#include "model/demand.hpp"

#include <cmath>

#include "model/numerics.hpp"

namespace gs::model {

Result<Hourly> demand_year(Power mean, double longitude, const std::array<double, 24>& day,
                           const std::array<double, 12>& season) {
  if (!(mean >= Power{})) return Error{"demand", "expected a mean of 0 MW or more"};
  if (!(longitude >= -180.0 && longitude <= 180.0)) return Error{"demand", "expected a longitude of -180 to 180"};
  for (const double f : season)
    if (!(f > 0.0)) return Error{"demand", "expected month factors above 0"};
  const int ahead = static_cast<int>(std::floor(longitude / 15.0 + 0.5)) + 24;
  Hourly demand;
  demand.reserve(kHours);
  for (int m = 0; m < 12; ++m)
    for (int d = 0; d < kDaysOfMonth[m]; ++d)
      for (int h = 0; h < 24; ++h) demand.push_back(day[(h + ahead) % 24] * season[m]);
  const double sum = numerics::sum(demand);
  if (!(sum > 0.0)) return Error{"demand", "expected a day with some demand"};
  const double scale = mean.base() * kHours / sum;
  for (double& d : demand) d *= scale;
  return demand;
}

Result<Hourly> residual_load(std::span<const double> demand, std::span<const double> generation) {
  if (demand.size() != generation.size())
    return Error{"residual load", "expected as many hours of demand as of output"};
  Hourly residual(demand.size());
  for (std::size_t h = 0; h < demand.size(); ++h) residual[h] = demand[h] - generation[h];
  return residual;
}

}  // namespace gs::model
