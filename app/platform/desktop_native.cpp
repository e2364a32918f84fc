// The person's wishes, from the settings that GNOME, Xfce and others keep for GTK.
#include "platform/desktop_native.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace gs::platform {
namespace {

// Value of `key` in gtk-3.0/settings.ini or gtk-4.0/settings.ini, "" when it is not there.
std::string gtk_setting(std::string_view key) {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path base;
  if (config && *config) {
    base = config;
  } else if (home && *home) {
    base = std::filesystem::path(home) / ".config";
  } else {
    return "";
  }
  for (const char* version : {"gtk-4.0", "gtk-3.0"}) {
    std::ifstream lines(base / version / "settings.ini");
    for (std::string line; std::getline(lines, line);) {
      const auto equals = line.find('=');
      if (equals == std::string::npos) continue;
      const auto name_end = line.find_last_not_of(' ', equals == 0 ? 0 : equals - 1);
      if (std::string_view(line).substr(0, name_end + 1) != key) continue;
      const auto value = line.find_first_not_of(' ', equals + 1);
      return value == std::string::npos ? "" : line.substr(value);
    }
  }
  return "";
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }
bool is_false(std::string_view value) { return value == "0" || value == "false"; }

}  // namespace

bool desktop_prefers_dark() {
  const char* theme = std::getenv("GTK_THEME");
  if (theme) return std::string_view(theme).find("dark") != std::string_view::npos;
  return is_true(gtk_setting("gtk-application-prefer-dark-theme")) ||
         gtk_setting("gtk-theme-name").find("dark") != std::string::npos;
}

bool desktop_stops_animations() { return is_false(gtk_setting("gtk-enable-animations")); }

}  // namespace gs::platform
