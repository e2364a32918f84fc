#include "scene/rail_path.hpp"

#include <algorithm>
#include <cmath>

namespace gs {
namespace {

constexpr double kDay = 86400.0;
constexpr int kMostOnLine = 400;  ///< in one direction: a day's trains on a way of days

/// Departures every `headway`, the first at `first`, forever before and after.
template <class Each>
void on_the_way(double clock, double first, double headway, double journey, Each each) {
  double since = std::fmod(clock - first, headway);
  if (since < 0.0) since += headway;
  for (int i = 0; since <= journey && i < kMostOnLine; ++i, since += headway) each(since);
}

}  // namespace

LonLat RailPath::at(double m) const {
  const auto next = std::upper_bound(at_m.begin(), at_m.end(), m);
  if (next == at_m.begin()) return points.front();
  if (next == at_m.end()) return points.back();
  const auto i = static_cast<std::size_t>(next - at_m.begin());
  return along_arc(points[i - 1], points[i], (m - at_m[i - 1]) / (at_m[i] - at_m[i - 1]));
}

RailPath rail_path(const std::vector<RailLine::Place>& places) {
  RailPath path;
  for (const RailLine::Place& p : places) {
    if (!path.at_m.empty() && !(p.at_m >= path.at_m.back())) continue;  // a chainage that goes back says nothing
    path.points.push_back({p.longitude, p.latitude});
    path.at_m.push_back(p.at_m);
  }
  return path;
}

double place_in_run(const std::vector<LineTimetable::Node>& nodes, double time_s) {
  if (nodes.empty()) return 0.0;
  const auto later = [](double t, const LineTimetable::Node& n) { return t < static_cast<double>(n.time_s); };
  const auto next = std::upper_bound(nodes.begin(), nodes.end(), time_s, later);
  if (next == nodes.begin()) return static_cast<double>(nodes.front().at_m);
  if (next == nodes.end()) return static_cast<double>(nodes.back().at_m);
  const auto &a = *(next - 1), &b = *next;
  const double t0 = static_cast<double>(a.time_s), t1 = static_cast<double>(b.time_s), share = (time_s - t0) / (t1 - t0);
  return static_cast<double>(a.at_m) + share * (static_cast<double>(b.at_m) - static_cast<double>(a.at_m));
}

void trains_at(const LineTimetable& t, double clock_s, double phase, std::vector<TrainOnLine>& out) {
  out.clear();
  if (!(t.trains_a_day > 0.0)) return;
  const double headway = 2.0 * kDay / t.trains_a_day;  // of one direction
  for (const bool back : {false, true}) {
    const auto& nodes = back ? t.back : t.out;
    if (nodes.size() < 2) continue;
    on_the_way(clock_s, headway * (phase + (back ? 0.5 : 0.0)), headway, static_cast<double>(nodes.back().time_s),
               [&](double since) { out.push_back({place_in_run(nodes, since), back}); });
  }
}

bool wire_at(const Route& route, const LineRow* row, double at_m) {
  if (!row) return route.electrified == Electrified::yes;
  if (row->electrified_all) return true;
  return std::any_of(row->electrified_km.begin(), row->electrified_km.end(),
                     [&](const auto& span) { return at_m >= span.first * 1e3 && at_m < span.second * 1e3; });
}

}  // namespace gs
