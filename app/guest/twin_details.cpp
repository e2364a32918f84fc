#include "guest/twin_details.hpp"

#include "portfolio/own_data.hpp"
#include "scene/working.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

/// Gathers facts; a fact without a value is none.
class Facts {
 public:
  Facts(const World& world, const State& state) : w(world), s(state), tr(world.tr) {}

  void add(const std::string& name, const std::string& value) {
    if (!value.empty()) out.facts.emplace_back(name, value);
  }
  void note(const std::string& words) {
    if (!words.empty()) out.notes.push_back(words);
  }
  /// A simulated figure never stands without its interval.
  template <class Q>
  void simulated(const char* key, const std::optional<Range<Q>>& r) {
    if (r) add(tr(key), figure(r->best, tr).text() + tr("figure.a_year") + "; " + tr("totals.range", range_text(*r, tr)));
  }
  template <class Q>
  void reported(const char* key, const std::optional<Q>& q) {
    if (q) add(tr(key), tr("figure.reported_value", figure(*q, tr).text() + tr("figure.a_year")));
  }
  /// What else is claimed of it, each with its claimant.
  void claims(std::string_view subject) {
    for (const Claim& c : w.portfolio.claims) {
      if (c.subject != subject) continue;
      std::string value = c.value ? number(*c.value, tr, 6) : c.low && c.high ? number(*c.low, tr, 4) + "–" + number(*c.high, tr, 4) : std::string();
      if (!value.empty()) value += " " + c.unit;
      note(tr("claims.title") + ": " + value + " · " + c.claimant + (c.date.empty() ? "" : ", " + c.date) + (c.notes.empty() ? "" : ". " + c.notes));
    }
  }

  const World& w;
  const State& s;
  const Translator& tr;
  TwinDetails out;
};

std::string optional_number(const std::optional<double>& v, const char* unit, const Translator& tr) { return v ? tr(unit, number(*v, tr, 4)) : std::string(); }

