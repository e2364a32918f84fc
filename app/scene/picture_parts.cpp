#include <algorithm>

#include "scene/color_key.hpp"
#include "scene/embed.hpp"
#include "scene/picture_sheet.hpp"
#include "scene/picture_words.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

namespace gs {
namespace {

constexpr Type kSmall{Face::regular, 16.0f}, kBody{Face::regular, 19.0f};

/// Where the display face has no letters of a language, its titles are set in the bold text face, in a size of their own.
Type title_type(const Translator& tr, float display, float bold) {
  return tr.has_display_face() ? Type{Face::display, display} : Type{Face::bold, bold};
}

/// Number and unit on one base line; returns the width.
float total(Sheet& s, const PartsInput& in, glm::vec2 at, float px) {
  const Translator& tr = in.world.tr;
  const Figure f = figure(in.list.total.avoided.best, tr);
  const Type number = title_type(tr, px, px * 0.77f), unit = title_type(tr, px * 0.58f, px * 0.5f);
  const float width = s.text(number, in.palette.ink, at, f.number);
  const float drop = in.fonts.of(number.face).ascent(number.px) - in.fonts.of(unit.face).ascent(unit.px);
  const float x = at.x + width + px * 0.16f;
  return x + s.text(unit, in.palette.ink, {x, at.y + drop}, f.unit + tr("figure.a_year")) - at.x;
}

Marker symbol(const PartsInput& in, glm::vec2 at, Category c, Fill fill) {
  Marker m{};
  m.at = at;
  m.radius = 6.0f;
  m.shape = shape_of(c);
  m.fill = fill;
  m.color = in.palette.of(c).fill;
  m.edge = in.palette.of(c).edge;
  m.halo = in.palette.marker_halo;
  return m;
}

bool has_locomotives(const PartsInput& in) {
  if (!shows(in.state.view, Layer::locomotives)) return false;
  const auto& all = in.world.portfolio.locomotives;
  return std::any_of(all.begin(), all.end(), [](const Locomotive& l) { return l.latitude.has_value(); });
}

/// Categories that the filters let onto the map.
std::vector<Category> shown_categories(const PartsInput& in) {
  std::vector<Category> out;
  const ViewState& v = in.state.view;
  for (int i = 0; i < kCategoryCount; ++i) {
    const auto c = static_cast<Category>(i);
    if (c == Category::locomotive ? has_locomotives(in)
                                  : shows(v, Layer::sites) && (v.categories >> i & 1u) != 0 &&
                                        in.list.by_category[static_cast<std::size_t>(i)] > 0) {
      out.push_back(c);
    }
  }
  return out;
}

std::string name_of(const PartsInput& in, Category c) {
  return in.world.tr(std::string("category.") + std::string(id_of(c)));
}

struct RailEntry {
  const char* key;
  StrokeStyle style;
};

/// The railways' styles that the map was drawn with: by traction in the colour of the standard gauge, then by gauge.
std::vector<RailEntry> rail_entries(const PartsInput& in) {
  struct Wanted {
    const char* key;
    std::optional<RailStyle> style;
    std::optional<Gauge> gauge;
  };
  static const std::array<Wanted, 6> wanted{{{"rail.electrified", RailStyle::electrified, {}},
                                             {"rail.diesel", RailStyle::diesel, {}},
                                             {"rail.construction", RailStyle::construction, {}},
                                             {"rail.planned", RailStyle::planned, {}},
                                             {"rail.broad", {}, Gauge::broad},
                                             {"rail.narrow", {}, Gauge::narrow}}};
  std::vector<RailEntry> out;
  for (const Wanted& w : wanted) {
    const StrokeLayer* found = nullptr;
    for (int s = 0; s < kRailStyleCount && !found; ++s) {
      for (int g = 0; g < kGaugeCount && !found; ++g) {
        if (w.style && *w.style != static_cast<RailStyle>(s)) continue;
        if (w.gauge && *w.gauge != static_cast<Gauge>(g)) continue;
        const Lines* lines = &in.geometry.rails[static_cast<std::size_t>(s)][static_cast<std::size_t>(g)];
        for (const StrokeLayer& layer : in.drawn) {
          if (layer.lines == lines) found = &layer;
        }
      }
    }
    if (!found) continue;
    StrokeStyle style = found->style;
    if (w.style) style.color = in.palette.rail;
    if (w.gauge) style.dash = style.gap = style.tick_length = style.tick_every = 0.0f;
    out.push_back({w.key, style});
  }
  return out;
}

/// Entries of a legend fill columns from the top.
class Rows {
 public:
  Rows(Sheet& sheet, float width, int columns) : sheet_(sheet), width_(width), columns_(columns) {}
  void begin(std::size_t count) {
    const auto columns = static_cast<std::size_t>(columns_);
    rows_ = (count + columns - 1) / columns;
    next_ = 0;
  }
  glm::vec2 place() {
    const auto column = static_cast<float>(next_ / rows_), row = static_cast<float>(next_ % rows_);
    ++next_;
    return {kPad + column * (width_ - 2 * kPad) / static_cast<float>(columns_), y_ + row * kRow};
  }
  void end() { y_ += static_cast<float>(rows_) * kRow; }
  void rule(Color c) {
    if (y_ == kTop) return;
    sheet_.box({kPad, y_ + 6}, {width_ - kPad, y_ + 7}, c);
    y_ += 13.0f;
  }
  float y() const { return y_; }
  void skip(float px) { y_ += px; }

