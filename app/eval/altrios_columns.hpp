#pragma once
#include <array>
#include <cstddef>

#include "eval/altrios_run.hpp"

/// Columns of ALTRIOS's tables as functions of a moment.
namespace gs::eval::altrios {

/// What a column shows. T: the moment, or a locomotive of it.
template <class T>
struct Shown {
  Column column;
  double (*of)(const T&);
};

constexpr Column gives(std::string_view name, std::string_view unit, std::string_view meaning) {
  return {.name = name, .unit = unit, .meaning = meaning};
}

template <class T, std::size_t N>
constexpr std::array<Column, N> columns_of(const std::array<Shown<T>, N>& shown) {
  std::array<Column, N> columns;
  for (std::size_t i = 0; i < N; ++i) columns[i] = shown[i].column;
  return columns;
}

template <class T, std::size_t N>
constexpr std::array<Shown<T>, N> shown(const Shown<T> (&list)[N]) {
  std::array<Shown<T>, N> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = list[i];
  return all;
}

}  // namespace gs::eval::altrios
