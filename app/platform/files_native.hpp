#pragma once
#include <string>

namespace gs::platform {

/// The person's folder for downloads as the desktop says (XDG), else the home folder, else the present one.
std::string download_folder();

}  // namespace gs::platform
