#include "model/storage.hpp"

#include <cmath>

#include "model/hydro.hpp"
#include "model/numerics.hpp"

namespace gs::model {
namespace {

/// What is asked of the store in an hour, MW outside: at most this much in (`surplus` of it would be curtailed) or out.
struct Wish {
  double charge = 0.0, discharge = 0.0;
};

struct Step {
  double charge, discharge, level, lost_in, lost_standing, lost_out;
};

/// One hour from `level`, MWh inside, with wishes as far as power, room and content go.
class Physics {
 public:
  explicit Physics(const Store& s)
      : in_(s.charge.base()),
        out_(s.discharge.base()),
        capacity_(s.capacity.base()),
        way_(numerics::sqrt(s.round_trip.base())),
        lost_an_hour_(s.lost_an_hour) {}

  Step step(double level, const Wish& wish) const {
    const double standing = level * lost_an_hour_, rest = level - standing;
    Step s{};
    s.lost_standing = standing;
    s.charge = std::fmax(0.0, std::fmin(std::fmin(wish.charge, in_), (capacity_ - rest) / way_));
    s.discharge = s.charge > 0.0 ? 0.0 : std::fmax(0.0, std::fmin(std::fmin(wish.discharge, out_), rest * way_));
    const double stored = s.charge * way_, taken = s.discharge / way_;
    s.lost_in = s.charge - stored;
    s.lost_out = taken - s.discharge;
    s.level = std::fmin(std::fmax(rest + stored - taken, 0.0), capacity_);
    return s;
  }

