#include <algorithm>

#include "scene/picture_sheet.hpp"
#include "sim/totals.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

constexpr Type kSmall{Face::regular, 16.0f}, kStrong{Face::bold, 16.0f};
constexpr float kPad = 16.0f;

std::string key(const char* group, std::string_view id) { return std::string(group) + "." + std::string(id); }

/// A card from the top down: what it is, its name, then rows of a name and a value.
class Card {
 public:
  Card(const PartsInput& in, float width) : in_(in), sheet_(in.fonts), width_(width) {}

  void head(std::optional<Category> category, Fill fill, Badge badge, const std::string& kind,
            const std::string& name) {
    float x = kPad;
    if (category) {
      Marker m{};
      m.at = {x + 7, y_ + 8};
      m.radius = 6.0f;
      m.shape = shape_of(*category);
      m.fill = fill;
      m.badge = badge;
      m.color = in_.palette.of(*category).fill;
      m.edge = in_.palette.of(*category).edge;
      m.halo = in_.palette.marker_halo;
      sheet_.markers.push_back(m);
      x += 22.0f;
    }
    y_ += sheet_.paragraph(kSmall, in_.palette.secondary, {x, y_}, width_ - x - kPad, 1, kind) + 2.0f;
    const Type title = in_.world.tr.has_display_face() ? Type{Face::display, 28.0f} : Type{Face::bold, 24.0f};
    y_ += sheet_.paragraph(title, in_.palette.ink, {kPad, y_}, width_ - 2 * kPad, 2, name) + 2.0f;
  }
  void note(const std::string& words, Color color, int lines = 2) {
    if (words.empty()) return;
    y_ += sheet_.paragraph(kSmall, color, {kPad, y_}, width_ - 2 * kPad, lines, words) + 2.0f;
  }
  void rule() {
    sheet_.box({kPad, y_ + 5}, {width_ - kPad, y_ + 6}, in_.palette.hairline);
    y_ += 12.0f;
  }
  void row(const std::string& name, const std::string& value, Color color) {
    if (value.empty()) return;
    const float left = sheet_.text(kSmall, in_.palette.secondary, {kPad, y_}, name);
    const float room = width_ - 2 * kPad - left - 12.0f;
    if (sheet_.text_width(kStrong, value) <= room) {
      sheet_.text_right(kStrong, color, {width_ - kPad, y_}, value);
      y_ += 20.0f;
    } else {
      y_ += 17.0f;
      y_ += sheet_.paragraph(kStrong, color, {kPad, y_}, width_ - 2 * kPad, 2, value) + 3.0f;
    }
  }
  void interval(const Range<Mass>& range, const std::optional<Mass>& reported, const char* key_of_words = "totals.range") {
    const std::string words = in_.world.tr(key_of_words, range_text(range, in_.world.tr));
    const float beside = width_ - 2 * kPad - sheet_.text_width(kSmall, words) - 12.0f;
    sheet_.interval(in_.palette, {kPad, y_}, beside >= 40.0f ? beside : width_ - 2 * kPad, range, reported);
    if (beside < 40.0f) y_ += 19.0f;  // its words below it
    sheet_.text_right(kSmall, in_.palette.secondary, {width_ - kPad, y_}, words);
    y_ += 21.0f;
  }
  Sheet done() {
    sheet_.size = {width_, y_ + 8.0f};
    return std::move(sheet_);
  }

 private:
  const PartsInput& in_;
  Sheet sheet_;
  float width_, y_ = 12.0f;
};

std::string a_year(const PartsInput& in, Mass m) {
  return figure(m, in.world.tr).text() + in.world.tr("figure.a_year");
}

/// Why the row is not in the headline's total, if it is not.
std::string mark(const PartsInput& in, const Project& p, const ProjectResult& r) {
  const Translator& tr = in.world.tr;
  if (r.hidden) return tr("mark.no_role_long");
  if (!p.part_of.empty()) {
    const Project* whole = in.world.portfolio.project(p.part_of);
    return tr("mark.part_of", whole ? display_name(*whole, tr) : p.part_of);
  }
  if (r.counted == Counted::not_operating) return tr("mark.not_operating", in.state.scenario.year);
  return "";
}

