#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "model/rail/shunting.hpp"
#include "portfolio/portfolio.hpp"
#include "units/quantity.hpp"

/// A year of one yard locomotive of each class that data/tractions.csv has for shunting, against the diesel that it
/// replaces: model/rail/shunting.hpp, with the duty and doubts given there. Without the grids' factors: those come with the
/// scenario.
namespace gs {

struct YardRun {
  std::uint32_t locomotive{}, traction{};  ///< indices into Portfolio::locomotives and tractions
  bool plug_in{};
  Range<double> diesel_fuel_t{};     ///< of the diesel that it replaces, a year
  Range<double> fuel_saved_share{}, fuel_saved_t{};
  Range<double> electricity_mwh{}, hydrogen_t{};  ///< that it takes instead
};

/// A yard locomotive, the diesel that it replaces (TEM2 on 1520 mm, a class of 1,470 kW on 1435 mm: df_shunter_1435 of
/// tractions.csv) and the duty of both.
struct YardPair {
  double diesel_kw{};
  model::rail::YardLocomotive diesel, other;
  model::rail::YardDuty duty;
};
YardPair yard_pair(const TractionRow&, bool plug_in);
/// The first row of tractions.csv that has this class in a yard; nullptr: none.
const TractionRow* yard_row_of(const Portfolio&, const Locomotive&);

/// Rows of tractions.csv that are run: for yards, with a source other than diesel, of the gauge of their class.
std::vector<const TractionRow*> yard_rows(const Portfolio&);
/// All figures 0 where the model refuses.
YardRun yard_run(const Portfolio&, const TractionRow&);
/// The same as if it could be plugged in, or not.
YardRun yard_run(const Portfolio&, const TractionRow&, bool plug_in);
/// The one that counts for a class in the fleet: not plugged in where there is a choice (the lesser claim); nullptr: none.
const YardRun* yard_run_of(const std::vector<YardRun>&, std::uint32_t locomotive);

}  // namespace gs
