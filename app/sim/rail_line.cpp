#include <algorithm>

#include "model/numerics.hpp"
#include "sim/assumptions.hpp"
#include "sim/railway.hpp"

/// A line of the files as a line that a train can run.
namespace gs {
namespace {

constexpr double kEarthRadiusKm = 6371.0088;  ///< mean radius, IUGG
constexpr double kSectionM = 500.0;           ///< of the estimated profile
constexpr double kAirScaleM = 8435.0;         ///< height of a uniform atmosphere of 15 C

/// Haversine: good to the last place for near points too.
double great_circle_km(const RoutePoint& a, const RoutePoint& b) {
  const double f = a.latitude * numerics::kDegree, g = b.latitude * numerics::kDegree;
  const double u = numerics::sin(0.5 * (g - f));
  const double v = numerics::sin(0.5 * (b.longitude - a.longitude) * numerics::kDegree);
  const double h = u * u + numerics::cos(f) * numerics::cos(g) * v * v;
  return 2.0 * kEarthRadiusKm * numerics::asin(std::min(1.0, numerics::sqrt(h)));
}

struct Chainage {
  std::vector<double> km;  ///< by point, from 0
  bool sourced = false;
};

/// `scale` beyond the outermost given chainages: that of the part between them, else of the whole.
Chainage chainage_of(const Route& route) {
  const std::vector<RoutePoint>& p = route.points;
  std::vector<double> arc(p.size(), 0.0);
  for (std::size_t i = 1; i < p.size(); ++i) arc[i] = arc[i - 1] + (p[i].by_sea ? 0.0 : great_circle_km(p[i - 1], p[i]));
  std::vector<std::size_t> given;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (p[i].chainage_km && (given.empty() || arc[i] > arc[given.back()])) given.push_back(i);
  Chainage out;
  out.km.resize(p.size());
  double scale = route.length && arc.back() > 0.0 ? route.length->base() / arc.back() : 1.0;
  if (given.size() >= 2)
    scale = (*p[given.back()].chainage_km - *p[given.front()].chainage_km) / (arc[given.back()] - arc[given.front()]);
  out.sourced = route.length.has_value() || given.size() >= 2;
  for (std::size_t i = 0, next = 0; i < p.size(); ++i) {
    while (next < given.size() && given[next] < i) ++next;
    const std::size_t after = next < given.size() ? given[next] : p.size(), before = next > 0 ? given[next - 1] : p.size();
    if (given.empty()) {
      out.km[i] = arc[i] * scale;
    } else if (after == p.size()) {
      out.km[i] = *p[before].chainage_km + (arc[i] - arc[before]) * scale;
    } else if (before == p.size()) {
      out.km[i] = *p[after].chainage_km - (arc[after] - arc[i]) * scale;
    } else {
      const double share = (arc[i] - arc[before]) / (arc[after] - arc[before]);
      out.km[i] = *p[before].chainage_km + share * (*p[after].chainage_km - *p[before].chainage_km);
    }
  }
  const double first = out.km.front();
  for (double& km : out.km) km -= first;
  return out;
}

/// Metres in each country, in the order in which the line meets them.
std::vector<RailLine::Share> countries_of(const Route& route, const LineRow* row, double length_m) {
  std::vector<RailLine::Share> shares;
  const auto add = [&](const std::string& country, double metres) {
    const auto at = std::find_if(shares.begin(), shares.end(), [&](const auto& s) { return s.country == country; });
    if (at == shares.end()) shares.push_back({country, metres});
    else at->metres += metres;
  };
  if (row && !row->countries.empty()) {
    double total = 0.0;
    for (const auto& span : row->countries) total += span.to_km - span.from_km;
    for (const auto& span : row->countries) add(span.country, length_m * (span.to_km - span.from_km) / total);
  } else {
    for (const std::string& country : route.countries) add(country, length_m / static_cast<double>(route.countries.size()));
  }
  return shares;
}

double speed_limit(const Route& route, const LineRow* row, std::size_t terrain, TrainKind kind) {
  const double line = route.max_speed_kmh.value_or(kind == TrainKind::passenger ? 100.0 : 120.0);
  if (kind == TrainKind::passenger) return line;
  return std::min(line, row && row->freight_speed_kmh ? *row->freight_speed_kmh : kFreightSpeed[terrain]);
}

/// Wires begin and end at the spans' ends: sections are cut there.
void put_wires(std::vector<model::rail::Section>& sections, double length_m, const std::vector<std::pair<double, double>>& spans_km) {
  for (const auto& [from_km, to_km] : spans_km)
    for (const double at : {from_km * 1e3, to_km * 1e3}) {
      if (!(at < length_m - 1.0)) continue;
      const auto next = std::find_if(sections.begin(), sections.end(), [at](const auto& s) { return s.start_m > at; });
      if (next == sections.begin() || std::prev(next)->start_m == at) continue;
      model::rail::Section cut = *std::prev(next);
      cut.start_m = at;
      sections.insert(next, cut);
    }
  for (model::rail::Section& s : sections)
    s.wire = std::any_of(spans_km.begin(), spans_km.end(),
                         [&](const auto& span) { return s.start_m >= span.first * 1e3 && s.start_m < span.second * 1e3; });
}

void turn(RailLine& line) {
  line.line = model::rail::reversed(line.line);
  std::reverse(line.places.begin(), line.places.end());
  for (RailLine::Place& place : line.places) place.at_m = line.line.length_m - place.at_m;
  std::reverse(line.countries.begin(), line.countries.end());
}

}  // namespace

std::vector<RailLine::Place> rail_places(const Route& route) {
  std::vector<RailLine::Place> places;
  if (route.points.size() < 2) return places;
  const Chainage chainage = chainage_of(route);
  if (!(chainage.km.back() > 1.0)) return places;
  for (std::size_t i = 0; i < route.points.size(); ++i)
    places.push_back({route.points[i].name, chainage.km[i] * 1e3, route.points[i].latitude, route.points[i].longitude});
  return places;
}

std::optional<RailLine> rail_line(const Portfolio& portfolio, const Route& route, bool backwards, TrainKind kind) {
  if (route.points.size() < 2) return std::nullopt;
  const Chainage chainage = chainage_of(route);
  const double length_m = chainage.km.back() * 1e3;
  if (!(length_m > 1e3)) return std::nullopt;
  const LineRow* row = portfolio.line(route.id);
  const auto terrain = static_cast<std::size_t>(row ? row->terrain : Terrain::rolling);

  RailLine out;
  out.route = static_cast<std::uint32_t>(&route - portfolio.routes.data());
  out.length_sourced = chainage.sourced;
  out.ruling_permille = row && row->ruling_grade_permille ? *row->ruling_grade_permille : kRulingGrade[terrain];
  out.ruling_sourced = row && row->ruling_grade_permille && row->grade_basis == Basis::sourced;
  out.speed_sourced = row && row->freight_speed_kmh && row->speed_basis == Basis::sourced;
  out.wire_sourced = row && row->electrified_basis == Basis::sourced;
  out.undulation_permille = kUndulation[terrain];
  out.countries = countries_of(route, row, length_m);
  out.countries_known = route.countries.size() < 2 || (row && !row->countries.empty());

  std::vector<model::rail::Height> heights;
  double height_sum = 0.0;
  for (std::size_t i = 0; i < route.points.size(); ++i) {
    const RoutePoint& point = route.points[i];
    const double at = chainage.km[i] * 1e3;
    out.places.push_back({point.name, at, point.latitude, point.longitude});
    if (!point.elevation_m || (!heights.empty() && !(at > heights.back().at_m))) continue;
    heights.push_back({at, *point.elevation_m});
    height_sum += *point.elevation_m;
  }
  out.grade_uncertainty = heights.size() < 2 ? kGradeDeviation[2] : out.ruling_sourced ? kGradeDeviation[0] : kGradeDeviation[1];

  model::rail::Line& line = out.line;
  line.gauge_mm = route.gauge_mm.value_or(1520);
  line.length_m = length_m;
  if (!heights.empty())
    line.air_density *= numerics::exp(-height_sum / static_cast<double>(heights.size()) / kAirScaleM);
  line.sections = model::rail::estimated_profile(heights, length_m, out.ruling_permille, out.undulation_permille, kSectionM);
  const double radius = row && row->curve_radius_m ? *row->curve_radius_m : kSmallestRadius[terrain];
  const double limit = speed_limit(route, row, terrain, kind);
  for (model::rail::Section& s : line.sections) {
    s.radius_m = radius * kMeanOverSmallestRadius / kCurvedShare[terrain];
    s.limit_kmh = limit;
    s.wire = row ? row->electrified_all : route.electrified == Electrified::yes;
  }
  if (row && !row->electrified_all && !row->electrified_km.empty()) put_wires(line.sections, length_m, row->electrified_km);
  if (backwards) turn(out);
  return out;
}

}  // namespace gs