std::vector<std::string> parts_of_list(const std::string& cell) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t end = std::min(cell.find(';', from), cell.size());
    out.push_back(cell.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

void marks(Facts& f, const Project& p, const ProjectResult& r) {
  const Translator& tr = f.tr;
  if (is_own(p.id)) f.note(tr("own.mark"));
  else if (r.hidden) f.note(tr("mark.no_role_long"));
  else if (p.chinese_role_check == ChineseRole::unverified) f.note(tr("mark.unverified_long"));
  else if (p.chinese_role_check == ChineseRole::equipment_only) f.note(tr("mark.equipment_long"));
  if (!p.part_of.empty()) {
    const Project* whole = f.w.portfolio.project(p.part_of);
    f.note(tr("mark.part_of", whole ? display_name(*whole, tr) : p.part_of));
  }
  if (r.counted == Counted::not_operating) f.note(tr("mark.not_operating", f.s.scenario.year));
}

void project(Facts& f, const Project& p) {
  const Translator& tr = f.tr;
  const ProjectResult& r = f.w.results.projects[static_cast<std::size_t>(&p - f.w.portfolio.projects.data())];
  f.out.kind = tr("tech." + std::string(id_of(p.technology))) + " · " + country_name(f.w, p.country);
  f.out.title = display_name(p, tr);
  const Status status = status_at(p, f.s.scenario.year);
  std::string when = tr("status." + std::string(id_of(status)));
  if (p.commissioning_year) when = tr(status == Status::operating ? "status.since" : "status.expected", when, *p.commissioning_year);
  f.add(tr("twin.status"), when);
  if (p.capacity) {
    const std::string basis = p.capacity_basis == CapacityBasis::unstated ? "" : " " + tr("capacity." + std::string(id_of(p.capacity_basis)));
    f.add(tr("figure.capacity"), figure(*p.capacity, tr).text() + basis);
  }
  f.simulated("figure.simulated_output", r.energy);
  f.reported("output.title", p.generation);
  f.simulated("figure.simulated_saving", r.avoided);
  f.reported("saving.title", r.reported);
  if (r.gap) f.add(tr("why.gap"), signed_percent(*r.gap, tr));
  f.add(tr("table.head.confidence"), tr("confidence." + std::string(id_of(p.confidence))));
  f.add(tr("who.chinese_role"), p.chinese_role);
  f.add(tr("who.partner"), p.local_partner);
  f.add(tr("who.place"), tr("precision." + std::string(id_of(p.coord_precision)), whole(p.coord_radius_km, tr)));
  if (p.storage) f.add(tr("who.storage"), figure(*p.storage, tr).text());
  if (p.capital_cost_musd) f.add(tr("who.cost"), tr("unit.musd_value", whole(*p.capital_cost_musd, tr)));
  if (p.jobs) f.add(tr("who.jobs"), whole(*p.jobs, tr));
  if (p.households) f.add(tr("who.households"), whole(*p.households, tr));
  f.add(tr("who.capacity_note"), p.capacity_note);
  marks(f, p, r);
  f.note(p.notes);
  f.claims(p.id);
  f.out.sources = twin_sources(f.w.portfolio, p.sources);
}

const LineSaving* saving_of(const World& w, const Route& r) {
  const auto index = static_cast<std::uint32_t>(&r - w.portfolio.routes.data());
  for (const LineSaving& line : w.results.railway.lines)
    if (line.route == index) return &line;
  return nullptr;
}

void line(Facts& f, const Route& r) {
  const Translator& tr = f.tr;
  std::string countries;
  for (const std::string& c : r.countries) countries += (countries.empty() ? "" : ", ") + country_name(f.w, c);
  f.out.kind = tr("kind.railway") + " · " + countries;
  f.out.title = display_name(r, tr);
  f.add(tr("line.status"), tr("line." + std::string(id_of(r.status))) + (r.opened_note.empty() ? "" : ": " + r.opened_note));
  if (r.length) f.add(tr("line.length"), tr("unit.km_value", number(r.length->base(), tr, 4)));
  if (r.gauge_mm) f.add(tr("line.gauge"), tr("unit.mm_value", *r.gauge_mm));
  f.add(tr("line.traction"), tr("electrified." + std::string(id_of(r.electrified))) + (r.electrification_note.empty() ? "" : ": " + r.electrification_note));
  if (!r.tracks.empty()) f.add(tr("line.tracks"), tr("tracks." + r.tracks));
  f.add(tr("loco.max_speed"), optional_number(r.max_speed_kmh, "unit.kmh_value", tr));
  f.add(tr("line.traffic"), r.traffic);
  if (const LineSaving* saved = saving_of(f.w, r)) {
    f.simulated("line.against_road", std::optional(saved->saved_against_road));
    if (saved->wire_share > 0) f.simulated("line.against_diesel", std::optional(saved->saved_against_diesel));
    else f.note(tr("line.is_diesel"));
  } else if (!f.w.results.railway.ready) {
    f.note(tr("result.pending"));
  }
  f.add(tr("table.head.confidence"), tr("confidence." + std::string(id_of(r.confidence))));
  f.add(tr("who.chinese_role"), r.chinese_role);
  f.add(tr("who.cost"), r.cost);
  if (is_own(r.id)) f.note(tr("own.line_mark"));
  f.note(r.notes);
  f.claims(r.id);
  f.out.sources = twin_sources(f.w.portfolio, r.sources);
}

void locomotive(Facts& f, const Locomotive& l) {
  const Translator& tr = f.tr;
  const LocomotiveResult& r = f.w.results.locomotives[static_cast<std::size_t>(&l - f.w.portfolio.locomotives.data())];
  f.out.kind = tr("loco." + std::string(id_of(l.type))) + " · " + country_name(f.w, l.country);
  f.out.title = display_name(l, tr);
  f.simulated("loco.simulated", r.simulated_per_unit);
  f.reported("loco.saving", r.saving_per_unit);
  f.add(tr("loco.delivered"), r.units ? whole(*r.units, tr) : tr("loco.not_known"));
  f.simulated("loco.fleet_simulated", r.simulated);
  f.reported("loco.fleet_reported", r.reported);
  f.add(tr("table.head.confidence"), tr("confidence." + std::string(id_of(l.confidence))));
  f.add(tr("loco.builder"), l.builder);
  f.add(tr("loco.operator"), l.operator_name);
  if (l.gauge_mm) f.add(tr("loco.gauge"), tr("unit.mm_value", *l.gauge_mm));
  f.add(tr("loco.axles"), l.axle_arrangement);
  if (l.traction_power) f.add(tr("loco.traction"), tr("unit.kw_value", whole(l.traction_power->base() * 1e3, tr)));
  if (l.engine_power) f.add(tr("loco.engine"), tr("unit.kw_value", whole(l.engine_power->base() * 1e3, tr)));
  if (l.battery) f.add(tr("loco.battery_capacity"), tr("unit.kwh_value", whole(l.battery->base() * 1e3, tr)));
  f.add(tr("loco.max_speed"), optional_number(l.max_speed_kmh, "unit.kmh_value", tr));
  f.add(tr("loco.claimed"), l.claimed_saving);
  f.note(l.notes);
  f.claims(l.id);
  f.out.sources = twin_sources(f.w.portfolio, l.sources);
}

void country(Facts& f, const std::string& iso3) {
  const Translator& tr = f.tr;
  f.out.kind = tr("kind.country");
  f.out.title = country_name(f.w, iso3);
  std::vector<std::string> sources;
  if (const CountryFact* c = f.w.portfolio.country(iso3)) {
    f.add(tr("country.bri"), tr("bri." + std::string(id_of(c->bri))));
    if (c->mou_year) f.add(tr("country.mou"), fmt::format("{}", *c->mou_year));
    if (c->withdrawn_year) f.add(tr("country.withdrawn"), fmt::format("{}", *c->withdrawn_year));
    f.note(c->notes);
    sources = c->sources;
  }
  if (const Total total = country_total(f.w, iso3); total.projects > 0) {
    f.add(tr("country.projects"), whole(total.projects, tr));
    f.simulated("figure.simulated_saving", std::optional(total.avoided));
    if (total.energy.best > Energy{}) f.simulated("figure.simulated_output", std::optional(total.energy));
  }
  for (const GridFactor& g : f.w.portfolio.grid_factors) {
    if (g.country != iso3) continue;
    const std::string key = "factor." + g.method;
    f.add(tr.has(key) ? tr(key) : g.method, figure(g.value, tr).text() + (g.year ? fmt::format(", {}", *g.year) : ""));
  }
  f.out.sources = twin_sources(f.w.portfolio, sources);
}

void claim(Facts& f, const Claim& c) {
  const Translator& tr = f.tr;
  const std::string key = "claim.title." + c.id;
  f.out.kind = tr("claim.kind");
  f.out.title = tr.has(key) ? tr(key) : c.subject;
  if (c.value) f.add(f.out.kind, number(*c.value, tr, 6) + (c.unit == "count" ? "" : " " + c.unit));
  f.note(tr("claim.by", c.claimant, c.date));
  f.note(c.notes);
  f.out.sources = twin_sources(f.w.portfolio, parts_of_list(c.source));
}

}  // namespace

