#pragma once
#include <array>
#include <cmath>
#include <cstddef>

#include "eval/eval.hpp"

namespace gs::eval {

/// Runs a formula that takes one row at a time: `formula(inputs)` gives the outputs, both in the order of the model's
/// columns. A row with an empty input keeps empty outputs.
template <std::size_t Takes, std::size_t Gives, class Formula>
void by_rows(const Table& table, const Column (&takes)[Takes], const Column (&)[Gives], Computed& computed,
             Formula formula) {
  std::array<std::span<const double>, Takes> columns;
  for (std::size_t i = 0; i < Takes; ++i) columns[i] = table[takes[i].name];
  for (std::size_t row = 0; row < table.rows; ++row) {
    std::array<double, Takes> inputs;
    bool whole = true;
    for (std::size_t i = 0; i < Takes; ++i) {
      inputs[i] = columns[i][row];
      whole = whole && !std::isnan(inputs[i]);
    }
    if (!whole) continue;
    const std::array<double, Gives> outputs = formula(inputs);
    for (std::size_t i = 0; i < Gives; ++i) computed[i][row] = outputs[i];
  }
}

}  // namespace gs::eval
