#include <algorithm>
#include <cmath>

#include "ui/embed.hpp"

namespace gs::ui {
namespace {

constexpr float kEdge = 16.0f, kSmall = 16.0f, kBody = 19.0f, kHeadline = 24.5f, kLegendRow = 20.0f;
constexpr float kCardWidth = 280.0f, kCardPad = 14.0f, kNarrow = 560.0f;

std::string cut(const FontMetrics& font, std::string_view s, float px, float width) {
  if (font.width(s, px) <= width) return std::string(s);
  std::size_t end = 0;
  for (std::size_t at = 0; at < s.size();) {
    next_code_point(s, at);
    if (font.width(std::string(s.substr(0, at)) + "…", px) > width) break;
    end = at;
  }
  while (end > 0 && s[end - 1] == ' ') --end;
  return std::string(s.substr(0, end)) + "…";
}

/// At most `most` lines below each other from a top left corner; the last is cut where there would be more.
std::vector<EmbedLine> lines(const FontMetrics& font, std::string_view s, float px, glm::vec2 at, float width, std::size_t most) {
  std::vector<EmbedLine> out;
  if (s.empty()) return out;
  const auto broken = font.wrap(s, px, width);
  for (std::size_t i = 0; i < std::min(most, broken.size()); ++i) {
    const bool last = i + 1 == most && broken.size() > most;
    const std::string_view line = s.substr(broken[i].begin, last ? std::string_view::npos : broken[i].end - broken[i].begin);
    out.push_back({cut(font, line, px, width), {}});
    out.back().at = {at.x, at.y + px * static_cast<float>(i), font.width(out.back().text, px), px};
  }
  return out;
}

class Arrangement {
 public:
  Arrangement(const World& world, const State& state, const Total& total, Fonts fonts, float width, float height, bool touch)
      : w_(world), s_(state), fonts_(fonts), width_(width), height_(height), control_(touch ? 44.0f : 32.0f), touch_(touch) {
    f_.head = gs::embed_head(world, state, total);
    f_.card = gs::embed_card(world, state);
    f_.steps = embed_steps(world, state.view);
    f_.layout.form = Form::embed;
    f_.layout.window = {0, 0, width, height};
    f_.layout.mirrored = world.tr.rightward();
  }

  EmbedFigure done() {
    lay_foot();
    const float below_words = lay_head();
    const float card = lay_card();
    const float below_legend = lay_legend(below_words);
    const float free = f_.layout.timeline.y - below_legend;
    const bool room = below_legend <= 0.45f * height_ && (card <= 0 || free >= card + (narrow() ? 120.0f : 20.0f));
    if (!room) f_.legend.clear();
    place_map(room ? below_legend : below_words, card);
    return std::move(f_);
  }

 private:
  bool narrow() const { return width_ < kNarrow; }

  float lay_head() {
    const float room = width_ - 12.0f - control_ - 12.0f - kEdge;
    const bool display = w_.tr.has_display_face();
    const FontMetrics& face = display ? fonts_.display : fonts_.bold;
    const float px = display ? 35.0f : 30.0f;
    f_.large = face.width(f_.head.title, px) <= room;
    float y = 8.0f;
    f_.title = f_.large ? lines(face, f_.head.title, px, {kEdge, y}, room + 1.0f, 1) : lines(fonts_.bold, f_.head.title, kHeadline, {kEdge, y}, room, 2);
    if (!f_.title.empty()) y = f_.title.back().at.bottom();
    const float size = f_.head.told ? kBody : kSmall;
    const std::size_t most = (f_.head.told ? 3u : 2u) + (narrow() ? 1u : 0u);
    const auto fits = [&](std::string_view text) { return fonts_.regular.wrap(text, size, room).size() <= most; };
    const std::string text = f_.head.told ? whole_sentences(f_.head.words, fits) : f_.head.words;
    f_.words = lines(fonts_.regular, text, size, {kEdge, y}, room, most);
    return (f_.words.empty() ? y + kSmall : f_.words.back().at.bottom()) + 4.0f;
  }

