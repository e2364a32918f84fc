#include "portfolio/rows.hpp"

namespace gs::rows {
namespace {

/// A unit is written once, where the column's suffix says it: `in("capacity_mw", megawatts)`.
template <class Q>
std::optional<Q> in(const schema::Fields& f, std::string_view column, Q (*unit)(double)) {
  const auto value = f.number(column);
  return value ? std::optional<Q>(unit(*value)) : std::nullopt;
}

Confidence confidence(const schema::Fields& f) { return f.choice<Confidence>("confidence", Confidence::low); }

}  // namespace

Project project(const schema::Fields& f) {
  Project p;
  p.id = f.string("id");
  p.name = f.string("name");
  p.name_zh = f.string("name_zh");
  p.country = f.string("country");
  p.technology = f.choice<Technology>("technology");
  p.latitude = f.number("latitude").value_or(0.0);
  p.longitude = f.number("longitude").value_or(0.0);
  p.coord_precision = f.choice<CoordPrecision>("coord_precision");
  p.coord_radius_km = f.number("coord_radius_km").value_or(0.0);
  p.coord_note = f.string("coord_note");
  p.coord_source = f.string("coord_source");
  p.capacity = in(f, "capacity_mw", megawatts);
  p.capacity_basis = f.choice<CapacityBasis>("capacity_basis", CapacityBasis::unstated);
  p.capacity_note = f.string("capacity_note");
  p.storage = in(f, "storage_mwh", megawatt_hours);
  p.status = f.choice<Status>("status");
  p.commissioning_year = f.whole("commissioning_year");
  p.part_of = f.string("part_of");
  p.chinese_role = f.string("chinese_role");
  p.chinese_role_check = f.choice<ChineseRole>("chinese_role_check");
  p.local_partner = f.string("local_partner");
  p.generation = in(f, "generation_gwh", gigawatt_hours);
  p.generation_basis = f.string("generation_basis");
  p.co2 = in(f, "co2_t", tonnes);
  p.capital_cost_musd = f.number("capital_cost_musd");
  p.jobs = f.number("jobs");
  p.households = f.number("households");
  p.sources = f.list("sources");
  p.source_date = f.string("source_date");
  p.confidence = confidence(f);
  p.validation_use = f.choice<ValidationUse>("validation_use", ValidationUse::none);
  p.notes = f.string("notes");
  return p;
}

Route route(const schema::Fields& f) {
  Route r;
  r.id = f.string("id");
  r.name = f.string("name");
  r.name_zh = f.string("name_zh");
  r.countries = f.list("countries");
  r.length = in(f, "length_km", kilometres);
  r.gauge_mm = f.whole("gauge_mm");
  r.electrified = f.choice<Electrified>("electrified", Electrified::unknown);
  r.electrification_note = f.string("electrification_note");
  r.status = f.choice<LineStatus>("status");
  r.opened_year = f.whole("opened_year");
  r.opened_note = f.string("opened_note");
  r.max_speed_kmh = f.number("max_speed_kmh");
  r.tracks = f.string("tracks");
  r.traffic = f.string("traffic");
  r.chinese_role = f.string("chinese_role");
  r.cost = f.string("cost");
  r.sources = f.list("sources");
  r.confidence = confidence(f);
  r.notes = f.string("notes");
  return r;
}

RoutePoint route_point(const schema::Fields& f) {
  RoutePoint p;
  p.name = f.string("name");
  p.latitude = f.number("latitude").value_or(0.0);
  p.longitude = f.number("longitude").value_or(0.0);
  p.elevation_m = f.number("elevation_m");
  p.chainage_km = f.number("chainage_km");
  p.by_sea = f.text("leg") == "sea";
  p.coord_source = f.string("coord_source");
  p.elevation_source = f.string("elevation_source");
  return p;
}

Locomotive locomotive(const schema::Fields& f) {
  Locomotive l;
  l.id = f.string("id");
  l.name = f.string("name");
  l.name_zh = f.string("name_zh");
  l.builder = f.string("builder");
  l.operator_name = f.string("operator");
  l.country = f.string("country");
  l.type = f.choice<LocomotiveType>("type");
  l.gauge_mm = f.whole("gauge_mm");
  l.axle_arrangement = f.string("axle_arrangement");
  l.traction_power = in(f, "traction_power_kw", kilowatts);
  l.engine_power = in(f, "engine_or_fc_kw", kilowatts);
  l.battery = in(f, "battery_kwh", kilowatt_hours);
  l.h2_kg = f.number("h2_kg");
  l.mass_t = f.number("mass_t");
  l.start_te_kn = f.number("start_te_kn");
  l.cont_te_kn = f.number("cont_te_kn");
  l.cont_speed_kmh = f.number("cont_speed_kmh");
  l.max_speed_kmh = f.number("max_speed_kmh");
  l.sfc_g_per_kwh = f.number("sfc_g_per_kwh");
  l.units = f.whole("units");
  l.units_note = f.string("units_note");
  l.year = f.whole("year");
  l.year_note = f.string("year_note");
  l.duty = f.string("duty");
  l.depot = f.string("depot");
  l.latitude = f.number("latitude");
  l.longitude = f.number("longitude");
  l.fuel_saving_pct = f.number("fuel_saving_pct");
  l.co2_saving_per_unit = in(f, "co2_saving_t_per_unit", tonnes);
  l.noise_saving_pct = f.number("noise_saving_pct");
  l.emission_saving_pct = f.number("emission_saving_pct");
  l.claimed_saving = f.string("claimed_saving");
  l.sources = f.list("sources");
  l.confidence = confidence(f);
  l.notes = f.string("notes");
  return l;
}

GridFactor grid_factor(const schema::Fields& f) {
  return {f.string("country"), f.string("method"), tonnes_per_mwh(f.number("value_t_mwh").value_or(0.0)),
          f.whole("year"),     f.string("source"), confidence(f),
          f.string("notes")};
}

CapacityFactor capacity_factor(const schema::Fields& f) {
  return {f.choice<Technology>("technology"),
          f.string("country"),
          f.number("low").value_or(0.0),
          f.number("central").value_or(0.0),
          f.number("high").value_or(0.0),
          f.string("source"),
          f.string("basis"),
          confidence(f),
          f.string("notes")};
}

Factor factor(const schema::Fields& f) {
  return {f.string("id"),     f.string("kind"), f.string("country"), f.string("subject"), f.number("value"),
          f.number("low"),    f.number("high"), f.string("unit"),    f.string("basis"),   f.string("year"),
          f.string("source"), confidence(f),    f.string("notes")};
}

RailFactor rail_factor(const schema::Fields& f) {
  return {f.string("category"), f.string("id"),         f.string("name"),  f.string("value"), f.string("unit"),
          f.string("formula"),  f.string("conditions"), f.list("sources"), confidence(f),     f.string("notes")};
}

CountryFact country(const schema::Fields& f) {
  return {f.string("iso3"),        f.choice<Bri>("bri", Bri::unknown),
          f.whole("mou_year"),     f.whole("withdrawn_year"),
          f.string("brep_member"), f.list("sources"),
          confidence(f),           f.string("notes")};
}

Source source(const schema::Fields& f) {
  return {f.string("id"),   f.string("url"),     f.string("title"), f.string("publisher"),
          f.string("date"), f.string("licence"), f.string("notes")};
}

Claim claim(const schema::Fields& f) {
  return {f.string("id"),     f.string("subject"), f.string("quantity"),     f.string("value"),    f.number("value"),
          f.number("low"),    f.number("high"),    f.string("unit"),         f.string("claimant"), f.string("date"),
          f.string("source"), confidence(f),       f.string("corroborated"), f.string("notes")};
}

}  // namespace gs::rows
