#pragma once
#include <memory>
#include <string>

#include "platform/platform.hpp"

struct ImGuiContext;

namespace gs::platform {

/// A window beside the stage, on another display where there is one, else behind it: in it Dear ImGui draws, with the faces of the first and none
/// of its input. Keys in it are the stage's; closing it ends nothing else. One at a time.
class SecondWindow {
 public:
  /// None where the system gives none.
  static std::unique_ptr<SecondWindow> open(const std::string& title);
  ~SecondWindow();
  SecondWindow(const SecondWindow&) = delete;
  SecondWindow& operator=(const SecondWindow&) = delete;

  /// The person closed it.
  bool closed() const;
  /// It must be drawn again though nothing in it is another.
  bool take_stirred();
  Viewport viewport() const;
  /// Between them Dear ImGui's calls are for this window. Within a frame of the first.
  void begin();
  void end();

 private:
  SecondWindow() = default;
  ImGuiContext* own_ = nullptr;
  ImGuiContext* first_ = nullptr;
};

}  // namespace gs::platform
