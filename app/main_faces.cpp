#include "main_faces.hpp"

#include <array>
#include <utility>

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr std::array<Script, 2> kScripts{Script::arabic, Script::chinese};

ui::FontFiles files_for_panels(const Assets& a, Language language, Scripts also) {
  const auto fonts = [&](Face face) { return font_names(face, language); };
  const auto regular = fonts(Face::regular), bold = fonts(Face::bold), display = fonts(Face::display);
  ui::FontFiles f{&a.font(regular[0]), &a.font(bold[0]), &a.font(display[0]), &a.font(kNamesFont)};
  if (regular.size() > 1) f.more_regular = &a.font(regular[1]);
  if (bold.size() > 1) f.more_bold = &a.font(bold[1]);
  if (display[1] != bold[0]) f.more_display = &a.font(display[1]);
  for (const Script s : kScripts) {
    if ((also & bit(s)) != 0) f.letters.push_back({&a.font(font_names(Face::regular, language_with(s)).back()), &a.font(font_names(Face::bold, language_with(s)).back())});
  }
  return f;
}

}  // namespace

void Faces::fetch(std::string_view name, const Failed& failed) {
  if (!asked_.insert(name).second) return;
  platform::request_asset(name, [this, name, failed](std::optional<platform::Failure> failure, std::string bytes) {
    if (failure) failed(failure->where + ": " + failure->what);
    else if (const auto error = take_in(name, std::move(bytes), assets_)) failed(error->text());
    platform::wake();
  });
}

void Faces::want(Language wanted, const Failed& failed) {
  for (const std::string_view name : files_of(wanted)) fetch(name, failed);
}

void Faces::want(Scripts scripts, const Failed& failed) {
  wanted_ |= scripts;
  for (const Script s : kScripts) {
    if ((scripts & bit(s)) == 0) continue;
    for (const std::string_view name : files_of(language_with(s)))
      if (name.ends_with(".ttf")) fetch(name, failed);
  }
}

Scripts Faces::there(Language language) const {
  Scripts scripts = 0;
  for (const Script s : kScripts)
    if (language_with(s) != language && assets_.has_faces(language_with(s))) scripts |= wanted_ & bit(s);
  return scripts;
}

void Faces::follow(Language wanted, Renderer& renderer) {
  const Language language = assets_.speaks(wanted) ? wanted : Language::en;
  const Scripts also = there(language);
  if (language == language_ && also == also_) return;
  auto made = measure(assets_, language, also);
  if (!made) return;  // a damaged font: as before it
  language_ = language;
  also_ = also;
  measures_ = std::move(*made);
  hand_to(renderer);
}

void Faces::follow_panels(float pixel_ratio) {
  if (fonts_.body && pixel_ratio == ratio_ && language_ == language_of_panels_ && also_ == also_of_panels_) return;
  ratio_ = pixel_ratio;
  language_of_panels_ = language_;
  also_of_panels_ = also_;
  fonts_ = ui::build_fonts(files_for_panels(assets_, language_, also_), pixel_ratio, assets_.words(language_).rightward());
  platform::fonts_changed();
}

void Faces::hand_to(Renderer& renderer) const {
  for (const Face f : {Face::regular, Face::bold, Face::display}) renderer.set_fonts(f, font_chain(assets_, f, language_, also_));
}

}  // namespace gs