Sheet project_card(const PartsInput& in, const Project& p, const ProjectResult& r, float width) {
  const Translator& tr = in.world.tr;
  const Palette& c = in.palette;
  Card card(in, width);
  const Status status = status_at(p, in.state.scenario.year);
  card.head(category(p.technology), fill_of(status), badge_of(p.technology),
            tr(key("tech", id_of(p.technology))) + " · " + country_name(in.world, p.country), display_name(p, tr));
  std::string when = tr(key("status", id_of(status)));
  if (p.commissioning_year)
    when = tr(status == Status::operating ? "status.since" : "status.expected", when, *p.commissioning_year);
  card.note(when, c.ink);
  card.note(mark(in, p, r), c.warning, 3);
  card.rule();
  if (p.capacity) {
    std::string value = figure(*p.capacity, tr).text();
    if (p.capacity_basis != CapacityBasis::unstated) value += " " + tr(key("capacity", id_of(p.capacity_basis)));
    card.row(tr("figure.capacity"), value, c.ink);
  }
  card.row(tr("figure.simulated_saving"), r.avoided ? a_year(in, r.avoided->best) : tr("figure.none"),
           r.avoided ? c.accent : c.secondary);
  const bool drawn = !r.has(Note::hydrogen) && !r.has(Note::fossil_waste);
  if (r.avoided) card.interval(*r.avoided, r.reported, drawn ? "totals.range" : "card.range");
  if (r.reported) card.row(tr("figure.reported"), a_year(in, *r.reported), c.ink);
  return card.done();
}

Sheet locomotive_card(const PartsInput& in, const Locomotive& l, const LocomotiveResult& r, float width) {
  const Translator& tr = in.world.tr;
  const Palette& c = in.palette;
  Card card(in, width);
  const bool expected = l.year && *l.year > in.state.scenario.year;
  card.head(Category::locomotive, expected ? Fill::dashed : Fill::solid, Badge::none,
            tr(key("loco", id_of(l.type))) + " · " + country_name(in.world, l.country), display_name(l, tr));
  card.note(l.operator_name, c.ink, 1);
  card.rule();
  card.row(tr("loco.saving"), r.saving_per_unit ? figure(*r.saving_per_unit, tr).text() : tr("figure.none"), c.ink);
  if (r.avoided) {
    card.row(tr("loco.fleet"), tr("loco.fleet_value", r.units.value_or(0), figure(r.avoided->best, tr).text()), c.ink);
    card.interval(*r.avoided, std::nullopt, "card.range");  // an assumed spread
  }
  card.note(tr(r.saving_per_unit ? "loco.saving_note" : "loco.no_saving"), c.secondary);
  return card.done();
}

Sheet route_card(const PartsInput& in, const Route& r, float width) {
  const Translator& tr = in.world.tr;
  const Color ink = in.palette.ink;
  Card card(in, width);
  std::string countries;
  for (const std::string& id : r.countries) countries += (countries.empty() ? "" : ", ") + country_name(in.world, id);
  card.head(std::nullopt, Fill::solid, Badge::none, tr("kind.railway") + " · " + countries, display_name(r, tr));
  card.rule();
  card.row(tr("line.status"), tr(key("line", id_of(r.status))), ink);
  if (r.length) card.row(tr("line.length"), tr("unit.km_value", number(r.length->base(), tr, 4)), ink);
  if (r.gauge_mm) card.row(tr("line.gauge"), tr("unit.mm_value", *r.gauge_mm), ink);
  card.row(tr("line.traction"), tr(key("electrified", id_of(r.electrified))), ink);
  card.note(tr("line.geometry_note"), in.palette.secondary);
  return card.done();
}

