#include "ui/kit.hpp"

namespace gs::ui {
namespace {

// Everything of the Basic Multilingual Plane that a face has: the files are already cut to what the texts use.
constexpr ImWchar kAll[] = {0x20, 0xFFFE, 0};
constexpr ImWchar kDisplay[] = {0x20, 0x17F, 0x2009, 0x2026, 0x2080, 0x2089, 0x2212, 0x2212, 0};

ImFontConfig config(float ratio) {
  ImFontConfig c;
  c.FontDataOwnedByAtlas = false;
  c.OversampleH = ratio < 1.5f ? 2 : 1;
  c.OversampleV = 1;
  return c;
}

ImFont* add(const std::string& file, float px, float ratio, const ImWchar* range, const std::string* zh, float weight, const std::string* names = nullptr) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontConfig c = config(ratio);
  ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), static_cast<int>(file.size()), px * ratio, &c, range);
  if (names) {
    c.MergeMode = true;
    atlas.AddFontFromMemoryTTF(const_cast<char*>(names->data()), static_cast<int>(names->size()), px * ratio, &c, kAll);
  }
  if (zh && !zh->empty()) {
    c.MergeMode = true;
    c.OversampleH = 1;
    c.RasterizerMultiply = weight;  // there is no bold face for Chinese: a darker one stands in
    atlas.AddFontFromMemoryTTF(const_cast<char*>(zh->data()), static_cast<int>(zh->size()), px * ratio, &c, kAll);
  }
  return font;
}

}  // namespace

UiFonts build_fonts(const FontFiles& f, float ratio, bool chinese) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  io.Fonts->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  io.Fonts->TexDesiredWidth = chinese || ratio > 1.5f ? 4096 : 2048;
  const std::string* zh = chinese ? &f.zh : nullptr;
  UiFonts u;
  u.body = add(f.regular, 19.0f, ratio, kAll, zh, 1.0f, chinese ? nullptr : &f.names);
  u.body_bold = add(f.bold, 19.0f, ratio, kAll, zh, 1.5f, chinese ? nullptr : &f.names);
  u.small = add(f.regular, 16.0f, ratio, kAll, zh, 1.0f);
  u.small_bold = add(f.bold, 16.0f, ratio, kAll, zh, 1.5f);
  u.head = add(f.bold, 24.5f, ratio, kDisplay, zh, 1.5f);
  u.title = chinese ? add(f.bold, 30.0f, ratio, kDisplay, zh, 1.4f) : add(f.display, 35.0f, ratio, kDisplay, nullptr, 1.0f);
  u.total = chinese ? add(f.bold, 46.0f, ratio, kDisplay, zh, 1.3f) : add(f.display, 60.0f, ratio, kDisplay, nullptr, 1.0f);
  io.FontDefault = u.body;
  io.FontGlobalScale = 1.0f / ratio;
  return u;
}

}  // namespace gs::ui
