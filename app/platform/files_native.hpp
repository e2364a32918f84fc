#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gs::platform {

/// The person's folder for downloads as the desktop says (XDG), else the home folder, else the present one.
std::string download_folder();

/// Where a file that came with the program lies, for libraries that read it themselves.
std::optional<std::string> asset_path(std::string_view name);

}  // namespace gs::platform
