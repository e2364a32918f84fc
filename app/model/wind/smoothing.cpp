#include "model/wind/smoothing.hpp"

#include <cmath>

#include "model/lane_math.hpp"
#include "model/numerics.hpp"

namespace gs::model::wind {

PowerCurve with_zeros(const PowerCurve& curve, const Window& window) {
  PowerCurve longer = curve;
  if (longer.empty()) return longer;
  const double step = curve.speed.size() > 5 ? curve.speed[5] - curve.speed[4] : 0.5;
  const double end = curve.speed.back() + window.reach;
  while (longer.speed.back() < end) {
    longer.speed.push_back(longer.speed.back() + step);
    longer.power.push_back(0.0);
  }
  return longer;
}

double smoothed_power(const PowerCurve& curve, double speed, double deviation, const Window& window) {
  if (!(deviation > 0.0)) return deviation == 0.0 ? 0.0 : deviation;
  const double height = 1.0 / (deviation * numerics::sqrt(2.0 * numerics::kPi));
  const double twice_variance = 2.0 * deviation * deviation;
  double sum = 0.0;
  const int steps = static_cast<int>(window.reach / window.block + 0.5);
  for (int i = -steps; i <= steps; ++i) {
    const double there = i * window.block + speed, apart = speed - there;
    const double power = power_at(curve, there);
    if (power != 0.0) sum += window.block * power * (height * numerics::exp(-(apart * apart) / twice_variance));
  }
  return sum;
}

PowerCurve smoothed_finely(const PowerCurve& curve, double turbulence_intensity, double step, int count) {
  std::vector<double> middles;  // the power half a step after each of the speeds
  for (int i = 0; i < count; ++i) middles.push_back(power_at(curve, (i + 0.5) * step));
  const auto middle = [&](int i) { return i < 0 || i >= count ? 0.0 : middles[static_cast<std::size_t>(i)]; };
  PowerCurve round;
  for (int i = 0; i < count; ++i) {
    const double speed = i * step, deviation = deviation_of_turbulence(speed, turbulence_intensity);
    const int reach = static_cast<int>(std::ceil(6.0 * deviation / step));
    double sum = 0.0, weights = 0.0;
    for (int j = 0; j < reach; ++j) {
      const double turns = (j + 0.5) * step / deviation, weight = lane::exp(-0.5 * turns * turns);
      weights += 2.0 * weight;
      sum += weight * (middle(i - j - 1) + middle(i + j));
    }
    round.speed.push_back(speed);
    round.power.push_back(reach > 0 ? sum / weights : power_at(curve, speed));
  }
  return round;
}

PowerCurve smoothed(const PowerCurve& curve, double turbulence_intensity, const Window& window) {
  const PowerCurve longer = with_zeros(curve, window);
  PowerCurve round = longer;
  for (std::size_t i = 0; i < round.speed.size(); ++i)
    round.power[i] =
        smoothed_power(longer, longer.speed[i], deviation_of_turbulence(longer.speed[i], turbulence_intensity), window);
  return round;
}

}  // namespace gs::model::wind
