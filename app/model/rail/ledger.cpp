#include "model/rail/run.hpp"

namespace gs::model::rail {

double Ledger::motion_imbalance() const {
  return traction - (rolling + curves + air + grade + kinetic + friction_brakes + electric_braking);
}

void Trace::clear() {
  for (auto* column : {&at_m, &speed_ms, &time_s, &wheel_w, &source_w, &charge, &height_m, &limit_ms}) column->clear();
}

}  // namespace gs::model::rail
