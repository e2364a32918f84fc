#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "text/bidi.hpp"
#include "text/utf8.hpp"
#include "ui/kit.hpp"

namespace gs::ui {
namespace {

/// What stands in a field, over Dear ImGui's own, which knows neither joined letters nor directions. The caret is exact in
/// text of one direction.
void show(const Ui& ui, ImGuiID id, std::string_view hint, const std::string& typed) {
  ImFont* font = ImGui::GetFont();
  const ImVec2 pad = ImGui::GetStyle().FramePadding, a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
  ImDrawList* d = ImGui::GetWindowDrawList();
  const ImVec2 from{a.x + pad.x, a.y + pad.y}, to{b.x - 4.0f, b.y};
  d->PushClipRect(from, to, true);
  if (typed.empty()) text_at(d, font, from, ui.palette.tertiary, hint);
  const bool rightward = has_rightward(typed);
  const float width = text_width(font, typed);
  std::u32string letters = from_utf8(typed);
  if (rightward) letters = arabic_forms(std::move(letters));
  // From the side at which the field begins, which is the end of a text in the other direction.
  const auto place = [&](int index) {
    const auto n = std::min(static_cast<std::size_t>(std::max(index, 0)), letters.size());
    std::u32string head = letters.substr(0, n);
    std::erase(head, kNoLetter);
    const float before = text_width(font, to_utf8(head));
    return rightward == mirrored() ? before : width - before;
  };
  const ImGuiInputTextState* edited = ImGui::GetInputTextState(id);
  const float caret = edited ? place(edited->Stb.cursor) : 0.0f;
  const float scrolled = std::max(0.0f, caret + 2.0f - (to.x - from.x));
  const float x = from.x - scrolled, bottom = from.y + font_px(font);
  if (edited && edited->Stb.select_start != edited->Stb.select_end) {
    const auto [low, high] = std::minmax({place(edited->Stb.select_start), place(edited->Stb.select_end)});
    d->AddRectFilled({x + low, from.y}, {x + high, bottom}, u32(ui.palette.selected_row));
  }
  text_at(d, font, {x, from.y}, ui.palette.ink, typed);
  if (edited) d->AddLine({x + caret + 0.5f, from.y + 1}, {x + caret + 0.5f, bottom - 1}, u32(ui.palette.ink));
  d->PopClipRect();
}

}  // namespace

bool text_field(const Ui& ui, const char* id, std::string_view hint, std::string& typed, ImGuiInputTextFlags flags) {
  note_letters(ImGui::GetFont(), typed);
  if (!mirrored() && !has_rightward(typed)) return ImGui::InputTextWithHint(id, std::string(hint).c_str(), &typed, flags);
  const ImVec4 nothing(0, 0, 0, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, nothing);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, nothing);
  const bool changed = ImGui::InputText(id, &typed, flags);
  ImGui::PopStyleColor(2);
  show(ui, ImGui::GetItemID(), hint, typed);
  return changed;
}

}  // namespace gs::ui
