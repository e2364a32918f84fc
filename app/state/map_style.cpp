#include "state/map_style.hpp"

#include <algorithm>
#include <cmath>

namespace gs {

LayerOrder moved(LayerOrder order, Layer layer, bool up) {
  const auto from = place_in_order(order, layer);
  if (!from || (!up && *from == 0) || (up && *from + 1 == order.size())) return order;
  const std::size_t to = up ? *from + 1 : *from - 1;
  if ((*from < kLinesInOrder) == (to < kLinesInOrder)) std::swap(order[*from], order[to]);
  return order;
}

bool is_order(const LayerOrder& order) {
  return std::is_permutation(order.begin(), order.begin() + kLinesInOrder, kUsualOrder.begin()) &&
         std::is_permutation(order.begin() + kLinesInOrder, order.end(), kUsualOrder.begin() + kLinesInOrder);
}

MapStyle in_range(MapStyle s) {
  if (!is_order(s.order)) s.order = kUsualOrder;
  for (std::uint8_t& o : s.opacity) o = std::clamp<std::uint8_t>(o, kLeastOpacity, 100);
  if (!std::isfinite(s.hour)) s.hour = kUsualHour;
  if (std::find(kHourPaces.begin(), kHourPaces.end(), s.pace) == kHourPaces.end()) s.pace = kHourPaces.front();
  s.hour -= kLastHour * std::floor(s.hour / kLastHour);
  return s;
}

}  // namespace gs
