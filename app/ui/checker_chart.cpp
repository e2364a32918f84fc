#include "ui/checker_chart.hpp"

#include <algorithm>
#include <vector>

#include "scene/claim_sentences.hpp"
#include "sim/simulate.hpp"

namespace gs::ui {
namespace {

struct Bar {
  std::string name, value, inputs;
  Range<double> range;
  Color color;
};

/// Name and value on a line, the bar below; what it is made of in small print. `claim` is a line through all bars.
void bars(const Ui& ui, const std::vector<Bar>& rows, std::optional<double> claim) {
  double most = claim.value_or(0.0);
  for (const Bar& b : rows) most = std::max(most, b.range.high);
  if (!(most > 0.0)) return;
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (const Bar& b : rows) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const auto x = [&](double v) { return at.x + 5.0f + static_cast<float>(v / (most * 1.02)) * (width - 10.0f); };
    const float value = text_width(ui.fonts.small_bold, b.value), room = width - value - 10.0f;
    // Where both do not fit on a line, the value has one of its own.
    const bool two = text_width(ui.fonts.small, b.name) > room;
    text_at(d, ui.fonts.small, at, ui.palette.ink, shortened(ui.fonts.small, b.name, two ? width : room));
    text_at(d, ui.fonts.small_bold, {at.x + width - value, at.y + (two ? 17.0f : 0.0f)}, ui.palette.ink, b.value);
    const float top = at.y + (two ? 37.0f : 20.0f), middle = top + 5.0f;
    d->AddRectFilled({at.x, top}, {at.x + width, top + 10}, u32(ui.palette.inset), 2);
    d->AddRectFilled({x(b.range.low), top + 1}, {std::max(x(b.range.high), x(b.range.low) + 3), top + 9}, u32(b.color.with_alpha(0.35)), 3);
    d->AddCircleFilled({x(b.range.best), middle}, 4.0f, u32(b.color), 20);
    if (claim) d->AddLine({x(*claim), top - 3}, {x(*claim), top + 13}, u32(ui.palette.ink), 2.0f);
    ImGui::Dummy({width, top + 14.0f - at.y});
    if (!b.inputs.empty()) {
      gap(2);
      text(ui.fonts.small, ui.palette.secondary, b.inputs, true);
    }
    gap(10);
  }
}

void claim_line(const Ui& ui, std::string_view words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine({at.x + 4, at.y + 1}, {at.x + 4, at.y + 15}, u32(ui.palette.ink), 2.0f);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + 14.0f);
  text(ui.fonts.small, ui.palette.ink, words, true);
  gap(6);
}

/// What the claim asks of the plant: its own capacity factor, else what the chosen method needs.
std::optional<double> asked(const ClaimCheck& check, const ClaimCase& of) {
  if (of.implied_output) return of.implied_output;
  for (const ConventionRow& r : of.rows)
    if (r.method == check.method) return r.needed;
  return std::nullopt;
}

constexpr Range<double> point(double v) { return {v, v, v}; }

}  // namespace

void output_chart(const Ui& ui, const ClaimCheck& check, const ClaimCase& of) {
  if (!check.read.capacity) return;
  const Translator& tr = ui.tr();
  const World& w = ui.world;
  const UsualOutput& usual = of.usual;
  std::vector<Bar> rows;
  if (usual.simulated)
    rows.push_back({simulated_where(w, check, usual), share_range(w, *usual.simulated), "", *usual.simulated, ui.palette.accent});
  if (usual.reported)
    rows.push_back({reported_where(w, check, usual), share_range(w, *usual.reported), "", *usual.reported, ui.palette.secondary});
  if (usual.best_plant >= 0) {
    const Project& best = w.portfolio.projects[static_cast<std::size_t>(usual.best_plant)];
    rows.push_back({tr("check.best", display_name(best, tr)), percent(usual.best, tr), "", point(usual.best), ui.palette.secondary});
  }
  if (rows.empty()) return;
  text(ui.fonts.small_bold, ui.palette.ink, tr("check.capacity_factor"), true);
  const auto claim = asked(check, of);
  if (claim) {
    const std::string method = tr("method." + std::string(id_of(check.method)));
    claim_line(ui, of.implied_output ? tr("check.claimed", percent(*claim, tr)) : tr("check.needed_by", method, percent(*claim, tr)));
  }
  bars(ui, rows, claim);
}

void convention_chart(const Ui& ui, const ClaimCheck& check, const ClaimCase& of) {
  const Translator& tr = ui.tr();
  text(ui.fonts.small_bold, ui.palette.ink, tr("check.conventions"), true);
  claim_line(ui, tr("check.claimed", figure(*check.read.co2, tr).text()));
  std::vector<Bar> rows;
  for (const ConventionRow& r : of.rows) {
    const Range<double> range{r.saving.low.base(), r.saving.best.base(), r.saving.high.base()};
    rows.push_back({convention_name(ui.world, r), range_text(r.saving, tr), convention_inputs(ui.world, r), range,
                    r.claim == Side::inside ? ui.palette.accent : ui.palette.secondary});
  }
  bars(ui, rows, check.read.co2->base());
}

}  // namespace gs::ui
