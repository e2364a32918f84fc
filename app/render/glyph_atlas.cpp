#include "render/glyph_atlas.hpp"

#include <algorithm>
#include <cstring>

namespace gs {
namespace {
constexpr int kLargest = 2048;
constexpr std::size_t area(int side) { return static_cast<std::size_t>(side) * static_cast<std::size_t>(side); }
}  // namespace

std::size_t GlyphAtlas::Hash::operator()(const Key& k) const {
  std::size_t h = std::hash<const void*>()(k.font);
  for (const std::size_t part : {static_cast<std::size_t>(k.glyph), static_cast<std::size_t>(k.px_16),
                                 static_cast<std::size_t>(k.variant) << 8 | k.slant_or_padding}) {
    h ^= part + 0x9e3779b9u + (h << 6) + (h >> 2);
  }
  return h;
}

GlyphAtlas::GlyphAtlas() : pixels_(area(side_), 0) {}

const GlyphAtlas::Place* GlyphAtlas::find(const Key& key) {
  const auto found = places_.find(key);
  if (found != places_.end()) return &found->second;
  const float px = static_cast<float>(key.px_16) / 16.0f;
  if (key.variant == kDistances) {
    key.font->distances(key.glyph, px, key.slant_or_padding, picture_);
  } else {
    key.font->coverage(key.glyph, px, static_cast<float>(key.variant) * 0.25f, key.slant_or_padding ? kSlant : 0.0f,
                       picture_);
  }
  Place place{picture_.left, picture_.top, picture_.width, picture_.height, 0, 0};
  while (!put(picture_, place)) {
    if (!grow()) return nullptr;
  }
  return &places_.emplace(key, place).first->second;
}

void GlyphAtlas::begin_anew() {
  places_.clear();
  std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
  shelf_x_ = shelf_y_ = 1;
  shelf_height_ = 0;
  resized_ = true;
}

bool GlyphAtlas::put(const GlyphPicture& p, Place& place) {
  if (p.pixels.empty()) return true;
  // A texel of nothing between neighbours.
  if (shelf_x_ + p.width + 1 > side_) {
    shelf_x_ = 1;
    shelf_y_ += shelf_height_ + 1;
    shelf_height_ = 0;
  }
  if (shelf_x_ + p.width + 1 > side_ || shelf_y_ + p.height + 1 > side_) return false;
  place.x = shelf_x_;
  place.y = shelf_y_;
  for (int row = 0; row < p.height; ++row) {
    std::memcpy(pixels_.data() + static_cast<std::ptrdiff_t>(place.y + row) * side_ + place.x,
                p.pixels.data() + static_cast<std::ptrdiff_t>(row) * p.width, static_cast<std::size_t>(p.width));
  }
  shelf_x_ += p.width + 1;
  shelf_height_ = std::max(shelf_height_, p.height);
  dirty_top_ = dirty_bottom_ > dirty_top_ ? std::min(dirty_top_, place.y) : place.y;
  dirty_bottom_ = std::max(dirty_bottom_, place.y + p.height);
  return true;
}

bool GlyphAtlas::grow() {
  if (side_ >= kLargest) return false;
  std::vector<std::uint8_t> larger(area(side_ * 2), 0);
  for (int row = 0; row < side_; ++row) {
    std::memcpy(larger.data() + static_cast<std::ptrdiff_t>(row) * side_ * 2,
                pixels_.data() + static_cast<std::ptrdiff_t>(row) * side_, static_cast<std::size_t>(side_));
  }
  pixels_ = std::move(larger);
  side_ *= 2;
  resized_ = true;
  return true;
}

void GlyphAtlas::bind() {
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.id());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (resized_) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, side_, side_, 0, GL_RED, GL_UNSIGNED_BYTE, pixels_.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  } else if (dirty_bottom_ > dirty_top_) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirty_top_, side_, dirty_bottom_ - dirty_top_, GL_RED, GL_UNSIGNED_BYTE,
                    pixels_.data() + static_cast<std::ptrdiff_t>(dirty_top_) * side_);
  }
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  resized_ = false;
  dirty_top_ = dirty_bottom_ = 0;
}

}  // namespace gs
