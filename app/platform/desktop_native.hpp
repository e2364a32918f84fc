#pragma once
#include <string>

namespace gs::platform {

/// What the person set in the desktop, as GTK's settings say; false when nothing is set.
bool desktop_prefers_dark();
bool desktop_stops_animations();

/// Of the window that is open.
void set_window_title(const std::string&);

}  // namespace gs::platform
