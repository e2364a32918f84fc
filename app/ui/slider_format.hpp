#pragma once
#include <string>

namespace gs::ui {

/// The printf format of a slider's one number; where panels are mirrored, what it gives for this one, as kit.hpp's as_format().
std::string slider_format(const char* format, double value);
std::string slider_format(const char* format, int value);

}  // namespace gs::ui
