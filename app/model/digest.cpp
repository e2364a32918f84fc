#include "model/digest.hpp"

#include <array>
#include <cstddef>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "model/bits.hpp"

namespace gs {

struct Digest::State {
  XXH3_state_t hash;
};

Digest::Digest() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->hash); }
Digest::~Digest() = default;

void Digest::add(std::string_view bytes) {
  add(static_cast<std::int64_t>(bytes.size()));
  XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
}

void Digest::add(double value) { add(static_cast<std::int64_t>(bits_of(value))); }

void Digest::add(std::int64_t value) {
  std::array<unsigned char, 8> bytes{};
  auto bits = static_cast<std::uint64_t>(value);
  for (unsigned char& byte : bytes) {
    byte = static_cast<unsigned char>(bits & 0xffu);
    bits >>= 8;
  }
  XXH3_128bits_update(&state_->hash, bytes.data(), bytes.size());
}

std::string Digest::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->hash);
  std::string text(16, '0');
  std::uint64_t bits = hash.low64;
  for (std::size_t i = text.size(); i-- > 0; bits >>= 4) text[i] = "0123456789abcdef"[bits & 0xfu];
  return text;
}

}  // namespace gs
