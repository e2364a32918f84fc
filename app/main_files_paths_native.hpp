#pragma once
#include <string>

#include "model/digest.hpp"
#include "platform/files_native.hpp"
#include "state/session.hpp"

/// Names and places of a session's files. Only for main_files*.cpp.
namespace gs {

inline const std::string kEnding(kSessionEnding);

inline std::string autosave_folder() { return platform::state_folder() + "/autosave"; }
inline bool is_autosave(const std::string& path) { return platform::folder_of_path(path) == autosave_folder(); }
inline std::string without_ending(const std::string& name) { return is_session_name(name) ? name.substr(0, name.size() - kEnding.size()) : name; }

inline std::string digest_of(const std::string& bytes) {
  Digest digest;
  digest.add(std::string_view(bytes));
  return digest.hex();
}

/// Language and colours alone, as a link.
inline std::string look_of(const ViewState& v) {
  State only;
  only.view.language = v.language;
  only.view.theme = v.theme;
  return session_link(only);
}

}  // namespace gs
