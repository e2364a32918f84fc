#include <imgui.h>

#include <algorithm>

#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

/// The field for any projection of PROJ: Dear ImGui edits in place, the state holds what was applied last.
struct Field {
  bool open = false, focus = false;
  std::string typed, wrong;
};
Field field;

void open_field(const ViewState& v) {
  field.open = field.focus = true;
  field.typed = v.projection_text;
  field.wrong.clear();
}

/// What PROJ makes of the text: a map and the view of all of it, or its words against it.
void apply(const Ui& ui, Actions& out) {
  field.wrong.clear();
  if (is_projection_code(field.typed) && !knows_projection_codes()) {
    field.wrong = ui.tr()("projection.no_codes");
    return;
  }
  const auto parameters = projection_parameters(field.typed);
  if (!parameters) {
    field.wrong = parameters.error().what;
    return;
  }
  const auto made = Projector::create(*parameters);
  if (!made || !is_projection_text(*parameters)) {
    field.wrong = made ? ui.tr()("projection.too_long", kLongestProjection) : made.error().what;
    return;
  }
  field.typed = *parameters;
  out.push_back(action::SetCustomProjection{*parameters});
  const Window window{{ui.layout.window.w, ui.layout.window.h}, 1.0, ui.layout.padding()};
  out.push_back(action::SetViewpoint{whole_map(*made, window)});
}

void contents(const Ui& ui, Actions& out, float width) {
  const float send = text_width(ui.fonts.body, ui.tr()("projection.apply")) + 24.0f;
  ImGui::SetNextItemWidth(width - send - 8.0f);
  if (field.focus) type_into("##proj");
  field.focus = false;
  const bool entered = text_field(ui, "##proj", "+proj=wag4 +lon_0=60", field.typed, ImGuiInputTextFlags_EnterReturnsTrue);
  tab_stop();
  focus_ring(ui);
  ImGui::SameLine(0, 8);
  if (button(ui, "apply", ui.tr()("projection.apply"), false, send) || entered) apply(ui, out);
  gap(2);
  const bool wrong = !field.wrong.empty();
  text(ui.fonts.small, wrong ? ui.palette.warning : ui.palette.secondary,
       wrong ? field.wrong : ui.tr()(knows_projection_codes() ? "projection.help" : "projection.help_page"), true);
}

/// A panel of its own above the settings.
void panel(const Ui& ui, Actions& out) {
  const Rect& map = ui.layout.map;
  const float width = std::min(440.0f, map.w - 32.0f), height = 136.0f;
  const Rect r{map.right() - width - 16.0f, map.bottom() - height - 64.0f, width, height};
  begin_panel("projection", r, ui.palette.panel, {16, 12}, true, 6);
  ImGui::GetWindowDrawList()->AddRect({r.x + 0.5f, r.y + 0.5f}, {r.right() - 0.5f, r.bottom() - 0.5f}, u32(ui.palette.control_edge), 6);
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("projection.any"));
  ImGui::SetCursorPos({width - 40, 8});
  if (cross(ui, "close", ui.tr()("working.close"), 28.0f)) field.open = false;
  ImGui::SetCursorPos({16, 40});
  contents(ui, out, width - 32.0f);
  if (escapes(ui)) field.open = false;
  end_panel();
}

}  // namespace

void projection_choice(const Ui& ui, Actions& out, float width) {
  const Translator& tr = ui.tr();
  std::vector<std::string> names, keeps;
  std::vector<std::string> ids;
  int chosen = 0;
  for (const ProjectionInfo& p : projections()) {
    if (p.key == ui.state.view.projection) chosen = static_cast<int>(ids.size());
    ids.emplace_back(p.key);
    const std::string key = "projection." + ids.back();
    names.push_back(tr.has(key) ? tr(key) : std::string(p.name));
    keeps.push_back(tr("keeps." + std::string(id_of(p.keeps))));
  }
  const bool custom = ui.state.view.projection == kCustomProjection;
  if (custom) chosen = static_cast<int>(names.size());
  names.push_back(custom ? ui.state.view.projection_text.substr(0, 60) : tr("projection.custom"));
  if (custom) names.push_back(tr("projection.custom"));
  const bool phone = ui.layout.form == Form::phone;
  if (const auto i = choice(ui, "##projection", phone ? tr("settings.projection") : "", names, chosen, width, keeps)) {
    const auto n = static_cast<std::size_t>(*i);
    if (n < ids.size()) field.open = false, out.push_back(action::SetProjection{ids[n]});
    else open_field(ui.state.view);
  }
  if (phone && field.open) contents(ui, out, width);
}

void projection_panel(const Ui& ui, Actions& out) {
  if (field.open && ui.layout.form != Form::phone && ui.state.view.panel != Panel::laboratory && ui.state.view.panel != Panel::table) panel(ui, out);
}

}  // namespace gs::ui
