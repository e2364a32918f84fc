#include "ui/files_menu_native.hpp"

#include <algorithm>

namespace gs::ui {
namespace {

constexpr float kArrow = 18.0f, kEdge = 12.0f;  ///< px
constexpr float kLeast = 280.0f, kMost = 460.0f;

/// A line of the menu with what stands at its right end in grey; greyed as a whole where it cannot be chosen.
bool item(const Ui& ui, std::string_view label, std::string_view note, bool can = true) {
  const float width = ImGui::GetContentRegionAvail().x, note_width = note.empty() ? 0.0f : text_width(ui.fonts.small, note);
  const std::string shown = shortened(ui.fonts.body, label, std::max(80.0f, width - note_width - 24.0f));
  ImGui::PushFont(ui.fonts.body);
  const bool pressed = ImGui::Selectable(drawn(shown), false, can ? 0 : ImGuiSelectableFlags_Disabled, {0, ui.control() - 8.0f});
  ImGui::PopFont();
  if (note.empty()) return pressed;
  const ImVec2 a = ImGui::GetItemRectMin(), b = ImGui::GetItemRectMax();
  text_at(ImGui::GetWindowDrawList(), ui.fonts.small, {a.x + width - note_width, 0.5f * (a.y + b.y - font_px(ui.fonts.small))}, ui.palette.secondary, note);
  return pressed;
}

void line() {
  gap(6);
  ImGui::Separator();
  gap(6);
}

/// The name of the session, and whether all of it is saved.
void head(const Ui& ui, const FilesSheet& sheet, float width) {
  const Translator& tr = ui.tr();
  text(ui.fonts.body_bold, ui.palette.ink, shortened(ui.fonts.body_bold, sheet.name.empty() ? tr("file.untitled") : sheet.name, width));
  text(ui.fonts.small, sheet.changed ? ui.palette.accent : ui.palette.secondary, tr(sheet.changed ? "file.changed" : "file.unchanged"));
}

std::optional<FilesWish> recent(const Ui& ui, const FilesSheet& sheet) {
  std::optional<FilesWish> wish;
  if (sheet.recent.empty()) return wish;
  line();
  text(ui.fonts.small, ui.palette.secondary, ui.tr()("file.recent"));
  bool missing = false;
  for (std::size_t i = 0; i < sheet.recent.size(); ++i) {
    const RecentFile& file = sheet.recent[i];
    missing = missing || !file.there;
    ImGui::PushID(static_cast<int>(i));
    const std::string folder = shortened(ui.fonts.small, file.there ? file.folder : ui.tr()("file.missing"), 180.0f);
    if (item(ui, file.name, folder, file.there)) wish = FilesWish{FilesWish::open_recent, file.path};
    ImGui::PopID();
  }
  if (missing && item(ui, ui.tr()("file.forget"), "")) wish = FilesWish{FilesWish::forget_missing, ""};
  return wish;
}

std::optional<FilesWish> list(const Ui& ui, const FilesSheet& sheet, float width) {
  const Translator& tr = ui.tr();
  std::optional<FilesWish> wish;
  const auto deed = [&](const char* key, const char* keys, FilesWish::Deed what) {
    if (item(ui, tr(key), keys)) wish = FilesWish{what, ""};
  };
  head(ui, sheet, width);
  line();
  deed("file.new", "Ctrl N", FilesWish::begin);
  deed("file.open", "Ctrl O", FilesWish::open);
  deed("file.save", "Ctrl S", FilesWish::save);
  deed("file.save_as", "Ctrl Shift S", FilesWish::save_as);
  if (auto other = recent(ui, sheet)) wish = std::move(other);
  line();
  deed("file.reopen", sheet.reopens ? "\xE2\x9C\x93" : "", FilesWish::toggle_reopen);
  return wish;
}

}  // namespace

float files_width(const Ui& ui) { return text_width(ui.fonts.body_bold, ui.tr()("file")) + 2 * kEdge + kArrow; }

std::optional<FilesWish> files_menu(const Ui& ui, const FilesSheet& sheet, bool& opened) {
  const Palette& p = ui.palette;
  const float w = files_width(ui), h = ui.control();
  const ImVec2 at = ImGui::GetCursorScreenPos(), end{at.x + w, at.y + h};
  opened = press("file", {w, h});
  if (opened) ImGui::OpenPopup("files");
  const bool open = ImGui::IsPopupOpen("files"), hot = ImGui::IsItemHovered();
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRectFilled(at, end, u32(open ? p.selected_row : hot ? p.inset : p.panel), 4);
  d->AddRect({at.x + 0.5f, at.y + 0.5f}, {end.x - 0.5f, end.y - 0.5f}, u32(open ? p.accent : p.control_edge), 4);
  text_at(d, ui.fonts.body, {at.x + kEdge, at.y + 0.5f * (h - font_px(ui.fonts.body))}, p.ink, ui.tr()("file"));
  const ImVec2 c{end.x - 17, at.y + 0.5f * h};
  // Where all is saved an arrow, else a dot: the list opens with either.
  if (sheet.changed) d->AddCircleFilled(c, 4.0f, u32(p.accent), 16);
  else d->AddTriangleFilled({c.x - 4.5f, c.y - 2.0f}, {c.x + 4.5f, c.y - 2.0f}, {c.x, c.y + 3.0f}, u32(p.secondary));
  focus_ring(ui);
  const float most = std::min(kMost, ui.layout.window.w - 16.0f);
  ImGui::SetNextWindowPos({std::max(8.0f, std::min(at.x, ui.layout.window.w - kLeast - 8.0f)), end.y + 4}, ImGuiCond_Appearing);
  ImGui::SetNextWindowSizeConstraints({std::min(kLeast, most), 0}, {most, std::max(120.0f, ui.layout.window.h - end.y - 20.0f)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(14, 12));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 2));
  std::optional<FilesWish> wish;
  if (ImGui::BeginPopup("files")) {
    float widest = kLeast - 28.0f;
    for (const RecentFile& f : sheet.recent) widest = std::max(widest, text_width(ui.fonts.body, f.name) + 204.0f);
    widest = std::min(widest, most - 28.0f);
    ImGui::Dummy({widest, 0});
    wish = list(ui, sheet, widest);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return wish;
}

std::optional<FilesWish> files_keys() {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.KeyCtrl || io.KeyAlt || io.KeySuper) return std::nullopt;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  if (pressed(ImGuiKey_S)) return FilesWish{io.KeyShift ? FilesWish::save_as : FilesWish::save, ""};
  if (io.KeyShift) return std::nullopt;
  if (pressed(ImGuiKey_O)) return FilesWish{FilesWish::open, ""};
  if (pressed(ImGuiKey_N)) return FilesWish{FilesWish::begin, ""};
  return std::nullopt;
}

}  // namespace gs::ui
