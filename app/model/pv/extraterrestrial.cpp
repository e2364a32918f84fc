#include "model/pv/extraterrestrial.hpp"

#include "model/numerics.hpp"

namespace gs::model::pv {

double extraterrestrial_normal(double day_of_year) {
  const double day_angle = 2.0 * numerics::kPi / 365.0 * (day_of_year - 1.0);
  const double c = numerics::cos(day_angle), s = numerics::sin(day_angle);
  const double c2 = numerics::cos(2.0 * day_angle), s2 = numerics::sin(2.0 * day_angle);
  return kSolarConstant * (1.00011 + 0.034221 * c + 0.00128 * s + 0.000719 * c2 + 7.7e-05 * s2);
}

}  // namespace gs::model::pv