  float lay_legend(float top) {
    constexpr float kSymbol = 18.0f, kBetween = 14.0f;
    const float end = width_ - 12.0f - control_ - 12.0f;
    float x = kEdge, y = top + 2.0f;
    const auto add = [&](std::optional<Category> c, const std::string& name) {
      const float w = (c ? kSymbol : 0.0f) + fonts_.regular.width(name, kSmall);
      if (x > kEdge && x + w > end) x = kEdge, y += kLegendRow;
      f_.legend.push_back({c, name, {x, y, w, kLegendRow}});
      x += w + kBetween;
    };
    for (const Category c : embed_legend(s_.view)) add(c, w_.tr(std::string("category.") + std::string(id_of(c))));
    if (!f_.legend.empty() && shows(s_.view, Layer::sites)) add(std::nullopt, w_.tr("embed.pale"));
    return f_.legend.empty() ? top : y + kLegendRow + 4.0f;
  }

  void lay_foot() {
    const float foot = touch_ ? 56.0f : 44.0f, top = height_ - foot, y = top + 0.5f * (foot - control_);
    f_.layout.timeline = {0, top, width_, foot};
    const auto put_link = [&](const char* key) {
      f_.link_words = w_.tr(key);
      const float w = std::max(control_, fonts_.bold.width(f_.link_words, kBody) + 16.0f);
      f_.link = {width_ - 8.0f - w, y, w, control_};
    };
    put_link("embed.open");
    if (f_.link.x < 280.0f) put_link("embed.open_short");
    if (f_.steps > 0) {
      f_.back = {12.0f, y, control_, control_};
      f_.on = {f_.back.right() + 4.0f, y, control_, control_};
      const float x = f_.on.right() + 12.0f;
      f_.count = {x, top + 0.5f * (foot - kBody), std::max(0.0f, f_.link.x - 12.0f - x), kBody};
      return;
    }
    f_.play = {12.0f, y, control_, control_};
    const float x = f_.play.right() + 24.0f, track = top + (touch_ ? 22.0f : 18.0f);
    f_.slider = {x, track - 6.0f, std::max(40.0f, f_.link.x - 24.0f - x), 12.0f};
  }

  /// px of the card's height, 0 without one.
  float lay_card() {
    if (!f_.card) return 0.0f;
    const float w = narrow() ? width_ - 16.0f : kCardWidth, inner = w - 2 * kCardPad;
    f_.layout.panel = {narrow() ? 8.0f : 12.0f, 0, w, 0};
    float y = 10.0f + kSmall + 2.0f;
    f_.name = lines(fonts_.bold, f_.card->name, kHeadline, {kCardPad, y}, inner - (touch_ ? 32.0f : 16.0f), 2);
    y += kHeadline * static_cast<float>(f_.name.size()) + 4.0f;
    for (const EmbedCard::Row& row : f_.card->rows) {
      const bool one = fonts_.regular.width(row.caption, kSmall) + 12.0f + fonts_.bold.width(row.value, kSmall) <= inner;
      f_.rows.push_back({kCardPad, y, inner, one ? kEmbedRow : 2 * kEmbedRow});
      y += f_.rows.back().h;
    }
    f_.open = {kCardPad, y + 8.0f};
    return f_.layout.panel.h = f_.open.y + control_ + 12.0f;
  }

  /// The card lies over the map; where it takes all of the width, the map's free part ends above it.
  void place_map(float top, float card) {
    Layout& l = f_.layout;
    const float gap = narrow() ? 8.0f : 12.0f;
    l.bar = {0, 0, width_, top};
    l.panel.h = std::clamp(l.timeline.y - gap - top - 4.0f, 0.0f, card);
    l.panel.y = l.timeline.y - gap - l.panel.h;
    const float bottom = card > 0 && narrow() ? l.panel.y : l.timeline.y;
    l.map = {0, top, width_, std::max(40.0f, bottom - top)};
  }

  const World& w_;
  const State& s_;
  Fonts fonts_;
  float width_, height_, control_;
  bool touch_;
  EmbedFigure f_;
};

}  // namespace

EmbedFigure embed_figure(const World& world, const State& state, const Total& total, Fonts fonts, float width, float height, bool touch) {
  return Arrangement(world, state, total, fonts, width, height, touch).done();
}

}  // namespace gs::ui
