#include "ui/own_parts.hpp"
#include "ui/panels.hpp"

namespace gs::ui {

std::string tech_name(const Ui& ui, Technology t) { return ui.tr()(std::string("tech.") + std::string(id_of(t))); }
std::string status_name(const Ui& ui, Status s) { return ui.tr()(std::string("status.") + std::string(id_of(s))); }
std::string confidence_name(const Ui& ui, Confidence c) { return ui.tr()(std::string("confidence.") + std::string(id_of(c))); }

void panel_head(const Ui& ui, std::string_view kind, std::string_view title, Actions& out) {
  const float close = cross_size(ui);
  const float right = ImGui::GetWindowContentRegionMax().x;
  const ImVec2 start = ImGui::GetCursorPos();
  text(ui.fonts.small, ui.palette.secondary, shortened(ui.fonts.small, kind, right - start.x - close - 8.0f));
  ImGui::SetCursorPos({right - close + 8.0f, start.y - 8.0f});
  if (cross(ui, "close", ui.tr()("working.close"), close)) {
    out.push_back(action::Select{});
    out.push_back(action::SetPanel{Panel::none});
  }
  ImGui::SetCursorPos({start.x, start.y + 22.0f});
  text(text_width(ui.fonts.title, title) < right - start.x ? ui.fonts.title : ui.fonts.head, ui.palette.ink, title, true);
}

void result_digest(const Ui& ui) {
  const std::string& digest = ui.world.results.digest;
  text(ui.fonts.small, ui.palette.tertiary, digest.empty() ? ui.tr()("result.pending") : ui.tr()("result.digest", digest), true);
}

void source_list(const Ui& ui, std::span<const std::string> ids, Actions& out) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("sources.title"));
  int n = 0;
  for (const std::string& id : ids) {
    const Source* s = ui.world.portfolio.source(id);
    if (!s) continue;
    ImGui::PushID(id.c_str());
    const float y = ImGui::GetCursorPosY();
    if (ui.touch && !s->url.empty()) ImGui::SetCursorPosY(y + 8.0f);  // a link is taller there
    text(ui.fonts.small, ui.palette.secondary, fmt::format("{}", ++n));
    ImGui::SameLine(0, 10);
    ImGui::SetCursorPosY(y);
    std::string label = s->publisher.empty() ? s->id : s->publisher;
    if (!s->date.empty()) label += ", " + s->date;
    if (!s->licence.empty()) label += " (" + s->licence + ")";
    if (s->url.empty()) text(ui.fonts.small, ui.palette.ink, label, true);
    else if (link(ui, "open", label)) out.push_back(action::OpenAddress{s->url});
    ImGui::PopID();
  }
  if (n == 0) text(ui.fonts.small, ui.palette.secondary, ui.tr()("sources.none"), true);
}

namespace {

bool selection_view(const Ui& ui, Actions& out) {
  const Selection& s = ui.state.view.selection;
  const World& w = ui.world;
  if (s.kind == SelectionKind::project) {
    for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
      if (w.portfolio.projects[i].id == s.id) return project_view(ui, w.portfolio.projects[i], w.results.projects[i], out), true;
    }
  } else if (s.kind == SelectionKind::locomotive) {
    for (std::size_t i = 0; i < w.portfolio.locomotives.size(); ++i) {
      if (w.portfolio.locomotives[i].id == s.id) return locomotive_view(ui, w.portfolio.locomotives[i], w.results.locomotives[i], out), true;
    }
  } else if (s.kind == SelectionKind::route) {
    if (const Route* r = w.portfolio.route(s.id)) return route_view(ui, *r, out), true;
  } else if (s.kind == SelectionKind::country) {
    if (find_country(w.base, s.id)) return country_view(ui, s.id, out), true;
  } else if (s.kind == SelectionKind::claim) {
    for (const Claim& c : w.portfolio.claims) {
      if (c.id == s.id) return claim_view(ui, c, out), true;
    }
  }
  return false;
}

}  // namespace

void side_panel(const Ui& ui, std::span<const Error> notes, Actions& out) {
  const Rect& r = ui.layout.panel;
  const bool phone = ui.layout.form == Form::phone;
  begin_panel("panel", r, ui.palette.panel, {0, 0}, false, phone ? 14.0f : 0.0f);
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (phone) sheet_handle(ui, r, out);
  else d->AddLine({r.x + 0.5f, r.y}, {r.x + 0.5f, r.bottom()}, u32(ui.palette.hairline));
  const float top = phone ? 28.0f : 0.0f;
  ImGui::SetCursorPos({1, top});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(20, phone ? 4.0f : 16.0f));
  // Each thing shown scrolls by itself and begins at its top.
  const Selection& s = ui.state.view.selection;
  const ViewState& v = ui.state.view;
  const std::string id = fmt::format("body:{}:{}:{}:{}", static_cast<int>(v.panel), static_cast<int>(s.kind), s.id, phone ? v.story + std::to_string(v.step) : "");
  ImGui::BeginChild(id.c_str(), {r.w - 1, r.h - top}, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  if (phone && story_told(ui)) story_sheet(ui, out);
  else switch (ui.state.view.panel) {
    case Panel::stories: stories_view(ui, out); break;
    case Panel::policy: policy_view(ui, out); break;
    case Panel::scenario: scenario_view(ui, out); break;
    case Panel::help: help_view(ui, out); break;
    case Panel::sources: sources_view(ui, out); break;
    case Panel::map: layers_view(ui, out); break;
    case Panel::own: own_view(ui, out); break;
    case Panel::about: method_view(ui, notes, out); break;
    case Panel::checker: checker_view(ui, out); break;
    case Panel::layers:
      if (phone) {
        panel_head(ui, ui.tr()("layers.title"), ui.tr()("layers.head"), out);
        settings(ui, out, r.w - 40.0f);
        legend(ui, out);
        break;
      }
      [[fallthrough]];
    default:
      if (!selection_view(ui, out)) project_list_view(ui, out);
  }
  ImGui::Dummy({0, 12});
  ImGui::EndChild();
  end_panel();
}

}  // namespace gs::ui
