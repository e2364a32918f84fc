#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/rail/shunting.hpp"
#include "portfolio/portfolio.hpp"
#include "units/quantity.hpp"

/// A year of one yard locomotive of each class that data/tractions.csv has for shunting, against the diesel that it
/// replaces: model/rail/shunting.hpp under a duty of data/shunting.csv, with the doubts given there and the row's range of
/// moving hours. Without the grids' factors: those come with the scenario.
namespace gs {

struct YardRun {
  std::uint32_t locomotive{}, traction{};  ///< indices into Portfolio::locomotives and tractions
  bool plug_in{};
  Range<double> diesel_fuel_t{};     ///< of the diesel that it replaces, a year
  Range<double> fuel_saved_share{}, fuel_saved_t{};
  Range<double> electricity_mwh{}, hydrogen_t{};  ///< that it takes instead
};

/// A yard locomotive, the diesel that it replaces (the first yard diesel of its gauge in tractions.csv) and the duty of both.
struct YardPair {
  double diesel_kw{};
  model::rail::YardLocomotive diesel, other;
  model::rail::YardDuty duty;
  model::rail::YardDoubt doubt;
};
/// nullopt where the data have no diesel of its gauge.
std::optional<YardPair> yard_pair(const Portfolio&, const TractionRow&, bool plug_in, const YardDutyRow&);
/// The duty that counts, by its id in shunting.csv.
inline constexpr std::string_view kUsualDuty = "ktz_yard";
/// It, or its twin with a charger for what is plugged in; nullptr where the data have none.
const YardDutyRow* usual_duty(const Portfolio&, const TractionRow&, bool plug_in);
std::optional<YardPair> yard_pair(const Portfolio&, const TractionRow&, bool plug_in);
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
