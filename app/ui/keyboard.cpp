#include "ui/keyboard.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>
#include <vector>

namespace gs::ui {
namespace {

struct Stop {
  ImGuiWindow* window;
  ImGuiID id;
};

// In the order in which they were submitted, which is the order of reading. Rebuilt each frame.
std::vector<Stop> stops, last_frame;
bool list_is_open = false, list_had_escape = false;
Stop left{};  ///< where the keyboard was before step_in

void stand_on(const Stop& stop) {
  ImGui::FocusWindow(stop.window);
  ImGui::SetNavID(stop.id, ImGuiNavLayer_Main, 0, ImRect());
}

}  // namespace

void tab_stop() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.LastItemData.ID != 0) stops.push_back({g.CurrentWindow, g.LastItemData.ID});
}

void tab_only_from_here() { stops.clear(); }

void step_in() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  left = {g.NavWindow, g.NavId};
  stand_on({g.CurrentWindow, g.LastItemData.ID});
}

void step_out() {
  if (left.window && left.window->Active) stand_on(left);
  left = {};
}

void type_into(const char* field) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  const ImGuiID id = window->GetID(field);
  ImGui::FocusWindow(window);
  ImGui::SetNavID(id, ImGuiNavLayer_Main, 0, ImRect());
  g.NavNextActivateId = id;
  g.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

bool a_list_is_open() { return list_had_escape; }

void walk_panels() {
  const bool before = std::exchange(list_is_open, ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId));
  list_had_escape = before || list_is_open;
  last_frame.swap(stops);
  stops.clear();
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.IO.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  if (!ImGui::IsKeyPressed(ImGuiKey_Tab) || g.IO.KeyCtrl || g.IO.KeyAlt || last_frame.empty()) return;
  if (g.OpenPopupStack.Size > 0) return;
  // Only stops of windows that are still there.
  const int count = static_cast<int>(last_frame.size());
  int at = -1;
  const ImGuiID now = g.ActiveId != 0 && g.ActiveId == g.NavId ? g.ActiveId : g.NavId;
  for (int i = 0; i < count; ++i) {
    if (last_frame[static_cast<std::size_t>(i)].id == now && g.NavWindow) at = i;
  }
  const int next = g.IO.KeyShift ? (at <= 0 ? count - 1 : at - 1) : (at + 1) % count;
  const Stop& stop = last_frame[static_cast<std::size_t>(next)];
  if (!stop.window->WasActive) return;
  ImGui::NavMoveRequestCancel();
  g.NavTabbingDir = 0;
  ImGui::ClearActiveID();
  ImGui::FocusWindow(stop.window);
  ImGui::SetNavID(stop.id, ImGuiNavLayer_Main, 0, ImRect());
  ImGui::ScrollToRectEx(stop.window, ImGui::WindowRectRelToAbs(stop.window, stop.window->NavRectRel[0]), ImGuiScrollFlags_KeepVisibleEdgeY);
  g.NavDisableHighlight = false;
  g.NavDisableMouseHover = true;
}

}  // namespace gs::ui
