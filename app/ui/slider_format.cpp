#include "ui/slider_format.hpp"

#include <imgui_internal.h>

#include <array>

#include "ui/kit.hpp"

namespace gs::ui {
namespace {

template <class Number>
std::string formatted(const char* format, Number value) {
  if (!mirrored()) return format;
  std::array<char, 96> words{};
  ImFormatString(words.data(), words.size(), format, value);
  return as_format(words.data());
}

}  // namespace

std::string slider_format(const char* format, double value) { return formatted(format, value); }
std::string slider_format(const char* format, int value) { return formatted(format, value); }

}  // namespace gs::ui
