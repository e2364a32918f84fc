#pragma once
#include <limits>
#include <map>
#include <string_view>
#include <vector>

#include "eval/altrios_run.hpp"

/// The stored runs again, from what rows tell of where the train was and how fast. The set-speed run needs the speed
/// of every step, the speed-limit run the orders of its driver; neither is in a file of its own, and rows that are
/// kept apart leave gaps. What is missing is found from the rest, and then all of the run is computed.
namespace gs::eval::altrios {

/// The end of a step, as far as a row tells; NaN where it does not.
struct Knot {
  static constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  double time_s = kUnknown, speed_ms = kUnknown, front_m = kUnknown, target_ms = kUnknown, wheel_j = kUnknown;
};
/// By step; ALTRIOS's i.
using Knots = std::map<long, Knot>;

/// Adds what a table of the kind of train_run_altrios.csv or train_resistance_altrios.csv tells of a case: its rows,
/// and the steps before them.
void collect(const Table&, std::string_view case_name, Knots&);
/// Such tables of the folder, where there are any.
void collect(const Folder&, std::string_view case_name, Knots&, std::vector<Error>& problems);

/// Set speeds up to the last knot: a moment a step, the first at rest. A speed that no knot has follows from the way
/// between its neighbours, of two in a row the second from the energy at the wheel; more are alike if they are those
/// of a neighbour. Where that does not tell them the run ends.
std::vector<Moment> run_set_speeds(const Case&, const Knots&);

/// Second by second up to `last`: orders are the knots' targets, and the second in which they change (or an order to
/// stop comes and is taken back, when a train nears the end of its path before that is extended) is the whole second
/// from which the run meets the next knot. Where none does, within a millimetre, the run ends at the knot before.
std::vector<Moment> run_orders(const Case&, const Knots&, long last);

/// One of them, by the case's name.
bool is_set_speed(std::string_view case_name);
std::vector<Moment> run_again(const Case&, std::string_view case_name, const Knots&, long last);

}  // namespace gs::eval::altrios
