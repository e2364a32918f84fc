#include "sim/yards.hpp"

namespace gs {
namespace {

using namespace model::rail;

constexpr std::uint32_t kDraws = 32;  // a power of two; about half a millisecond each
constexpr std::uint64_t kSeed = 1;
/// Hours on the charger, of those that can. Assumption: the night.
constexpr double kPluggedHours = 6.0;
constexpr double kDieselKw1520 = 883.0, kDieselKw1435 = 1470.0;

YardLocomotive locomotive_of(const TractionRow& row, bool plug_in) {
  switch (row.traction) {
    case TractionKind::hybrid: return yard_hybrid(plug_in, row.engine_kw.value_or(540.0), row.battery_kwh.value_or(900.0));
    case TractionKind::hydrogen: return yard_hydrogen();
    default: return yard_battery(row.battery_kwh.value_or(1500.0));
  }
}

const Locomotive* class_of(const Portfolio& portfolio, const TractionRow& row) {
  const Locomotive* l = row.locomotive.empty() ? nullptr : portfolio.locomotive(row.locomotive);
  return l && (!l->gauge_mm || *l->gauge_mm == row.gauge_mm) ? l : nullptr;
}

}  // namespace

YardPair yard_pair(const TractionRow& row, bool plug_in) {
  YardPair pair;
  pair.diesel_kw = row.gauge_mm == 1520 ? kDieselKw1520 : kDieselKw1435;
  pair.diesel = yard_diesel(pair.diesel_kw);
  pair.other = locomotive_of(row, plug_in);
  pair.duty.reference_w = rim_w(pair.diesel);
  if (plug_in || row.traction == TractionKind::battery) pair.duty.plugged_h = kPluggedHours;
  return pair;
}

const TractionRow* yard_row_of(const Portfolio& portfolio, const Locomotive& l) {
  for (const TractionRow* row : yard_rows(portfolio))
    if (row->locomotive == l.id) return row;
  return nullptr;
}

std::vector<const TractionRow*> yard_rows(const Portfolio& portfolio) {
  std::vector<const TractionRow*> rows;
  for (const TractionRow& row : portfolio.tractions) {
    const bool kind = row.traction == TractionKind::hybrid || row.traction == TractionKind::battery || row.traction == TractionKind::hydrogen;
    if (row.duty == Duty::shunting && kind && class_of(portfolio, row)) rows.push_back(&row);
  }
  return rows;
}

YardRun yard_run(const Portfolio& portfolio, const TractionRow& row) { return yard_run(portfolio, row, row.plug_in); }

YardRun yard_run(const Portfolio& portfolio, const TractionRow& row, bool plug_in) {
  YardRun run;
  run.traction = static_cast<std::uint32_t>(&row - portfolio.tractions.data());
  const Locomotive* l = class_of(portfolio, row);
  if (!l) return run;
  run.locomotive = static_cast<std::uint32_t>(l - portfolio.locomotives.data());
  run.plug_in = plug_in;
  const YardPair pair = yard_pair(row, plug_in);
  YardFactors factors;
  factors.hydrogen_t_per_t = 0.0;
  const auto year = compare_yard(pair.diesel, pair.other, pair.duty, factors, YardDoubt{}, kDraws, kSeed);
  if (!year) return run;
  run.diesel_fuel_t = year->diesel_fuel_t;
  run.fuel_saved_share = year->fuel_saved_share;
  run.fuel_saved_t = year->fuel_saved_t;
  run.electricity_mwh = year->electricity_mwh;
  run.hydrogen_t = year->hydrogen_t;
  return run;
}

const YardRun* yard_run_of(const std::vector<YardRun>& runs, std::uint32_t locomotive) {
  const YardRun* best = nullptr;
  for (const YardRun& run : runs)
    if (run.locomotive == locomotive && run.fuel_saved_t.best > 0.0 && (!best || (best->plug_in && !run.plug_in))) best = &run;
  return best;
}

}  // namespace gs
