#include "portfolio/rows.hpp"

/// Rows of the files about sites -> values.
namespace gs::rows {
namespace {

constexpr std::string_view kMonths[] = {"m01", "m02", "m03", "m04", "m05", "m06",
                                        "m07", "m08", "m09", "m10", "m11", "m12"};

Confidence confidence(const schema::Fields& f) { return f.choice<Confidence>("confidence", Confidence::low); }

template <class Enum>
std::optional<Enum> choice(const schema::Fields& f, std::string_view column) {
  return f.text(column).empty() ? std::nullopt : std::optional<Enum>(f.choice<Enum>(column));
}

std::optional<Power> power(const schema::Fields& f, std::string_view column) {
  const auto value = f.number(column);
  return value ? std::optional<Power>(megawatts(*value)) : std::nullopt;
}

/// The number of `column` with the interval of `percent` of it, or of `absolute` in its own unit.
std::optional<SiteValue> value(const schema::Fields& f, std::string_view column, std::string_view percent,
                               std::string_view absolute, bool estimated) {
  const auto number = f.number(column);
  if (!number) return std::nullopt;
  double plus_minus = 0.0;
  if (!percent.empty()) plus_minus = *number * f.number(percent).value_or(0.0) / 100.0;
  if (!absolute.empty()) plus_minus = f.number(absolute).value_or(0.0);
  return SiteValue{*number, plus_minus, estimated};
}

template <class T>
std::optional<T> first_of(std::optional<T> sourced, std::optional<T> estimate) {
  return sourced ? std::move(sourced) : std::move(estimate);
}

/// `read(column)` of the sourced column, else of the one with est_ before it.
template <class Read>
auto known(std::string_view column, Read read) {
  using T = typename decltype(read(column))::value_type;
  if (auto sourced = read(column)) return std::optional<Known<T>>(Known<T>{*std::move(sourced), false});
  if (auto estimate = read("est_" + std::string(column)))
    return std::optional<Known<T>>(Known<T>{*std::move(estimate), true});
  return std::optional<Known<T>>();
}

void read_climate(const schema::Fields& f, Site& s) {
  s.elevation_m = first_of(value(f, "elevation_m", "", "", false),
                           value(f, "est_elevation_m", "", "est_elevation_pm_m", true));
  s.ghi_basis = choice<GhiBasis>(f, "ghi_basis");
  s.ghi_annual = value(f, "ghi_annual_kwh_m2", "ghi_uncertainty_pct", "", false);
  const bool guess = !s.ghi_basis || *s.ghi_basis == GhiBasis::derived;
  s.ghi = first_of(value(f, "ghi_blend_kwh_m2", "ghi_blend_pct", "", guess), s.ghi_annual);
  s.dni = first_of(value(f, "dni_annual_kwh_m2", "dni_uncertainty_pct", "", false),
                   value(f, "est_dni_kwh_m2", "est_dni_pct", "", true));
  s.wind_published_ms = f.number("wind_published_ms");
  s.wind_published_height_m = f.number("wind_published_height_m");
  s.wind_100m = first_of(value(f, "wind_mean_100m_ms", "wind_uncertainty_pct", "", false),
                         value(f, "est_wind_100m_ms", "est_wind_pct", "", true));
  s.weibull_k = first_of(value(f, "weibull_k", "", "weibull_pm", false),
                         value(f, "est_weibull_k", "", "est_weibull_pm", true));
}

void read_plant(const schema::Fields& f, Site& s) {
  const auto number = [&f](std::string_view column) { return f.number(column); };
  const auto words = [&f](std::string_view column) {
    return f.text(column).empty() ? std::nullopt : std::optional<std::string>(f.string(column));
  };
  s.pv = power(f, "pv_mw");
  s.wind = power(f, "wind_mw");
  s.csp = power(f, "csp_mw");
  s.csp_storage_h = f.number("csp_storage_h");
  s.csp_aperture_m2 = known("csp_aperture_m2", number);
  s.mounting = known("pv_mounting", [&f](std::string_view column) { return choice<Mounting>(f, column); });
  s.bifacial = known("bifacial", [&f](std::string_view column) { return choice<Bifacial>(f, column); });
  s.dc_ac_ratio = known("dc_ac_ratio", number);
  s.turbine_model = known("turbine_model", words);
  s.rotor_m = known("rotor_m", number);
  s.hub_m = known("hub_m", number);
  s.turbine = known("turbine_mw", [&f](std::string_view column) { return power(f, column); });
  s.turbines = f.whole("n_turbines");
}

}  // namespace

Site site(const schema::Fields& f) {
  Site s;
  s.project_id = f.string("project_id");
  s.station_id = f.string("station_id");
  s.sunshine_station_id = f.string("sunshine_station_id");
  s.ghi_station_id = f.string("ghi_station_id");
  s.wind_station_id = f.string("wind_station_id");
  s.distance_km = f.number("distance_km");
  s.sunshine_distance_km = f.number("sunshine_distance_km");
  read_climate(f, s);
  read_plant(f, s);
  s.elevation_sources = f.list("elevation_source");
  s.ghi_sources = f.list("ghi_source");
  s.dni_sources = f.list("dni_source");
  s.wind_sources = f.list("wind_source");
  s.weibull_sources = f.list("weibull_source");
  s.tech_sources = f.list("tech_source");
  s.ghi_confidence = choice<Confidence>(f, "ghi_confidence");
  s.wind_confidence = choice<Confidence>(f, "wind_confidence");
  s.tech_confidence = choice<Confidence>(f, "tech_confidence");
  s.tech_note = f.string("tech_note");
  s.wind_note = f.string("wind_note");
  s.notes = f.string("notes");
  return s;
}

Station station(const schema::Fields& f) {
  Station s;
  s.id = f.string("station_id");
  s.name = f.string("name");
  s.latitude = f.number("latitude").value_or(0.0);
  s.longitude = f.number("longitude").value_or(0.0);
  s.elevation_m = f.number("elevation_m");
  s.variable = f.choice<StationVariable>("variable");
  s.height_m = f.number("height_m");
  if (f.number(kMonths[0])) {
    s.months.emplace();
    for (std::size_t m = 0; m < 12; ++m) (*s.months)[m] = f.number(kMonths[m]).value_or(0.0);
  }
  s.annual = f.number("annual");
  s.period = f.string("period");
  s.sources = f.list("source");
  s.confidence = confidence(f);
  s.notes = f.string("notes");
  return s;
}

RiverRegime river_regime(const schema::Fields& f) {
  RiverRegime r;
  r.id = f.string("id");
  r.name = f.string("name");
  r.countries = f.list("countries");
  for (std::size_t m = 0; m < 12; ++m) r.shares[m] = f.number(kMonths[m]).value_or(0.0);
  r.spread = f.number("spread").value_or(0.0);
  r.kind = f.string("kind");
  r.sources = f.list("sources");
  r.confidence = confidence(f);
  r.notes = f.string("notes");
  return r;
}

HydroSite hydro_site(const schema::Fields& f) {
  HydroSite s;
  s.project_id = f.string("project_id");
  s.regime = f.string("regime");
  s.operation = f.choice<HydroOperation>("operation");
  s.regulation = f.number("regulation").value_or(0.0);
  s.peaking = f.number("peaking").value_or(0.0);
  s.sources = f.list("sources");
  s.confidence = confidence(f);
  s.notes = f.string("notes");
  return s;
}

}  // namespace gs::rows
