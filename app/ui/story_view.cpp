#include <algorithm>

#include "scene/story.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

void go(const ViewState& v, int by, int steps, Actions& out) {
  const int to = std::clamp(v.step + by, 0, steps - 1);
  if (to != v.step) out.push_back(action::ShowStep{v.story, to});
}

}  // namespace

void story_turn(const Ui& ui, bool forward, int steps, float size, Actions& out) {
  const bool can = forward ? ui.state.view.step + 1 < steps : ui.state.view.step > 0;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginDisabled(!can);
  if (press(forward ? "on" : "back", {size, size})) go(ui.state.view, forward ? 1 : -1, steps, out);
  ImGui::EndDisabled();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 end{at.x + size, at.y + size}, c{at.x + 0.5f * size, at.y + 0.5f * size};
  if (forward && can) d->AddRectFilled(at, end, u32(ui.palette.accent), 4);
  else d->AddRect({at.x + 0.5f, at.y + 0.5f}, {end.x - 0.5f, end.y - 0.5f}, u32(ui.palette.control_edge), 4);
  const ImU32 ink = u32(!can ? ui.palette.control_edge : forward ? ui.palette.accent_text : ui.palette.ink);
  const float side = forward ? 1.0f : -1.0f;
  d->AddLine({c.x - 3 * side, c.y - 6}, {c.x + 3 * side, c.y}, ink, 1.8f);
  d->AddLine({c.x - 3 * side, c.y + 6}, {c.x + 3 * side, c.y}, ink, 1.8f);
  focus_ring(ui);
}

namespace {

/// A dot a step; each can be pressed.
void dots(const Ui& ui, int steps, Actions& out) {
  const float height = ui.touch ? 44.0f : 36.0f, each = 16.0f;
  ImDrawList* d = ImGui::GetWindowDrawList();
  for (int i = 0; i < steps; ++i) {
    ImGui::PushID(i);
    if (i > 0) ImGui::SameLine(0, 0);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (press("step", {each, height})) out.push_back(action::ShowStep{ui.state.view.story, i});
    const ImVec2 c{at.x + 0.5f * each, at.y + 0.5f * height};
    if (i == ui.state.view.step) d->AddCircleFilled(c, 4.5f, u32(ui.palette.accent), 16);
    else d->AddCircle(c, 3.5f, u32(ImGui::IsItemHovered() ? ui.palette.ink : ui.palette.control_edge), 16, 1.4f);
    focus_ring(ui);
    ImGui::PopID();
  }
}

void sources(const Ui& ui, const StoryStep& step, Actions& out) {
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("sources.title"));
  int n = 0;
  for (const std::string& id : step.sources) {
    const Source* s = ui.world.portfolio.source(id);
    if (!s) continue;
    const std::string label = s->publisher.empty() ? s->id : s->publisher;
    ImGui::PushID(++n);
    const float w = text_width(ui.fonts.small, label);
    if (ImGui::GetItemRectMax().x + 12.0f + w < ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x) ImGui::SameLine(0, 12);
    if (s->url.empty()) text(ui.fonts.small, ui.palette.secondary, label);
    else if (link(ui, "open", label)) out.push_back(action::OpenAddress{s->url});
    ImGui::PopID();
  }
}

/// Text of the step with its figures; they follow the scenario, so that the words and the panels agree.
void words(const Ui& ui, const StoryStep& step, Actions& out) {
  const std::string_view code = ui.tr().code();
  text(ui.fonts.head, ui.palette.ink, step.title.in(code), true);
  gap(2);
  text(ui.fonts.body, ui.palette.ink, with_figures(step.text.in(code), ui.world), true);
  gap(4);
  sources(ui, step, out);
}

void head(const Ui& ui, const Story& story, float width, Actions& out) {
  const ImVec2 start = ImGui::GetCursorPos();
  const std::string kind = fmt::format("{} · {}", title_of(story, ui.tr().code()), ui.tr()("story.of", ui.state.view.step + 1, story.steps.size()));
  text(ui.fonts.small, ui.palette.secondary, shortened(ui.fonts.small, kind, width - 40.0f));
  const float size = cross_size(ui);
  ImGui::SetCursorPos({start.x + width - size + 6.0f, start.y - 6.0f});
  if (cross(ui, "end", ui.tr()("story.end"), size)) out.push_back(action::EndStory{});
  ImGui::SetCursorPos({start.x, start.y + (ui.touch ? 42.0f : 22.0f)});
}

