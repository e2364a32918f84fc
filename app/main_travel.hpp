#pragma once
#include "main_effects.hpp"
#include "main_library.hpp"
#include "platform/platform.hpp"
#include "state/history.hpp"
#include "text/translator.hpp"

namespace gs {

/// Through stories and through time: steps, undo and redo, and what a newcomer is shown.
class Travel {
 public:
  struct Context {
    State& state;
    Library& library;
    Effects& effects;
    const Translator& words;
  };
  void carry_out(const Action&, const Context&);
  /// After a frame's actions.
  void remember(const State& before, const State& after);

  /// A link named a step and no view of its own: the step's is due once the stories are there.
  void show_step_later() { step_due_ = true; }
  /// Adds what is due to the actions of this frame: a story that was brought begins.
  void due(const ViewState&, Library&, Actions&);

  /// Another session was opened: what was before belongs to none of it.
  void forget() { history_ = {}; }

  bool guide() const { return guide_; }
  /// It is shown to nobody this time.
  void leave_guide() { guide_ = false; }

 private:
  History history_;
  Actions due_;
  bool guide_ = platform::recall("guide").empty();
  bool step_due_ = false;
  bool travelled_ = false;  ///< this frame's change is one of History's own
};

}  // namespace gs
