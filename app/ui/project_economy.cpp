#include <algorithm>

#include "ui/project_parts.hpp"
#include "ui/working_lines.hpp"

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

void economy_section(const Ui& ui, const ProjectOf& of, Actions& out) {
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
  if (!working_opens(ui, "economy-working")) return sources(ui, e, out);
  ImGui::PushID("economy-lines");
  Working working = economy_working(ui.world, e);
  if (!working.cited.empty()) working.cited = of.row.name + ": " + working.cited;
  working_lines(ui, working, out);
  ImGui::PopID();
}

}  // namespace gs::ui