void foot(const Ui& ui, const Story& story, float width, Actions& out) {
  const int steps = static_cast<int>(story.steps.size());
  const ImVec2 start = ImGui::GetCursorPos();
  const float size = ui.touch ? 44.0f : 36.0f;
  story_turn(ui, false, steps, size, out);
  ImGui::SetCursorPos({start.x + size + 10.0f, start.y});
  if (2 * size + 36.0f + 16.0f * static_cast<float>(steps) < width) dots(ui, steps, out);
  const std::string& free = ui.tr()("story.explore");
  const float w = text_width(ui.fonts.body, free) + 24.0f, x = start.x + width - size - 8.0f - w;
  if (x > start.x + size + 18.0f + 16.0f * static_cast<float>(steps)) {
    ImGui::SetCursorPos({x, start.y + 0.5f * (size - ui.control())});
    if (button(ui, "free", free, false, w)) out.push_back(action::EndStory{});
  }
  ImGui::SetCursorPos({start.x + width - size, start.y});
  story_turn(ui, true, steps, size, out);
}

void keys(const Ui& ui, int steps, Actions& out) {
  if (ImGui::GetIO().WantTextInput) return;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown, false)) go(ui.state.view, 1, steps, out);
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp, false)) go(ui.state.view, -1, steps, out);
}

/// A story that somebody has written.
void open_file(const Ui& ui) {
  const Translator& tr = ui.tr();
  const bool can_choose = ui.own && ui.own_wish && ui.own->can_choose;
  gap(14);
  text(ui.fonts.body_bold, ui.palette.ink, tr("stories.open_title"));
  text(ui.fonts.small, ui.palette.secondary, tr(can_choose ? "stories.open_page" : "stories.open_window"), true);
  if (!can_choose) return;
  gap(4);
  if (button(ui, "open-file", tr("stories.open"), false)) *ui.own_wish = OwnWish::choose;
}

}  // namespace

bool story_told(const Ui& ui) { return step_of(ui.world, ui.state.view) != nullptr; }

void story_card(const Ui& ui, Actions& out) {
  const Story* story = story_of(ui.world, ui.state.view);
  const StoryStep* step = step_of(ui.world, ui.state.view);
  if (!story || !step) return;
  if (!ui.layout.strip.empty()) return;  // a talk tells it
  keys(ui, static_cast<int>(story->steps.size()), out);
  if (ui.layout.form == Form::phone) return;  // the sheet has it
  const Rect& r = ui.layout.story;
  begin_panel("story", r, ui.palette.panel, {18, 14}, false, 6);
  ImGui::GetWindowDrawList()->AddRect({r.x + 0.5f, r.y + 0.5f}, {r.right() - 0.5f, r.bottom() - 0.5f}, u32(ui.palette.control_edge), 6);
  const float width = r.w - 36.0f, below = (ui.touch ? 44.0f : 36.0f) + 12.0f;
  head(ui, *story, width, out);
  const float top = ImGui::GetCursorPosY();
  ImGui::BeginChild(fmt::format("words:{}", ui.state.view.step).c_str(), {width + 10.0f, r.h - top - below - 8.0f});
  words(ui, *step, out);
  ImGui::EndChild();
  ImGui::SetCursorPos({18, r.h - below});
  foot(ui, *story, width, out);
  end_panel();
}

void story_sheet(const Ui& ui, Actions& out) {
  const Story* story = story_of(ui.world, ui.state.view);
  const StoryStep* step = step_of(ui.world, ui.state.view);
  if (!story || !step) return;
  const float width = ImGui::GetContentRegionAvail().x;
  head(ui, *story, width, out);
  foot(ui, *story, width, out);
  gap(6);
  words(ui, *step, out);
}

void stories_view(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  panel_head(ui, tr("stories.kind"), tr("stories.title"), out);
  text(ui.fonts.small, ui.palette.secondary, tr("stories.note"), true);
  if (ui.world.stories.empty()) text(ui.fonts.body, ui.palette.secondary, tr("stories.loading"), true);
  for (const Story& story : ui.world.stories) {
    ImGui::PushID(story.id.c_str());
    rule(ui);
    text(ui.fonts.head, ui.palette.ink, title_of(story, tr.code()), true);
    if (story.own) text(ui.fonts.small, ui.palette.warning, tr("stories.own"), true);
    if (const std::string& summary = story.summary.in(tr.code()); !summary.empty()) text(ui.fonts.body, ui.palette.secondary, summary, true);
    gap(6);
    if (button(ui, "begin", tr("stories.begin", story.steps.size()), false)) out.push_back(action::ShowStep{story.id, 0});
    ImGui::PopID();
  }
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("stories.write"));
  text(ui.fonts.small, ui.palette.secondary, tr("stories.write_note"), true);
  gap(4);
  if (button(ui, "keep", tr("stories.keep"), false)) out.push_back(action::KeepView{});
  if (ui.kept_views > 0) {
    gap(0);
    if (button(ui, "save", tr("stories.save", ui.kept_views), false)) out.push_back(action::SaveStory{});
  }
  open_file(ui);
}

}  // namespace gs::ui
