#include "main_panels.hpp"

#include "main_embed.hpp"
#include "ui/laboratory.hpp"

namespace gs {
namespace {

void bar(const ui::Ui& u, Actions& out) {
  if (u.state.view.panel == Panel::laboratory) ui::laboratory_bar(u, out);
  else if (u.state.view.panel == Panel::table) ui::table_bar(u, out);
  else ui::phone_bar(u, out);
}

void around(const ui::Ui& u, Actions& out) {
  const bool own_page = u.state.view.panel == Panel::laboratory || u.state.view.panel == Panel::table;
  ui::totals(u, out);
  ui::top_bar(u, out);
  if (!own_page && u.layout.story.empty()) ui::legend(u, out);
  if (!own_page) ui::timeline(u, out);
  ui::projection_panel(u, out);
}

}  // namespace

void draw_panels(const ui::Ui& u, const PanelParts& parts, Actions& out) {
  if (u.embed) return draw_embed(u, parts, out);
  ui::map_view(u, parts.scene, parts.gesture, out);
  if (u.layout.form == ui::Form::phone) bar(u, out);
  else around(u, out);
  ui::story_card(u, out);
  switch (u.state.view.panel) {
    case Panel::laboratory: ui::laboratory(u, parts.scene.laboratory(), out); break;
    case Panel::table: parts.table.draw(u, out); break;
    default: ui::side_panel(u, parts.notes, out);
  }
  ui::toast(u, parts.effects.message(), parts.effects.warning());
  ui::working_card(u, out);
  ui::share_card(u, out);
}

}  // namespace gs
