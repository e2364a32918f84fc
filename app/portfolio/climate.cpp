#include "portfolio/climate.hpp"

#include "portfolio/names.hpp"

namespace gs {
namespace {

template <std::size_t N, class Enum>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < N ? words[at] : std::string_view();
}

}  // namespace

std::vector<std::string_view> Site::estimated_inputs() const {
  std::vector<std::string_view> names;
  const auto add = [&names](std::string_view name, const auto& input) {
    if (input && input->estimated) names.push_back(name);
  };
  add("elevation_m", elevation_m);
  add("ghi", ghi);
  add("dni", dni);
  add("wind_100m", wind_100m);
  add("weibull_k", weibull_k);
  add("csp_aperture_m2", csp_aperture_m2);
  add("mounting", mounting);
  add("bifacial", bifacial);
  add("dc_ac_ratio", dc_ac_ratio);
  add("turbine_model", turbine_model);
  add("rotor_m", rotor_m);
  add("turbine", turbine);
  add("hub_m", hub_m);
  return names;
}

std::string_view id_of(GhiBasis v) { return word(names::kGhiBasis, v); }
std::string_view id_of(Mounting v) { return word(names::kMounting, v); }
std::string_view id_of(Bifacial v) { return word(names::kBifacial, v); }
std::string_view id_of(StationVariable v) { return word(names::kStationVariable, v); }
std::string_view id_of(HydroOperation v) { return word(names::kHydroOperation, v); }

}  // namespace gs
