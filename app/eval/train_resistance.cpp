#include "eval/train_resistance.hpp"

#include <map>
#include <optional>
#include <string>

#include "eval/altrios_files.hpp"
#include "model/rail/resistance_strap.hpp"
#include "model/rail/train.hpp"

namespace gs::eval {
namespace {

namespace rail = model::rail;
using altrios::Car;

constexpr double kShortTon = 907.18474, kPoundForce = 4.4482216152605, kMph = 0.44704;
/// Locomotives of the Strahl formula, kg each; ALTRIOS's weigh altrios::kLocomotiveKg.
constexpr double kStrahlLocomotiveKg = 80e3;
/// Scale and headwind of Strahl's and Sauthoff's speeds, m/s: 100 km/h, 15 km/h.
constexpr double kScale = 100.0 / 3.6, kHeadwind = 15.0 / 3.6;

constexpr Column kTakes[] = {
    {.name = "car_type", .unit = "", .meaning = "a file of the folder: Manifest_Loaded for Manifest_Loaded.yaml",
     .text = true},
    {.name = "n_cars", .unit = "1", .meaning = "railcars", .low = 0.0},
    {.name = "n_locos", .unit = "1", .meaning = "locomotives", .low = 0.0},
    {.name = "speed_ms", .unit = "m/s", .meaning = "speed", .low = 0.0},
    {.name = "grade", .unit = "1", .meaning = "rise over run"},
    {.name = "curve_coeff", .unit = "1", .meaning = "resistance by curves over weight", .low = 0.0}};

constexpr Column kGives[] = {
    {.name = "mass_kg", .unit = "kg", .meaning = "cars, and locomotives of 195 t"},
    {.name = "bearing_N", .unit = "N", .meaning = "of the cars' axles"},
    {.name = "rolling_N", .unit = "N", .meaning = "ratio times weight"},
    {.name = "davis_b_N", .unit = "N", .meaning = "linear term"},
    {.name = "aero_N", .unit = "N", .meaning = "drag area x 1.225 kg/m3 x v2"},
    {.name = "grade_N", .unit = "N", .meaning = "grade times weight"},
    {.name = "curve_N", .unit = "N", .meaning = "coefficient times weight"},
    {.name = "altrios_total_N", .unit = "N", .meaning = "the sum"},
    {.name = "strahl_N", .unit = "N",
     .meaning = "Strahl: wagons 1.4 + 3.9 (v/100)2, locomotives of 80 t 2.2 + 10 ((v+15)/100)2 permille"},
    {.name = "sauthoff_N", .unit = "N", .meaning = "Sauthoff, wagons: 1.4 + 0.5 v/100 + 1.8 ((v+15)/100)2 permille"},
    {.name = "modified_davis_N", .unit = "N",
     .meaning = "wagons: 0.6 + 20/w + 0.01 V + 0.07 V2/(w n) lb a short ton (Hay 1982)"}};

enum Gives { mass, bearing, rolling, davis_b, aero, grade, curve, total, strahl, sauthoff, modified_davis };

double permille(double mass_kg, double of_weight) { return mass_kg * rail::kGravity * of_weight / 1000.0; }

double davis(const Car& car, double cars, double speed_ms) {
  const double mph = speed_ms / kMph, tons = car.mass_kg() / kShortTon, per_axle = tons / car.axles;
  return (0.6 + 20.0 / per_axle + 0.01 * mph + 0.07 * mph * mph / (per_axle * car.axles)) * tons * kPoundForce * cars;
}

std::vector<Error> run(const Given& given, Computed& computed) {
  std::vector<Error> problems;
  const Table& table = given.table;
  const auto types = table.text("car_type");
  const auto cars = table["n_cars"], locomotives = table["n_locos"], speeds = table["speed_ms"];
  const auto grades = table["grade"], curves = table["curve_coeff"];
  std::map<std::string, std::optional<Car>> known;
  for (std::size_t row = 0; row < table.rows; ++row) {
    const auto [at, is_new] = known.try_emplace(types[row]);
    if (is_new) at->second = altrios::car(given.folder, types[row], problems);
    if (!at->second) continue;
    const Car& car = *at->second;
    const double n = cars[row], v = speeds[row], v100 = v / kScale, wind100 = (v + kHeadwind) / kScale;
    const double mass_kg = n * car.mass_kg() + locomotives[row] * altrios::kLocomotiveKg;
    const rail::StrapTrain train{.length_m = n * car.length_m,
                                 .weight_n = mass_kg * altrios::kGravity,
                                 .bearing_n = n * car.axles * car.bearing_n_per_axle,
                                 .rolling_ratio = car.rolling_ratio,
                                 .davis_b_s_per_m = car.davis_b_s_per_m,
                                 .drag_area_m2 = n * car.drag_area_m2};
    const rail::StrapResistance r = rail::strap_resistance(train, v, grades[row], curves[row]);
    const auto put = [&](Gives column, double value) { computed[column][row] = value; };
    put(mass, mass_kg), put(bearing, r.bearing), put(rolling, r.rolling), put(davis_b, r.davis_b), put(aero, r.air);
    put(grade, r.grade), put(curve, r.curve), put(total, r.total());
    put(strahl, permille(n * car.mass_kg(), 1.4 + 3.9 * v100 * v100) +
                    permille(locomotives[row] * kStrahlLocomotiveKg, 2.2 + 10.0 * wind100 * wind100));
    put(sauthoff, permille(n * car.mass_kg(), 1.4 + 0.5 * v100 + 1.8 * wind100 * wind100));
    put(modified_davis, davis(car, n, v));
  }
  return problems;
}

constexpr Extra kExtras[] = {
    {.option = "params", .columns = {}, .folder = "the railcars that the rows name (CAR.yaml of ALTRIOS)"}};

}  // namespace

const Model kTrainResistance{
    "train_resistance",
    "Resistance of a train on one grade and curve: ALTRIOS's form with its rolling stock, Strahl, Sauthoff, modified Davis",
    kTakes, kGives, kExtras, run};

}  // namespace gs::eval
