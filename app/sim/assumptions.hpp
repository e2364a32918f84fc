#pragma once

/// Every number of the first ledger that no data file carries. Each says that it is an assumption, and why it was
/// taken.
namespace gs {

/// Year in which `data/` was compiled (facts of 2026-11-24): what it calls "under construction" was so then.
inline constexpr int kDataYear = 2026;

/// Half-width of a reported yearly generation as a share of it. Assumption: the reports are mostly design values of
/// owners and contractors; where two sources or a design and a measured year exist in data/claims.csv, they
/// mostly lie 4 to 22 % apart.
inline constexpr double kReportedSpread = 0.10;

/// Half-width of a published grid factor as a share of it. Assumption: neither the IFI group nor Ember publishes an
/// uncertainty. It stands for the error of one method's factor in its reference year. It does not cover the choice of
/// the method, which matters more and is shown separately (ProjectResult::avoided_by_method), nor a grid that becomes
/// cleaner over the plant's life.
inline constexpr double kGridFactorSpread = 0.10;

/// Share of the variance of a grid factor's error that all countries have in common, because one method made their
/// factors. Assumption: half. Without it the errors of fifty countries would cancel in a total.
inline constexpr double kSharedGridVariance = 0.5;

/// Standard deviation of the yearly mean of sun or wind in a weather file that the reader brought, as a share: what one
/// year or one instrument differs from the long mean. Assumption.
inline constexpr double kOwnWeatherDeviation = 0.05;

/// What new stores of a what-if give back of what they take up (factors.csv battery-round-trip).
inline constexpr double kNewStoreEfficiency = 0.845;

/// Half-width of a maker's reported saving of a locomotive as a share of it. Assumption, as for a reported generation.
inline constexpr double kLocomotiveSpread = 0.10;

/// Half-width of a reported capital cost as a share of it. Assumption: press and owners round, and mix contract, project
/// finance and total investment; where data/claims.csv has two figures for one plant, they mostly lie 2 to 21 % apart.
inline constexpr double kReportedCostSpread = 0.10;

/// ---- the railway; where data/lines.csv leaves a cell empty, by its terrain: plain, rolling, mountain

/// Ruling grade by the class of the line, permille. Assumption: the design limits of the main lines of 1520 mm are 9, 12 and
/// 15 to 18 by category (general knowledge of SP 119.13330), and old lines keep to them where the land allows.
inline constexpr double kRulingGrade[] = {9.0, 12.0, 18.0};
/// Speed of freight trains, km/h. Assumption.
inline constexpr double kFreightSpeed[] = {80.0, 70.0, 60.0};
/// Short ups and downs that towns' heights do not show, permille. Assumption.
inline constexpr double kUndulation[] = {1.5, 3.0, 4.0};
/// Share of a line in curves, and their mean radius over the ordinary smallest. Assumption; makes a mean resistance of
/// curves of 0.1 to 0.6 N/kN.
inline constexpr double kCurvedShare[] = {0.10, 0.25, 0.50};
inline constexpr double kSmallestRadius[] = {1000.0, 600.0, 300.0};  ///< m
inline constexpr double kMeanOverSmallestRadius = 1.5;

/// Relative standard deviation of the energy that goes into grades, of an estimated profile: with a sourced ruling grade, with
/// one by class, without heights. Assumption.
inline constexpr double kGradeDeviation[] = {0.25, 0.35, 0.50};

/// Half-width of what one powertrain needs beside another on the same way, as a share. Assumption, of the doubts of
/// model/rail/run_interval.hpp: 4 % of the source, 20 % of the drive's loss, 25 % of the auxiliaries.
inline constexpr double kPowertrainSpread = 0.05;
/// Share of the least running time that drivers have in hand and use to save energy. Assumption: timetables of railways
/// carry 3 to 10 % of recovery time (general knowledge of UIC leaflet 451-1).
inline constexpr double kRunningSupplement = 0.07;
/// Trains a day in both directions, on the map, of a line whose traffic is not known. Assumption; in no figure.
inline constexpr double kTrainsADayAssumed = 12.0;
/// A stop between the ends, s. Assumption.
inline constexpr double kStopDwell = 600.0;
/// Of the rated effort and power of the traction motors, what they brake with. Assumption.
inline constexpr double kBrakingShare = 0.6;
/// Heating of cab, battery and standing engine, W a unit for each kelvin below 15 C. Assumption: about 14 kW at -40 C.
inline constexpr double kHeatWattsPerKelvin = 250.0;
/// Light, air and heat of a coach, W. Assumption.
inline constexpr double kHotelWatts = 30e3;
/// Efficiency of a charger from the grid's meter to the battery's terminals. Assumption.
inline constexpr double kCharger = 0.92;
/// Fuel of an idling 10D100 engine, W: 20 litres an hour of two sections (rail_factors.csv idle_ru, low confidence).
inline constexpr double kIdleFuelTe10 = 1.0e5;
/// Fuel of an idling Tier-4 engine, W (rail_factors.csv altrios_idle).
inline constexpr double kIdleFuelTier4 = 19.7e3;
/// From shaft to rail of direct-current locomotives (rail_factors.csv altrios_eta: 0.80-0.85 overall).
inline constexpr double kGeneratorTe10 = 0.93, kDriveTe10 = 0.89;

}  // namespace gs
