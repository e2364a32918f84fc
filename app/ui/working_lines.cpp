#include "ui/working_lines.hpp"

namespace gs::ui {
namespace {

void small_words(const Ui& ui, std::string_view words) {
  if (!words.empty()) text(ui.fonts.small, ui.palette.secondary, words, true);
}

void input_lines(const Ui& ui, const WorkingInput& in, Actions& out) {
  fact(ui, in.name, in.value);
  small_words(ui, in.from);
  if (in.estimated) text(ui.fonts.small, ui.palette.warning, ui.tr()("working.estimate"));
  for (const std::string& id : in.sources) {
    const Source* s = ui.world.portfolio.source(id);
    if (!s) continue;
    const std::string& name = s->publisher.empty() ? s->title : s->publisher;
    if (s->url.empty()) small_words(ui, name);
    else if (link(ui, id.c_str(), name)) out.push_back(action::OpenAddress{s->url});
  }
  gap(4);
}

}  // namespace

bool working_opens(const Ui& ui, const char* id) {
  bool* open = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id));
  gap(2);
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