 private:
  double in_, out_, capacity_, way_, lost_an_hour_;
};

/// The level that the year both begins and ends with. The end level rises with the begin level, by no more than it, so
/// the gap (end - begin) falls: a few years from empty find it, else the interval is halved.
template <class Wishes>
double cyclic_level(const Physics& physics, double capacity, const Wishes& wishes) {
  const auto end_of = [&](double level) {
    for (int h = 0; h < kHours; ++h) level = physics.step(level, wishes(h)).level;
    return level;
  };
  const double close_enough = 1e-12 * capacity;
  double low = 0.0, high = capacity;
  for (int year = 0; year < 3; ++year) {
    const double end = end_of(low);
    if (end - low <= close_enough) return low;
    low = end;  // from below: the end of a year is at most the cycle's level
  }
  while (high - low > close_enough) {
    const double middle = low + 0.5 * (high - low);
    if (middle <= low || middle >= high) break;
    (end_of(middle) > middle ? low : high) = middle;
  }
  return low;
}

/// Sums a year up. `input` and `direct_and_store(h, step)` say what comes in and what goes to the grid; see below.
struct Sums {
  numerics::Sum charged, discharged, surplus, in, standing, out, before, after, without, input, delivered;
};

void finish(StorageYear& year, const Sums& s, double begin, double end) {
  year.charged = megawatt_hours(s.charged.value());
  year.discharged = megawatt_hours(s.discharged.value());
  year.charged_from_surplus = megawatt_hours(s.surplus.value());
  year.lost_charging = megawatt_hours(s.in.value());
  year.lost_standing = megawatt_hours(s.standing.value());
  year.lost_discharging = megawatt_hours(s.out.value());
  year.stored_change = megawatt_hours(end - begin);
  year.curtailed_without = megawatt_hours(s.before.value());
  year.curtailed = megawatt_hours(s.after.value());
  year.delivered_without = megawatt_hours(s.without.value());
  year.year_mwh = s.input.value() - s.delivered.value() - s.after.value() - year.lost().base() - (end - begin);
}

/// Runs the year from its cyclic level. `flow(h, step, year, sums)` books an hour and returns its input and what left
/// to the grid and by curtailment.
struct Flow {
  double input, delivered, curtailed;
};

template <class Wishes, class Book>
StorageYear run(const Store& store, const Wishes& wishes, const Book& book) {
  const Physics physics(store);
  StorageYear year;
  for (Hourly* hourly : {&year.charge, &year.discharge, &year.level, &year.delivered}) hourly->reserve(kHours);
  const double begin = cyclic_level(physics, store.capacity.base(), wishes);
  double level = begin;
  Sums sums;
  for (int h = 0; h < kHours; ++h) {
    const Step s = physics.step(level, wishes(h));
    const Flow flow = book(h, s, sums);
    sums.charged.add(s.charge), sums.discharged.add(s.discharge);
    sums.in.add(s.lost_in), sums.standing.add(s.lost_standing), sums.out.add(s.lost_out);
    sums.input.add(flow.input), sums.delivered.add(flow.delivered), sums.after.add(flow.curtailed);
    const double residual =
        flow.input - flow.delivered - flow.curtailed - s.lost_in - s.lost_standing - s.lost_out - (s.level - level);
    if (std::fabs(residual) > std::fabs(year.worst_hour_mwh)) year.worst_hour_mwh = residual;
    level = s.level;
    year.charge.push_back(s.charge);
    year.discharge.push_back(s.discharge);
    year.level.push_back(s.level);
    year.delivered.push_back(flow.delivered);
  }
  finish(year, sums, begin, level);
  return year;
}

std::optional<Error> wrong(const Store& s, std::size_t hours) {
  if (hours != kHours) return Error{"storage", "expected 8760 hours"};
  if (!(s.charge >= Power{} && s.discharge >= Power{} && s.capacity >= Energy{}))
    return Error{"store", "expected powers and a capacity of 0 or more"};
  if (!(s.round_trip.base() > 0.0 && s.round_trip.base() <= 1.0))
    return Error{"store", "expected a round trip above 0, at most 1"};
  if (!(s.lost_an_hour >= 0.0 && s.lost_an_hour < 1.0))
    return Error{"store", "expected an hourly loss of 0 or more, below 1"};
  return {};
}

Range<Mass> sorted(Mass a, Mass best, Mass b) { return a <= b ? Range<Mass>{a, best, b} : Range<Mass>{b, best, a}; }

}  // namespace

Store battery(Power power, std::optional<Energy> capacity) {
  return {power,
          power,
          capacity.value_or(power * hours(kBatteryHours)),
          kBatteryRoundTrip.best,
          kBatteryLostAnHour,
          kBatteryFade.best};
}

Store pumped_store(Power power, std::optional<Energy> capacity) {
  return {power, power, capacity.value_or(power * hours(kPumpedHours)), kPumpedRoundTrip.best, 0.0, ratio(0.0)};
}

Store aged(const Store& store, double years) {
  Store old = store;
  old.capacity = store.capacity * std::fmax(0.0, 1.0 - store.fade_a_year.base() * std::fmax(0.0, years));
  return old;
}

PeakWindow evening_window(double longitude) {
  const DailyPeak peak = evening_peak(longitude, ratio(0.0));
  return {peak.first_hour, peak.hours};
}

Result<StorageYear> store_beside_plant(const Store& store, std::span<const double> output, Power connection,
                                       StoreRule rule, const PeakWindow& window) {
  if (const std::optional<Error> error = wrong(store, output.size())) return *error;
  if (!(connection >= Power{})) return Error{"grid connection", "expected 0 MW or more"};
  if (window.first_hour < 0 || window.first_hour > 23 || window.hours < 1 || window.hours > 23)
    return Error{"peak window", "expected 1 to 23 hours from hour 0 to 23"};
  for (std::size_t h = 0; h < output.size(); ++h)
    if (!(output[h] >= 0.0)) return Error{"output of hour " + std::to_string(h), "expected 0 MW or more"};
  const double limit = connection.base();
  const auto direct = [&](int h) { return std::fmin(output[h], limit); };
  const auto wishes = [&](int h) -> Wish {
    const double surplus = output[h] - direct(h), room = limit - direct(h);
    if (rule == StoreRule::capture_surplus) return {surplus, room};
    return window.contains(h) ? Wish{surplus, room} : Wish{output[h], 0.0};
  };
  const auto book = [&](int h, const Step& s, Sums& sums) -> Flow {
    const double surplus = output[h] - direct(h);
    const double saved = std::fmin(s.charge, surplus);
    sums.surplus.add(saved);
    sums.before.add(surplus);
    sums.without.add(direct(h));
    return {output[h], direct(h) - (s.charge - saved) + s.discharge, surplus - saved};
  };
  return run(store, wishes, book);
}

Result<StorageYear> store_in_grid(const Store& store, std::span<const double> residual_load) {
  if (const std::optional<Error> error = wrong(store, residual_load.size())) return *error;
  for (std::size_t h = 0; h < residual_load.size(); ++h)
    if (!std::isfinite(residual_load[h])) return Error{"load of hour " + std::to_string(h), "expected a number"};
  Hourly mean(kHours / 24);
  for (std::size_t d = 0; d < mean.size(); ++d) mean[d] = numerics::sum(residual_load.subspan(24 * d, 24)) / 24.0;
  const auto wishes = [&](int h) -> Wish {
    const double above = residual_load[h] - mean[h / 24];
    return {std::fmax(-above, 0.0), std::fmax(above, 0.0)};
  };
  // What comes in is what it charges; what is delivered is net.
  const auto book = [](int, const Step& s, Sums&) -> Flow { return {0.0, s.discharge - s.charge, 0.0}; };
  return run(store, wishes, book);
}

StorageCredit storage_credit(const StorageYear& year, const Range<Intensity>& grid, const Range<Intensity>& charging,
                             const Range<Intensity>& peak_plant) {
  StorageCredit credit;
  credit.extra = year.extra_delivered(megawatt_hours(numerics::sum(year.delivered)));
  credit.saved = sorted(credit.extra * grid.low, credit.extra * grid.best, credit.extra * grid.high);
  const Energy paid = year.charged - year.charged_from_surplus;
  credit.peak.value = {year.discharged * peak_plant.low - paid * charging.high,
                       year.discharged * peak_plant.best - paid * charging.best,
                       year.discharged * peak_plant.high - paid * charging.low};
  return credit;
}

}  // namespace gs::model
