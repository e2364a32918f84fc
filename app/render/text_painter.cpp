#include "render/text_painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "text/bidi.hpp"
#include "text/font_metrics.hpp"
#include "text/utf8.hpp"

namespace gs {
namespace {
constexpr std::size_t index_of(Face face) { return static_cast<std::size_t>(face); }
}  // namespace

TextPainter::TextPainter(gl::Program program)
    : program_(std::move(program)),
      target_(program_),
      quads_({{0, 4, GL_FLOAT, offsetof(Record, min_x)},
              {1, 4, GL_FLOAT, offsetof(Record, texel_min_x)},
              {2, 4, GL_FLOAT, offsetof(Record, slant)},
              {3, 4, GL_UNSIGNED_BYTE, offsetof(Record, color)}}) {}

Result<TextPainter> TextPainter::create(const Renderer::ReadAsset& read) {
  auto program = gl::build_program(read, "text");
  if (!program) return program.error();
  return TextPainter(std::move(*program));
}

void TextPainter::set_fonts(Face face, std::vector<std::string> ttf_chain) {
  Chain& chain = chains_[index_of(face)];
  chain.clear();
  for (std::string& bytes : ttf_chain) {
    if (auto font = FontFile::open(std::move(bytes))) chain.push_back(std::move(font));
  }
  atlas_.begin_anew();  // its keys hold fonts that are gone
}

/// As gs::FontMetrics measures: the first font that has the character, else the sign for a missing one.
TextPainter::Glyph TextPainter::glyph_of(const Chain& chain, char32_t c) {
  for (const auto& font : chain) {
    if (const int glyph = font->glyph(c)) return {font.get(), glyph};
  }
  return {nullptr, 0};
}

bool TextPainter::add_letter(const Label& label, Glyph g, float pen_x, float base_line, float px) {
  const float quarters = std::floor(pen_x * 4.0f + 0.5f);
  const float whole = std::floor(quarters * 0.25f);
  const auto variant = static_cast<std::uint8_t>(quarters - whole * 4.0f);
  const auto px_16 = static_cast<std::uint16_t>(px * 16.0f);
  const auto* place = atlas_.find({g.font, g.glyph, px_16, variant, static_cast<std::uint8_t>(label.italic)});
  if (!place) return false;
  if (place->width == 0) return true;
  const auto x = whole + static_cast<float>(place->left), y = base_line + static_cast<float>(place->top);
  const auto w = static_cast<float>(place->width), h = static_cast<float>(place->height);
  const auto u = static_cast<float>(place->x), v = static_cast<float>(place->y);
  letters_.push_back({x, y, x + w, y + h, u, v, u + w, v + h, 0, base_line, 0, 0, label.color});
  return true;
}

bool TextPainter::add_halo(const Label& label, Glyph g, float pen_x, float base_line, float px, float halo) {
  const int padding = std::clamp(static_cast<int>(std::ceil(halo)) + 1, 2, 60);
  const auto px_16 = static_cast<std::uint16_t>(px * 16.0f);
  const auto* place =
      atlas_.find({g.font, g.glyph, px_16, GlyphAtlas::kDistances, static_cast<std::uint8_t>(padding)});
  if (!place) return false;
  if (place->width == 0) return true;
  const auto x = pen_x + static_cast<float>(place->left), y = base_line + static_cast<float>(place->top);
  const auto w = static_cast<float>(place->width), h = static_cast<float>(place->height);
  const auto u = static_cast<float>(place->x), v = static_cast<float>(place->y);
  const float unit = 255.0f / FontFile::distance_step(padding);
  const float slant = label.italic ? GlyphAtlas::kSlant : 0.0f;
  halos_.push_back({x, y, x + w, y + h, u, v, u + w, v + h, slant, base_line, halo, unit, label.halo});
  return true;
}

bool TextPainter::add_label(const Label& label, float ratio) {
  const Chain& chain = chains_[index_of(label.face)];
  // A sixteenth of a px is the finest size told apart, 512 px the largest.
  const float px = std::floor(std::clamp(label.size * ratio, 1.0f, 512.0f) * 16.0f + 0.5f) / 16.0f;
  const float base_line = std::floor(label.at.y * ratio + 0.5f), halo = label.halo_width * ratio;
  float pen = std::floor(label.at.x * ratio + 0.5f);
  const std::string shown = visual(label.text);
  for (std::size_t at = 0; at < shown.size();) {
    const char32_t c = next_code_point(shown, at);
    if (c == U'\n' || c == U'\r' || is_direction_sign(c)) continue;
    Glyph g = glyph_of(chain, c);
    if (!g.font) {
      ++missing_;
      g = glyph_of(chain, kMissingLetter);
      if (!g.font) g = glyph_of(chain, U'?');
      if (!g.font) continue;
    }
    if (halo > 0.0f && label.halo.a > 0 && !add_halo(label, g, pen, base_line, px, halo)) return false;
    if (!add_letter(label, g, pen, base_line, px)) return false;
    pen += g.font->advance(g.glyph, px);
  }
  return true;
}

bool TextPainter::add_all(std::span<const Label> labels, float ratio) {
  halos_.clear();
  letters_.clear();
  missing_ = 0;
  for (const Label& label : labels) {
    if (!add_label(label, ratio)) return false;
  }
  return true;
}

void TextPainter::draw(std::span<const Label> labels, const gl::Target& target) {
  if (labels.empty()) return;
  if (!add_all(labels, target.ratio)) {
    atlas_.begin_anew();
    add_all(labels, target.ratio);  // labels that do not fit into a whole atlas are left out
  }
  glUseProgram(program_.id());
  target_.set(target);
  atlas_.bind();
  quads_.draw(halos_);
  quads_.draw(letters_);
  glBindTexture(GL_TEXTURE_2D, 0);
}

}  // namespace gs
