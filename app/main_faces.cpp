#include "main_faces.hpp"

#include <utility>

#include "platform/platform.hpp"

namespace gs {
namespace {

ui::FontFiles files_for_panels(const Assets& a, Language language) {
  const auto fonts = [&](Face face) { return font_names(face, language); };
  const auto regular = fonts(Face::regular), bold = fonts(Face::bold), display = fonts(Face::display);
  ui::FontFiles f{&a.font(regular[0]), &a.font(bold[0]), &a.font(display[0]), &a.font(kNamesFont)};
  if (regular.size() > 1) f.more_regular = &a.font(regular[1]);
  if (bold.size() > 1) f.more_bold = &a.font(bold[1]);
  if (display[1] != bold[0]) f.more_display = &a.font(display[1]);
  return f;
}

}  // namespace

void Faces::want(Language wanted, const std::function<void(std::string)>& failed) {
  if (std::exchange(asked_[static_cast<std::size_t>(wanted)], true)) return;
  for (const std::string_view name : files_of(wanted)) {
    platform::request_asset(name, [this, name, failed](std::optional<platform::Failure> failure, std::string bytes) {
      if (failure) failed(failure->where + ": " + failure->what);
      else if (const auto error = take_in(name, std::move(bytes), assets_)) failed(error->text());
      platform::wake();
    });
  }
}

void Faces::follow(Language wanted, Renderer& renderer) {
  const Language language = assets_.speaks(wanted) ? wanted : Language::en;
  if (language == language_) return;
  auto made = measure(assets_, language);
  if (!made) return;  // a damaged font: as before it
  language_ = language;
  measures_ = std::move(*made);
  hand_to(renderer);
}

void Faces::follow_panels(float pixel_ratio) {
  if (fonts_.body && pixel_ratio == ratio_ && language_ == language_of_panels_) return;
  ratio_ = pixel_ratio;
  language_of_panels_ = language_;
  fonts_ = ui::build_fonts(files_for_panels(assets_, language_), pixel_ratio, assets_.words(language_).rightward());
  platform::fonts_changed();
}

void Faces::hand_to(Renderer& renderer) const {
  for (const Face f : {Face::regular, Face::bold, Face::display}) renderer.set_fonts(f, font_chain(assets_, f, language_));
}

}  // namespace gs
