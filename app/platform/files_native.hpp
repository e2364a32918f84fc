#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/platform.hpp"

namespace gs::platform {

/// The program's own folders as the XDG Base Directory Specification names them; what is no absolute path counts as not set.
std::string config_folder();  ///< settings: $XDG_CONFIG_HOME/greensilk
std::string state_folder();   ///< what can be lost without harm to settings or files: $XDG_STATE_HOME/greensilk
/// Where all programs have their settings.
std::string settings_folder();

/// The person's folder for downloads as the desktop says (XDG), else the home folder, else the present one.
std::string download_folder();
/// The same for documents.
std::string documents_folder();

/// Makes a folder and those above it, for this person alone, as the specification asks.
std::optional<Failure> make_folder(const std::string& path);
/// The bytes of a file of up to `most`, or why not.
std::optional<Failure> read_file(const std::string& path, std::size_t most, std::string& bytes);
bool is_file(const std::string& path);
/// A path that holds from anywhere.
std::string absolute_path(const std::string& path);
std::string name_of_path(const std::string& path);
std::string folder_of_path(const std::string& path);

/// Now, UTC, as ISO 8601: 2026-05-01T09:30:00Z.
std::string now_utc();

/// Where a file that came with the program lies, for libraries that read it themselves.
std::optional<std::string> asset_path(std::string_view name);

}  // namespace gs::platform
