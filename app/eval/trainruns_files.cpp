#include "eval/trainruns_files.hpp"

#include <algorithm>
#include <cmath>

#include "eval/document.hpp"

namespace gs::eval::trainruns {
namespace {

namespace rail = model::rail;

constexpr double kMsPerKmh = 1.0 / 3.6;
/// Scale and headwind of the formulas' speeds, m/s: 100 km/h, 15 km/h.
constexpr double kScale = 100.0 * kMsPerKmh, kHeadwind = 15.0 * kMsPerKmh;
/// Defaults of TrainRuns.jl: deceleration by kind of train (m/s2), rotating mass of locomotives and wagons, speed (m/s).
constexpr double kFreightBrake = 0.225, kPassengerBrake = 0.375, kLocomotiveRotation = 1.09, kWagonRotation = 1.06;
constexpr double kFastest = 140.0 * 3.6;  // km/h

/// Permille of the weight at rest, by v / 100 km/h, and by the square of (v + wind) / 100 km/h, as newtons.
rail::Newtons permille(double base, double linear, double square, double wind, double mass_kg) {
  const double weight = mass_kg * rail::kGravity / 1000.0, w = wind / kScale;
  return {weight * (base + square * w * w), weight * (linear + 2.0 * square * w) / kScale,
          weight * square / (kScale * kScale)};
}

/// Sums over the wagons of a formation; shares are means over wagons, as TrainRuns.jl has them.
struct Wagons {
  double count = 0.0, empty_kg = 0.0, full_kg = 0.0, rotating = 0.0, base = 0.0, rolling = 0.0, air = 0.0;
  bool coaches = false;
};

bool has_motor(const Fields& vehicle) {
  const std::string type = vehicle.word("vehicle_type");
  return type == "traction unit" || type == "multiple unit";
}

void add(const Fields& vehicle, double n, Wagons& sum) {
  const double mass = 1000.0 * vehicle.number("mass");
  sum.count += n;
  sum.empty_kg += n * mass;
  sum.full_kg += n * (mass + 1000.0 * vehicle.number_or("load_limit", 0.0));
  sum.rotating += n * mass * vehicle.number_or("rotation_mass", kWagonRotation);
  sum.base += n * vehicle.number_or("base_resistance", 0.0);
  sum.rolling += n * vehicle.number_or("rolling_resistance", 0.0);
  sum.air += n * vehicle.number_or("air_resistance", 0.0);
  sum.coaches = sum.coaches || vehicle.word("vehicle_type") == "passenger";
}

std::vector<rail::Effort> efforts(const Fields& unit) {
  const std::vector<double> pairs = unit.numbers("tractive_effort");
  std::vector<rail::Effort> table;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) table.push_back({pairs[i] * kMsPerKmh, pairs[i + 1]});
  return table;
}

double count_in(const Fields& formation, const std::string& id) {
  double n = 0.0;
  for (std::size_t i = 0; i < formation.size(); ++i) n += formation.at(i).word() == id;
  return n;
}

}  // namespace

Vehicles vehicles(const Folder& folder, const std::string& id, std::vector<Error>& problems) {
  Vehicles out;
  const std::string file = "trainruns/trains/" + id + ".yaml";
  const std::size_t before = problems.size();
  const Json json = document(folder, file, problems);
  if (problems.size() > before) return out;
  const Fields fields(json, file, problems), formation = fields.at("trains").at(0).at("formation"), all = fields.at("vehicles");
  Wagons wagons;
  double length = 0.0, speed = kFastest;
  std::size_t motor = all.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Fields vehicle = all.at(i);
    const double n = count_in(formation, vehicle.word("id"));
    if (n == 0.0) continue;
    length += n * vehicle.number("length");
    speed = std::min(speed, vehicle.number_or("speed_limit", speed));
    if (!has_motor(vehicle)) add(vehicle, n, wagons);
    else if (motor == all.size()) motor = i;
  }
  if (motor == all.size()) problems.push_back({file, "expected a traction or multiple unit in the formation, found none"});
  if (problems.size() > before) return out;

  const Fields unit = all.at(motor);
  const double mass = 1000.0 * unit.number("mass"), driven = 1000.0 * unit.number_or("mass_traction", 1e-3 * mass);
  const double load = 1000.0 * unit.number_or("load_limit", 0.0);
  const bool people = wagons.coaches || unit.word("vehicle_type") == "multiple unit";
  const double air = unit.number_or("air_resistance", 0.0);
  out.traction = permille(unit.number_or("base_resistance", 0.0), 0.0, 0.0, 0.0, driven) +
                 permille(unit.number_or("rolling_resistance", 0.0), 0.0, 0.0, 0.0, mass - driven) +
                 permille(0.0, 0.0, air, kHeadwind, mass);
  if (wagons.count > 0.0)
    out.wagons = permille(wagons.base / wagons.count, people ? wagons.rolling / wagons.count : 0.0,
                          wagons.air / wagons.count, people ? kHeadwind : 0.0, wagons.full_kg);
  rail::Train& train = out.train;
  const double rotation = (unit.number_or("rotation_mass", kLocomotiveRotation) * mass + wagons.rotating) / (mass + wagons.empty_kg);
  train.locomotives.mass_t = 1e-3 * (mass + load + wagons.full_kg);
  train.locomotives.length_m = length;
  train.locomotives.rotating_share = rotation - 1.0;
  train.locomotives.table = efforts(unit);
  train.locomotives.max_speed_kmh = train.max_speed_kmh = speed;
  train.service_brake_ms2 = std::fabs(unit.number_or("a_braking", people ? kPassengerBrake : kFreightBrake));
  train.resistance = out.traction + out.wagons;
  train.point = true;
  return out;
}

Path path(const Folder& folder, const std::string& id, std::vector<Error>& problems) {
  Path out;
  const std::string file = "trainruns/paths/" + id + ".yaml";
  const std::size_t before = problems.size();
  const Json json = document(folder, file, problems);
  if (problems.size() > before) return out;
  const Fields fields(json, file, problems), first = fields.at("paths").at(0);
  const std::vector<double> rows = first.numbers("characteristic_sections");  // station m, limit km/h, resistance permille
  if (problems.size() == before && (rows.size() < 6 || rows.size() % 3 != 0))
    problems.push_back({file, "expected two or more sections of three numbers each"});
  if (problems.size() > before) return out;
  out.start_m = rows[0];
  out.line.length_m = rows[rows.size() - 3] - out.start_m;
  for (std::size_t i = 0; i + 3 < rows.size(); i += 3)
    out.line.sections.push_back(
        {.start_m = rows[i] - out.start_m, .grade_permille = rows[i + 2], .limit_kmh = rows[i + 1], .wire = true});
  // Each point of interest too, where the end of the train that it means passes: [station, name, front or rear].
  if (!first.has("points_of_interest")) return out;
  const Fields points = first.at("points_of_interest");
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double station = points.at(i).at(0).number() - out.start_m;
    (points.at(i).at(2).word() == "rear" ? out.rear_m : out.front_m).push_back(station);
  }
  return out;
}

}  // namespace gs::eval::trainruns
