#include "sim/factor_rows.hpp"

#include <algorithm>

namespace gs {

std::optional<Range<double>> FactorRows::read(std::string_view id, std::string_view unit) {
  const Factor* row = portfolio_.factor(id);
  if (!row || !row->value || row->unit != unit) return std::nullopt;
  if (std::find(ids_.begin(), ids_.end(), id) == ids_.end()) ids_.emplace_back(id);
  return Range<double>{row->low.value_or(*row->value), *row->value, row->high.value_or(*row->value)};
}

std::optional<Range<double>> FactorRows::read(std::string_view id, std::string_view else_id, std::string_view unit) {
  const auto first = read(id, unit);
  return first ? first : read(else_id, unit);
}

std::string factor_id(std::string_view prefix, Technology technology) {
  return std::string(prefix) + std::string(id_of(technology));
}

}  // namespace gs
