#include "export/scene_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <glm/common.hpp>
#include <span>

#include "export/relief_picture.hpp"
#include "export/svg_label.hpp"
#include "export/svg_marker.hpp"
#include "export/svg_parts.hpp"
#include "export/svg_path.hpp"
#include "export/svg_stroke.hpp"

namespace gs {
namespace {

using svg::attribute;
using svg::escaped;
using svg::number;
using svg::paint;

constexpr std::string_view kLand = "land", kLandClip = "within-land";

std::string element(std::string_view name, std::string_view words) {
  return words.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, escaped(words));
}

/// Dublin Core in RDF, as editors of SVG write and read it.
std::string metadata(const PictureWords& w) {
  std::string out = "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                    "<rdf:Description rdf:about=\"\">\n";
  out += element("dc:format", "image/svg+xml") + element("dc:title", w.title) + element("dc:description", w.description) +
         element("dc:creator", "Green Silk Road explorer") + element("dc:language", w.language) + element("dc:date", w.date) +
         element("dc:identifier", w.link) + element("dc:identifier", w.digest.empty() ? "" : "digest " + w.digest) +
         element("dc:identifier", w.data_version.empty() ? "" : "data " + w.data_version) + element("dc:rights", w.rights);
  for (const std::string& source : w.sources) out += element("dc:source", source);
  return out + "</rdf:Description></rdf:RDF></metadata>\n";
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned bits = 0;
    for (std::size_t k = 0; k < 3; ++k) bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : kDigits[bits >> (18 - 6 * k) & 63u];
  }
  return out;
}

/// The land has a name where a relief is shown within it.
std::string area(const FillLayer& f, const Scene& scene, const svg::Screen& screen) {
  const std::string data = f.rings ? svg::area(*f.rings, screen) : "";
  if (data.empty()) return "";
  const bool land = scene.relief && scene.relief->land == f.rings;
  return "<path" + (land ? fmt::format(" id=\"{}\" clip-rule=\"evenodd\"", kLand) : "") + " fill-rule=\"evenodd\"" + paint("fill", f.color) + " d=\"" + data +
         "\"/>\n";
}

std::string relief(const Scene& scene) {
  const std::string png = relief_png(*scene.relief, scene.view);
  if (png.empty()) return "";
  return fmt::format("<clipPath id=\"{}\"><use xlink:href=\"#{}\"/></clipPath>\n<image", kLandClip, kLand) + attribute("width", scene.view.viewport.x) +
         attribute("height", scene.view.viewport.y) +
         fmt::format(" preserveAspectRatio=\"none\" clip-path=\"url(#{})\" xlink:href=\"data:image/png;base64,{}\"/>\n", kLandClip, base64(png));
}

std::string areas(const Scene& scene, const svg::Screen& screen) {
  const std::size_t below = scene.relief ? scene.relief->above : scene.fills.size();
  std::string out;
  bool land = false;  // that is seen, and in which a relief may be shown
  for (std::size_t i = 0; i <= scene.fills.size(); ++i) {
    if (i == below && land) out += relief(scene);
    if (i == scene.fills.size()) break;
    const std::string layer = area(scene.fills[i], scene, screen);
    land = land || (scene.relief && scene.relief->land == scene.fills[i].rings && !layer.empty());
    out += layer;
  }
  return out;
}

