#include "portfolio/load_railway.hpp"
#include "portfolio/rows.hpp"

namespace gs::rows {
namespace {

Confidence confidence(const schema::Fields& f) { return f.choice<Confidence>("confidence", Confidence::low); }
double number(const schema::Fields& f, std::string_view column) { return f.number(column).value_or(0.0); }
int whole(const schema::Fields& f, std::string_view column) { return f.whole(column).value_or(0); }

}  // namespace

LineRow line(const schema::Fields& f) {
  LineRow l;
  l.route = f.string("route_id");
  l.ruling_grade_permille = f.number("ruling_grade_permille");
  l.grade_basis = f.choice<Basis>("grade_basis");
  l.terrain = f.choice<Terrain>("terrain");
  l.curve_radius_m = f.number("curve_radius_m");
  l.freight_speed_kmh = f.number("freight_speed_kmh");
  l.speed_basis = f.choice<Basis>("speed_basis");
  l.electrified_all = f.text("electrified_sections") == "all";
  if (!l.electrified_all) l.electrified_km = chainage_spans(f.text("electrified_sections")).value_or(Spans{});
  l.electrified_basis = f.choice<Basis>("electrified_basis");
  l.train_gross_t = f.number("train_gross_t");
  l.train_basis = f.choice<Basis>("train_basis");
  l.traffic_mt = f.number("traffic_mt");
  l.traffic_low_mt = f.number("traffic_low");
  l.traffic_high_mt = f.number("traffic_high");
  l.traffic_year = f.whole("traffic_year");
  l.road_km = f.number("road_km");
  l.sources = f.list("sources");
  l.confidence = confidence(f);
  l.notes = f.string("notes");
  return l;
}

LineRow::CountrySpan line_country(const schema::Fields& f) { return {f.string("country"), number(f, "from_km"), number(f, "to_km")}; }

TrainRow train(const schema::Fields& f) {
  TrainRow t;
  t.id = f.string("id");
  t.name = f.string("name");
  t.name_zh = f.string("name_zh");
  t.kind = f.choice<TrainKind>("kind");
  t.gauge_mm = whole(f, "gauge_mm");
  t.law = f.string("law");
  t.wagons = whole(f, "wagons");
  t.tare_t = number(f, "tare_t");
  t.load_t = number(f, "load_t");
  t.axles = whole(f, "axles");
  t.wagon_length_m = number(f, "wagon_length_m");
  t.rotating_kg_per_axle = number(f, "rotating_kg_per_axle");
  t.brake_ms2 = number(f, "brake_permille_decel");
  t.max_speed_kmh = number(f, "max_speed_kmh");
  t.sources = f.list("sources");
  t.confidence = confidence(f);
  t.notes = f.string("notes");
  return t;
}

TractionRow traction(const schema::Fields& f) {
  TractionRow t;
  t.id = f.string("id");
  t.traction = f.choice<TractionKind>("traction");
  t.name = f.string("name");
  t.name_zh = f.string("name_zh");
  t.locomotive = f.string("locomotive_id");
  t.gauge_mm = whole(f, "gauge_mm");
  t.units = whole(f, "units");
  t.mass_t = number(f, "mass_t");
  t.length_m = number(f, "length_m");
  t.axles = whole(f, "axles");
  t.wheel_kw = number(f, "wheel_kw");
  t.start_te_kn = number(f, "start_te_kn");
  t.cont_te_kn = f.number("cont_te_kn");
  t.cont_speed_kmh = f.number("cont_speed_kmh");
  t.max_speed_kmh = number(f, "max_speed_kmh");
  t.engine_kw = f.number("engine_kw");
  t.engine_map = f.string("engine_map");
  t.fuel_cell_kw = f.number("fuel_cell_kw");
  t.wire_kw = f.number("wire_kw");
  t.battery_kwh = f.number("battery_kwh");
  t.battery_out_kw = f.number("battery_out_kw");
  t.battery_in_kw = f.number("battery_in_kw");
  t.hydrogen_kg = f.number("hydrogen_kg");
  t.tank_l = f.number("tank_l");
  t.aux_kw = number(f, "aux_kw");
  t.regen = f.string("regen");
  t.plug_in = f.text("plug_in") == "yes";
  t.duty = f.choice<Duty>("duty");
  t.estimated = f.list("estimated");
  t.sources = f.list("sources");
  t.confidence = confidence(f);
  t.notes = f.string("notes");
  return t;
}

DeliveryRow delivery(const schema::Fields& f) {
  return {f.string("locomotive_id"),
          f.whole("year"),
          whole(f, "units"),
          f.choice<DeliveryKind>("kind"),
          f.string("customer"),
          f.string("country"),
          f.list("sources"),
          confidence(f),
          f.string("notes")};
}

YardDutyRow yard_duty(const schema::Fields& f) {
  YardDutyRow d;
  d.id = f.string("id");
  d.name = f.string("name");
  d.name_zh = f.string("name_zh");
  d.country = f.string("country");
  d.kind = f.choice<DutyKind>("kind");
  d.moving_h = number(f, "moving_h");
  d.moving_low_h = number(f, "moving_h_low");
  d.moving_high_h = number(f, "moving_h_high");
  d.idle_hot_h = number(f, "idle_hot_h");
  d.plugged_h = number(f, "plugged_h");
  d.parked_h = number(f, "parked_h");
  d.days = number(f, "days");
  d.spectrum = load_spectrum(f.text("load_spectrum")).value_or(Spans{});
  d.idle_l_h = number(f, "idle_l_h");
  d.idle_frost_l_h = number(f, "idle_l_h_frost");
  d.baseline = f.string("baseline_traction");
  d.baseline_fuel_t = f.number("baseline_fuel_t");
  d.estimated = f.list("estimated");
  d.sources = f.list("sources");
  d.confidence = confidence(f);
  d.notes = f.string("notes");
  return d;
}

}  // namespace gs::rows
