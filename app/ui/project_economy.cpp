#include <algorithm>
#include <array>

#include "ui/project_parts.hpp"

/// Money, work and homes, and what the plant itself costs the climate: computed here from general figures.
namespace gs::ui {
namespace {

/// A line with the best estimate and the interval, two digits each, divided by `unit`.
template <class Q>
void line(const Ui& ui, const char* caption, const char* words, const std::optional<Range<Q>>& value, double unit = 1.0) {
  if (!value) return;
  const auto digits = [unit, &ui](Q q) { return number(q.base() / unit, ui.tr(), 2); };
  fact(ui, ui.tr()(caption), ui.tr()(words, digits(value->best), digits(value->low), digits(value->high)));
}

/// The sources of the general figures, each once.
void sources(const Ui& ui, const Economy& e, Actions& out) {
  std::vector<const Source*> all;
  bool unsourced = false;
  for (const std::string& id : e.factors) {
    const Factor* f = ui.world.portfolio.factor(id);
    const Source* s = f ? ui.world.portfolio.source(std::string_view(f->source).substr(0, f->source.find(';'))) : nullptr;
    if (!s || s->id == "derived") continue;  // worked out here from the others
    const bool named = !s->publisher.empty() || !s->title.empty();
    unsourced |= !named;
    if (named && std::find(all.begin(), all.end(), s) == all.end()) all.push_back(s);
  }
  ImGui::PushID("economy");
  for (const Source* s : all) {
    ImGui::PushID(s->id.c_str());
    const std::string name = s->publisher.empty() ? s->title : s->title.empty() ? s->publisher : s->publisher + ": " + s->title;
    if (s->url.empty()) small_print(ui, name);
    else if (link(ui, "source", name)) out.push_back(action::OpenAddress{s->url});
    ImGui::PopID();
    gap(4);
  }
  ImGui::PopID();
  if (unsourced) small_print(ui, ui.tr()("economy.unsourced"));
}

/// "7.5 %/year (3.8 to 12 %/year)".
std::string value_of(const Factor& f, const Translator& tr) {
  if (!f.value) return tr("figure.none");
  std::string words = number(*f.value, tr, 3) + " " + f.unit;
  if (f.low && f.high) words += " (" + tr("range", number(*f.low, tr, 3), number(*f.high, tr, 3), f.unit) + ")";
  return words;
}

/// What a row of factors.csv is, by the beginning of its id.
const char* name_of(const Factor& f) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 11> names{{{"capex", "factor.capex"},
                                                                                  {"opex", "factor.opex"},
                                                                                  {"lifetime", "factor.lifetime"},
                                                                                  {"discount", "factor.discount"},
                                                                                  {"degradation", "factor.degradation"},
                                                                                  {"reference-electricity", "factor.reference"},
                                                                                  {"jobs-construction", "factor.construction"},
                                                                                  {"jobs-operation", "factor.operation"},
                                                                                  {"household", "factor.household"},
                                                                                  {"lifecycle", "factor.lifecycle"},
                                                                                  {"battery", "factor.battery"}}};
  for (const auto& [beginning, key] : names)
    if (f.id.starts_with(beginning)) return key;
  return "factor.other";
}

/// The general figures, one by one: value, what it is, where it is from.
void inputs(const Ui& ui, const Economy& e, Actions& out) {
  const Translator& tr = ui.tr();
  for (const std::string& id : e.factors) {
    const Factor* f = ui.world.portfolio.factor(id);
    if (!f) continue;
    ImGui::PushID(id.c_str());
    fact(ui, tr(name_of(*f)), value_of(*f, tr));
    small_print(ui, f->year.empty() ? f->basis : f->basis + ", " + f->year);
    const Source* s = ui.world.portfolio.source(std::string_view(f->source).substr(0, f->source.find(';')));
    if (f->source.starts_with("unsourced")) small_print(ui, tr("working.estimate"));
    else if (s && !s->url.empty() && link(ui, "source", s->publisher.empty() ? s->title : s->publisher)) out.push_back(action::OpenAddress{s->url});
    gap(4);
    ImGui::PopID();
  }
}

void formulas(const Ui& ui, const Economy& e) {
  const auto say = [&](bool known, const char* key) {
    if (known) small_print(ui, ui.tr()(key));
  };
  say(e.capital && e.basis == CapitalBasis::technology, "economy.formula_capital");
  say(e.lcoe.has_value(), "economy.formula_lcoe");
  say(e.abatement.has_value(), "economy.formula_abatement");
  say(e.construction.has_value(), "economy.formula_construction");
  say(e.operation.has_value(), "economy.formula_operation");
  say(e.households.has_value(), "economy.formula_households");
  say(e.lifecycle.has_value(), "economy.formula_lifecycle");
}

}  // namespace

void lifecycle_section(const Ui& ui, const ProjectOf& of) {
  const Economy& e = ui.selected.economy;
  if (!e.lifecycle || e.lifecycle->high <= Mass{}) return;
  const Translator& tr = ui.tr();
  gap(16);
  section_head(ui, "lifecycle.title");
  fact(ui, tr("lifecycle.plant"), tr("lifecycle.value", figure(e.lifecycle->best, tr).text(), range_text(*e.lifecycle, tr)));
  if (e.net && of.result.avoided) fact(ui, tr("lifecycle.net"), tr("lifecycle.value", figure(e.net->best, tr).text(), range_text(*e.net, tr)));
  small_print(ui, tr("lifecycle.note"));
}

void economy_section(const Ui& ui, const ProjectOf&, Actions& out) {
  const Economy& e = ui.selected.economy;
  if (!e.capital && !e.construction && !e.operation && !e.households) return;
  const Translator& tr = ui.tr();
  rule(ui);
  section_head(ui, "economy.title");
  line(ui, "economy.capital", "economy.usd", e.capital, tr.chinese() ? 1e8 : 1e6);
  if (e.capital) fact(ui, tr("working.cf_source"), tr("economy.capital_" + std::string(id_of(e.basis))));
  line(ui, "economy.lcoe", "economy.usd_per_mwh", e.lcoe);
  line(ui, "economy.abatement", "economy.usd_per_t", e.abatement);
  line(ui, "economy.construction", "economy.job_years", e.construction);
  line(ui, "economy.operation", "economy.jobs", e.operation);
  const double many = tr.chinese() ? 1e4 : 1e6;
  const bool large = e.households && e.households->high.base() >= many;
  line(ui, "economy.households", large ? "economy.homes_many" : "economy.homes", e.households, large ? many : 1.0);
  small_print(ui, e.abatement ? tr("economy.note") + tr("economy.note_abatement") : tr("economy.note"));
  if (e.factors.empty()) return;
  bool* open = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("economy-working"));
  gap(2);
  if (button(ui, "economy-working", tr("working.open"), *open)) *open = !*open;
  gap(4);
  if (!*open) return sources(ui, e, out);
  formulas(ui, e);
  gap(6);
  inputs(ui, e, out);
}

}  // namespace gs::ui
