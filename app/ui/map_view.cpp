#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <glm/trigonometric.hpp>

#include "sim/simulate.hpp"
#include "scene/hand.hpp"
#include "ui/laboratory.hpp"
#include "ui/layer_parts.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"
#include "ui/timeline.hpp"

namespace gs::ui {
namespace {

constexpr float kClickReach = 5.0f;
const double kStepOctaves = std::log2(1.6);  // of a button and a key

/// What the hand that moves the map has begun: Dear ImGui's clock, and the view that it left behind.
struct Grip {
  Hand hand;
  double moved_at = 0;
  Viewpoint left;
};
Grip grip;

/// Somebody else moved the map: a flight, a link.
bool overtaken(const Viewpoint& now) {
  const Viewpoint& l = grip.left;
  return std::abs(std::remainder(now.longitude - l.longitude, 360.0)) > 1e-6 || std::abs(now.latitude - l.latitude) > 1e-6 ||
         std::abs(now.zoom - l.zoom) > 1e-6;
}

/// A needle to the north, while north is not up; pressed, it brings it up.
void compass(const Ui& ui, const Projector& projector, const Window& window, float x, float y, float size, Actions& out) {
  const Viewpoint& at = ui.state.view.viewpoint;
  const auto north = north_angle(projector, camera_of(projector, at, window));
  const double degrees = north ? glm::degrees(*north) : at.roll;
  const double drawn_degrees = mirrored() ? -degrees : degrees;  // the map is not in the mirror
  if (std::abs(degrees) <= 1.0 && std::abs(at.roll) < 0.05) return;
  begin_panel("compass", {x, y, size, size}, ui.palette.panel, {0, 0}, false, 4);
  ImDrawList* d = ImGui::GetWindowDrawList();
  if (press("north", {size, size})) {
    Viewpoint to = at;
    to.roll = std::abs(degrees) <= 1.0 ? 0.0 : std::remainder(at.roll - degrees, 360.0);
    out.push_back(action::FlyToView{to});
  }
  if (ImGui::IsItemHovered()) {
    d->AddRectFilled({x, y}, {x + size, y + size}, u32(ui.palette.inset), 4);
    ImGui::SetTooltip("%s", drawn(ui.tr()("map.north_up")));
  }
  const ImVec2 c{x + 0.5f * size, y + 0.5f * size};
  const float sin = static_cast<float>(std::sin(glm::radians(drawn_degrees))), cos = static_cast<float>(std::cos(glm::radians(drawn_degrees)));
  const auto at_px = [&](float right, float up) { return ImVec2(c.x + right * cos + up * sin, c.y + right * sin - up * cos); };
  d->AddTriangleFilled(at_px(-4, 0), at_px(0, 10), at_px(4, 0), u32(ui.palette.accent));
  d->AddTriangleFilled(at_px(4, 0), at_px(0, -10), at_px(-4, 0), u32(ui.palette.control_edge));
  d->AddRect({x + 0.5f, y + 0.5f}, {x + size - 0.5f, y + size - 0.5f}, u32(ui.palette.control_edge), 4);
  focus_ring(ui);
  end_panel();
}

void zoom_buttons(const Ui& ui, const SceneBuilder& scene, const Window& window, Actions& out) {
  const float size = ui.touch ? 44.0f : 32.0f;
  const Rect place = zoom_place(ui.layout, size);
  const float x = place.x, y = place.y;
  begin_panel("zoom", {x, y, size, 2 * size + 1}, ui.palette.panel, {0, 0}, false, 4);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 1));
  ImDrawList* d = ImGui::GetWindowDrawList();
  const auto step = [&](const char* id, double octaves, bool plus) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (press(id, {size, size})) {
      const Camera camera = camera_of(scene.geometry().projector(), ui.state.view.viewpoint, window);
      grip.hand.zoom(camera.middle(), octaves, true);
    }
    if (ImGui::IsItemHovered()) d->AddRectFilled(at, {at.x + size, at.y + size}, u32(ui.palette.inset), 4);
    const ImVec2 c{std::floor(at.x + 0.5f * size), std::floor(at.y + 0.5f * size)};
    d->AddRectFilled({c.x - 6, c.y - 0.8f}, {c.x + 6, c.y + 0.8f}, u32(ui.palette.ink));
    if (plus) d->AddRectFilled({c.x - 0.8f, c.y - 6}, {c.x + 0.8f, c.y + 6}, u32(ui.palette.ink));
    focus_ring(ui);
  };
  step("in", kStepOctaves, true);
  step("out", -kStepOctaves, false);
  d->AddLine({x + 6, y + size + 0.5f}, {x + size - 6, y + size + 0.5f}, u32(ui.palette.hairline));
  d->AddRect({x + 0.5f, y + 0.5f}, {x + size - 0.5f, y + 2 * size + 0.5f}, u32(ui.palette.control_edge), 4);
  ImGui::PopStyleVar();
  end_panel();
  compass(ui, scene.geometry().projector(), window, x, y + 2 * size + 9, size, out);
}

