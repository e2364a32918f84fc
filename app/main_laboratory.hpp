#pragma once
#include <optional>
#include <string>

#include "scene/lab_curves.hpp"
#include "scene/view.hpp"

namespace gs {

/// What stands behind the train laboratory while it is open: runs and curves, and a map that shows its line.
class Desk {
 public:
  /// Runs of the state's laboratory, in coarse steps while a slider is held; nullptr while it is closed.
  const LabResults* runs(const Portfolio&, const State&);
  const LabCurves* curves() { return shown_ ? &charts_.of(*shown_) : nullptr; }

  /// A viewpoint to fly to: the line in the free part of the map, when it was opened, its line changed or the window did;
  /// where one was before, when it was closed. Call once a frame.
  std::optional<Viewpoint> follow(const Projector&, const State&, const Window&);

 private:
  LaboratoryRuns lab_;
  LabCharts charts_;
  const LabResults* shown_ = nullptr;
  std::string line_;  ///< that the map was brought to
  Window window_;
  std::optional<Viewpoint> before_;
};

}  // namespace gs
