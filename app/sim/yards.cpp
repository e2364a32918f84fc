#include "sim/yards.hpp"

#include <algorithm>

namespace gs {
namespace {

using namespace model::rail;

constexpr std::uint32_t kDraws = 32;  // a power of two; about half a millisecond each
constexpr std::uint64_t kSeed = 1;
constexpr std::string_view kPluggedDuty = "ktz_yard_plugin";

bool charged(const TractionRow& row, bool plug_in) { return plug_in || row.traction == TractionKind::battery; }

YardDuty duty_of(const YardDutyRow& row, bool on_charger) {
  YardDuty duty;
  duty.moving_h = row.moving_h;
  duty.plugged_h = on_charger ? row.plugged_h : 0.0;  // else it stands ready
  duty.parked_h = row.parked_h;
  duty.days = row.days;
  duty.spectrum = {};
  for (const auto& [time, load] : row.spectrum) {
    const auto at = static_cast<std::size_t>(duty.spectrum.points++);
    duty.spectrum.time[at] = time;
    duty.spectrum.load[at] = load;
  }
  return duty;
}

const TractionRow* replaced(const Portfolio& portfolio, int gauge_mm) {
  for (const TractionRow& row : portfolio.tractions)
    if (row.duty == Duty::shunting && row.traction == TractionKind::diesel && row.gauge_mm == gauge_mm && row.engine_kw) return &row;
  return nullptr;
}

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

const YardDutyRow* usual_duty(const Portfolio& portfolio, const TractionRow& row, bool plug_in) {
  return portfolio.duty(charged(row, plug_in) ? kPluggedDuty : kUsualDuty);
}

std::optional<YardPair> yard_pair(const Portfolio& portfolio, const TractionRow& row, bool plug_in, const YardDutyRow& duty) {
  const TractionRow* diesel = replaced(portfolio, row.gauge_mm);
  if (!diesel) return std::nullopt;
  YardPair pair;
  pair.diesel_kw = *diesel->engine_kw;
  pair.diesel = with_idling(yard_diesel(pair.diesel_kw), duty.idle_l_h, duty.idle_frost_l_h);
  pair.other = locomotive_of(row, plug_in);
  pair.duty = duty_of(duty, charged(row, plug_in));
  pair.duty.reference_w = rim_w(pair.diesel);
  using model::Distribution;
  pair.doubt.moving_h = duty.moving_high_h > duty.moving_low_h
                            ? Distribution::triangular(duty.moving_low_h, duty.moving_h, duty.moving_high_h)
                            : Distribution::constant(duty.moving_h);
  // The load's doubt as YardDoubt has it of the EPA cycle, about the row's own mean.
  const double mean = pair.duty.spectrum.mean();
  pair.doubt.mean_load = Distribution::triangular(0.64 * mean, mean, std::min(0.9, 1.49 * mean));
  return pair;
}

std::optional<YardPair> yard_pair(const Portfolio& portfolio, const TractionRow& row, bool plug_in) {
  const YardDutyRow* duty = usual_duty(portfolio, row, plug_in);
  return duty ? yard_pair(portfolio, row, plug_in, *duty) : std::nullopt;
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
  const auto pair = yard_pair(portfolio, row, plug_in);
  if (!pair) return run;
  YardFactors factors;
  factors.hydrogen_t_per_t = 0.0;
  const auto year = compare_yard(pair->diesel, pair->other, pair->duty, factors, pair->doubt, kDraws, kSeed);
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
