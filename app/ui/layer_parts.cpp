#include "ui/layer_parts.hpp"

namespace gs::ui {
namespace {

struct LayerKey {
  std::string_view id;
  ImGuiKey key;
  char letter;
};
/// By Layer.
constexpr std::array<LayerKey, kLayerCount> kKeys{{{"sites", ImGuiKey_1, '1'},
                                                   {"railways", ImGuiKey_2, '2'},
                                                   {"trains", ImGuiKey_3, '3'},
                                                   {"locomotives", ImGuiKey_4, '4'},
                                                   {"labels", ImGuiKey_5, '5'},
                                                   {"borders", ImGuiKey_6, '6'},
                                                   {"graticule", ImGuiKey_7, '7'},
                                                   {"groups", ImGuiKey_G, 'G'},
                                                   {"night", ImGuiKey_N, 'N'},
                                                   {"countries", ImGuiKey_C, 'C'},
                                                   {"resource", ImGuiKey_D, 'D'},
                                                   {"water", ImGuiKey_W, 'W'},
                                                   {"relief", ImGuiKey_E, 'E'}}};

}  // namespace

std::string_view id_of(Layer layer) { return kKeys[static_cast<std::size_t>(layer)].id; }
char key_of(Layer layer) { return kKeys[static_cast<std::size_t>(layer)].letter; }

void layer_keys(Actions& out) {
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    if (ImGui::IsKeyPressed(kKeys[i].key, false)) out.push_back(action::ToggleLayer{static_cast<Layer>(i)});
  }
}

bool has_strength(Layer layer) { return layer != Layer::labels && layer != Layer::groups; }

void check_mark(const Ui& ui, ImVec2 c, bool on) {
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRect({c.x - 6, c.y - 6}, {c.x + 6, c.y + 6}, u32(ui.palette.control_edge), 3);
  if (on) d->AddRectFilled({c.x - 3, c.y - 3}, {c.x + 3, c.y + 3}, u32(ui.palette.accent), 1);
}

void color_key(const Ui& ui, const ColorKey& key, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const float w = width / static_cast<float>(key.colors.size());
  for (std::size_t i = 0; i < key.colors.size(); ++i) {
    const float x = at.x + w * static_cast<float>(i);
    d->AddRectFilled({x, at.y + 2}, {x + w, at.y + 12}, u32(key.colors[i]));
    if (i == 0) continue;
    const std::string& words = key.bounds[i - 1];
    text_at(d, ui.fonts.small, {x - 0.5f * text_width(ui.fonts.small, words), at.y + 13}, ui.palette.secondary, words);
  }
  d->AddRect({at.x, at.y + 2}, {at.x + width, at.y + 12}, u32(ui.palette.control_edge));
  ImGui::Dummy({width, 30});
  text(ui.fonts.small, ui.palette.secondary, key.note, true);
}

}  // namespace gs::ui