  static constexpr float kPad = 16.0f, kTop = 12.0f, kRow = 20.0f, kIndent = 32.0f;

 private:
  Sheet& sheet_;
  float width_;
  int columns_;
  std::size_t rows_ = 0, next_ = 0;
  float y_ = kTop;
};

void status_rows(const PartsInput& in, Sheet& s, Rows& rows) {
  const Color grey = in.palette.secondary;
  std::vector<Status> statuses;
  for (const Status status : {Status::construction, Status::planned, Status::suspended}) {
    if (in.list.by_status[static_cast<std::size_t>(status)] > 0 &&
        (in.state.view.statuses >> static_cast<int>(status) & 1u) != 0) {
      statuses.push_back(status);
    }
  }
  if (statuses.empty() || !shows(in.state.view, Layer::sites)) return;
  rows.rule(in.palette.hairline);
  rows.begin(statuses.size());
  for (const Status status : statuses) {
    const glm::vec2 at = rows.place();
    Marker m = symbol(in, at + glm::vec2(10, 8), Category::solar, fill_of(status));
    m.color = m.edge = grey;
    s.markers.push_back(m);
    s.text(kSmall, in.palette.ink, at + glm::vec2(Rows::kIndent, 0),
           in.world.tr(std::string("status.") + std::string(id_of(status))));
  }
  rows.end();
}

/// Boxes side by side, the bounds below their borders, then what they mean.
void color_rows(const PartsInput& in, const ColorKey& key, float width, Sheet& s, Rows& rows) {
  const float room = std::min(width - 2 * Rows::kPad, 260.0f), w = room / static_cast<float>(key.colors.size());
  for (std::size_t i = 0; i < key.colors.size(); ++i) {
    const float x = Rows::kPad + w * static_cast<float>(i);
    s.box({x, rows.y() + 2}, {x + w, rows.y() + 12}, key.colors[i]);
    if (i == 0) continue;
    s.text(kSmall, in.palette.secondary, {x - 0.5f * s.text_width(kSmall, key.bounds[i - 1]), rows.y() + 13}, key.bounds[i - 1]);
  }
  rows.skip(30.0f);
  rows.skip(s.paragraph(kSmall, in.palette.secondary, {Rows::kPad, rows.y()}, width - 2 * Rows::kPad, 4, key.note) + 2.0f);
}

}  // namespace

Sheet headline_sheet(const PartsInput& in, float width, PictureForm form) {
  const Translator& tr = in.world.tr;
  const Palette& p = in.palette;
  const Total& t = in.list.total;
  const bool wide = form == PictureForm::wide;
  const float x = wide ? 20.0f : 16.0f, room = width - 2 * x;
  const Type title = title_type(tr, 27.0f, 28.0f), text = wide ? kBody : kSmall;
  const std::string caption = tr("totals.caption", in.state.scenario.year);
  const std::string range = tr("figure.simulated_value", tr("totals.range", range_text(t.avoided, tr)));
  const std::string counts = tr("totals.counts", t.projects, in.world.portfolio.projects.size(),
                                figure(t.capacity, tr).text(), in.world.portfolio.routes.size());
  Sheet s(in.fonts);
  float y = wide ? 12.0f : 8.0f;
  // A figure in an article is low: its caption stands beside the title, its range beside the total.
  const float title_width = s.text(title, p.ink, {x, y}, tr("app.title"));
  const bool beside = !wide && title_width + 24.0f + s.text_width(kSmall, counts) <= room && room >= 480.0f;
  if (beside) s.text_right(kSmall, p.secondary, {x + room, y + 7.0f}, counts);
  y += 34.0f;
  s.text(text, p.secondary, {x, y}, caption);
  y += wide ? 21.0f : 17.0f;
  const float big = wide ? 60.0f : 42.0f, line = big * (tr.has_display_face() ? 1.0f : 0.77f);
  const float total_width = total(s, in, {x, y}, big);
  const glm::vec2 bar = beside ? glm::vec2(x + total_width + 24.0f, y + 0.41f * line) : glm::vec2(x, y + line + 2.0f);
  s.interval(p, bar, 112.0f, t.avoided, std::nullopt);
  const bool fits = bar.x + 122.0f + s.text_width(kSmall, range) <= x + room || wide;
  s.text(kSmall, p.secondary, {bar.x + 122.0f, bar.y}, fits ? range : tr("totals.range", range_text(t.avoided, tr)));
  y = std::max(y + line, bar.y + 18.0f) + 2.0f;
  if (!beside) y += s.paragraph(text, p.ink, {x, y}, room, 2, counts);
  float right = 0.0f;
  for (const Label& l : s.labels) right = std::max(right, l.at.x + s.text_width({l.face, l.size}, l.text));
  s.size = {wide ? right + x : width, y + (wide ? 14.0f : 6.0f)};
  return s;
}

Sheet embed_sheet(const PartsInput& in, float width) {
  constexpr float kEdge = 16.0f;
  const EmbedHead head = embed_head(in.world, in.state, in.list.total);
  const float room = width - 2 * kEdge;
  constexpr int kLines = 3;
  const Type text = head.told ? kBody : kSmall, large = title_type(in.world.tr, 35.0f, 30.0f);
  Sheet s(in.fonts);
  const bool fits = s.text_width(large, head.title) <= room;
  float y = 6.0f;
  y += s.paragraph(fits ? large : Type{Face::bold, 24.5f}, in.palette.ink, {kEdge, y}, room, fits ? 1 : 2, head.title);
  const auto few = [&](std::string_view words) { return static_cast<int>(in.fonts.regular.wrap(words, text.px, room).size()) <= kLines; };
  y += s.paragraph(text, head.told ? in.palette.ink : in.palette.secondary, {kEdge, y}, room, kLines, head.told ? whole_sentences(head.words, few) : head.words);
  s.size = {width, y + 6.0f};
  return s;
}

Sheet legend_sheet(const PartsInput& in, float width, int columns, bool rails) {
  Sheet s(in.fonts);
  Rows rows(s, width, columns);
  const auto categories = shown_categories(in);
  if (!categories.empty()) {
    rows.begin(categories.size());
    for (const Category c : categories) {
      const glm::vec2 at = rows.place();
      s.markers.push_back(symbol(in, at + glm::vec2(10, 8), c, Fill::solid));
      s.text(kSmall, in.palette.ink, at + glm::vec2(Rows::kIndent, 0), name_of(in, c));
    }
    rows.end();
  }
  status_rows(in, s, rows);
  const auto lines = rails ? rail_entries(in) : std::vector<RailEntry>{};
  if (!lines.empty()) {
    rows.rule(in.palette.hairline);
    rows.begin(lines.size());
    for (const RailEntry& e : lines) {
      const glm::vec2 at = rows.place();
      s.rails.push_back({at + glm::vec2(1, 8.5f), at + glm::vec2(23, 8.5f), e.style});
      s.text(kSmall, in.palette.ink, at + glm::vec2(Rows::kIndent, 0), in.world.tr(e.key));
    }
    rows.end();
  }
  for (const ColorKey& key : color_keys(in.state, in.palette, in.world.tr)) {
    rows.rule(in.palette.hairline);
    color_rows(in, key, width, s, rows);
  }
  if (s.labels.empty()) return s;
  s.size = {width, rows.y() + 9.0f};
  return s;
}

Sheet color_sheet(const PartsInput& in, float width) {
  Sheet s(in.fonts);
  Rows rows(s, width, 1);
  for (const ColorKey& key : color_keys(in.state, in.palette, in.world.tr)) color_rows(in, key, width, s, rows);
  if (!s.labels.empty()) s.size = {width, rows.y() + 9.0f};
  return s;
}

Sheet legend_line(const PartsInput& in, float width) {
  Sheet s(in.fonts);
  constexpr float kLeft = 16.0f, kLine = 20.0f;
  float x = kLeft, y = 0.0f;
  for (const Category c : shown_categories(in)) {
    const std::string name = name_of(in, c);
    if (x > kLeft && x + 18.0f + s.text_width(kSmall, name) > width - kLeft) x = kLeft, y += kLine;
    s.markers.push_back(symbol(in, {x + 6, y + 8}, c, Fill::solid));
    x += 18.0f + s.text(kSmall, in.palette.ink, {x + 18, y}, name) + 16.0f;
  }
  s.size = {width, s.labels.empty() ? 0.0f : y + kLine + 2.0f};
  return s;
}

std::string imprint(const PartsInput& in, float width) {
  const std::string date = newest_day(in.world.portfolio);
  const Translator& tr = in.world.tr;
  const std::string& version = in.world.portfolio.version;
  const std::string& digest = in.world.results.digest;
  static constexpr std::array<const char*, kFactorMethodCount> methods{
      "method.ifi_combined_margin", "method.ifi_operating_margin", "method.ember_average", "method.coal_equivalent"};
  const std::string& method = tr(methods[static_cast<std::size_t>(in.state.scenario.method)]);
  const std::string head = "greensilk" + (date.empty() ? "" : " · " + date);
  const std::string forms[] = {
      head + " · " + method + " · " + tr("sources.note", version) + " " + tr("result.digest", digest),
      head + " · " + method + " · " + version + " · " + tr("result.digest", digest),
      head + " · " + version.substr(0, 8) + " · " + tr("result.digest", digest.substr(0, 8)), head};
  for (const std::string& form : forms) {
    if (in.fonts.regular.width(form, 16.0f) <= width) return form;
  }
  return "";
}

}  // namespace gs
