#include "scene/figure_table.hpp"

#include <algorithm>

#include "scene/project_table.hpp"
#include "scene/story.hpp"
#include "scene/working.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

/// Words around an interval: P10 to P90 of draws, or between the ends of what goes in.
constexpr const char *kDrawn = "totals.range", *kEnds = "working.between";

class Rows {
 public:
  Rows(const World& world, TextTable& table) : w_(world), table_(table) {}

  /// A figure of a year; left out where neither is known.
  template <class Q>
  void put(const std::string& whose, const char* what, const std::optional<Range<Q>>& simulated, const char* interval, const std::optional<Q>& reported) {
    const std::string year = w_.tr("figure.a_year");
    put_words(whose + ": " + w_.tr(what), simulated ? figure(simulated->best, w_.tr).text() + year : "",
              simulated ? w_.tr(interval, range_text(*simulated, w_.tr)) : "", reported ? figure(*reported, w_.tr).text() + year : "");
  }
  void put_words(const std::string& what, const std::string& simulated, const std::string& interval, const std::string& reported) {
    if (simulated.empty() && reported.empty()) return;
    const auto or_dash = [](const std::string& words) { return words.empty() ? std::string("–") : words; };
    table_.rows.push_back({what, or_dash(simulated), or_dash(interval), or_dash(reported)});
  }

 private:
  const World& w_;
  TextTable& table_;
};

void put_total(Rows& rows, const std::string& whose, const Total& total) {
  if (total.projects + total.locomotives == 0) return;
  rows.put<Mass>(whose, "working.saving", total.avoided, kDrawn, std::nullopt);
  rows.put<Energy>(whose, "working.output", total.energy, kDrawn, std::nullopt);
}

void put_project(Rows& rows, const World& w, const std::string& id) {
  const Project* p = w.portfolio.project(id);
  if (!p) return;
  const ProjectResult& r = w.results.projects[static_cast<std::size_t>(p - w.portfolio.projects.data())];
  const std::string name = display_name(*p, w.tr);
  if (p->capacity) rows.put_words(name + ": " + w.tr("figure.capacity"), "", "", figure(*p->capacity, w.tr).text());
  const bool drawn = !r.has(Note::hydrogen) && !r.has(Note::fossil_waste);
  rows.put<Mass>(name, "working.saving", r.avoided, drawn ? kDrawn : kEnds, r.reported);
  rows.put<Energy>(name, "working.output", r.energy, kDrawn, p->generation);
}

void put_locomotive(Rows& rows, const World& w, const std::string& id) {
  const Locomotive* l = w.portfolio.locomotive(id);
  if (!l) return;
  const LocomotiveResult& r = w.results.locomotives[static_cast<std::size_t>(l - w.portfolio.locomotives.data())];
  rows.put<Mass>(display_name(*l, w.tr), "figures.a_unit", r.simulated_per_unit, kEnds, r.saving_per_unit);
  rows.put<Mass>(display_name(*l, w.tr), "figures.fleet", r.simulated, kEnds, r.reported);
}

void put_route(Rows& rows, const World& w, const std::string& id) {
  const Route* route = w.portfolio.route(id);
  if (!route) return;
  const std::string name = display_name(*route, w.tr);
  if (route->length) rows.put_words(name + ": " + w.tr("line.length"), "", "", w.tr("unit.km_value", number(route->length->base(), w.tr, 4)));
  for (const LineSaving& line : w.results.railway.lines)
    if (&w.portfolio.routes[line.route] == route) rows.put<Mass>(name, "line.against_road", line.saved_against_road, kEnds, std::nullopt);
}

/// Whom a claim is about: a row of the data, a country, or what its file calls it.
std::string subject_of(const World& w, const Claim& c) {
  if (const Locomotive* l = w.portfolio.locomotive(c.subject)) return display_name(*l, w.tr);
  if (const Project* p = w.portfolio.project(c.subject)) return display_name(*p, w.tr);
  return find_country(w.base, c.subject) ? country_name(w, c.subject) : c.subject;
}

/// The share of fuel that a locomotive is said to save, beside the simulated one.
void put_fuel(Rows& rows, const World& w, const Claim& c) {
  const Locomotive* l = w.portfolio.locomotive(c.subject);
  std::string simulated, range;
  if (l) {
    const LocomotiveResult& r = w.results.locomotives[static_cast<std::size_t>(l - w.portfolio.locomotives.data())];
    if (r.simulated_fuel_share) {
      simulated = percent(r.simulated_fuel_share->best, w.tr);
      range = w.tr(kEnds, w.tr("lab.range", percent(r.simulated_fuel_share->low, w.tr), percent(r.simulated_fuel_share->high, w.tr)));
    }
  }
  rows.put_words(subject_of(w, c) + ": " + w.tr("figures.fuel") + " (" + c.claimant + ")", simulated, range, stated(c, w.tr));
}

void put_claim(Rows& rows, const World& w, const std::string& id) {
  for (const Claim& c : w.portfolio.claims) {
    if (c.id != id) continue;
    const std::string title = "claim.title." + c.id;
    if (c.quantity == "fuel_saving_pct") put_fuel(rows, w, c);
    else rows.put_words((w.tr.has(title) ? w.tr(title) : subject_of(w, c)) + " (" + c.claimant + ")", "", "", stated(c, w.tr));
  }
}

void put(Rows& rows, const World& w, const Selection& s) {
  switch (s.kind) {
    case SelectionKind::project: return put_project(rows, w, s.id);
    case SelectionKind::locomotive: return put_locomotive(rows, w, s.id);
    case SelectionKind::route: return put_route(rows, w, s.id);
    case SelectionKind::claim: return put_claim(rows, w, s.id);
    case SelectionKind::country: return put_total(rows, country_name(w, s.id), country_total(w, s.id));
    case SelectionKind::none:
    case SelectionKind::group: return;
  }
}

}  // namespace

TextTable figure_table(const World& w, const State& s) {
  const std::string method = w.tr("method." + std::string(id_of(s.scenario.method)));
  TextTable table{w.tr("figures.caption", s.scenario.year, method), {}, {}};
  table.head = {w.tr("figures.figure"), w.tr("figures.simulated"), w.tr("figures.interval"), w.tr("figure.reported")};
  Rows rows(w, table);
  put_total(rows, w.tr("figures.all"), project_list(w, s).total);
  std::vector<Selection> whose{s.view.selection};
  if (const StoryStep* step = step_of(w, s.view)) {
    for (const Selection& named : named_in(step->text.in("en")))
      if (named != whose.front()) whose.push_back(named);
  }
  for (const Selection& one : whose) put(rows, w, one);
  return table;
}

}  // namespace gs
