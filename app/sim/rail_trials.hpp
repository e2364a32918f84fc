#pragma once
#include <vector>

#include "model/rail/run.hpp"
#include "sim/rail_trial_run.hpp"
#include "sim/rail_validation.hpp"

/// Which run stands for which published figure. Only for rail_validation.cpp.
namespace gs {

class RailTrials {
 public:
  explicit RailTrials(const Portfolio& portfolio) : portfolio_(portfolio) {}
  /// Adds each figure of the row: compared, or with the reason why not.
  void compare(const RailFactor& row, std::vector<RailCheck>& out);

 private:
  const Portfolio& portfolio_;
  model::rail::RunSpace space_;
};

/// The number that ends where `mark` begins, at its last place in the text: 1,016 of "train 1,016 t net" before " t
/// net".
std::optional<double> number_before(std::string_view text, std::string_view mark);
/// A check of the row with its value, or the figure that `published` says; nothing run yet.
RailCheck begun_check(const RailFactor& row, std::string part = "");

/// A wire locomotive without the battery that it may have, that brakes into the wire (regen "wire") or not ("none").
TractionRow wire_only(const TractionRow&, std::string_view regen);

/// Adds what trains consume (rail_trials_line.cpp): false when the row is none of these.
bool compare_consumption(const Portfolio&, const RailFactor&, model::rail::RunSpace&, std::vector<RailCheck>&);
/// Electricity returned, and battery units (rail_trials_battery.cpp).
bool compare_batteries(const Portfolio&, const RailFactor&, model::rail::RunSpace&, std::vector<RailCheck>&);
/// Yard locomotives (rail_trials_yard.cpp).
bool compare_yards(const Portfolio&, const RailFactor&, std::vector<RailCheck>&);

}  // namespace gs
