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

/// Half-width of a maker's reported saving of a locomotive as a share of it. Assumption, as for a reported generation.
inline constexpr double kLocomotiveSpread = 0.10;

/// Half-width of a reported capital cost as a share of it. Assumption: press and owners round, and mix contract, project
/// finance and total investment; where data/claims.csv has two figures for one plant, they mostly lie 2 to 21 % apart.
inline constexpr double kReportedCostSpread = 0.10;

}  // namespace gs
