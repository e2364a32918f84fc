#include "sim/stores.hpp"

#include <algorithm>

namespace gs {

bool stands_beside_plant(Technology t) { return t == Technology::solar_pv_bess || t == Technology::wind_onshore_bess; }

std::optional<model::Store> store_of(const Project& p) {
  if (!p.capacity) return std::nullopt;
  if (p.technology == Technology::battery_storage) return model::battery(*p.capacity, p.storage);
  if (p.technology == Technology::pumped_storage) return model::pumped_store(*p.capacity, p.storage);
  if (!stands_beside_plant(p.technology) || !p.storage) return std::nullopt;
  return model::battery(std::min(*p.capacity, megawatts(p.storage->base() / model::kBatteryHours)), p.storage);
}

}  // namespace gs
