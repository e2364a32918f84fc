#include <algorithm>

#include "scene/claim_desk.hpp"
#include "scene/claim_sentences.hpp"
#include "ui/checker_chart.hpp"
#include "ui/panels.hpp"

/// Type a claim: the verdict first, then what was understood and how it is worked out.
namespace gs::ui {
namespace {

constexpr std::array<const char*, 3> kExamples{"check.example1", "check.example2", "check.example3"};

void field(const Ui& ui, Actions& out) {
  static std::string typed;  // Dear ImGui edits in place; the state holds the truth
  static bool editing = false;
  if (!editing) typed = ui.state.view.claim;
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(12.0f, ui.touch ? 12.5f : 6.5f));
  const bool changed = text_field(ui, "##claim", ui.tr()("check.hint"), typed);
  editing = ImGui::IsItemActive();
  focus_ring(ui);
  ImGui::PopStyleVar();
  if (changed) out.push_back(action::SetClaim{typed});
  gap(4);
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("check.try"));
  for (const char* example : kExamples) {
    ImGui::PushID(example);
    if (link(ui, "example", ui.tr()(example))) {
      editing = false;
      out.push_back(action::SetClaim{ui.tr()(example)});
    }
    ImGui::PopID();
  }
}

Color color_of(const Ui& ui, ClaimVerdict verdict) {
  switch (verdict) {
    case ClaimVerdict::plausible:
    case ClaimVerdict::output_plausible: return ui.palette.accent;
    case ClaimVerdict::impossible:
    case ClaimVerdict::too_much_output:
    case ClaimVerdict::above_all: return ui.palette.warning;
    default: return ui.palette.ink;
  }
}

void verdict(const Ui& ui, const ClaimCheck& check, const ClaimCase& of) {
  gap(12);
  if (check.cases.size() > 1) text(ui.fonts.small_bold, ui.palette.secondary, ui.tr()("check.taken_as", tech_name(ui, of.technology)));
  text(ui.fonts.head, color_of(ui, of.verdict), claim_verdict(ui.world, check, of), true);
  if (const std::string why = claim_reason(ui.world, check, of); !why.empty()) text(ui.fonts.small, ui.palette.ink, why, true);
}

/// What was found in the text, and what was not understood.
void reading(const Ui& ui, const ClaimCheck& check) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("check.understood"));
  for (const ReadPart& part : check.read.parts) {
    const bool plain = part.used && part.note == ClaimNote::none;
    text(ui.fonts.small, plain ? ui.palette.ink : ui.palette.secondary, claim_part(ui.world, check.read, part), true);
  }
  for (const ClaimLack lack : check.lacks) text(ui.fonts.small, ui.palette.warning, claim_lack(ui.world, lack), true);
}

void match(const Ui& ui, const ClaimMatch& m, Actions& out) {
  const Translator& tr = ui.tr();
  const Project& p = ui.world.portfolio.projects[m.project];
  const ProjectResult& r = ui.world.results.projects[m.project];
  ImGui::PushID(p.id.c_str());
  text(ui.fonts.small_bold, ui.palette.ink, display_name(p, tr) + " · " + figure(*p.capacity, tr).text(), true);
  std::string reported;
  if (p.generation) reported += figure(*p.generation, tr).text();
  if (p.co2) reported += (reported.empty() ? "" : ", ") + figure(*p.co2, tr).text();
  fact(ui, tr("figure.reported"), reported.empty() ? tr("figure.none") : reported);
  std::string simulated;
  if (r.energy) simulated += range_text(*r.energy, tr);
  if (r.avoided) simulated += (simulated.empty() ? "" : ", ") + range_text(*r.avoided, tr);
  fact(ui, tr("check.simulated"), simulated.empty() ? tr("figure.none") : simulated);
  const std::string label = shortened(ui.fonts.body, tr("check.show", display_name(p, tr)), ImGui::GetContentRegionAvail().x - 24.0f);
  if (button(ui, "show", label, false)) {
    out.push_back(action::SetPanel{Panel::none});
    out.push_back(action::Select{{SelectionKind::project, p.id}});
    out.push_back(action::FlyTo{{SelectionKind::project, p.id}});
  }
  ImGui::PopID();
  gap(8);
}

void working(const Ui& ui, const ClaimCheck& check, const ClaimCase& of) {
  if (!of.usual.expected() && of.rows.empty()) return;
  if (!check.read.capacity && of.rows.empty()) return;
  rule(ui);
  const std::string head = ui.tr()("check.working");
  text(ui.fonts.body_bold, ui.palette.ink, check.cases.size() > 1 ? head + ": " + tech_name(ui, of.technology) : head, true);
  output_chart(ui, check, of);
  if (of.rows.empty()) return;
  text(ui.fonts.small, ui.palette.ink, energy_working(ui.world, check, of), true);
  convention_chart(ui, check, of);
}

}  // namespace

void checker_view(const Ui& ui, Actions& out) {
  static ClaimDesk desk;
  const Translator& tr = ui.tr();
  panel_head(ui, tr("check.kind"), tr("check.title"), out);
  text(ui.fonts.small, ui.palette.secondary, tr("check.help"), true);
  field(ui, out);
  if (ui.state.view.claim.find_first_not_of(' ') == std::string::npos) return;
  const ClaimCheck& check = desk.of(ui.world, ui.state);
  if (check.cases.empty()) text(ui.fonts.head, ui.palette.ink, tr("check.verdict.nothing"), true);
  else if (check.verdict == ClaimVerdict::nothing) verdict(ui, check, check.cases.front());
  else for (const ClaimCase& of : check.cases) verdict(ui, check, of);
  rule(ui, 4, 10);
  reading(ui, check);
  if (check.verdict == ClaimVerdict::nothing) return;
  for (const ClaimCase& of : check.cases) working(ui, check, of);
  text(ui.fonts.small, ui.palette.secondary, claim_basis(ui.world, check), true);
  if (!check.matches.empty()) {
    rule(ui);
    text(ui.fonts.body_bold, ui.palette.ink, tr("check.matches"));
    text(ui.fonts.small, ui.palette.secondary, tr("check.matches_note"), true);
    gap(4);
    constexpr std::size_t kMost = 3;
    for (std::size_t i = 0; i < std::min(kMost, check.matches.size()); ++i) match(ui, check.matches[i], out);
  }
  rule(ui);
  source_list(ui, check.sources, out);
}

}  // namespace gs::ui
