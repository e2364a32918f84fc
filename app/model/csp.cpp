#include "model/csp.hpp"

#include <algorithm>
#include <cmath>

#include "model/numerics.hpp"

namespace gs::model {
namespace {

/// Height of the sun, degrees, and a tower field's efficiency over that at the design point.
struct Efficiency {
  double height, share;
};
constexpr Efficiency kTower[] = {{5, 0.47},   {10, 0.63},  {15, 0.735}, {20, 0.795}, {25, 0.85},  {30, 0.91},
                                 {40, 0.955}, {50, 0.973}, {55, 0.988}, {60, 0.996}, {70, 1.005}, {90, 1.01}};
constexpr double kStowed_deg = 8.0;

double tower_share(double up) {
  const double height = numerics::asin(std::min(up, 1.0)) / numerics::kDegree;
  if (height < kStowed_deg) return 0.0;
  std::size_t i = 1;
  while (i + 1 < std::size(kTower) && kTower[i].height < height) ++i;
  const Efficiency a = kTower[i - 1], b = kTower[i];
  return a.share + (b.share - a.share) * (height - a.height) / (b.height - a.height);
}

double trough_share(double up, double north) {
  constexpr double kSpacing = 15.0 / 6.0;  // distance of two rows in widths of a row
  const double c = std::sqrt(std::max(1.0 - north * north, 0.0));
  if (c <= 0.0) return 0.0;
  const double a = numerics::acos(std::min(c, 1.0));
  const double modified = c + 0.0327 * a - 0.1351 * a * a;
  return std::max(modified, 0.0) * std::min(kSpacing * up / c, 1.0);
}

double full_heat(const CspPlant& plant) {
  return plant.capacity.base() / (plant.net_of_gross * plant.cycle_efficiency);
}

/// What happens in an hour, MWh.
class Store {
 public:
  explicit Store(const CspPlant& plant) : plant_(plant), full_(full_heat(plant)), room_(plant.storage_h * full_) {}

  double heat() const { return heat_; }
  double loss() {
    const double lost = heat_ * plant_.store_loss_per_h;
    heat_ -= lost;
    return lost;
  }
  /// Heat to the turbine, at most what the field gives and the store holds; `start` of it only warms the turbine.
  double turbine(double field, double& start) {
    const double heat = std::min(full_, field + heat_);
    start = running_ ? 0.0 : plant_.start_heat * full_;
    running_ = heat - start >= plant_.least_load * full_;
    if (!running_) start = 0.0;
    return running_ ? heat : 0.0;
  }
  /// Takes `surplus` (gives, when negative); what does not fit comes back.
  double take(double surplus) {
    const double fits = std::min(surplus, room_ - heat_);
    heat_ = std::max(heat_ + fits, 0.0);
    return surplus - fits;
  }

 private:
  const CspPlant& plant_;
  double full_, room_, heat_ = 0.0;
  bool running_ = false;
};

}  // namespace

CspPlant usual_csp(CspKind kind) {
  CspPlant plant;
  if (kind == CspKind::tower) return plant;
  plant.kind = kind;
  plant.solar_multiple = 2.0;
  plant.storage_h = 6.0;
  plant.cycle_efficiency = 0.356;
  plant.start_heat = 0.2;
  plant.field_loss = 36.35 / (950.0 * 0.7218 - 36.35);
  return plant;
}

CspPlant usual_csp(CspKind kind, double storage_h) {
  constexpr double kWithoutStore = 1.45;
  CspPlant plant = usual_csp(kind);
  plant.solar_multiple = kWithoutStore + (plant.solar_multiple - kWithoutStore) * storage_h / plant.storage_h;
  plant.storage_h = storage_h;
  return plant;
}

double optical_share(CspKind kind, double up, double north) {
  if (!(up > 0.0)) return 0.0;
  return kind == CspKind::tower ? tower_share(up) : trough_share(up, north);
}

double solar_multiple_of(const CspPlant& plant, double aperture_m2) {
  const double optical = plant.kind == CspKind::tower ? 0.5855 : 0.7218;
  const double absorbed = aperture_m2 * plant.design_dni * optical * 1e-6;
  return absorbed / (1.0 + plant.field_loss) / full_heat(plant);
}

double turbine_output(double heat_share) {
  const double h = heat_share;
  return std::max(-0.037726 + h * (1.0062 + h * (0.076316 - 0.044775 * h)), 0.0);
}

CspYear csp_year(const CspPlant& plant, std::span<const double> share, std::span<const double> dni,
                 std::span<double> net_mw) {
  const double full = full_heat(plant), field = plant.solar_multiple * full;
  Store store(plant);
  numerics::Sum absorbed, field_loss, collected, delivered, starts, store_loss, dumped, electricity;
  CspYear year;
  for (std::size_t hour = 0; hour < share.size() && hour < dni.size(); ++hour) {
    const double before = store.heat();
    const double light = field * (1.0 + plant.field_loss) * share[hour] * dni[hour] / plant.design_dni;
    const double lost = std::min(light, field * plant.field_loss);
    const double gained = light - lost;
    const double cooled = store.loss();
    double start = 0.0;
    const double heat = store.turbine(gained, start);
    const double spilt = store.take(gained - heat);
    const double net =
        heat > 0.0 ? plant.capacity.base() * plant.available * turbine_output((heat - start) / full) : 0.0;
    if (hour < net_mw.size()) net_mw[hour] = net;
    absorbed.add(light), field_loss.add(lost), collected.add(gained), delivered.add(heat), starts.add(start);
    store_loss.add(cooled), dumped.add(spilt), electricity.add(net);
    const double gap = gained - (heat + cooled + spilt + (store.heat() - before));
    year.greatest_gap = std::max(year.greatest_gap, std::fabs(gap));
  }
  year.absorbed = absorbed.value(), year.field_loss = field_loss.value(), year.collected = collected.value();
  year.delivered = delivered.value(), year.starts = starts.value(), year.store_loss = store_loss.value();
  year.dumped = dumped.value(), year.electricity = electricity.value();
  year.store_change = store.heat();
  return year;
}

}  // namespace gs::model
