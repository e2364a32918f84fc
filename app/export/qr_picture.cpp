#include "export/qr_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "export/png.hpp"

namespace gs {

std::string qr_svg(const Qr& qr) {
  const int side = qr.size + 2 * kQuietZone;
  std::string path;
  for (const QrRun& run : runs_of(qr)) path += fmt::format("M{} {}h{}v1h-{}z", run.x + kQuietZone, run.y + kQuietZone, run.width, run.width);
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" width=\"{1}\" height=\"{1}\" shape-rendering=\"crispEdges\">\n"
      "<rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/>\n<path d=\"{2}\" fill=\"#000\"/>\n</svg>\n",
      side, 8 * side, path);
}

Result<std::string> qr_png(const Qr& qr, int px) {
  const int side = (qr.size + 2 * kQuietZone) * px;
  const auto row = static_cast<std::size_t>(side) * 4;
  std::vector<std::uint8_t> rgba(row * static_cast<std::size_t>(side), 255);
  const auto blacken = [&](int x, int y, int width) {
    for (int i = x; i < x + width; ++i) std::fill_n(rgba.begin() + static_cast<std::ptrdiff_t>(row) * y + std::ptrdiff_t{4} * i, 3, std::uint8_t{0});
  };
  for (const QrRun& run : runs_of(qr)) {
    for (int line = 0; line < px; ++line) blacken((run.x + kQuietZone) * px, (run.y + kQuietZone) * px + line, run.width * px);
  }
  return to_png(rgba, side, side);
}

}  // namespace gs
