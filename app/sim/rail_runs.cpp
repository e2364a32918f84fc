#include "sim/rail_runs.hpp"

#include <algorithm>

#include "model/digest.hpp"
#include "sim/assumptions.hpp"
#include "sim/railway.hpp"

namespace gs {
namespace {

using model::rail::Run;
using model::rail::RunSpace;

constexpr double kStepM = 250.0;
constexpr double kMostSteps = 2000.0;  ///< of one run: longer lines have longer steps
constexpr std::uint32_t kDraws = 128;  ///< of a run's interval; a power of two
constexpr std::size_t kTimetableNodes = 48;  ///< of a line: a train's place is drawn between them
constexpr int kMostLightenings = 12;
constexpr double kLightening = 0.9;  ///< of the trailing tonnes, each time that a train has stalled

const TractionRow* first_of(const Portfolio& portfolio, const Route& route, TractionKind kind) {
  for (const TractionRow* row : tractions_for(portfolio, route))
    if (row->traction == kind) return row;
  return nullptr;
}

double wire_share(const model::rail::Line& line) {
  double wired = 0.0;
  for (std::size_t i = 0; i < line.sections.size(); ++i)
    if (line.sections[i].wire)
      wired += (i + 1 < line.sections.size() ? line.sections[i + 1].start_m : line.length_m) - line.sections[i].start_m;
  return wired / line.length_m;
}

std::vector<LineTimetable::Node> nodes_of(const Run& run, double length_m, bool backwards) {
  std::vector<LineTimetable::Node> nodes;
  const model::rail::Trace& t = run.trace;
  if (t.size() < 2) return nodes;
  const std::size_t every = std::max<std::size_t>(1, t.size() / kTimetableNodes);
  for (std::size_t i = 0; i < t.size(); i += every) {
    if (i + every >= t.size()) i = t.size() - 1;
    nodes.push_back({static_cast<float>(t.time_s[i]), static_cast<float>(backwards ? length_m - t.at_m[i] : t.at_m[i])});
  }
  return nodes;
}

/// One traction there and back. False: it could not get through.
bool run_both(const RailLine& line, const model::rail::Line& back, const TrainRow& train, const TractionRow& traction, double trailing_t,
              const model::rail::RunIntervals& intervals, RunSpace& space, Run& run, MeanRun& mean, LineRuns* timetable) {
  const model::rail::Train consist = rail_train(train, traction, trailing_t);
  const model::rail::Powertrain power = powertrain_of(traction, train, consist);
  const double step = std::max(kStepM, line.line.length_m / kMostSteps);
  const model::rail::Driving driving{kRunningSupplement, step, step};
  mean = {};
  for (const bool backwards : {false, true}) {
    const model::rail::Line& way = backwards ? back : line.line;
    if (!model::rail::run_into(way, consist, power, {}, driving, space, run).empty() || !run.arrived) return false;
    const model::rail::RunEnergy energy = energy_of(run, power);
    mean.use = mean.use + use_of(energy) * 0.5;
    mean.time_s += 0.5 * run.time_s;
    const Range<double> spread = intervals.of(run, power, energy, {}, line.grade_uncertainty, traction.id).energy_j;
    if (!(spread.best > 0.0)) continue;
    mean.low += 0.5 * (spread.low / spread.best - 1.0);
    mean.high += 0.5 * (spread.high / spread.best - 1.0);
    if (timetable) (backwards ? timetable->back : timetable->out) = nodes_of(run, line.line.length_m, backwards);
  }
  return true;
}

model::rail::Line wired(model::rail::Line line) {
  for (model::rail::Section& s : line.sections) s.wire = true;
  return line;
}

/// Runs the line's usual train, lighter if it must be; nullopt: no train or traction of its gauge, or none gets through.
std::optional<LineRuns> run_line(const Portfolio& portfolio, const Route& route, const model::rail::RunIntervals& intervals,
                                 RunSpace& space, Run& run) {
  const TrainRow* train = usual_train(portfolio, route);
  const TractionRow* diesel = first_of(portfolio, route, TractionKind::diesel);
  const TractionRow* wire = first_of(portfolio, route, TractionKind::catenary);
  if (!train || (!diesel && !wire)) return std::nullopt;
  auto line = rail_line(portfolio, route, false, train->kind);
  if (!line) return std::nullopt;
  LineRuns out;
  out.route = line->route;
  out.train = static_cast<std::uint32_t>(train - portfolio.trains.data());
  out.length_km = line->line.length_m * 1e-3;
  out.wire_share = wire ? wire_share(line->line) : 0.0;
  for (const RailLine::Share& share : line->countries) out.countries.emplace_back(share.country, share.metres);
  if (wire) line->line = wired(std::move(line->line));
  const model::rail::Line back = model::rail::reversed(line->line);
  const LineRow* row = portfolio.line(route.id);
  double trailing = row && row->train_gross_t ? *row->train_gross_t : train->gross_t();
  for (int i = 0; i < kMostLightenings; ++i, trailing *= kLightening) {
    out.lightened = i > 0;
    const bool by_wire = out.wire_share > 0.5;
    if (diesel && !run_both(*line, back, *train, *diesel, trailing, intervals, space, run, out.diesel, by_wire ? nullptr : &out)) continue;
    if (wire && !run_both(*line, back, *train, *wire, trailing, intervals, space, run, out.wire, by_wire ? &out : nullptr)) continue;
    out.trailing_t = run.trailing_t;
    out.net_t = run.net_t;
    if (diesel) out.diesel.traction = static_cast<std::int32_t>(diesel - portfolio.tractions.data());
    if (wire) out.wire.traction = static_cast<std::int32_t>(wire - portfolio.tractions.data());
    return out;
  }
  return std::nullopt;
}

void add(Digest& digest, const MeanRun& run) {
  digest.add(static_cast<std::int64_t>(run.traction));
  for (const double value : {run.use.fuel_l, run.use.hydrogen_kg, run.use.wire_mwh, run.use.charger_mwh, run.time_s, run.low, run.high})
    digest.add(value);
}

}  // namespace

std::string digest_of(const RailRuns& runs) {
  Digest digest;
  for (const LineRuns& line : runs.lines) {
    digest.add(static_cast<std::int64_t>(line.route));
    for (const double value : {line.length_km, line.wire_share, line.trailing_t, line.net_t}) digest.add(value);
    add(digest, line.diesel);
    add(digest, line.wire);
    for (const auto* nodes : {&line.out, &line.back})
      for (const LineTimetable::Node& node : *nodes) digest.add(static_cast<double>(node.time_s));
  }
  for (const YardRun& yard : runs.yards)
    for (const Range<double>* r : {&yard.diesel_fuel_t, &yard.fuel_saved_share, &yard.fuel_saved_t, &yard.electricity_mwh, &yard.hydrogen_t})
      for (const double value : {r->low, r->best, r->high}) digest.add(value);
  return digest.hex();
}

RailRunsBuilder::RailRunsBuilder(const Portfolio& portfolio, Shard shard)
    : portfolio_(portfolio), shard_(shard), yards_(yard_rows(portfolio)), intervals_(model::rail::RunDoubt{}, kDraws) {
  go_on(0);
}

/// To the first of the shard's runs from `run` on, or to the end.
void RailRunsBuilder::go_on(std::size_t run) {
  const std::size_t before = portfolio_.projects.size();
  next_ = std::min(shard_.next(before + run) - before, runs());
}

bool RailRunsBuilder::ready() const { return next_ >= whole(); }

void RailRunsBuilder::step() {
  if (ready()) return;
  if (next_ == runs()) {
    made_.digest = digest_of(made_);
    ++next_;
    return;
  }
  const std::size_t routes = portfolio_.routes.size();
  if (next_ < routes) {
    if (auto line = run_line(portfolio_, portfolio_.routes[next_], intervals_, space_, run_)) made_.lines.push_back(std::move(*line));
  } else {
    made_.yards.push_back(yard_run(portfolio_, *yards_[next_ - routes]));
  }
  go_on(next_ + 1);
}

std::shared_ptr<const RailRuns> RailRunsBuilder::finish() {
  while (!ready()) step();
  return std::make_shared<const RailRuns>(std::move(made_));
}

std::shared_ptr<const RailRuns> build_rail_runs(const Portfolio& portfolio) { return RailRunsBuilder(portfolio).finish(); }

}  // namespace gs