double wheel_octaves() { return 0.35 * static_cast<double>(std::clamp(ImGui::GetIO().MouseWheel, -3.0f, 3.0f)); }
double wheel_factor() { return std::exp2(wheel_octaves()); }

struct Card {
  std::string title, note, figure;
};

Card card_of(const Ui& ui, const SiteGroup& group) {
  const Translator& tr = ui.tr();
  const GroupSum sum = sum_of(ui.world, group);
  Card c{tr("group.title", sum.projects), "", ""};
  for (int i = 0; i < kCategoryCount; ++i) {
    const int n = sum.by_category[static_cast<std::size_t>(i)];
    if (n > 0) c.note += fmt::format("{}{} {}", c.note.empty() ? "" : " · ", tr("category." + std::string(id_of(static_cast<Category>(i)))), n);
  }
  c.figure = figure(sum.capacity, tr).text();
  if (sum.avoided) c.figure += " · " + tr("group.saves", figure(*sum.avoided, tr).text(), ui.state.scenario.year);
  return c;
}

Card card_of(const Ui& ui, const Selection& s) {
  const World& w = ui.world;
  const Translator& tr = ui.tr();
  if (s.kind == SelectionKind::project) {
    for (std::size_t i = 0; i < w.portfolio.projects.size(); ++i) {
      const Project& p = w.portfolio.projects[i];
      if (p.id != s.id) continue;
      Card c{display_name(p, tr), tech_name(ui, p.technology) + ", " + status_name(ui, status_at(p, ui.state.scenario.year)), ""};
      if (p.capacity) c.note += ", " + figure(*p.capacity, tr).text();
      if (w.results.projects[i].avoided) {
        c.figure = tr("card.simulated", figure(w.results.projects[i].avoided->best, tr).text(), range_text(*w.results.projects[i].avoided, tr));
      }
      return c;
    }
  } else if (s.kind == SelectionKind::route) {
    if (const Route* r = w.portfolio.route(s.id)) {
      Card c{display_name(*r, tr), tr(std::string("electrified.") + std::string(id_of(r->electrified))), ""};
      if (r->gauge_mm) c.note = tr("unit.mm_value", *r->gauge_mm) + tr("lab.comma") + c.note;
      if (r->length) c.note = tr("unit.km_value", number(r->length->base(), tr, 4)) + tr("lab.comma") + c.note;
      return c;
    }
  } else if (s.kind == SelectionKind::locomotive) {
    if (const Locomotive* l = w.portfolio.locomotive(s.id)) {
      Card c{display_name(*l, tr), tr(std::string("loco.") + std::string(id_of(l->type))) + ", " + l->operator_name, ""};
      if (l->co2_saving_per_unit) c.figure = tr("card.reported_unit", figure(*l->co2_saving_per_unit, tr).text());
      return c;
    }
  }
  return {};
}

void hover_card(const Ui& ui, const SceneBuilder& scene, ImVec2 at) {
  const SiteGroup* group = scene.group(ui.state.view.hover);
  const Card c = group ? card_of(ui, *group) : card_of(ui, ui.state.view.hover);
  if (c.title.empty()) return;
  ImDrawList* d = ImGui::GetBackgroundDrawList();
  const float w = 24 + std::max({text_width(ui.fonts.body_bold, c.title), text_width(ui.fonts.small, c.note), text_width(ui.fonts.small, c.figure)});
  const float h = 46.0f + (c.figure.empty() ? 0.0f : 18.0f);
  const Rect& map = ui.layout.map;
  float x = at.x + 16, y = at.y + 16;
  if (x + w > map.right() - 8) x = at.x - w - 12;
  if (y + h > map.bottom() - 8) y = at.y - h - 12;
  x = std::floor(std::max(map.x + 8, x)), y = std::floor(std::max(map.y + 8, y));
  d->AddRectFilled({x, y}, {x + w, y + h}, u32(ui.palette.panel), 6);
  d->AddRect({x + 0.5f, y + 0.5f}, {x + w - 0.5f, y + h - 0.5f}, u32(ui.palette.control_edge), 6);
  text_at(d, ui.fonts.body_bold, {x + 12, y + 4}, ui.palette.ink, c.title);
  text_at(d, ui.fonts.small, {x + 12, y + 24}, ui.palette.secondary, c.note);
  if (!c.figure.empty()) text_at(d, ui.fonts.small, {x + 12, y + 42}, ui.palette.accent, c.figure);
}