/// Discs are lines without length with round ends: those of one colour that follow each other are one path.
std::string dots(const DotLayer& layer, const svg::Screen& screen) {
  std::string out;
  if (!layer.dots) return out;
  const auto radius = static_cast<double>(layer.radius);
  const svg::Frame frame = screen.frame(radius);
  svg::Path path;
  const auto end = [&](Color color) {
    if (!path.empty()) out += "<path d=\"" + path.take() + "\" fill=\"none\" stroke-linecap=\"round\"" + attribute("stroke-width", 2.0 * radius) + paint("stroke", color) + "/>\n";
    path = {};
  };
  for (std::size_t i = 0; i < layer.dots->size(); ++i) {
    const Dot& dot = (*layer.dots)[i];
    if (i > 0 && !(dot.color == (*layer.dots)[i - 1].color)) end((*layer.dots)[i - 1].color);
    const glm::dvec2 at = screen.at(dot.at);
    if (at.x >= frame.min.x && at.x <= frame.max.x && at.y >= frame.min.y && at.y <= frame.max.y) path.dot(at);
  }
  if (!layer.dots->empty()) end(layer.dots->back().color);
  return out;
}

std::string markers(const Scene& scene, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    const Marker& m = scene.markers[i];
    const float reach = 2.5f * m.radius + 12.0f;  // with ring, glow and pulse
    const glm::vec2 end = scene.view.viewport + reach;
    if (m.at.x > -reach && m.at.y > -reach && m.at.x < end.x && m.at.y < end.y) out += svg::marker(m, i);
  }
  return out;
}

std::string rounded(const Box& b, double inset, double radius, const std::string& look) {
  const glm::dvec2 min = glm::dvec2(b.min) + inset, size = glm::max(glm::dvec2(b.max) - inset - min, glm::dvec2(0.0));
  const std::string round = radius > 0.0 ? attribute("rx", std::min(radius, 0.5 * std::min(size.x, size.y))) : "";
  return "<rect" + attribute("x", min.x) + attribute("y", min.y) + attribute("width", size.x) + attribute("height", size.y) + round + look + "/>\n";
}

/// The border lies within the box, and the fill within the border.
std::string box(const Box& b) {
  const double border = b.border.a > 0 ? static_cast<double>(b.border_width) : 0.0, radius = static_cast<double>(b.radius);
  std::string out = b.color.a > 0 ? rounded(b, border, std::max(0.0, radius - border), paint("fill", b.color)) : "";
  if (border > 0.0) out += rounded(b, 0.5 * border, std::max(0.0, radius - 0.5 * border), " fill=\"none\"" + paint("stroke", b.border) + attribute("stroke-width", border));
  return out;
}

std::string labels(std::span<const Label> all, const Fonts& fonts) {
  std::string out;
  for (const Label& l : all) out += svg::label(l, fonts);
  return out;
}

std::string part(std::string_view name, const std::string& content) {
  return content.empty() ? "" : fmt::format("<g id=\"{}\">\n{}</g>\n", name, content);
}

}  // namespace

std::string to_svg(const Scene& scene, const PictureWords& words, const Fonts& fonts) {
  const svg::Screen screen(scene.view);
  std::string lines, discs, rings;
  for (const StrokeLayer& s : scene.strokes) lines += svg::stroke(s, screen);
  for (const DotLayer& d : scene.dots) discs += dots(d, screen);
  for (const GroupRing& g : scene.groups) rings += svg::group(g, scene);
  std::string boxes;
  for (const Box& b : scene.boxes) boxes += box(b);
  const std::size_t below = std::min(scene.below_groups, scene.markers.size());

  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                     "xml:lang=\"{2}\" role=\"img\" aria-labelledby=\"title description\">\n",
                     number(scene.view.viewport.x), number(scene.view.viewport.y), escaped(words.language));
  out += "<title id=\"title\">" + escaped(words.title) + "</title>\n<desc id=\"description\">" + escaped(words.description) + "</desc>\n" + metadata(words);
  out += "<rect width=\"100%\" height=\"100%\"" + paint("fill", scene.page) + "/>\n";
  out += part("areas", areas(scene, screen)) + part("lines", lines);
  out += part("symbols", discs + markers(scene, 0, below) + rings + labels(scene.counts, fonts) + markers(scene, below, scene.markers.size()));
  out += part("boxes", boxes) + part("words", labels(scene.labels, fonts));
  return out + "</svg>\n";
}

}  // namespace gs
