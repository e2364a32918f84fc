#pragma once
#include <optional>
#include <span>

#include "model/hours.hpp"
#include "model/what_if.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// A battery or a pumped store, dispatched hour by hour. It makes nothing: it moves energy and loses some.
namespace gs::model {

/// Powers are counted outside the store (at its terminals to the grid), the energy inside it.
struct Store {
  Power charge, discharge;
  Energy capacity;          ///< usable, inside
  Ratio round_trip;         ///< above 0, at most 1; its root is lost on the way in and again on the way out
  double lost_an_hour = 0;  ///< self-discharge: share of what is inside that is lost in an hour, 0..1
  Ratio fade_a_year;        ///< share of the new capacity that is gone after each year
};

/// Round trip 0.82-0.85-0.90 (US fleet 2019, EIA; NREL ATB 2020; high: general knowledge), ac to ac.
inline constexpr Range<Ratio> kBatteryRoundTrip = {ratio(0.82), ratio(0.85), ratio(0.90)};
/// 0.70-0.79-0.82 (US fleet 2019, EIA; ends: general knowledge).
inline constexpr Range<Ratio> kPumpedRoundTrip = {ratio(0.70), ratio(0.79), ratio(0.82)};
/// 20-30 % of the capacity in ten years (Energy-Storage.news on LFP cells).
inline constexpr Range<Ratio> kBatteryFade = {percent(2.0), percent(2.5), percent(3.0)};
/// 3 % a month of what is stored (general knowledge, low confidence): an hour's share.
inline constexpr double kBatteryLostAnHour = 4.1724e-5;  // 1 - 0.97^(1/730)

/// Batteries with no capacity stated are taken as 4 hours, pumped stores as 8 hours of their power (assumptions: the
/// usual sizes; Kokhav Hayarden's reservoirs are not in the sources).
inline constexpr double kBatteryHours = 4.0, kPumpedHours = 8.0;
Store battery(Power power, std::optional<Energy> capacity = {});
Store pumped_store(Power power, std::optional<Energy> capacity = {});
/// The same after so many years (0 or more): the capacity faded, never below 0.
Store aged(const Store& store, double years);

/// Hours of the day in which the evening's load is served, UTC; may pass midnight.
struct PeakWindow {
  int first_hour = 0;  ///< 0..23
  int hours = 5;       ///< 1..23
  bool contains(int hour_of_year) const { return (hour_of_year % 24 - first_hour + 24) % 24 < hours; }
};
PeakWindow evening_window(double longitude);  ///< 17 to 22 o'clock of the sun's time

/// What the store beside a plant is for.
enum class StoreRule {
  capture_surplus,  ///< take what the connection cannot carry, give it back as soon as there is room
  serve_peak,       ///< besides, fill up from the plant outside the window and give back in the window only
};

/// A store's year. Energy in MWh, powers in MW by hour; `level` is inside the store at the end of the hour. The year is
/// a cycle: it ends with what it began with (stored_change is what is left of the search, below 1e-9 of the capacity).
struct StorageYear {
  Hourly charge, discharge, level;
  /// To the grid, MW: beside a plant, the plant's direct output and the store's; in the grid, discharge - charge.
  Hourly delivered;
  Energy charged, discharged;
  Energy charged_from_surplus;  ///< the part of `charged` that the connection could not have carried
  Energy lost_charging, lost_standing, lost_discharging, stored_change;
  Energy curtailed_without, curtailed;  ///< with no store, and with it
  Energy delivered_without;             ///< to the grid if there were no store
  /// The balance, as numbers: input - delivered - curtailed - lost - stored of the worst hour (greatest magnitude) and
  /// of the year's sums. Closed to 1e-9 of the greatest power (and of the year's input).
  double worst_hour_mwh = 0.0, year_mwh = 0.0;

  Energy lost() const { return lost_charging + lost_standing + lost_discharging; }
  /// More (or less) that reaches the grid because of the store: the surplus that it saved, less its losses on the rest.
  Energy extra_delivered(Energy delivered_sum) const { return delivered_sum - delivered_without; }
};

/// Beside a plant of `output` MW by hour behind a `connection`. Nothing is delivered above the connection.
/// Errors: not kHours values or one below 0; a store with negative powers or capacity or a round trip outside (0, 1]; a
/// window that is no window.
Result<StorageYear> store_beside_plant(const Store& store, std::span<const double> output, Power connection,
                                       StoreRule rule, const PeakWindow& window);

/// In a country's grid against its residual load (MW by hour, may be negative): within each day (24 hours UTC) it
/// charges below the day's mean and discharges above it, never past the mean. Errors as above.
Result<StorageYear> store_in_grid(const Store& store, std::span<const double> residual_load);

/// CO2 of an open-cycle gas turbine, the peak plant (row peak-plant of data/factors.csv): 56.1 t/TJ (IPCC 2006) at 40.5 %,
/// the US limit for turbines of intermediate load (1,170 lb/MWh), 56.1 t/TJ at 30 %.
inline constexpr Range<Intensity> kPeakPlant = {tonnes_per_mwh(0.499), tonnes_per_mwh(0.531), tonnes_per_mwh(0.673)};

/// What the store is good for. A factor of a year's mean cannot carry a difference between hours: only the curtailment
/// that is avoided (and the losses) count as energy; the peak plant is a what-if.
struct StorageCredit {
  Energy extra;       ///< delivered more than without the store; negative when it only moves energy
  Range<Mass> saved;  ///< extra x the grid's factor
  /// Discharged x the peak plant's factor less what charging cost: energy that would have reached the grid anyway x
  /// `charging` (surplus costs nothing).
  WhatIf<Mass> peak;
};
StorageCredit storage_credit(const StorageYear& year, const Range<Intensity>& grid, const Range<Intensity>& charging,
                             const Range<Intensity>& peak_plant = kPeakPlant);

}  // namespace gs::model