std::vector<TwinSource> twin_sources(const Portfolio& portfolio, const std::vector<std::string>& ids) {
  std::vector<TwinSource> out;
  for (const std::string& id : ids) {
    const Source* s = portfolio.source(id);
    if (!s) continue;
    std::string label = s->publisher.empty() ? s->id : s->publisher;
    if (!s->title.empty()) label += ": " + s->title;
    if (!s->date.empty()) label += ", " + s->date;
    if (!s->licence.empty()) label += " (" + s->licence + ")";
    out.push_back({std::move(label), s->url});
  }
  return out;
}

std::optional<TwinDetails> twin_details(const World& w, const State& s) {
  const Selection& what = s.view.selection;
  const Portfolio& p = w.portfolio;
  Facts f(w, s);
  switch (what.kind) {
    case SelectionKind::project:
      if (const Project* row = p.project(what.id)) project(f, *row);
      break;
    case SelectionKind::route:
      if (const Route* row = p.route(what.id)) line(f, *row);
      break;
    case SelectionKind::locomotive:
      if (const Locomotive* row = p.locomotive(what.id)) locomotive(f, *row);
      break;
    case SelectionKind::country: country(f, what.id); break;
    case SelectionKind::claim:
      for (const Claim& c : p.claims)
        if (c.id == what.id) claim(f, c);
      break;
    default: break;
  }
  if (f.out.title.empty()) return std::nullopt;
  return std::move(f.out);
}

}  // namespace gs
