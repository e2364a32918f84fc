#include <algorithm>
#include <cmath>

#include "ui/laboratory.hpp"

namespace gs::ui {
namespace {

constexpr float kReach = 22.0f, kClickReach = 5.0f;

void keys(const Ui& ui, Actions& out) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput || io.KeyCtrl || io.KeyAlt || io.KeySuper || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) return;
  if (escapes(ui) || ImGui::IsKeyPressed(ImGuiKey_L, false)) out.push_back(action::SetPanel{Panel::none});
  const LabResults* lab = ui.world.lab;
  if (io.NavVisible || !lab || lab->runs.empty()) return;
  const double km = lab_cursor(*lab, ui.state.view.lab_km), length = lab->line.line.length_m * 1e-3;
  const double step = length / 100.0 * (io.KeyShift ? 5.0 : 1.0);
  if (ImGui::IsKeyPressed(left_arrow())) out.push_back(action::SetLabCursor{km - step});
  if (ImGui::IsKeyPressed(right_arrow())) out.push_back(action::SetLabCursor{std::min(km + step, length)});
  const auto front = static_cast<std::size_t>(lab_front(*lab) - lab->runs.data()), n = lab->runs.size();
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) out.push_back(bring_forward(ui, lab->runs[(front + n - 1) % n]));
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) out.push_back(bring_forward(ui, lab->runs[(front + 1) % n]));
}

}  // namespace

void laboratory_map(const Ui& ui, const SceneBuilder& scene, Actions& out) {
  const ImGuiIO& io = ImGui::GetIO();
  keys(ui, out);
  // From the train down to the charts, where they lie below the map.
  const LabOnMap& map = scene.laboratory();
  if (map.train && !ui.layout.charts.empty()) {
    ImDrawList* d = ImGui::GetBackgroundDrawList();
    const float x = ui.layout.seen(map.train->x);
    for (float y = map.train->y + 10; y < ui.layout.map.bottom(); y += 4)
      d->AddLine({x, y}, {x, std::min(y + 2, ui.layout.map.bottom())}, u32(ui.palette.ink), 1.0f);
  }
  if (io.WantCaptureMouse || !ImGui::IsMousePosValid()) return;
  const Window window{{ui.layout.window.w, ui.layout.window.h}, 1.0, ui.layout.padding()};
  const Projector& projector = scene.geometry().projector();
  const glm::dvec2 mouse = pointer(ui.layout), moved = pointer_moved(ui.layout);
  if (io.MouseWheel != 0) {
    const double factor = std::exp2(0.35 * static_cast<double>(std::clamp(io.MouseWheel, -3.0f, 3.0f)));
    out.push_back(action::SetViewpoint{zoomed(projector, ui.state.view.viewpoint, window, mouse, factor)});
    return;
  }
  if (ImGui::IsMouseDragging(0, kClickReach)) {
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)
      out.push_back(action::SetViewpoint{dragged(projector, ui.state.view.viewpoint, window, mouse - moved, mouse)});
    return;
  }
  const bool pressed = ImGui::IsMouseReleased(0);
  if (!pressed && (ui.touch || (io.MouseDelta.x == 0 && io.MouseDelta.y == 0))) return;
  if (const auto km = map.nearest(glm::vec2(mouse), ui.touch ? 2 * kReach : kReach)) {
    out.push_back(action::SetLabCursor{*km});
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
}

}  // namespace gs::ui
