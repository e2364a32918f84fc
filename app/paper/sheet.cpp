#include "paper/sheet.hpp"

#include <fmt/format.h>

#include <utility>

#include "text/bidi.hpp"

namespace gs::paper {
namespace {

/// First the Latin and Cyrillic face; the others have what it lacks.
constexpr const char* kText = "Noto Sans, Noto Sans Arabic, Droid Sans Fallback";
constexpr const char* kTitle = "Noto Serif Display, Noto Sans, Noto Sans Arabic, Droid Sans Fallback";
constexpr double kSmall = 0.86;  ///< of the text above it

/// A value of a tag's attribute.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// Bytes of a layout's text.
struct Part {
  guint from = 0, to = 0;
};

guint16 of_65535(double share) { return static_cast<guint16>(share * 65535.0 + 0.5); }

/// Attributes of a part of the text.
void mark(PangoAttrList* list, const Part& part, const Ink& ink) {
  if (part.from == part.to) return;
  for (PangoAttribute* a : {pango_attr_scale_new(kSmall), pango_attr_weight_new(PANGO_WEIGHT_NORMAL), pango_attr_foreground_new(of_65535(ink.r), of_65535(ink.g), of_65535(ink.b))}) {
    a->start_index = part.from;
    a->end_index = part.to;
    pango_attr_list_insert(list, a);
  }
}

/// Appends a paragraph. In a document from right to left one without a letter of such a script stands in an isolate: its own
/// signs keep their places, and its line begins where all others do.
Part add_paragraph(std::string& text, std::string_view more, bool rightward) {
  if (more.empty()) return {static_cast<guint>(text.size()), static_cast<guint>(text.size())};
  if (!text.empty()) text += '\n';
  const auto from = static_cast<guint>(text.size());
  const std::string plain = without_vowels(more);
  const bool isolated = rightward && !has_rightward(plain);
  text += isolated ? "\u2066" + plain + "\u2069" : plain;
  return {from, static_cast<guint>(text.size())};
}

double points(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

}  // namespace

std::string without_vowels(std::string_view utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
    // U+064B to U+0652.
    if (byte(i) == 0xD9 && i + 1 < utf8.size() && byte(i + 1) >= 0x8B && byte(i + 1) <= 0x92) ++i;
    else out += utf8[i];
  }
  return out;
}

Sheet::Sheet(cairo_surface_t* pdf, const std::string& language, bool rightward, Running running)
    : cr_(cairo_create(pdf)), context_(pango_cairo_create_context(cr_)), rightward_(rightward), running_(std::move(running)) {
  pango_context_set_language(context_, pango_language_from_string(language.c_str()));
  pango_context_set_base_dir(context_, rightward ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(context_, FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_, options);
  cairo_font_options_destroy(options);
}

Sheet::~Sheet() {
  g_object_unref(context_);
  cairo_destroy(cr_);
}

void Sheet::new_page() {
  edges();
  cairo_show_page(cr_);
  ++page_;
  y = kTop;
}

void Sheet::need(double height) {
  if (y + height > kBottom && y > kTop) new_page();
}

int Sheet::finish() {
  edges();
  cairo_show_page(cr_);
  return page_;
}

void Sheet::edges() {
  const Style small{7.0, false, false, kSecond};
  if (page_ > 1) {
    put(lay({running_.head}, small, kLine), kLeft, 30.0, small.ink);
    rule(44.0, kHair, 0.5);
  }
  rule(kBottom + 12.0, kHair, 0.5);
  const Layout number = lay({fmt::format("{} / {}", page_, running_.pages)}, {7.0, false, false, kSecond}, -1.0);
  int wide = 0;
  pango_layout_get_size(number.get(), &wide, nullptr);
  put(number, rightward_ ? kLeft : kWidth - kLeft - points(wide), kBottom + 17.0, small.ink);
  const double foot_wide = kLine - 50.0;
  if (!running_.link.empty()) cairo_tag_begin(cr_, CAIRO_TAG_LINK, ("uri=" + quoted(running_.link)).c_str());
  put(lay({running_.foot}, small, foot_wide), rightward_ ? kLeft + 50.0 : kLeft, kBottom + 17.0, small.ink);
  if (!running_.link.empty()) cairo_tag_end(cr_, CAIRO_TAG_LINK);
}

Layout Sheet::lay(const Words& words, const Style& style, double wide, bool at_end) const {
  Layout layout(pango_layout_new(context_));
  PangoFontDescription* font = pango_font_description_from_string(style.title ? kTitle : kText);
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold || style.title ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  std::string text;
  add_paragraph(text, words.text, rightward_);
  PangoAttrList* marks = pango_attr_list_new();
  mark(marks, add_paragraph(text, words.small, rightward_), kSecond);
  mark(marks, add_paragraph(text, words.mark, rightward_), kWarning);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout.get(), marks);
  pango_attr_list_unref(marks);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout.get(), wide < 0.0 ? -1 : static_cast<int>(wide * PANGO_SCALE));
  // From right to left every line begins at the right, whatever its letters.
  if (rightward_) pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_alignment(layout.get(), at_end != rightward_ ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

double Sheet::height_of(const Layout& layout) {
  int height = 0;
  pango_layout_get_size(layout.get(), nullptr, &height);
  return points(height);
}

double Sheet::natural(const Words& words, const Style& style) const {
  const Layout layout = lay(words, style, -1.0);
  int wide = 0;
  pango_layout_get_size(layout.get(), &wide, nullptr);
  return points(wide);
}

double Sheet::least(const Words& words, const Style& style) const {
  const Layout layout = lay(words, style, -1.0);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
  pango_layout_set_width(layout.get(), 0);
  int wide = 0;
  pango_layout_get_size(layout.get(), &wide, nullptr);
  return points(wide);
}

void Sheet::flow(const Layout& layout, const Ink& ink, const std::string& uri) {
  PangoLayoutIter* line = pango_layout_get_iter(layout.get());
  do {
    int from = 0, to = 0;
    pango_layout_iter_get_line_yrange(line, &from, &to);
    const double height = points(to - from);
    if (y + height > kBottom) new_page();
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(line, nullptr, &logical);
    cairo_set_source_rgb(cr_, ink.r, ink.g, ink.b);
    cairo_move_to(cr_, kLeft + points(logical.x), y + points(pango_layout_iter_get_baseline(line) - from));
    if (!uri.empty()) cairo_tag_begin(cr_, CAIRO_TAG_LINK, ("uri=" + quoted(uri)).c_str());
    pango_cairo_show_layout_line(cr_, pango_layout_iter_get_line_readonly(line));
    if (!uri.empty()) cairo_tag_end(cr_, CAIRO_TAG_LINK);
    y += height;
  } while (pango_layout_iter_next_line(line));
  pango_layout_iter_free(line);
}

void Sheet::paragraph(std::string_view text, const Style& style, const std::string& uri) { flow(lay({text}, style, kLine), style.ink, uri); }

void Sheet::put(const Layout& layout, double x, double at_y, const Ink& ink) {
  cairo_set_source_rgb(cr_, ink.r, ink.g, ink.b);
  cairo_move_to(cr_, x, at_y);
  pango_cairo_show_layout(cr_, layout.get());
}

void Sheet::rule(double at_y, const Ink& ink, double thick) {
  cairo_set_source_rgb(cr_, ink.r, ink.g, ink.b);
  cairo_rectangle(cr_, kLeft, at_y, kLine, thick);
  cairo_fill(cr_);
}

void Sheet::destination(const std::string& name) {
  cairo_tag_begin(cr_, CAIRO_TAG_DEST, fmt::format("name={} x={} y={}", quoted(name), kLeft, y).c_str());
  cairo_tag_end(cr_, CAIRO_TAG_DEST);
}

}  // namespace gs::paper
