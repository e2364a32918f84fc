#pragma once
#include "main_effects.hpp"
#include "ui/table_view.hpp"

namespace gs {

/// What stands behind the table of projects while it is open: its rows and charts, the files that it writes, and a map that
/// shows all of them.
class TableDesk {
 public:
  void draw(const ui::Ui&, Actions&);
  /// Writes what was wished in that draw.
  void save(Effects&, const Effects::Context&);
  /// A viewpoint to fly to: all projects in the free part of the map when the table was opened, and where one was before when
  /// it was closed and nobody moved the map meanwhile. Call once a frame.
  std::optional<Viewpoint> follow(const State&, const Window&);

 private:
  TableSheets sheets_;
  ui::TableHand hand_;
  ui::TableWishes wishes_;
  std::vector<std::uint32_t> projects_;  ///< of the rows drawn last
  std::optional<Viewpoint> before_, shown_;
  bool open_ = false, first_ = true;
};

}  // namespace gs
