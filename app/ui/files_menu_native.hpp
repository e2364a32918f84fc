#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/kit.hpp"

/// The menu of the desktop program's files.
namespace gs::ui {

struct RecentFile {
  std::string path, name, folder;
  bool there;
};

struct FilesSheet {
  std::string name;      ///< of the session; empty: it has none yet
  bool changed = false;  ///< since it was saved
  bool reopens = true;   ///< the program begins with the last session
  std::vector<RecentFile> recent;  ///< the last one first
};

struct FilesWish {
  enum Deed { none, begin, open, save, save_as, open_recent, toggle_reopen, forget_missing } deed = none;
  std::string path;  ///< to open_recent
};

/// What it takes of the bar, px.
float files_width(const Ui&);
/// At the cursor. `opened` is set in the frame in which its list opens, for who must look what is still there.
std::optional<FilesWish> files_menu(const Ui&, const FilesSheet&, bool& opened);
/// Ctrl with N, O, S, and Shift and S; also where there is no room for the menu, and while somebody types.
std::optional<FilesWish> files_keys();

}  // namespace gs::ui
