#include "scene/working.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/card.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

/// The working of a figure: a card over everything, with its formula, its inputs and their sources, and the citation.
namespace gs::ui {
namespace {

constexpr float kEdge = kCardEdge, kBox = 12.0f;

/// The contents from top to bottom: measured first, since the card is as high as they are, then drawn at the same places.
struct Flow {
  const Ui& ui;
  float x, y, w;
  ImDrawList* list = nullptr;  ///< null: only measured
  Actions* out = nullptr;

  void words(ImFont* font, Color color, std::string_view s) {
    if (s.empty()) return;
    if (list) text_at(list, font, {x, y}, color, s, w);
    y += text_size(font, s, w).y;
  }
  void line() {
    y += 10;
    if (list) list->AddLine({x, std::floor(y) + 0.5f}, {x + w, std::floor(y) + 0.5f}, u32(ui.palette.hairline));
    y += 10;
  }
};

void formula(Flow& f, const std::string& words) {
  Flow in{f.ui, f.x + kBox, f.y + 10, f.w - 2 * kBox, nullptr, nullptr};
  in.words(f.ui.fonts.body, f.ui.palette.ink, words);
  const float bottom = in.y + 10;
  if (f.list) {
    f.list->AddRectFilled({f.x, f.y}, {f.x + f.w, bottom}, u32(f.ui.palette.inset), 4);
    text_at(f.list, f.ui.fonts.body, {in.x, f.y + 10}, f.ui.palette.ink, words, in.w);
  }
  f.y = bottom;
}

void sources(Flow& f, const WorkingInput& input) {
  const float high = std::max(font_px(f.ui.fonts.small), f.ui.touch ? 32.0f : 0.0f);
  for (const std::string& id : input.sources) {
    const Source* s = f.ui.world.portfolio.source(id);
    if (!s) continue;
    const std::string name = s->title.empty() ? s->publisher : s->title.find(s->publisher) == std::string::npos ? s->publisher + ": " + s->title : s->title;
    f.y += 2;
    if (s->url.empty()) {
      f.words(f.ui.fonts.small, f.ui.palette.secondary, name);
      continue;
    }
    if (f.list) {
      ImGui::SetCursorScreenPos({f.x, f.y});
      if (link(f.ui, id.c_str(), shortened(f.ui.fonts.small, name, f.w))) f.out->push_back(action::OpenAddress{s->url});
    }
    f.y += high;
  }
}

/// Name and value on a line where both fit, then where it is from.
void row(Flow& f, const WorkingInput& input) {
  const Palette& p = f.ui.palette;
  ImFont* strong = input.part == WorkingInput::Part::told ? f.ui.fonts.body : f.ui.fonts.body_bold;
  const float name_w = text_width(f.ui.fonts.body, input.name), value_w = text_width(strong, input.value);
  const float top = f.y;
  f.words(f.ui.fonts.body, p.ink, input.name);
  if (name_w + 16 + value_w <= f.w) {
    if (f.list) text_at(f.list, strong, {f.x + f.w - value_w, top}, p.ink, input.value);
  } else {
    f.words(strong, p.ink, input.value);
  }
  if (input.estimated) f.words(f.ui.fonts.small, p.warning, f.ui.tr()("working.estimate"));
  f.words(f.ui.fonts.small, p.secondary, input.from);
  sources(f, input);
}

void contents(Flow& f, const Working& w) {
  const Ui& ui = f.ui;
  f.words(ui.fonts.title, ui.palette.accent, w.result);
  f.words(ui.fonts.small, ui.palette.secondary, w.interval);
  f.y += 10;
  formula(f, w.formula);
  f.y += 4;
  int n = 0;
  for (const WorkingInput& input : w.inputs) {
    f.line();
    if (f.list) ImGui::PushID(n++);
    row(f, input);
    if (f.list) ImGui::PopID();
  }
  if (!w.notes.empty()) f.line();
  for (const std::string& note : w.notes) {
    f.words(ui.fonts.small, ui.palette.secondary, note);
    f.y += 4;
  }
  const std::string& digest = ui.world.results.digest;
  f.y += 6;
  f.words(ui.fonts.small, ui.palette.tertiary, ui.tr()("working.data", ui.world.portfolio.version) + " · " + (digest.empty() ? ui.tr()("result.pending") : ui.tr()("result.digest", digest)));
  f.y += 8;
}

void close(Actions& out) {
  out.push_back(action::ShowWorking{Worked::none});
  step_out();
}

/// Saving or output, where there is a working of both.
void which(const Ui& ui, Actions& out) {
  const Worked now = ui.state.view.worked;
  const bool saving = now == Worked::saving || now == Worked::total_saving;
  const std::array<std::string, 2> labels{ui.tr()("working.saving"), ui.tr()("working.output")};
  if (const auto chosen = segmented(ui, "which", labels, saving ? 0 : 1); chosen && (*chosen == 0) != saving) out.push_back(action::ShowWorking{other_figure(now)});
}

void foot(const Ui& ui, float width, Actions& out) {
  const Translator& tr = ui.tr();
  const float room = width - 2 * kEdge, cite = text_width(ui.fonts.body, tr("working.cite")) + 24.0f, link_w = text_width(ui.fonts.body, tr("working.link")) + 24.0f;
  const bool narrow = cite + 8 + link_w > room;
  const float first = narrow ? 0.58f * (room - 8) : cite, second = narrow ? room - 8 - first : link_w;
  if (button(ui, "cite", shortened(ui.fonts.body, tr("working.cite"), first - 12), false, first)) out.push_back(action::CopyCitation{});
  ImGui::SameLine(0, 8);
  if (button(ui, "link", shortened(ui.fonts.body, tr("working.link"), second - 12), false, second)) out.push_back(action::CopyLink{});
}

void card(const Ui& ui, const Workings::Shown& shown, bool opens, Actions& out) {
  const Working& working = *shown.working;
  const float width = card_place(ui.layout, 0).w, choice_h = shown.other ? ui.control() + 10 : 0.0f, foot_h = ui.control() + 24;
  Flow measured{ui, 0, 0, width - 2 * kEdge, nullptr, nullptr};
  contents(measured, working);
  const Rect r = card_place(ui.layout, kCardHead + choice_h + measured.y + foot_h);
  begin_card(ui, r);
  if (card_head(ui, working.what + " · " + ui.tr()("working.title"), working.title, r.w)) close(out);
  if (opens) step_in();
  if (shown.other) {
    ImGui::SetCursorPos({kEdge, kCardHead});
    which(ui, out);
  }
  const float top = kCardHead + choice_h;
  ImGui::SetCursorPos({1, top});
  const std::string id = fmt::format("working:{}:{}", working.title, working.what);
  ImGui::BeginChild(id.c_str(), {r.w - 2, std::max(40.0f, r.h - top - foot_h)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Flow drawing{ui, at.x + kEdge - 1, at.y, width - 2 * kEdge, ImGui::GetWindowDrawList(), &out};
  contents(drawing, working);
  ImGui::SetCursorScreenPos({at.x, drawing.y});
  ImGui::Dummy({0, 0});
  ImGui::EndChild();
  ImGui::SetCursorPos({kEdge, r.h - foot_h + 12});
  foot(ui, r.w, out);
  end_card();
}

}  // namespace

void working_card(const Ui& ui, Actions& out) {
  static Workings workings;
  if (ui.state.view.worked == Worked::none) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) close(out);
  const Workings::Shown& shown = workings.of(ui.world, ui.state);
  if (!shown.working) return;
  const Veil veil = begin_veil(ui, "working");
  if (veil.pressed) close(out);
  card(ui, shown, veil.opens, out);
  end_veil();
}

}  // namespace gs::ui
