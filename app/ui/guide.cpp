#include <array>

#include "ui/panels.hpp"

namespace gs::ui {
namespace {

struct Hint {
  const char* key;
  Actions (*show)();
};

/// What a newcomer can try, each shown with one press.
constexpr std::array<Hint, 4> kHints{{
    {"guide.project", [] { return Actions{action::Select{{SelectionKind::project, "al-dhafra-pv2"}}, action::FlyTo{{SelectionKind::project, "al-dhafra-pv2"}}}; }},
    {"guide.years", [] { return Actions{action::SetTimeScale{TimeScale::years}, action::SetYear{2010}, action::PlayYears{true}}; }},
    {"guide.story", [] { return Actions{action::SetPanel{Panel::stories}}; }},
    {"guide.trains", [] { return Actions{action::OpenLaboratory{}}; }},
}};

struct Key {
  const char *keys, *key;
};
constexpr std::array<Key, 14> kKeys{{{"/", "help.search"}, {"+ −", "help.zoom"}, {"0", "help.home"}, {"R", "help.roll"}, {"1–7 G N C D W E", "help.layers"},
                                     {"Space", "help.years"}, {"T", "help.trains"}, {"L", "help.laboratory"}, {"S", "help.stories"},
                                     {"Page Up, Page Down", "help.steps"}, {"Ctrl Z, Ctrl Y", "help.undo"}, {"Tab, Enter", "help.tab"},
                                     {"Esc", "help.escape"}, {"?", "help.help"}}};

/// What there is beside the map; a panel opens with one press.
struct Feature {
  const char* key;
  Panel panel = Panel::none;
};
constexpr std::array<Feature, 6> kFeatures{{{"help.table", Panel::table}, {"help.working"}, {"help.hours"}, {"help.scenarios", Panel::scenario},
                                            {"help.story_files", Panel::stories}, {"help.own", Panel::own}}};

void feature(const Ui& ui, const Feature& f, Actions& out) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 2));
  if (f.panel == Panel::none) text(ui.fonts.body, ui.palette.ink, ui.tr()(f.key), true);
  else if (link(ui, f.key, ui.tr()(f.key), false)) out.push_back(action::SetPanel{f.panel});
  text(ui.fonts.small, ui.palette.secondary, ui.tr()(std::string(f.key) + "_note"), true);
  ImGui::PopStyleVar();
}

}  // namespace

void guide(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  const float right = ImGui::GetWindowContentRegionMax().x, size = cross_size(ui);
  const ImVec2 start = ImGui::GetCursorPos();
  text(ui.fonts.body_bold, ui.palette.ink, tr("guide.title"));
  ImGui::SetCursorPos({right - size + 6.0f, start.y - 5.0f});
  if (cross(ui, "dismiss", tr("guide.dismiss"), size)) out.push_back(action::DismissGuide{});
  ImGui::SetCursorPos({start.x, start.y + 24.0f});
  text(ui.fonts.small, ui.palette.secondary, tr("guide.note"), true);
  for (const Hint& hint : kHints) {
    ImGui::PushID(hint.key);
    if (link(ui, "show", tr(hint.key), false)) {
      for (Action& a : hint.show()) out.push_back(std::move(a));
    }
    ImGui::PopID();
  }
  rule(ui);
}

void help_view(const Ui& ui, Actions& out) {
  const Translator& tr = ui.tr();
  panel_head(ui, tr("help.kind"), tr("help.title"), out);
  text(ui.fonts.body, ui.palette.ink, tr("help.text"), true);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("help.more_title"));
  for (const Feature& f : kFeatures) {
    gap(10);
    feature(ui, f, out);
  }
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("help.mouse_title"));
  text(ui.fonts.small, ui.palette.ink, tr(ui.touch ? "help.touch" : "help.mouse"), true);
  rule(ui);
  text(ui.fonts.body_bold, ui.palette.ink, tr("help.keys_title"));
  gap(2);
  for (const Key& k : kKeys) fact(ui, k.keys, tr(k.key), 132);
}

}  // namespace gs::ui
