#include "ui/type.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "text/bidi.hpp"
#include "text/utf8.hpp"
#include "ui/kit.hpp"
#include "ui/wrap.hpp"

namespace gs::ui {
namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

/// Lines in the order in which their glyphs are drawn: most are drawn in every frame.
class Drawn {
 public:
  const std::string& of(std::string_view line) {
    if (mirrored_ != mirrored() || lines_.size() > 4096) lines_.clear();
    mirrored_ = mirrored();
    const auto found = lines_.find(line);
    if (found != lines_.end()) return found->second;
    return lines_.emplace(line, mirrored_ ? visual_mirrored(line) : visual(line)).first->second;
  }

 private:
  bool mirrored_ = false;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> lines_;
};

/// Good until the next call.
std::string_view glyphs(std::string_view line) {
  static Drawn lines;
  if (!mirrored() && !has_rightward(line)) return line;
  return lines.of(line);
}

const std::string kMark = to_utf8(std::u32string(1, kRightwardMark));

TimeAxis* axis = nullptr;
Lacking lacking;

float width_of(ImFont* font, std::string_view s) {
  if (s.empty()) return 0.0f;  // Dear ImGui looks for the end of a text that has none
  return font->CalcTextSizeA(font_px(font), 1e9f, 0.0f, s.data(), s.data() + s.size()).x;
}

/// Each line of a text that is broken at a width.
template <class Take>
void each_line(ImFont* font, std::string_view s, float width, Take take) {
  const float scale = font_px(font) / font->FontSize;
  const auto advance = [&](char32_t c) { return is_direction_sign(c) ? 0.0f : scale * font->GetCharAdvance(static_cast<ImWchar>(c)); };
  std::string shaped;  // forms are not as wide as letters
  const bool rightward = has_rightward(s);
  if (rightward) s = shaped = joined(s);
  do {
    const std::string_view line = first_line(s, width, advance, s);
    take(rightward && !has_rightward(line) ? kMark + std::string(line) : std::string(line));
  } while (!s.empty());
}

}  // namespace

void note_letters(ImFont* font, std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    if (static_cast<unsigned char>(s[at]) < 0xD8) {  // below U+0600
      ++at;
      continue;
    }
    const char32_t c = next_code_point(s, at);
    const Scripts script = bit(script_of(c));
    if (script == 0 || (c <= 0xFFFF && font->FindGlyphNoFallback(static_cast<ImWchar>(c)))) continue;
    lacking.scripts |= script;
    if (is_hanzi(c) && lacking.hanzi.find(c) == std::u32string::npos) lacking.hanzi += c;
  }
}

Lacking take_lacking() { return std::exchange(lacking, {}); }

float font_px(const ImFont* f) { return f->FontSize * ImGui::GetIO().FontGlobalScale; }

const char* drawn(std::string_view line) {
  static std::string kept;
  return (kept = glyphs(line)).c_str();
}

float text_width(ImFont* font, std::string_view line) { return width_of(font, glyphs(line)); }

ImVec2 text_size(ImFont* font, std::string_view s, float wrap) {
  ImVec2 size{0, 0};
  each_line(font, s, wrap > 0.0f ? wrap : 1e9f, [&](std::string_view line) {
    size = {std::max(size.x, text_width(font, line)), size.y + font_px(font)};
  });
  return size;
}

void text(ImFont* font, Color color, std::string_view s, bool wrap) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, u32(color));
  const auto put = [font](std::string_view line) {
    const std::string_view g = glyphs(line);
    note_letters(font, g);
    ImGui::TextUnformatted(g.data(), g.data() + g.size());
  };
  if (!wrap && s.find('\n') == std::string_view::npos) {
    put(s);
  } else {
    const float x = ImGui::GetCursorPosX(), below = ImGui::GetStyle().ItemSpacing.y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    each_line(font, s, wrap ? ImGui::GetContentRegionAvail().x : 1e9f, [&](std::string_view line) {
      ImGui::SetCursorPosX(x);
      put(line);
    });
    ImGui::PopStyleVar();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + below);
  }
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void text_at(ImDrawList* d, ImFont* font, ImVec2 at, Color color, std::string_view s, float wrap) {
  const bool on_axis = axis && axis->list_ == d && mirrored();
  const auto put = [&](std::string_view line, float y) {
    const std::string_view g = glyphs(line);
    note_letters(font, g);
    const float x = on_axis ? axis->item(at.x, width_of(font, g)) : at.x;
    const int begin = d->VtxBuffer.Size;
    d->AddText(font, font_px(font), {std::floor(x), std::floor(y)}, u32(color), g.data(), g.data() + g.size());
    if (on_axis) axis->texts_.push_back({begin, d->VtxBuffer.Size});
  };
  if (wrap <= 0.0f && s.find('\n') == std::string_view::npos) return put(s, at.y);
  each_line(font, s, wrap > 0.0f ? wrap : 1e9f, [&](std::string_view line) {
    put(line, at.y);
    at.y += font_px(font);
  });
}

std::string shortened(ImFont* font, std::string_view s, float width) {
  if (text_width(font, s) <= width) return std::string(s);
  std::size_t end = 0;
  for (std::size_t at = 0; at < s.size();) {
    char32_t c = 0;
    at += code_point(s.substr(at), c);
    if (text_width(font, std::string(s.substr(0, at)) + "…") > width) break;
    end = at;
  }
  while (end > 0 && s[end - 1] == ' ') --end;
  return std::string(s.substr(0, end)) + "…";
}

TimeAxis::TimeAxis(ImDrawList* list, float left, float right) : list_(list), left_(left), right_(right), begin_(list->VtxBuffer.Size) {
  axis = this;
}

TimeAxis::~TimeAxis() {
  axis = nullptr;
  if (!mirrored()) return;
  std::size_t next = 0;
  for (int i = begin_; i < list_->VtxBuffer.Size; ++i) {
    if (next < texts_.size() && i == texts_[next].begin) {
      i = texts_[next++].end - 1;
      continue;
    }
    list_->VtxBuffer[i].pos.x = left_ + right_ - list_->VtxBuffer[i].pos.x;
  }
}

ImVec2 TimeAxis::mouse() const {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {item(at.x), at.y};
}

float TimeAxis::item(float x, float width) const { return mirrored() ? left_ + right_ - x - width : x; }

}  // namespace gs::ui