Sheet country_card(const PartsInput& in, const std::string& iso3, float width) {
  const Translator& tr = in.world.tr;
  Card card(in, width);
  card.head(std::nullopt, Fill::solid, Badge::none, tr("kind.country"), country_name(in.world, iso3));
  card.rule();
  if (const CountryFact* fact = in.world.portfolio.country(iso3)) {
    card.row(tr("country.bri"), tr(key("bri", id_of(fact->bri))), in.palette.ink);
    if (fact->mou_year) card.row(tr("country.mou"), std::to_string(*fact->mou_year), in.palette.ink);
    if (fact->withdrawn_year) card.row(tr("country.withdrawn"), std::to_string(*fact->withdrawn_year), in.palette.ink);
  }
  TotalSum sum(in.world.portfolio, in.world.results);
  for (const ProjectResult& r : in.world.results.projects)
    if (in.world.portfolio.projects[r.project].country == iso3 && r.counted == Counted::yes) sum.add(r);
  const Total total = sum.total();
  if (total.projects > 0) {
    card.note(tr("totals.caption", in.state.scenario.year), in.palette.secondary);
    card.row(tr("figure.simulated_saving"), a_year(in, total.avoided.best), in.palette.accent);
    card.interval(total.avoided, std::nullopt);
  }
  return card.done();
}

Sheet claim_card(const PartsInput& in, const Claim& c, float width) {
  const Translator& tr = in.world.tr;
  Card card(in, width);
  const std::string title = "claim.title." + c.id;
  card.head(std::nullopt, Fill::solid, Badge::none, tr("claim.kind"), tr.has(title) ? tr(title) : c.subject);
  card.note(tr("claim.by", tr.fact(c.claimant), c.date), in.palette.ink);
  const std::string corroborated = "claim.corroborated_" + c.corroborated;
  if (!c.corroborated.empty() && tr.has(corroborated)) card.note(tr(corroborated), in.palette.secondary);
  return card.done();
}

template <class Rows>
auto row_of(const Rows& rows, const std::string& id) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

}  // namespace

bool known_selection(const World& w, const Selection& s) {
  switch (s.kind) {
    case SelectionKind::none:
      return true;
    case SelectionKind::group:  // no link holds one
      return false;
    case SelectionKind::project:
      return w.portfolio.project(s.id) != nullptr;
    case SelectionKind::route:
      return w.portfolio.route(s.id) != nullptr;
    case SelectionKind::locomotive:
      return w.portfolio.locomotive(s.id) != nullptr;
    case SelectionKind::country:
      return find_country(w.base, s.id).has_value();
    case SelectionKind::claim:
      return row_of(w.portfolio.claims, s.id) != w.portfolio.claims.end();
  }
  return false;
}

Sheet card_sheet(const PartsInput& in, float width) {
  const World& w = in.world;
  const Selection& s = in.state.view.selection;
  if (s.kind == SelectionKind::none || !known_selection(w, s)) return Sheet(in.fonts);
  switch (s.kind) {
    case SelectionKind::project: {
      const auto i = static_cast<std::size_t>(row_of(w.portfolio.projects, s.id) - w.portfolio.projects.begin());
      return project_card(in, w.portfolio.projects[i], w.results.projects[i], width);
    }
    case SelectionKind::locomotive: {
      const auto i = static_cast<std::size_t>(row_of(w.portfolio.locomotives, s.id) - w.portfolio.locomotives.begin());
      return locomotive_card(in, w.portfolio.locomotives[i], w.results.locomotives[i], width);
    }
    case SelectionKind::route:
      return route_card(in, *w.portfolio.route(s.id), width);
    case SelectionKind::country:
      return country_card(in, s.id, width);
    case SelectionKind::claim:
      return claim_card(in, *row_of(w.portfolio.claims, s.id), width);
    case SelectionKind::none:
    case SelectionKind::group:
      break;
  }
  return Sheet(in.fonts);
}

}  // namespace gs
