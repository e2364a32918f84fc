#include "ui/working_lines.hpp"

#include <algorithm>

namespace gs::ui {
namespace {

void small_words(const Ui& ui, std::string_view words) {
  if (!words.empty()) text(ui.fonts.small, ui.palette.secondary, words, true);
}

constexpr std::size_t kFewSources = 5;  ///< more of them fold

void source_line(const Ui& ui, const std::string& id, Actions& out) {
  const Source* s = ui.world.portfolio.source(id);
  if (!s) return;
  const std::string& name = s->publisher.empty() ? s->title : s->publisher;
  if (s->url.empty()) small_words(ui, name);
  else if (link(ui, id.c_str(), name)) out.push_back(action::OpenAddress{s->url});
}

void source_lines(const Ui& ui, const std::vector<std::string>& ids, Actions& out) {
  bool* all = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("all-sources"));
  const std::size_t shown = *all ? ids.size() : std::min(ids.size(), kFewSources);
  for (std::size_t i = 0; i < shown; ++i) source_line(ui, ids[i], out);
  if (shown < ids.size() && link(ui, "more-sources", ui.tr()("own.more", ids.size() - shown))) *all = true;
}

void input_lines(const Ui& ui, const WorkingInput& in, Actions& out) {
  fact(ui, in.name, in.value);
  small_words(ui, in.from);
  if (in.estimated) text(ui.fonts.small, ui.palette.warning, ui.tr()("working.estimate"));
  source_lines(ui, in.sources, out);
  gap(4);
}

}  // namespace

bool working_opens(const Ui& ui, const char* id) {
  bool* open = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id));
  ImGui::Dummy({0, 0});  // a gap of what stands above it may have come before
  gap(4);
  if (button(ui, id, ui.tr()("working.open"), *open)) *open = !*open;
  gap(4);
  return *open;
}

void working_lines(const Ui& ui, const Working& of, Actions& out) {
  small_words(ui, of.formula);
  gap(6);
  int n = 0;
  for (const WorkingInput& in : of.inputs) {
    ImGui::PushID(n++);
    input_lines(ui, in, out);
    ImGui::PopID();
  }
  for (const std::string& note : of.notes) small_words(ui, note);
  if (!of.cited.empty() && link(ui, "cite", ui.tr()("working.cite"))) out.push_back(action::CopyCitation{of.cited});
}

}  // namespace gs::ui
