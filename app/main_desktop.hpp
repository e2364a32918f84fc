#pragma once
#include <functional>
#include <string>

#include "main_effects.hpp"
#include "main_library.hpp"
#include "main_own.hpp"
#include "main_scenarios.hpp"
#include "main_travel.hpp"
#include "platform/platform.hpp"
#include "ui/kit.hpp"

namespace gs {

/// What only a desktop adds to the explorer: files that keep a session (main_files_native.hpp), or a talk (main_present_native.hpp). The page has none of it.
class Desktop {
 public:
  struct Parts {
    const State& state;
    const Assets& assets;
    Simulation& simulation;
    OwnRows& own;
    Library& library;
    Scenarios& scenarios;
    Travel& travel;
    Effects& effects;
    const Translator& words;
    std::function<void(const std::string& link)> open;
  };
  virtual ~Desktop() = default;
  /// Whether a file that was dropped or chosen is its own.
  virtual bool take_file(const platform::Dropped&) = 0;
  /// At the start of a frame, when nothing points into facts or stories: opens what is due. Whether it did.
  virtual bool begin(const Parts&) = 0;
  /// After a frame's actions.
  virtual void keep(const Parts&) = 0;
  virtual ui::BarEnd* bar_end() = 0;
  /// Within a frame, before anything is drawn: adds what its own keys and clocks wish.
  virtual void hear(const Parts&, Actions&) {}
  /// Another layout than the explorer's, where it draws by itself.
  virtual void lay_out(const World&, const State&, const ui::UiFonts&, const platform::Viewport&, ui::Layout&) {}
  /// Draws in place of all panels, and says whether it did.
  virtual bool draw_stage(const ui::Ui&) { return false; }
};

}  // namespace gs
