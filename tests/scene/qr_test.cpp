#include "scene/qr.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

using namespace gs;

namespace {

/// Modules of the symbol's own, of versions 1 to 6, which have one alignment pattern at most.
bool is_pattern(const Qr& qr, int x, int y) {
  const int n = qr.size, far = n - 7;
  if ((x < 9 && y < 9) || (x >= n - 8 && y < 9) || (x < 9 && y >= n - 8) || x == 6 || y == 6) return true;
  return n > 21 && std::abs(x - far) <= 2 && std::abs(y - far) <= 2;
}

/// The 15 bits of format information beside the upper left finder pattern, unmasked.
unsigned format_of(const Qr& qr) {
  unsigned bits = 0;
  for (int i = 0; i < 15; ++i) {
    const int x = i < 8 ? 8 : i == 8 ? 7 : 14 - i, y = i < 6 ? i : i < 8 ? i + 1 : 8;
    bits |= (qr.at(x, y) ? 1u : 0u) << i;
  }
  return bits ^ 0x5412u;
}

bool masked(unsigned mask, int x, int y) {
  switch (mask) {
    case 0: return (x + y) % 2 == 0;
    case 1: return y % 2 == 0;
    case 2: return x % 3 == 0;
    case 3: return (x + y) % 3 == 0;
    case 4: return (x / 3 + y / 2) % 2 == 0;
    case 5: return x * y % 2 + x * y % 3 == 0;
    case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
    default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
  }
}

/// Codewords of a code of one block, in the order of the symbol: columns in pairs from the right, up and down.
std::string codewords(const Qr& qr) {
  const unsigned mask = format_of(qr) >> 10 & 7u;
  std::string bytes;
  unsigned bits = 0, count = 0;
  bool up = true;
  for (int right = qr.size - 1; right > 0; right -= 2, up = !up) {
    if (right == 6) right = 5;
    for (int i = 0; i < qr.size; ++i) {
      for (const int x : {right, right - 1}) {
        const int y = up ? qr.size - 1 - i : i;
        if (is_pattern(qr, x, y)) continue;
        bits = bits << 1 | (qr.at(x, y) != masked(mask, x, y) ? 1u : 0u);
        if (++count % 8 == 0) bytes += static_cast<char>(bits & 0xFFu);
      }
    }
  }
  return bytes;
}

/// The text of a code in byte mode: 4 bits of the mode, 8 of the length, the bytes.
std::string read(const Qr& qr) {
  const std::string words = codewords(qr);
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(words.at(i)); };
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>((at(i) & 0xFu) << 4 | at(i + 1) >> 4); };
  if (at(0) >> 4 != 4) return "not in byte mode";
  std::string text;
  for (std::size_t i = 1; i <= byte(0); ++i) text += static_cast<char>(byte(i));
  return text;
}

}  // namespace

TEST_CASE("a QR code is as large as the standard's table says, and too long a text has none", "[scene]") {
  struct Row {
    std::size_t most;  ///< bytes of a version at level M
    int version;
  };
  for (const Row row : {Row{14, 1}, {26, 2}, {42, 3}, {62, 4}, {84, 5}, {213, 10}, {2331, 40}}) {
    CAPTURE(row.version);
    const auto full = qr_of(std::string(row.most, 'a'));
    REQUIRE(full);
    CHECK(full->size == 17 + 4 * row.version);
    CHECK(full->dark.size() == static_cast<std::size_t>(full->size) * static_cast<std::size_t>(full->size));
    if (row.version == 40) continue;
    const auto more = qr_of(std::string(row.most + 1, 'a'));
    REQUIRE(more);
    CHECK(more->size == full->size + 4);
  }
  CHECK(qr_of(std::string(2332, 'a')));  // at level L
  CHECK(qr_of(std::string(kMostQrBytes, 'a')));
  CHECK_FALSE(qr_of(std::string(kMostQrBytes + 1, 'a')));
  CHECK_FALSE(qr_of(""));
}

TEST_CASE("a QR code has its finder and timing patterns, and a format that is one", "[scene]") {
  for (const std::size_t length : {5u, 40u, 300u, 1000u, 2900u}) {
    CAPTURE(length);
    const auto qr = qr_of(std::string(length, 'k'));
    REQUIRE(qr);
    const int n = qr->size;
    for (const auto& [left, top] : {std::pair{0, 0}, {n - 7, 0}, {0, n - 7}}) {
      for (int y = 0; y < 7; ++y) {
        for (int x = 0; x < 7; ++x) {
          const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
          CHECK(qr->at(left + x, top + y) == (ring != 2));
        }
      }
    }
    for (int i = 8; i < n - 8; ++i) {
      CHECK(qr->at(i, 6) == (i % 2 == 0));
      CHECK(qr->at(6, i) == (i % 2 == 0));
    }
    CHECK(qr->at(8, n - 8));
    const unsigned format = format_of(*qr);
    unsigned rest = format >> 10;
    for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537u);
    CHECK(format == (format >> 10 << 10 | rest));
  }
}

TEST_CASE("a QR code says the text that it was made of", "[scene]") {
  for (const char* text : {"https://example.org/#v=1", "a", "\xe4\xb8\xad\xe6\x96\x87 \xd0\xb6"}) CHECK(read(qr_of(text).value()) == text);
}

TEST_CASE("the standard's own example has the codewords that stand there", "[scene]") {
  // ISO/IEC 18004, annex I: 01234567 in numeric mode; the bytes behind it fill the symbol.
  const std::string words = codewords(qr_of("01234567").value());
  CHECK(words.substr(0, 9) == std::string("\x10\x20\x0C\x56\x61\x80\xEC\x11\xEC", 9));
}

TEST_CASE("runs are the dark modules, each once", "[scene]") {
  const Qr qr = qr_of("https://example.org/#v=1&y=2026").value();
  std::vector<bool> drawn(qr.dark.size(), false);
  int before_y = 0, before_end = -1;
  for (const QrRun& run : runs_of(qr)) {
    if (run.y != before_y) before_end = -1;
    CHECK(run.x > before_end);  // a light one lies between
    before_y = run.y, before_end = run.x + run.width;
    for (int x = run.x; x < run.x + run.width; ++x) drawn[static_cast<std::size_t>(run.y * qr.size + x)] = true;
  }
  CHECK(drawn == qr.dark);
}
