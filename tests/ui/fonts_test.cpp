#include <catch2/catch_test_macros.hpp>

#include "render/canvas.hpp"
#include "text/font_metrics.hpp"
#include "ui/kit.hpp"

namespace gs {

TEST_CASE("typed hanzi join every font of the panels, no others of their face do, and a box stands for what none has") {
  const auto read = [](const char* name) {
    auto bytes = asset(name);
    REQUIRE(bytes);
    return *bytes;
  };
  const std::string regular = read("fonts/text-regular.ttf"), bold = read("fonts/text-bold.ttf"), display = read("fonts/display-bold.ttf"),
                    names = read("fonts/names.ttf"), chinese = read("fonts/zh.ttf"), typed = read("fonts/zh-typed.ttf");
  ImGui::CreateContext();
  for (const bool alone : {true, false}) {  // Chinese as the language, and beside English
    ui::FontFiles files{&regular, &bold, &display, &names};
    if (alone) files.more_regular = files.more_bold = &chinese;
    else files.letters.push_back({&chinese, &chinese});
    files.typed = &typed;
    files.typed_letters = U"饼鹅";
    const ui::UiFonts fonts = ui::build_fonts(files, 1.0f, false);
    ImGui::GetIO().Fonts->Build();
    for (const ImFont* font : {fonts.body, fonts.body_bold, fonts.small, fonts.small_bold, fonts.head, fonts.title}) {
      for (const char32_t c : U"饼鹅中") {
        if (c != 0) CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(c)));
      }
      CHECK_FALSE(font->FindGlyphNoFallback(static_cast<ImWchar>(U'猫')));
      const ImFontGlyph* box = font->FindGlyphNoFallback(static_cast<ImWchar>(kMissingLetter));
      REQUIRE(box);
      CHECK(font->FindGlyph(static_cast<ImWchar>(U'猫')) == box);
      CHECK(box->Visible);
    }
  }
  ImGui::DestroyContext();
}

}  // namespace gs
