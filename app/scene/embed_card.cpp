#include <algorithm>

#include "scene/embed.hpp"
#include "sim/simulate.hpp"
#include "sim/totals.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

std::string key(const char* group, std::string_view id) { return std::string(group) + "." + std::string(id); }

template <class Rows>
auto row_of(const Rows& rows, const std::string& id) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

/// A saving a year with its interval: `words` of the interval is a key.
void add_saving(EmbedCard& card, const World& w, const Range<Mass>& saving, const char* words = "totals.range") {
  const Translator& tr = w.tr;
  const std::string best = figure(saving.best, tr).text(), range = tr(words, range_text(saving, tr));
  card.rows.push_back({tr("figure.simulated_saving"), best + tr("figure.a_year"), true});
  card.rows.push_back({"", range});
  card.saving = tr("embed.saves", best, range);
}

void add_reported(EmbedCard& card, const World& w, const std::optional<Mass>& reported) {
  if (reported) card.rows.push_back({w.tr("figure.reported"), figure(*reported, w.tr).text() + w.tr("figure.a_year")});
}

EmbedCard card_of(const World& w, const Project& p, const ProjectResult& r) {
  const Translator& tr = w.tr;
  EmbedCard card{tr(key("tech", id_of(p.technology))) + " · " + country_name(w, p.country), display_name(p, tr), {}, ""};
  if (p.capacity) {
    const bool stated = p.capacity_basis != CapacityBasis::unstated;
    card.rows.push_back({tr("figure.capacity"), figure(*p.capacity, tr).text() + (stated ? " " + tr(key("capacity", id_of(p.capacity_basis))) : "")});
  }
  const bool drawn = !r.has(Note::hydrogen) && !r.has(Note::fossil_waste);
  if (r.avoided) add_saving(card, w, *r.avoided, drawn ? "totals.range" : "card.range");
  else card.rows.push_back({tr("figure.simulated_saving"), tr("figure.none")});
  add_reported(card, w, r.reported);
  return card;
}

EmbedCard card_of(const World& w, const Locomotive& l, const LocomotiveResult& r) {
  const Translator& tr = w.tr;
  EmbedCard card{tr(key("loco", id_of(l.type))) + " · " + country_name(w, l.country), display_name(l, tr), {}, ""};
  if (r.simulated) add_saving(card, w, *r.simulated);
  if (r.saving_per_unit) card.rows.push_back({tr("loco.saving"), figure(*r.saving_per_unit, tr).text()});
  return card;
}

EmbedCard card_of(const World& w, const Route& r) {
  const Translator& tr = w.tr;
  std::string countries;
  for (const std::string& id : r.countries) countries += (countries.empty() ? "" : ", ") + country_name(w, id);
  EmbedCard card{tr("kind.railway") + " · " + countries, display_name(r, tr), {}, ""};
  if (r.length) card.rows.push_back({tr("line.length"), tr("unit.km_value", number(r.length->base(), tr, 4))});
  card.rows.push_back({tr("line.traction"), tr(key("electrified", id_of(r.electrified)))});
  return card;
}

EmbedCard card_of_country(const World& w, const std::string& iso3) {
  EmbedCard card{w.tr("kind.country"), country_name(w, iso3), {}, ""};
  TotalSum sum(w.portfolio, w.results);
  for (const ProjectResult& r : w.results.projects)
    if (w.portfolio.projects[r.project].country == iso3 && r.counted == Counted::yes) sum.add(r);
  const Total total = sum.total();
  if (total.projects == 0) return card;
  card.rows.push_back({w.tr("figure.capacity"), figure(total.capacity, w.tr).text()});
  add_saving(card, w, total.avoided);
  return card;
}

EmbedCard card_of(const World& w, const Claim& c) {
  const std::string title = "claim.title." + c.id;
  return {w.tr("claim.by", c.claimant, c.date), w.tr.has(title) ? w.tr(title) : c.subject, {}, ""};
}

}  // namespace

std::optional<EmbedCard> embed_card(const World& w, const State& state) {
  const Selection& s = state.view.selection;
  if (s.kind == SelectionKind::project) {
    const auto p = row_of(w.portfolio.projects, s.id);
    if (p != w.portfolio.projects.end()) return card_of(w, *p, w.results.projects[static_cast<std::size_t>(p - w.portfolio.projects.begin())]);
  } else if (s.kind == SelectionKind::locomotive) {
    const auto l = row_of(w.portfolio.locomotives, s.id);
    if (l != w.portfolio.locomotives.end()) return card_of(w, *l, w.results.locomotives[static_cast<std::size_t>(l - w.portfolio.locomotives.begin())]);
  } else if (s.kind == SelectionKind::route) {
    if (const Route* r = w.portfolio.route(s.id)) return card_of(w, *r);
  } else if (s.kind == SelectionKind::country) {
    if (find_country(w.base, s.id)) return card_of_country(w, s.id);
  } else if (s.kind == SelectionKind::claim) {
    const auto c = row_of(w.portfolio.claims, s.id);
    if (c != w.portfolio.claims.end()) return card_of(w, *c);
  }
  return std::nullopt;
}

}  // namespace gs