/// Table and laboratory are pages of their own, with their own Escape.
bool beside_the_map(Panel panel) { return panel != Panel::none && panel != Panel::table && panel != Panel::laboratory; }

void keys(const Ui& ui, const SceneBuilder& scene, const Window& window, Actions& out) {
  const ImGuiIO& io = ImGui::GetIO();
  if (escapes(ui)) {
    if (ui.embed) out.push_back(action::Select{});
    else if (!ui.state.view.query.empty()) out.push_back(action::SetQuery{""});
    else if (!ui.state.view.story.empty()) out.push_back(action::EndStory{});
    else if (beside_the_map(ui.state.view.panel) && !io.WantTextInput) out.push_back(action::SetPanel{Panel::none});
    else out.push_back(action::Select{});
  }
  if (!io.WantTextInput && (io.KeyCtrl || io.KeySuper)) {
    const bool back = ImGui::IsKeyPressed(ImGuiKey_Z), again = ImGui::IsKeyPressed(ImGuiKey_Y);
    if (again || (back && io.KeyShift)) out.push_back(action::Redo{});
    else if (back) out.push_back(action::Undo{});
  }
  if (io.WantTextInput || io.NavVisible || a_list_is_open() || io.KeyCtrl || io.KeyAlt || io.KeySuper) return;
  const Projector& projector = scene.geometry().projector();
  const Viewpoint& at = ui.state.view.viewpoint;
  const glm::dvec2 middle = camera_of(projector, at, window).middle();
  const auto pan_by = [&](double dx, double dy) { out.push_back(action::SetViewpoint{dragged(projector, at, window, middle, middle + glm::dvec2(dx, dy))}); };
  const auto roll_by = [&](double degrees) { out.push_back(action::SetViewpoint{rolled(projector, at, window, middle, degrees)}); };
  const bool pans = ui.state.view.panel != Panel::table;  // there the arrows go through the rows
  if (pans && ImGui::IsKeyPressed(left_arrow())) io.KeyShift ? roll_by(-5) : pan_by(60, 0);
  if (pans && ImGui::IsKeyPressed(right_arrow())) io.KeyShift ? roll_by(5) : pan_by(-60, 0);
  if (ImGui::IsKeyPressed(ImGuiKey_R)) roll_by(io.KeyShift ? -15 : 15);
  if (pans && ImGui::IsKeyPressed(ImGuiKey_UpArrow)) pan_by(0, 60);
  if (pans && ImGui::IsKeyPressed(ImGuiKey_DownArrow)) pan_by(0, -60);
  if (ImGui::IsKeyPressed(ImGuiKey_Equal) || ImGui::IsKeyPressed(ImGuiKey_KeypadAdd)) grip.hand.zoom(middle, kStepOctaves, true);
  if (ImGui::IsKeyPressed(ImGuiKey_Minus) || ImGui::IsKeyPressed(ImGuiKey_KeypadSubtract)) grip.hand.zoom(middle, -kStepOctaves, true);
  if (ImGui::IsKeyPressed(ImGuiKey_0, false) || ImGui::IsKeyPressed(ImGuiKey_Home, false)) out.push_back(action::GoHome{});
  if (ui.embed) return;  // the other keys are of panels
  layer_keys(out);
  if (ImGui::IsKeyPressed(ImGuiKey_L, false)) out.push_back(action::OpenLaboratory{});
  if (ImGui::IsKeyPressed(ImGuiKey_S, false)) out.push_back(action::SetPanel{ui.state.view.panel == Panel::stories ? Panel::none : Panel::stories});
  if (ImGui::IsKeyPressed(ImGuiKey_Slash, false) && io.KeyShift) out.push_back(action::SetPanel{ui.state.view.panel == Panel::help ? Panel::none : Panel::help});
  if (ImGui::IsKeyPressed(ImGuiKey_T, false)) out.push_back(action::PlayTrains{!ui.state.view.playing_trains});
  if (ImGui::IsKeyPressed(ImGuiKey_Space, false)) out.push_back(play_shown(ui.state.view));
}

}  // namespace

