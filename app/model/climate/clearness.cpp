#include "model/climate/clearness.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "model/numerics.hpp"

namespace gs::model {

namespace {

/// Which rank each day of the month has (1 is the dullest day), by the month's clearness: up to 0.45, up to 0.55,
/// above.
constexpr std::uint8_t kOrder[3][31] = {
    {24, 28, 11, 19, 18, 3, 2, 4, 9, 20, 14, 23, 8, 16, 21, 26, 15, 10, 22, 17, 5, 1, 6, 29, 12, 7, 31, 30, 27, 13, 25},
    {24, 27, 11, 19, 18, 3, 2, 4, 9, 20, 14, 23, 8, 16, 21, 7, 22, 10, 28, 6, 5, 1, 26, 29, 12, 17, 31, 30, 15, 13, 25},
    {24, 27, 11, 4,  18, 3, 2, 19, 9,  25, 14, 23, 8,  16, 21, 26,
     22, 10, 15, 17, 5,  1, 6, 29, 12, 7,  31, 20, 28, 13, 30}};

constexpr double kLeast = 0.05;  ///< clearness of the dullest day

double greatest(double mean) {
  const double square = (mean - 0.75) * (mean - 0.75), fourth = square * square;
  return 0.6313 + 0.267 * mean - 11.9 * fourth * fourth;
}

}  // namespace

std::array<double, 31> daily_clearness(double mean, int days) {
  const double within = std::clamp(mean, 0.10, 0.80);
  const double most = greatest(within), range = most - kLeast;
  const double xi = range / (most - within);
  const double gamma = -1.498 + (1.184 * xi - 27.182 * numerics::exp(-1.5 * xi)) / range;
  const double at_least = numerics::exp(gamma * kLeast), at_most = numerics::exp(gamma * most);
  std::array<double, 31> ranked{}, ordered{};
  for (int rank = 0; rank < days; ++rank) {
    const double share = (rank + 0.5) / days;
    ranked[static_cast<std::size_t>(rank)] = numerics::log((1.0 - share) * at_least + share * at_most) / gamma;
  }
  std::size_t day = 0;
  for (const int rank : kOrder[within <= 0.45 ? 0 : within <= 0.55 ? 1 : 2]) {
    if (rank <= days)
      ordered[day++] = ranked[static_cast<std::size_t>(rank - 1)];  // a short month lacks the last ranks
  }
  return ordered;
}

HourlyShape hourly_shape(double cos_sunset) {
  const double cosine = std::clamp(cos_sunset, -1.0, 1.0), sine = std::sqrt(1.0 - cosine * cosine);
  const double lagging = 0.5 * sine - 0.5 * std::sqrt(3.0) * cosine;  // sin(sunset - 60 degrees)
  return {0.409 + 0.5016 * lagging, 0.6609 - 0.4767 * lagging};
}

}  // namespace gs::model
