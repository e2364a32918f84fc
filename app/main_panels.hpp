#pragma once
#include <optional>
#include <span>

#include "main_effects.hpp"
#include "main_table.hpp"
#include "ui/panels.hpp"

namespace gs {

/// What panels are drawn from beside ui::Ui.
struct PanelParts {
  const SceneBuilder& scene;
  TableDesk& table;
  const Effects& effects;
  std::span<const Error> notes;
  std::optional<ui::Gesture> gesture;
};

/// The map's hand and every panel over and around it, by the window's form.
void draw_panels(const ui::Ui&, const PanelParts&, Actions&);

}  // namespace gs
