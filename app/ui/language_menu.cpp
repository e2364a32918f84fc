#include "ui/laboratory.hpp"
#include "ui/panels.hpp"

namespace gs::ui {
namespace {

// Each in its own script, in the order of Language; the faces of every language have these letters.
const std::array<std::string, kLanguageCount> kNames{"English", "中文", "Русский", "العربية"};
const std::array<std::string, kLanguageCount> kShort{"EN", "中文", "RU", "AR"};

std::size_t index_of(const Ui& ui) { return static_cast<std::size_t>(ui.state.view.language); }

float side_by_side(const Ui& ui) {
  float width = 0;
  for (const std::string& name : kNames) width += text_width(ui.fonts.body_bold, name) + 22.0f;
  return width;
}

float folded(const Ui& ui, const std::string& name) { return text_width(ui.fonts.body_bold, name) + 47.0f; }

}  // namespace

float language_width(const Ui& ui, float room) {
  const float all = side_by_side(ui), one = folded(ui, kNames[index_of(ui)]);
  return all <= room ? all : one <= room ? one : folded(ui, kShort[index_of(ui)]);
}

void language_menu(const Ui& ui, float width, Actions& out) {
  const auto choose = [&](std::size_t i) { out.push_back(action::SetLanguage{static_cast<Language>(i)}); };
  if (width >= side_by_side(ui)) {
    if (const auto i = segmented(ui, "language", kNames, static_cast<int>(index_of(ui)))) choose(static_cast<std::size_t>(*i));
    return;
  }
  const bool whole = width >= folded(ui, kNames[index_of(ui)]);
  if (!begin_chip(ui, "language", "", (whole ? kNames : kShort)[index_of(ui)], width)) return;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (menu_item(ui, kNames[i], i == index_of(ui)) && i != index_of(ui)) choose(i);
  }
  end_chip();
}

}  // namespace gs::ui
