#include "eval/capture.hpp"

#include <array>

#include "eval/rows.hpp"
#include "model/capture.hpp"

namespace gs::eval {
namespace {

constexpr Column kTakes[] = {
    {.name = "electricity_MWh", .unit = "MWh", .meaning = "net generation of a year", .low = 0.0},
    {.name = "plant_t_per_MWh", .unit = "t/MWh", .meaning = "emission factor without capture", .low = 0.0},
    {.name = "captured_share", .unit = "1", .meaning = "of the CO2 in the flue gas while it works", .low = 0.0, .high = 1.0},
    {.name = "availability_share", .unit = "1", .meaning = "of the designed capture that is reached", .low = 0.0, .high = 1.0},
    {.name = "more_energy_share", .unit = "1", .meaning = "of the plant's fuel, for the same electricity", .low = 0.0, .high = 1.0},
    {.name = "transport_loss_share", .unit = "1", .meaning = "of what is captured", .low = 0.0, .high = 1.0},
    {.name = "leak_share_a_year", .unit = "1/a", .meaning = "of what is stored, counted over 100 years", .low = 0.0, .high = 1.0},
};
constexpr Column kGives[] = {
    {.name = "reference_t", .unit = "t", .meaning = "emitted without capture"},
    {.name = "captured_t", .unit = "t", .meaning = "captured"},
    {.name = "emitted_t", .unit = "t", .meaning = "emitted with capture"},
    {.name = "lost_t", .unit = "t", .meaning = "lost in transport and leaked within 100 years"},
    {.name = "avoided_t", .unit = "t", .meaning = "what if: reference less emitted and lost"},
    {.name = "avoided_per_captured", .unit = "t/t", .meaning = "avoided over captured"},
};

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::array<double, 6> of_row(const std::array<double, 7>& in) {
  const auto one = [](double share) { return Range<Ratio>{ratio(share), ratio(share), ratio(share)}; };
  model::CaptureFactors factors;
  factors.captured = one(in[2]);
  factors.availability = one(in[3]);
  factors.more_energy = one(in[4]);
  factors.lost_in_transport = one(in[5]);
  factors.leaks_a_year = one(in[6]);
  const auto year = model::capture_at_plant(megawatt_hours(in[0]), tonnes_per_mwh(in[1]), factors);
  if (!year) return {kNan, kNan, kNan, kNan, kNan, kNan};
  const model::CaptureChain& c = year->middling;
  return {c.reference.base(), c.captured.base(), c.emitted.base(), (c.lost_in_transport + c.leaked).base(),
          c.avoided.base(), c.avoided_per_captured};
}

std::vector<Error> run(const Given& given, Computed& computed) {
  by_rows(given.table, kTakes, kGives, computed, of_row);
  return {};
}

}  // namespace

const Model kCapture{.name = "capture",
                     .about = "What if a plant captured its CO2: captured less the energy it costs less what leaks (IPCC 2005)",
                     .takes = kTakes,
                     .gives = kGives,
                     .extras = {},
                     .run = run};

}  // namespace gs::eval
