#include "text/problem.hpp"
#include "ui/panels.hpp"

/// What is read rather than used: the bibliography and the method.
namespace gs::ui {

void sources_view(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  panel_head(ui, tr("sources.kind", ui.world.portfolio.sources.size()), tr("sources.title"), out);
  text(ui.fonts.small, ui.palette.secondary, tr("sources.note", ui.world.portfolio.version), true);
  rule(ui, 4, 10);
  text(ui.fonts.body_bold, ui.palette.ink, tr("sources.base_map"));
  for (const MapSource& m : ui.world.base.provenance) {
    text(ui.fonts.small, ui.palette.ink, fmt::format("{}: {} {}", m.what, m.package, m.version), true);
    text(ui.fonts.small, ui.palette.secondary, fmt::format("{}{}", m.attribution, m.note.empty() ? "" : ". " + m.note), true);
    gap(4);
  }
  rule(ui, 4, 10);
  text(ui.fonts.body_bold, ui.palette.ink, tr("sources.all"));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  ImGuiListClipper clipper;
  const auto& all = ui.world.portfolio.sources;
  clipper.Begin(static_cast<int>(all.size()), ui.touch ? 44.0f : 40.0f);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const Source& s = all[static_cast<std::size_t>(i)];
      ImGui::PushID(i);
      const float y = ImGui::GetCursorPosY();
      std::string head = s.publisher + (s.date.empty() ? "" : ", " + s.date) + (s.licence.empty() ? "" : " · " + s.licence);
      const float room = ImGui::GetContentRegionAvail().x;
      if (s.url.empty()) text(ui.fonts.small, ui.palette.ink, shortened(ui.fonts.small, head, room));
      else if (link(ui, "open", head)) out.push_back(action::OpenAddress{s.url});
      ImGui::SetCursorPosY(y + 19.0f);
      const std::string below = s.title.empty() ? s.url : s.title;
      text(ui.fonts.small, ui.palette.secondary, shortened(ui.fonts.small, below, room));
      ImGui::SetCursorPosY(y);
      ImGui::Dummy({1, ui.touch ? 44.0f : 40.0f});
      ImGui::PopID();
    }
  }
  ImGui::PopStyleVar();
}

void method_view(const Ui& ui, std::span<const Error> notes, Actions& out) {
  const Translator& tr = ui.tr();
  panel_head(ui, tr("method.kind"), tr("method.title"), out);
  for (const Error& e : notes) text(ui.fonts.small, ui.palette.warning, placed_words(e, ui.tr()), true);
  for (int i = 1; i <= 7; ++i) {
    const std::string head = fmt::format("method.head{}", i), body = fmt::format("method.text{}", i);
    if (!tr.has(head)) break;
    rule(ui, 4, 8);
    text(ui.fonts.body_bold, ui.palette.ink, tr(head));
    text(ui.fonts.small, ui.palette.ink, tr(body), true);
  }
  rule(ui, 4, 8);
  text(ui.fonts.body_bold, ui.palette.ink, tr("method.totals"));
  const Results& r = ui.world.results;
  for (int s = 0; s < kStatusCount; ++s) {
    const Total& t = r.by_status[static_cast<std::size_t>(s)];
    if (t.projects == 0) continue;
    fact(ui, status_name(ui, static_cast<Status>(s)),
         tr("method.total_row", t.projects, figure(t.capacity, tr).text(), figure(t.avoided.best, tr).text()), 120.0f);
  }
  rule(ui, 4, 8);
  if (link(ui, "checker", tr("check.open"))) out.push_back(action::SetPanel{Panel::checker});
  if (link(ui, "csv", tr("export.csv"))) out.push_back(action::Export{action::Export::csv});
  if (link(ui, "json", tr("export.json"))) out.push_back(action::Export{action::Export::json});
  if (link(ui, "png", tr("export.png"))) out.push_back(action::Export{action::Export::png});
  result_digest(ui);
}

}  // namespace gs::ui
