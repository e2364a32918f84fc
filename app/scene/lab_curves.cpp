#include "scene/lab_curves.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gs {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kNodes = 481;

/// Reads columns of a trace at ascending or any distances. A stop has two nodes at one place: the later one counts.
class Reader {
 public:
  explicit Reader(const model::rail::Trace& t) : t_(t) {}

  bool seek(double at_m) {
    if (t_.size() < 2 || at_m > t_.at_m.back() + 1.0) return false;
    const auto next = std::upper_bound(t_.at_m.begin(), t_.at_m.end(), at_m);
    const auto i = static_cast<std::size_t>(next - t_.at_m.begin());
    after_ = std::clamp<std::size_t>(i, 1, t_.size() - 1);
    const double a = t_.at_m[after_ - 1], b = t_.at_m[after_];
    share_ = b > a ? std::clamp((at_m - a) / (b - a), 0.0, 1.0) : 1.0;
    return true;
  }
  double operator()(const std::vector<double>& column) const {
    return column[after_ - 1] + share_ * (column[after_] - column[after_ - 1]);
  }

 private:
  const model::rail::Trace& t_;
  std::size_t after_ = 1;
  double share_ = 0.0;
};

const model::rail::Section& section_at(const model::rail::Line& line, double at_m) {
  const auto next = std::upper_bound(line.sections.begin(), line.sections.end(), at_m,
                                     [](double m, const model::rail::Section& s) { return m < s.start_m; });
  return next == line.sections.begin() ? *next : *(next - 1);
}

double rise_to(const model::rail::Line& line, double at_m) {
  double rise = 0.0;
  for (std::size_t i = 0; i < line.sections.size() && line.sections[i].start_m < at_m; ++i) {
    const double end = i + 1 < line.sections.size() ? line.sections[i + 1].start_m : line.length_m;
    rise += (std::min(end, at_m) - line.sections[i].start_m) * line.sections[i].grade_permille * 1e-3;
  }
  return rise;
}

/// Metres above the sea at the start of the run, by the first place on its way whose height is known; nullopt where none is.
std::optional<double> start_height(const LabResults& lab) {
  const auto& places = lab.line.places;
  if (!lab.route || lab.route->points.size() != places.size()) return std::nullopt;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const RoutePoint& p = lab.route->points[lab.laboratory.backwards ? places.size() - 1 - i : i];
    if (p.elevation_m) return *p.elevation_m - rise_to(lab.line.line, places[i].at_m);
  }
  return std::nullopt;
}

/// Rise from the start to each node by the sections' grades, and between two nodes their mean.
void profile(const LabResults& lab, LabCurves& out) {
  const auto& sections = lab.line.line.sections;
  const double length = lab.line.line.length_m;
  const auto n = out.height_m.size();
  std::size_t s = 0;
  double height = start_height(lab).value_or(0.0), at = 0.0;
  out.height_m[0] = static_cast<float>(height);
  for (std::size_t i = 1; i < n; ++i) {
    const double end = length * static_cast<double>(i) / static_cast<double>(n - 1), from = height, start = at;
    while (at < end) {
      while (s + 1 < sections.size() && sections[s + 1].start_m <= at) ++s;
      const double next = s + 1 < sections.size() ? std::min(end, sections[s + 1].start_m) : end;
      height += (next - at) * sections[s].grade_permille * 1e-3;
      at = next;
    }
    out.height_m[i] = static_cast<float>(height);
    out.grade_permille[i - 1] = static_cast<float>(1e3 * (height - from) / (end - start));
  }
}

}  // namespace

LabCurves lab_curves(const LabResults& lab, std::size_t nodes) {
  LabCurves out;
  const model::rail::Line& line = lab.line.line;
  if (!(line.length_m > 0.0) || line.sections.empty() || nodes < 2) return out;
  out.length_km = line.length_m * 1e-3;
  out.height_known = start_height(lab).has_value();
  out.height_m.resize(nodes);
  out.grade_permille.resize(nodes - 1);
  profile(lab, out);
  const double fastest = lab.train ? lab.train->max_speed_kmh : 1e9;
  for (std::size_t i = 0; i < nodes; ++i)
    out.limit_kmh.push_back(static_cast<float>(std::min(fastest, section_at(line, out.km(i) * 1e3).limit_kmh)));
  for (const LabRun& run : lab.runs) {
    LabCurve c;
    Reader read(run.run.trace);
    for (std::size_t i = 0; i < nodes; ++i) {
      const bool there = read.seek(out.km(i) * 1e3);
      const auto put = [&](std::vector<float>& to, const std::vector<double>& from, double k) {
        to.push_back(static_cast<float>(there ? k * read(from) : kNan));
      };
      put(c.speed_kmh, run.run.trace.speed_ms, 3.6);
      put(c.power_mw, run.run.trace.wheel_w, 1e-6);
      put(c.charge, run.run.trace.charge, 1.0);
    }
    out.runs.push_back(std::move(c));
  }
  return out;
}

LabReading lab_reading(const LabResults& lab, double km) {
  LabReading out;
  const model::rail::Line& line = lab.line.line;
  if (line.sections.empty()) return out;
  out.km = std::clamp(km, 0.0, line.length_m * 1e-3);
  const double at = out.km * 1e3;
  const model::rail::Section& here = section_at(line, at);
  out.grade_permille = here.grade_permille;
  out.limit_kmh = std::min(lab.train ? lab.train->max_speed_kmh : 1e9, here.limit_kmh);
  out.height_m = start_height(lab).value_or(0.0) + rise_to(line, at);
  for (const LabRun& run : lab.runs) {
    Reader read(run.run.trace);
    const auto& t = run.run.trace;
    if (read.seek(at)) out.runs.push_back({3.6 * read(t.speed_ms), 1e-6 * read(t.wheel_w), read(t.charge), read(t.time_s)});
    else out.runs.push_back({kNan, kNan, kNan, kNan});
  }
  return out;
}

double lab_cursor(const LabResults& lab, std::optional<double> wish_km) {
  const double length = lab.line.line.length_m * 1e-3;
  return std::clamp(wish_km.value_or(std::round(0.48 * length)), 0.0, length);
}

const LabRun* lab_front(const LabResults& lab) {
  const std::string& wish = lab.laboratory.traction;
  for (const LabRun& run : lab.runs)
    if (!wish.empty() && (run.traction->id == wish || id_of(run.traction->traction) == wish)) return &run;
  for (const LabRun& run : lab.runs)
    if (run.traction->traction == TractionKind::hybrid) return &run;
  return lab.runs.empty() ? nullptr : &lab.runs.front();
}

const LabCurves& LabCharts::of(const LabResults& lab) {
  if (digest_ == lab.digest && route_ == lab.route && curves_.runs.size() == lab.runs.size() && curves_.nodes() > 0) return curves_;
  digest_ = lab.digest;
  route_ = lab.route;
  curves_ = lab_curves(lab, kNodes);
  return curves_;
}

}  // namespace gs
