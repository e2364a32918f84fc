#include <algorithm>
#include <array>
#include <cmath>

#include "ui/card.hpp"
#include "ui/keyboard.hpp"
#include "ui/panels.hpp"

/// What a reader takes along of the view: link, QR code, frame for another page, citation.
namespace gs::ui {
namespace {

constexpr float kMostCode = 400.0f, kMostModule = 5.0f, kFineModule = 2.0f;  ///< px
constexpr float kMostBox = 104.0f;
constexpr std::uint32_t kBlack = IM_COL32(0, 0, 0, 255), kWhite = IM_COL32(255, 255, 255, 255);  // of the code in every theme: readers want dark on light

void close(Actions& out) {
  out.push_back(action::ShowSharing{false});
  step_out();
}

void wish(const Ui& ui, ShareDeed deed) {
  if (ui.share_wish) ui.share_wish->deed = deed;
}

void caption(const Ui& ui, const char* key) {
  text(ui.fonts.body_bold, ui.palette.ink, ui.tr()(key));
  gap(4);
}

/// Words to be copied, in a box that scrolls where they are many.
void box(const Ui& ui, const char* id, std::string_view words) {
  const float needed = text_size(ui.fonts.small, words, ImGui::GetContentRegionAvail().x - 20.0f).y + 16.0f;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, v4(ui.palette.inset));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(10, 8));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(8, 0));
  if (ImGui::BeginChild(id, {0, std::min(kMostBox, needed)}, ImGuiChildFlags_AlwaysUseWindowPadding)) {
    text(ui.fonts.small, ui.palette.ink, words, true);
    ImGui::Dummy({0, 0});  // the child reaches to where the cursor is
  }
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  gap(8);
}

}  // namespace

float qr_module(const Qr& code, float room) {
  const float own = ImGui::GetIO().FontGlobalScale, fits = room / static_cast<float>(code.size + 2 * kQuietZone);
  return std::max(1.0f, std::floor(fits / own)) * own;
}

void qr_squares(const Qr& code, std::span<const QrRun> runs, float module) {
  const float own = ImGui::GetIO().FontGlobalScale;
  const int across = code.size + 2 * kQuietZone;
  const float side = module * static_cast<float>(across);
  const ImVec2 cursor = ImGui::GetCursorScreenPos();
  const ImVec2 at{std::round(cursor.x / own) * own, std::round(cursor.y / own) * own};
  ImDrawList* d = ImGui::GetWindowDrawList();
  d->AddRectFilled(at, {at.x + side, at.y + side}, kWhite);
  for (const QrRun& run : runs) {
    const int first = run.x + kQuietZone, left = mirrored() ? across - first - run.width : first;
    const float x = at.x + module * static_cast<float>(left), y = at.y + module * static_cast<float>(run.y + kQuietZone);
    d->AddRectFilled({x, y}, {x + module * static_cast<float>(run.width), y + module}, kBlack);
  }
  ImGui::Dummy({side, side});
}

namespace {

void link_part(const Ui& ui, const ShareSheet& sheet) {
  caption(ui, "share.link");
  box(ui, "link", sheet.link);
  if (is_local(sheet.link)) text(ui.fonts.small, ui.palette.warning, ui.tr()("share.local"), true);
  if (button(ui, "copy_link", ui.tr()("working.link"), false)) wish(ui, ShareDeed::copy_link);
}

void code_part(const Ui& ui, const ShareSheet& sheet) {
  const Translator& tr = ui.tr();
  caption(ui, "share.code");
  if (!sheet.code) {
    text(ui.fonts.small, ui.palette.secondary, tr("share.code_long", whole(static_cast<double>(kMostQrBytes), tr), whole(static_cast<double>(sheet.link.size()), tr)), true);
    return;
  }
  const float across = static_cast<float>(sheet.code->size + 2 * kQuietZone);
  const float module = qr_module(*sheet.code, std::min({kMostCode, kMostModule * across, ImGui::GetContentRegionAvail().x}));
  qr_squares(*sheet.code, sheet.runs, module);
  if (module < kFineModule) text(ui.fonts.small, ui.palette.secondary, tr("share.code_fine"), true);
  gap(8);
  if (button(ui, "svg", tr("share.svg"), false)) wish(ui, ShareDeed::save_svg);
  ImGui::SameLine(0, 8);
  if (button(ui, "png", tr("share.png"), false)) wish(ui, ShareDeed::save_png);
}

void embed_part(const Ui& ui, const ShareSheet& sheet) {
  const Translator& tr = ui.tr();
  caption(ui, "share.embed");
  const std::array<std::string, 3> sizes{"16:9", "4:3", tr("share.fixed")};
  if (const auto chosen = segmented(ui, "frame", sizes, static_cast<int>(sheet.frame)); chosen && ui.share_wish) ui.share_wish->frame = static_cast<EmbedFrame>(*chosen);
  box(ui, "snippet", sheet.snippet);
  if (button(ui, "copy_snippet", tr("share.copy_embed"), false)) wish(ui, ShareDeed::copy_snippet);
}

void citation_part(const Ui& ui, const ShareSheet& sheet) {
  const Translator& tr = ui.tr();
  caption(ui, "share.citation");
  if (sheet.citation.empty()) {
    text(ui.fonts.small, ui.palette.secondary, tr("result.pending"), true);
    return;
  }
  box(ui, "citation", sheet.citation);
  if (button(ui, "copy_citation", tr("copy.citation"), false)) wish(ui, ShareDeed::copy_citation);
  ImGui::SameLine(0, 8);
  if (button(ui, "copy_bibtex", tr("share.bibtex"), false)) wish(ui, ShareDeed::copy_bibtex);
}

void parts(const Ui& ui, const ShareSheet& sheet) {
  link_part(ui, sheet);
  gap(20);
  code_part(ui, sheet);
  gap(20);
  embed_part(ui, sheet);
  gap(20);
  citation_part(ui, sheet);
}

}  // namespace

void share_card(const Ui& ui, Actions& out) {
  if (!ui.share) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) close(out);
  const Veil veil = begin_veil(ui, "share");
  if (veil.pressed) close(out);
  static float height = 880.0f;  // of the parts as they were drawn last
  const Rect r = card_place(ui.layout, kCardHead + height);
  begin_card(ui, r);
  if (card_head(ui, ui.tr()("app.title"), ui.tr()("share"), r.w)) close(out);
  if (veil.opens) step_in();
  ImGui::SetCursorPos({1, kCardHead});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(kCardEdge - 1, 0));
  ImGui::BeginChild("parts", {r.w - 2, r.h - kCardHead - 1}, ImGuiChildFlags_AlwaysUseWindowPadding);
  ImGui::PopStyleVar();
  const float top = ImGui::GetCursorPosY();
  parts(ui, *ui.share);
  height = ImGui::GetCursorPosY() - top + 16.0f;
  ImGui::Dummy({0, 8});
  ImGui::EndChild();
  end_card();
  end_veil();
}

}  // namespace gs::ui
