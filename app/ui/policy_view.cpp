#include <algorithm>

#include "scene/policy.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

void project_links(const Ui& ui, const std::vector<std::string>& ids, Actions& out) {
  const World& w = ui.world;
  for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
    const Project& p = w.portfolio.projects[i];
    if (std::find(ids.begin(), ids.end(), p.id) == ids.end()) continue;
    ImGui::PushID(p.id.c_str());
    const ProjectResult& r = w.results.projects[i];
    const std::string figures = r.avoided ? "  " + figure(r.avoided->best, ui.tr()).text() + ui.tr()("figure.a_year") : "";
    if (link(ui, "project", display_name(p, ui.tr()) + figures)) {
      out.push_back(action::SetPanel{Panel::none});
      out.push_back(action::Select{{SelectionKind::project, p.id}});
      out.push_back(action::FlyTo{{SelectionKind::project, p.id}});
    }
    ImGui::PopID();
  }
}

/// What is claimed, a row each: the number, which opens the claim, and what it counts.
void claim_links(const Ui& ui, const std::vector<std::string>& ids, Actions& out) {
  const Translator& tr = ui.tr();
  for (const Claim& c : ui.world.portfolio.claims) {
    if (std::find(ids.begin(), ids.end(), c.id) == ids.end()) continue;
    const std::string key = "plan." + c.quantity, title = "claim.title." + c.id;
    const std::string name = tr.has(title) ? tr(title) : tr.has(key) ? tr(key) : c.subject + ", " + c.quantity;
    const std::string value = !c.value ? "·" : number(*c.value, tr, 6) + (c.unit == "count" ? "" : " " + c.unit);
    ImGui::PushID(c.id.c_str());
    const ImVec2 at = ImGui::GetCursorPos();
    if (link(ui, "claim", value)) {
      out.push_back(action::SetPanel{Panel::none});
      out.push_back(action::Select{{SelectionKind::claim, c.id}});
    }
    ImGui::SetCursorPos({at.x + std::max(56.0f, text_width(ui.fonts.small, value) + 12.0f), at.y});
    text(ui.fonts.small, ui.palette.ink, name, true);
    ImGui::PopID();
  }
}

/// The plan's years and the dates of all themes on one line; the scenario's year is marked.
void dates(const Ui& ui, const Policy::Theme& theme, Actions& out) {
  for (const Policy::Date& date : theme.dates) {
    ImGui::PushID(&date);
    const float y = ImGui::GetCursorPosY();
    const std::string year = fmt::format("{}", date.year);
    if (link(ui, "year", year)) out.push_back(action::SetYear{date.year});
    ImGui::SetCursorPos({ImGui::GetCursorPosX() + 48.0f, y});
    text(ui.fonts.small, ui.palette.ink, date.text.in(ui.tr().code()), true);
    ImGui::PopID();
  }
}

void theme_view(const Ui& ui, const Policy::Theme& theme, Actions& out) {
  const Translator& tr = ui.tr();
  rule(ui);
  text(ui.fonts.head, ui.palette.ink, theme.title.in(tr.code()), true);
  text(ui.fonts.body, ui.palette.ink, theme.text.in(tr.code()), true);
  if (!theme.dates.empty()) {
    gap(14);
    dates(ui, theme, out);
  }
  if (!theme.projects.empty()) {
    gap(14);
    text(ui.fonts.small_bold, ui.palette.secondary, tr("policy.projects"));
    project_links(ui, theme.projects, out);
  }
  if (!theme.claims.empty()) {
    gap(14);
    text(ui.fonts.small_bold, ui.palette.secondary, tr("policy.claims"));
    claim_links(ui, theme.claims, out);
  }
}

}  // namespace

void policy_view(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const Policy* policy = ui.world.policy;
  panel_head(ui, tr("policy.kind"), policy ? policy->title.in(tr.code()) : tr("policy.kind"), out);
  if (!policy) return text(ui.fonts.body, ui.palette.secondary, tr("stories.loading"), true);
  text(ui.fonts.body, ui.palette.ink, policy->text.in(tr.code()), true);
  gap(14);
  text(ui.fonts.small_bold, ui.palette.secondary, tr("policy.areas"));
  int n = 0;
  for (const Told& area : policy->areas) text(ui.fonts.body, ui.palette.ink, fmt::format("{}  {}", ++n, area.in(tr.code())), true);
  gap(14);
  text(ui.fonts.small_bold, ui.palette.secondary, tr("claim.plan_targets"));
  claim_links(ui, policy->targets, out);
  std::vector<std::string> cited = policy->sources;
  for (const Policy::Theme& theme : policy->themes) {
    ImGui::PushID(theme.id.c_str());
    theme_view(ui, theme, out);
    ImGui::PopID();
    for (const std::string& id : theme.sources)
      if (std::find(cited.begin(), cited.end(), id) == cited.end()) cited.push_back(id);
  }
  rule(ui);
  source_list(ui, cited, out);
}

}  // namespace gs::ui
