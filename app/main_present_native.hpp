#pragma once
#include <memory>
#include <optional>
#include <string>

#include "main_desktop.hpp"
#include "platform/second_window_native.hpp"
#include "presentation.hpp"
#include "scene/talk.hpp"
#include "ui/stage_view_native.hpp"

namespace gs {

/// A talk: the window is a stage, keys steer it, notes stand in a second window. Nothing pops up meanwhile.
class Present final : public Desktop {
 public:
  explicit Present(Presentation);

  bool take_file(const platform::Dropped&) override;
  bool begin(const Parts&) override;
  void keep(const Parts&) override;
  ui::BarEnd* bar_end() override { return nullptr; }
  void hear(const Parts&, Actions&) override;
  void lay_out(const World&, const State&, const ui::UiFonts&, const platform::Viewport&, ui::Layout&) override;
  bool draw_stage(const ui::Ui&) override;

 private:
  void find_story(const Parts&);
  void show_step(const Parts&, Actions&);
  void follow_room(Actions&);
  void follow_scale(const ViewState&);
  void follow_exploring(const State&, Actions&);
  void follow_code(const State&);
  void draw_notes(const ui::Ui&);
  void wake_at(double seconds);
  void tell();

  Presentation wish_;
  Talk talk_;
  bool ready_ = false;               ///< the story is there
  int shown_step_ = -1;
  std::optional<Viewpoint> aim_;     ///< where the step's link looks; none: its page looks by itself
  double octaves_ = 0, shown_octaves_ = 0;  ///< that the stage adds to it: now, and in the view that was asked for last
  bool shown_exploring_ = false;
  double shown_scale_ = 1;
  State left_;                       ///< the step as it was when the speaker began to explore
  ui::StageWords words_;
  bool page_ = false;                ///< the step is a page of the explorer's, over its words
  std::string measured_;             ///< of which window and language strip_ is
  float strip_ = 0;
  std::optional<ui::StageCode> code_;
  std::unique_ptr<platform::SecondWindow> notes_;
  ui::NotesSheet sheet_;
  double last_ = 0, moved_ = -1e9, alarm_ = 0;  ///< s
  std::string told_;
};

}  // namespace gs
