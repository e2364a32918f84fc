#include "main_embed.hpp"

#include "state/url.hpp"

namespace gs {

ui::Layout Embed::layout(const World& world, const State& s, const Total& total, Fonts fonts, const platform::Viewport& screen, bool touch) {
  if (!on_) return ui::layout(screen.width, screen.height, s.view, world.tr.rightward());
  figure_ = ui::embed_figure(world, s, total, fonts, screen.width, screen.height, touch);
  return figure_->layout;
}

void draw_embed(const ui::Ui& u, const PanelParts& parts, Actions& out) {
  ui::embed_head(u);
  ui::map_view(u, parts.scene, parts.gesture, out);
  const bool from_card = ui::embed_card(u, out), from_foot = ui::embed_foot(u, out);
  if (from_card || from_foot) out.push_back(action::OpenAddress{explorer_address(platform::link_to(""), to_fragment(u.state))});
  ui::toast(u, ui::shortened(u.fonts.body, parts.effects.message(), u.layout.map.w - 72.0f), parts.effects.warning());
}

}  // namespace gs
