#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace gs {

/// A QR code (ISO/IEC 18004, model 2) without the white around it.
struct Qr {
  int size = 0;            ///< modules a side: 17 + 4 x version, 21..177
  std::vector<bool> dark;  ///< size x size, rows from the top
  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)]; }
};

/// Modules of white that a reader needs on each side of a code.
inline constexpr int kQuietZone = 4;
/// Bytes of the longest text that the largest code holds.
inline constexpr std::size_t kMostQrBytes = 2953;

/// The smallest code of a text in UTF-8 that a reader can still read with a seventh of it spoilt (level M, or better where that
/// is no larger); of a text too long for it at level L. None of one above kMostQrBytes, or of an empty one.
std::optional<Qr> qr_of(std::string_view text);

/// Dark modules side by side in a row.
struct QrRun {
  int x, y, width;
};
std::vector<QrRun> runs_of(const Qr&);

}  // namespace gs
