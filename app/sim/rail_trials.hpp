#pragma once
#include <vector>

#include "sim/rail_validation.hpp"

/// The runs behind rail_validation.cpp: which train stands for which published figure. Only for rail_validation.cpp.
namespace gs {

class RailTrials {
 public:
  explicit RailTrials(const Portfolio& portfolio) : portfolio_(portfolio) {}
  /// Adds each figure of the row: compared, or with the reason why not.
  void compare(const RailFactor& row, std::vector<RailCheck>& out);

 private:
  const Portfolio& portfolio_;
};

}  // namespace gs
