#include "export/chart_svg.hpp"

#include <fmt/format.h>

#include <cmath>

#include "export/row.hpp"
#include "export/svg_parts.hpp"
#include "text/bidi.hpp"

namespace gs {
namespace {

constexpr float kMargin = 16.0f, kBaseline = 12.4f;  ///< of a line of 16 px

using svg::escaped;
using svg::paint;

std::string px(float v) { return svg::number(static_cast<double>(v)); }

std::string rect(const ChartBox& b, const std::string& attributes) {
  return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}", px(b.x), px(b.y), px(b.w), px(b.h), attributes);
}

std::string points(const std::vector<glm::vec2>& of) {
  std::string out;
  for (const glm::vec2& p : of) out += (out.empty() ? "" : " ") + px(p.x) + "," + px(p.y);
  return out;
}

std::string line(const ChartLine& l, const Palette& p) {
  std::string out = "<polyline points=\"" + points(l.points) + "\" fill=\"none\"" + paint("stroke", color_of(l.tone, p)) + " stroke-width=\"" + px(l.width) + "\"";
  if (l.dash > 0) out += fmt::format(" stroke-dasharray=\"{} {}\"", px(l.dash), px(0.75f * l.dash));
  return out + "/>\n";
}

std::string area(const ChartArea& a, const Palette& p) {
  std::vector<glm::vec2> ring = a.upper;
  ring.insert(ring.end(), a.lower.rbegin(), a.lower.rend());
  return "<polygon points=\"" + points(ring) + "\"" + paint("fill", color_of(a.tone, p)) + "/>\n";
}

/// Corners of the category's shape (LOOK.md, "Categories"), of about the area of a disc of this radius; empty: a disc.
std::vector<glm::vec2> corners(const ChartSymbol& s) {
  std::vector<glm::vec2> out;
  const auto regular = [&](int count, float reach, float turn, float down = 0.0f) {
    for (int i = 0; i < count; ++i) {
      const float a = turn + 6.2831853f * static_cast<float>(i) / static_cast<float>(count);
      out.push_back({s.at.x + reach * std::sin(a), s.at.y + down - reach * std::cos(a)});
    }
  };
  switch (shape_of(s.category)) {
    case Shape::triangle: regular(3, 1.5f * s.radius, 0.0f, 0.25f * s.radius); break;
    case Shape::diamond: regular(4, 1.25f * s.radius, 0.0f); break;
    case Shape::square: regular(4, 1.25f * s.radius, 0.785398f); break;
    case Shape::hexagon: regular(6, 1.1f * s.radius, 0.523599f); break;
    case Shape::pentagon: regular(5, 1.15f * s.radius, 0.0f); break;
    default: break;
  }
  return out;
}

std::string symbol(const ChartSymbol& s, const Palette& p) {
  const double opacity = static_cast<double>(s.opacity);
  const std::string style = paint("fill", color_of({Tone::of_category, s.category, opacity}, p)) + paint("stroke", color_of({Tone::edge_of_category, s.category, opacity}, p));
  const auto ring = corners(s);
  if (!ring.empty()) return "<polygon points=\"" + points(ring) + "\"" + style + "/>\n";
  return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", px(s.at.x), px(s.at.y), px(s.radius), style);
}

std::string label(const ChartLabel& l, const Palette& p) {
  const bool rightward = has_rightward(l.text);  // the end of such a line is its left
  return fmt::format("<text x=\"{}\" y=\"{}\"{}{}{}>{}</text>\n", px(l.box.x), px(l.box.y + kBaseline), l.bold ? " font-weight=\"bold\"" : "",
                     rightward ? " direction=\"rtl\" text-anchor=\"end\"" : "", paint("fill", color_of(l.tone, p)),
                     escaped(rightward ? svg::with_shares_kept(l.text) : l.text));
}

/// Invisible, above a mark: a browser shows its title when it is pointed at.
std::string spot(const ChartSpot& s, const Chart& chart) {
  const Datum& d = chart.series[s.series].data[s.datum];
  const std::string words = d.reading.empty() ? d.name + "\n" + d.words : d.reading;
  return rect(s.box, ">") + "<title>" + escaped(words) + "</title></rect>\n";
}

}  // namespace

SvgPage page_for(const Chart& chart, std::string language) {
  SvgPage page;
  page.language = std::move(language);
  if (chart.sideways) page.height = 170.0f + 20.0f * static_cast<float>(std::max<std::size_t>(chart.at.names.size(), 3));
  return page;
}

std::string to_svg(const Chart& chart, const Palette& palette, const TextWidth& width, const SvgPage& page) {
  const ChartLayout l = lay_out(chart, {kMargin, kMargin, page.width - 2 * kMargin, page.height - 2 * kMargin}, width, true);
  std::string out = page.part.empty() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "";
  const std::string id = page.part.empty() ? "" : page.part + "-";
  out += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" xml:lang=\"{2}\" role=\"img\" "
                     "aria-labelledby=\"{3}title {3}description\" font-family=\"Noto Sans, Noto Sans CJK SC, sans-serif\" font-size=\"12\">\n",
                     px(page.width), px(page.height), escaped(page.language), id);
  out += "<title id=\"" + id + "title\">" + escaped(chart.title) + "</title>\n";
  out += "<desc id=\"" + id + "description\">" + escaped(chart.note + (chart.note.empty() ? "" : " ") + chart.source) + "</desc>\n";
  out += rect({0, 0, page.width, page.height}, paint("fill", palette.panel) + "/>\n");
  for (const ChartLine& g : l.grid) out += line(g, palette);
  for (const ChartArea& a : l.areas) out += area(a, palette);
  for (const ChartRect& r : l.rects) out += rect(r.box, paint("fill", color_of(r.tone, palette)) + "/>\n");
  for (const ChartLine& each : l.lines) out += line(each, palette);
  for (const ChartSymbol& s : l.symbols) out += symbol(s, palette);
  for (const ChartLabel& each : l.labels) out += label(each, palette);
  out += "<g fill=\"none\" pointer-events=\"all\">\n";
  for (const ChartSpot& s : l.spots) out += spot(s, chart);
  return out + "</g>\n</svg>\n";
}

std::string to_csv(const TextTable& table) {
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i ? "," : "") + quoted_cell(cells[i]);
    out += "\r\n";
  };
  add(table.head);
  for (const auto& row : table.rows) add(row);
  return out;
}

}  // namespace gs
