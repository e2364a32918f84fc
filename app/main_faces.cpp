#include "main_faces.hpp"

#include <array>
#include <utility>

#include "platform/platform.hpp"

namespace gs {
namespace {

constexpr std::array<Script, 2> kScripts{Script::arabic, Script::chinese};
constexpr std::size_t kMostHanzi = 400;  // in an atlas

ui::FontFiles files_for_panels(const Assets& a, Language language, Scripts also, const std::u32string& typed) {
  const auto fonts = [&](Face face) { return font_names(face, language); };
  const auto regular = fonts(Face::regular), bold = fonts(Face::bold), display = fonts(Face::display);
  ui::FontFiles f{&a.font(regular[0]), &a.font(bold[0]), &a.font(display[0]), &a.font(kNamesFont)};
  if (regular.size() > 1) f.more_regular = &a.font(regular[1]);
  if (bold.size() > 1) f.more_bold = &a.font(bold[1]);
  if (display[1] != bold[0]) f.more_display = &a.font(display[1]);
  for (const Script s : kScripts) {
    if ((also & bit(s)) != 0) f.letters.push_back({&a.font(font_names(Face::regular, language_with(s)).back()), &a.font(font_names(Face::bold, language_with(s)).back())});
  }
  if (!typed.empty()) f.typed = &a.font(kTypedFont), f.typed_letters = typed;
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

void Faces::want(const ui::Lacking& lacking, const Failed& failed) {
  wanted_ |= lacking.scripts;
  for (const Script s : kScripts) {
    if ((lacking.scripts & bit(s)) == 0) continue;
    for (const std::string_view name : files_of(language_with(s)))
      if (name.ends_with(".ttf")) fetch(name, failed);
  }
  if (lacking.hanzi.empty() || !panels_have_chinese()) return;
  fetch(kTypedFont, failed);
  const std::size_t before = hanzi_.size();
  for (const char32_t c : lacking.hanzi)
    if (hanzi_.size() < kMostHanzi) hanzi_.insert(c);
  if (hanzi_.size() != before && with_typed_) platform::wake();
}

bool Faces::panels_have_chinese() const { return language_of_panels_ == Language::zh || (also_of_panels_ & bit(Script::chinese)) != 0; }

void Faces::look_up_hanzi() {
  if (!with_typed_ || looked_up_ == hanzi_.size()) return;
  looked_up_ = hanzi_.size();
  typed_.clear();
  for (const char32_t c : hanzi_)
    if (measures_.regular.has(c)) typed_ += c;
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
  const bool typed = !assets_.font(kTypedFont).empty();
  if (language == language_ && also == also_ && typed == with_typed_) return;
  auto made = measure(assets_, language, also);
  if (!made) return;  // a damaged font: as before it
  language_ = language;
  also_ = also;
  with_typed_ = typed;
  measures_ = std::move(*made);
  hand_to(renderer);
}

void Faces::follow_panels(float pixel_ratio) {
  look_up_hanzi();
  const bool same = language_ == language_of_panels_ && also_ == also_of_panels_ && typed_ == typed_of_panels_;
  if (fonts_.body && pixel_ratio == ratio_ && same) return;
  ratio_ = pixel_ratio;
  language_of_panels_ = language_;
  also_of_panels_ = also_;
  typed_of_panels_ = typed_;
  fonts_ = ui::build_fonts(files_for_panels(assets_, language_, also_, typed_), pixel_ratio, assets_.words(language_).rightward());
  platform::fonts_changed();
}

void Faces::hand_to(Renderer& renderer) const {
  for (const Face f : {Face::regular, Face::bold, Face::display}) renderer.set_fonts(f, font_chain(assets_, f, language_, also_));
}

}  // namespace gs
