// The person's wishes, from the settings that GNOME, Xfce and others keep for GTK; and what the desktop shows of the window.
#include "platform/desktop_native.hpp"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "platform/files_native.hpp"

namespace gs::platform {
namespace {

// Value of `key` in gtk-3.0/settings.ini or gtk-4.0/settings.ini, "" when it is not there.
std::string gtk_setting(std::string_view key) {
  const std::filesystem::path base = settings_folder();
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

void set_window_title(const std::string& title) {
  if (SDL_Window* window = SDL_GL_GetCurrentWindow()) SDL_SetWindowTitle(window, title.c_str());
}

}  // namespace gs::platform
