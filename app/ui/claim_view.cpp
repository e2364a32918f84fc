#include "scene/working.hpp"
#include "sim/totals.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

void stated(const Ui& ui, const Claim& c) {
  if (c.value) {
    const std::string unit = c.unit == "count" ? "" : " " + c.unit;
    text(ui.fonts.title, ui.palette.ink, number(*c.value, ui.tr(), 6) + unit);
  }
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("claim.by", ui.tr().fact(c.claimant), c.date), true);
  if (!c.notes.empty()) text(ui.fonts.small, ui.palette.ink, ui.tr().fact(c.notes), true);
  if (!c.corroborated.empty()) {
    const std::string key = "claim.corroborated_" + c.corroborated;
    if (ui.tr().has(key)) text(ui.fonts.small, c.corroborated == "no" ? ui.palette.warning : ui.palette.accent, ui.tr()(key), true);
  }
}

/// What the claim is about, simulated here, so that both stand side by side.
void beside(const Ui& ui, const Claim& c, Actions& out) {
  const World& w = ui.world;
  TotalSum sum(w.portfolio, w.results);
  bool any = false;
  for (const Claim& other : w.portfolio.claims) {
    if (other.quantity != c.quantity || other.source != c.source || other.value != c.value) continue;
    for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
      const Project& p = w.portfolio.projects[i];
      if (p.id != other.subject) continue;
      if (!any) {
        rule(ui);
        text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("claim.rows"));
      }
      any = true;
      sum.add(w.results.projects[i]);
      ImGui::PushID(p.id.c_str());
      if (link(ui, "project", display_name(p, ui.tr()), false)) {
        out.push_back(action::Select{{SelectionKind::project, p.id}});
        out.push_back(action::FlyTo{{SelectionKind::project, p.id}});
      }
      ImGui::PopID();
    }
  }
  if (!any) return;
  const Total total = sum.total();
  fact(ui, ui.tr()("figure.capacity"), figure(total.capacity, ui.tr()).text());
  fact(ui, ui.tr()("figure.simulated_output"), figure(total.energy.best, ui.tr()).text() + ui.tr()("figure.a_year"));
  gap(4);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("saving.title"));
  interval_bar(ui, total.avoided, std::nullopt, ImGui::GetContentRegionAvail().x);
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("draws.range", range_text(total.avoided, ui.tr())), true);
}

void plan(const Ui& ui, const Claim& c) {
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("claim.plan_targets"));
  for (const Claim& other : ui.world.portfolio.claims) {
    if (other.subject != c.subject || !other.value) continue;
    const std::string key = "plan." + other.quantity;
    fact(ui, (other.quantity == "brep_members" || other.quantity == "action_areas" ? "" : "≥ ") + number(*other.value, ui.tr(), 3),
         ui.tr().has(key) ? ui.tr()(key) : other.quantity, 44.0f);
  }
}

/// What the country's projects that count save and make.
void country_figures(const Ui& ui, std::string_view iso3, Actions& out) {
  const Translator& tr = ui.tr();
  const Total total = country_total(ui.world, iso3);
  if (total.projects == 0) return;
  rule(ui);
  text(ui.fonts.small, ui.palette.secondary, tr("figure.simulated_saving") + " · " + tr("working.of_category", total.projects), true);
  text(ui.fonts.title, ui.palette.accent, figure(total.avoided.best, tr).text() + tr("figure.a_year"));
  figure_press(ui, "saving", Worked::saving, last_item(), out);
  text(ui.fonts.small, ui.palette.secondary, tr("totals.range", range_text(total.avoided, tr)), true);
  if (total.energy.best <= Energy{}) return;
  gap(4);
  text(ui.fonts.small, ui.palette.secondary, tr("figure.simulated_output"));
  text(ui.fonts.head, ui.palette.ink, figure(total.energy.best, tr).text() + tr("figure.a_year"));
  figure_press(ui, "output", Worked::energy, last_item(), out);
}

}  // namespace

void claim_view(const Ui& ui, const Claim& c, Actions& out) {
  const std::string key = "claim.title." + c.id;
  panel_head(ui, ui.tr()("claim.kind"), ui.tr().has(key) ? ui.tr()(key) : c.subject, out);
  if (c.subject != "action_plan") stated(ui, c);
  else text(ui.fonts.small, ui.palette.secondary, ui.tr()("claim.by", ui.tr().fact(c.claimant), c.date), true);
  beside(ui, c, out);
  std::vector<std::string> ids;
  for (std::size_t from = 0; from <= c.source.size();) {
    const std::size_t end = std::min(c.source.find(';', from), c.source.size());
    ids.push_back(c.source.substr(from, end - from));
    from = end + 1;
  }
  if (c.subject == "forecast_80gw") forecast_view(ui, ids);
  if (c.subject == "action_plan") plan(ui, c);
  rule(ui);
  source_list(ui, ids, out);
}

void country_view(const Ui& ui, std::string_view iso3, Actions& out) {
  const Translator& tr = ui.tr();
  const World& w = ui.world;
  panel_head(ui, tr("kind.country"), country_name(w, iso3), out);
  const CountryFact* fact_row = w.portfolio.country(iso3);
  std::vector<std::string> ids;
  if (fact_row) {
    fact(ui, tr("country.bri"), tr(std::string("bri.") + std::string(id_of(fact_row->bri))));
    if (fact_row->mou_year) fact(ui, tr("country.mou"), fmt::format("{} ({})", *fact_row->mou_year, confidence_name(ui, fact_row->confidence)));
    if (fact_row->withdrawn_year) fact(ui, tr("country.withdrawn"), fmt::format("{}", *fact_row->withdrawn_year));
    if (!fact_row->notes.empty()) text(ui.fonts.small, ui.palette.secondary, tr.fact(fact_row->notes), true);
    ids = fact_row->sources;
  }
  country_figures(ui, iso3, out);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("country.factors"));
  for (const GridFactor& f : w.portfolio.grid_factors) {
    if (f.country != iso3) continue;
    const std::string key = "factor." + f.method;
    fact(ui, tr.has(key) ? tr(key) : f.method, figure(f.value, tr).text() + (f.year ? fmt::format(", {}", *f.year) : ""), 170.0f);
  }
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("country.projects"));
  for (const Project& p : w.portfolio.projects) {
    if (p.country != iso3) continue;
    ImGui::PushID(p.id.c_str());
    if (link(ui, "project", display_name(p, tr), false)) {
      out.push_back(action::Select{{SelectionKind::project, p.id}});
      out.push_back(action::FlyTo{{SelectionKind::project, p.id}});
    }
    ImGui::PopID();
  }
  rule(ui);
  source_list(ui, ids, out);
}

}  // namespace gs::ui
