#include <array>

#include "ui/panels.hpp"

namespace gs::ui {
namespace {

struct Way {
  const char* key;
  Panel panel;
};
constexpr std::array<Way, 6> kWays{{{"stories.kind", Panel::stories},
                                    {"scenario.title", Panel::scenario},
                                    {"check.open", Panel::checker},
                                    {"policy.kind", Panel::policy},
                                    {"own.title", Panel::own},
                                    {"help.kind", Panel::help}}};

}  // namespace

void explore(const Ui& ui, Actions& out) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()("explore.title"));
  gap(8);
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  bool first = true;
  const auto way_to = [&](const char* key) {
    const std::string& label = ui.tr()(key);
    const float width = text_width(ui.fonts.body, label) + 24.0f;
    if (!first && ImGui::GetItemRectMax().x + 8.0f + width <= right) ImGui::SameLine(0, 8);
    first = false;
    return button(ui, key, label, false, width);
  };
  for (const Way& way : kWays) {
    if (way_to(way.key)) out.push_back(action::SetPanel{way.panel});
  }
  if (ui.layout.form == Form::phone && way_to("share")) out.push_back(action::ShowSharing{true});
  gap(16);
}

}  // namespace gs::ui
