#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/platform.hpp"

/// The desktop's own dialog for files: through xdg-desktop-portal, else zenity, else kdialog.
namespace gs::platform {

struct FileFilter {
  std::string words;                  ///< for the person; empty: the patterns
  std::vector<std::string> patterns;  ///< "*.csv"
};

struct FileQuestion {
  bool save = false;
  std::string title;
  std::string folder;  ///< where it begins; empty: where the desktop thinks fit
  std::string name;    ///< that is proposed, to save
  std::vector<FileFilter> filters;
};

struct FileAnswer {
  std::string path;  ///< empty: the person chose none
  std::optional<Failure> failure;
};

/// Asks without holding up the window. `answered` is called on the main thread, between two frames. One dialog at a time: while
/// one is open another question is not asked.
void ask_for_file(FileQuestion, std::function<void(const FileAnswer&)> answered);
bool asking_for_file();
/// Called by run() between two frames.
void deliver_answers();
/// Takes an open dialog away; when the window closes.
void stop_asking();

}  // namespace gs::platform
