#pragma once
#include <optional>

#include "main_panels.hpp"
#include "platform/platform.hpp"
#include "ui/embed.hpp"

namespace gs {

/// The program as a figure in somebody's article, or not.
class Embed {
 public:
  explicit Embed(bool on) : on_(on) {}

  /// A state as it may be shown.
  State fitting(State s) const {
    if (on_) s = as_embedded(std::move(s));
    return s;
  }
  /// Where everything stands in the window. `total`: of what the map shows.
  ui::Layout layout(const World&, const State&, const Total& total, Fonts, const platform::Viewport&, bool touch);
  /// What was laid out last; nullptr in the explorer.
  const ui::EmbedFigure* figure() const { return figure_ ? &*figure_ : nullptr; }

 private:
  bool on_;
  std::optional<ui::EmbedFigure> figure_;
};

/// In place of all panels.
void draw_embed(const ui::Ui&, const PanelParts&, Actions&);

}  // namespace gs