void map_alone(const Viewpoint& before, const Window& window, const SceneBuilder& scene, std::optional<Gesture> gesture, Actions& out) {
  const ImGuiIO& io = ImGui::GetIO();
  const Projector& projector = scene.geometry().projector();
  Viewpoint at = before;
  const glm::dvec2 mouse{io.MousePos.x, io.MousePos.y}, moved{io.MouseDelta.x, io.MouseDelta.y};
  if (gesture) {
    at = pinched(projector, at, window, gesture->at - gesture->pan, gesture->at, gesture->factor, glm::degrees(gesture->twist));
  } else if (ImGui::IsMousePosValid()) {
    if (ImGui::IsMouseDragging(0, kClickReach)) at = dragged(projector, at, window, mouse - moved, mouse);
    if (io.MouseWheel != 0) at = zoomed(projector, at, window, mouse, wheel_factor());
  }
  if (!(at == before)) out.push_back(action::SetViewpoint{at});
}

bool map_is_held() { return ImGui::IsMouseDown(0) && !ImGui::GetIO().WantCaptureMouse; }

void map_view(const Ui& ui, const SceneBuilder& scene, std::optional<Gesture> gesture, Actions& out) {
  const ImGuiIO& io = ImGui::GetIO();
  const Window window{{ui.layout.window.w, ui.layout.window.h}, 1.0, ui.layout.padding()};
  const Projector& projector = scene.geometry().projector();
  Viewpoint at = ui.state.view.viewpoint;
  bool moved = false;
  const bool lab = ui.state.view.panel == Panel::laboratory;
  if (lab && !gesture) return laboratory_map(ui, scene, out);
  if (!lab) {
    zoom_buttons(ui, scene, window, out);
    keys(ui, scene, window, out);
  }
  const auto& routes = ui.world.portfolio.routes;
  const glm::dvec2 mouse = pointer(ui.layout);

  Hand& hand = grip.hand;
  if (hand.busy() && overtaken(at)) hand.stop();
  const double seconds = io.DeltaTime, now = ImGui::GetTime();
  if (gesture) {
    hand.stop();
    at = pinched(projector, at, window, gesture->at - gesture->pan, gesture->at, gesture->factor, glm::degrees(gesture->twist));
    moved = true;
  } else if (ImGui::IsMouseReleased(0) && io.MouseDragMaxDistanceSqr[0] >= kClickReach * kClickReach && now - grip.moved_at < 0.5) {
    hand.wait(now - grip.moved_at);
    hand.let_go();
  } else if (!io.WantCaptureMouse && ImGui::IsMousePosValid()) {
    if (ImGui::IsMouseClicked(0)) hand.stop();
    if (ImGui::IsMouseDragging(0, kClickReach) && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
      const glm::dvec2 by = pointer_moved(ui.layout), before = mouse - by;
      if (io.KeyShift || io.KeyCtrl) {
        const glm::dvec2 middle = camera_of(projector, at, window).middle(), a = before - middle, b = mouse - middle;
        at = rolled(projector, at, window, middle, glm::degrees(std::remainder(std::atan2(b.y, b.x) - std::atan2(a.y, a.x), glm::two_pi<double>())));
      } else {
        at = dragged(projector, at, window, before, mouse);
        hand.drag(by, std::min(seconds, 0.05));
        grip.moved_at = now;
      }
      moved = true;
    }
    if (io.MouseWheel != 0) hand.zoom(mouse, wheel_octaves(), false);
    if (ImGui::IsMouseDoubleClicked(0)) {
      hand.zoom(mouse, io.KeyShift ? -1.0 : 1.0, true);
    } else if (ImGui::IsMouseReleased(0) && io.MouseDragMaxDistanceSqr[0] < kClickReach * kClickReach) {
      const Selection picked = scene.pick(glm::vec2(mouse), routes, ui.touch);
      if (picked.kind == SelectionKind::group) out.push_back(action::FlyTo{picked});
      else out.push_back(action::Select{picked});
    }
    const bool still = !ImGui::IsMouseDown(0);
    const Selection under = still && !ui.touch ? scene.pick(glm::vec2(mouse), routes, false) : Selection{};
    if (under != ui.state.view.hover) out.push_back(action::Hover{under});
    if (still && under.kind != SelectionKind::none) {
      ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      hover_card(ui, scene, io.MousePos);
    }
  } else if (ui.state.view.hover.kind != SelectionKind::none && !io.WantCaptureMouse) {
    out.push_back(action::Hover{});
  }
  if (hand.busy() && !moved) {
    const Viewpoint next = hand.step(projector, at, window, seconds, ui.still);
    moved = !(next == at);
    at = next;
  }
  grip.left = at;
  if (moved) out.push_back(action::SetViewpoint{at});
}

}  // namespace gs::ui
