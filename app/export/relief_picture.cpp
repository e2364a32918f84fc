#include "export/relief_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

#include "export/png.hpp"
#include "export/svg_path.hpp"
#include "map/lattice.hpp"
#include "map/relief.hpp"

namespace gs {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kMostPx = 2048.0;  ///< of a side: slopes are soft, and a larger picture is not sharper
constexpr double kGain = 1.4;  ///< the spline takes a third of the peaks

std::array<double, 4> spline_weights(double f) {
  const double f2 = f * f, f3 = f2 * f, g = 1.0 - f;
  return {g * g * g / 6.0, (4.0 - 6.0 * f2 + 3.0 * f3) / 6.0, (1.0 + 3.0 * f + 3.0 * f2 - 3.0 * f3) / 6.0, f3 / 6.0};
}

/// -1 to 1, by a cubic B-spline of 4 x 4 cells.
double shade_at(const Relief::Level& level, glm::dvec3 direction) {
  const glm::dvec3 d = glm::normalize(direction);
  const double x = (std::atan2(d.y, d.x) / (2.0 * kPi) + 0.5) * level.width - 0.5;
  const double y = (0.5 - std::asin(std::clamp(d.z, -1.0, 1.0)) / kPi) * level.height - 0.5;
  const auto column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
  const auto across = spline_weights(x - column), down = spline_weights(y - row);
  double sum = 0.0;
  for (int j = 0; j < 4; ++j) {
    const auto line = static_cast<std::size_t>(std::clamp(row - 1 + j, 0, level.height - 1)) * static_cast<std::size_t>(level.width);
    for (int i = 0; i < 4; ++i) {
      const auto cell = static_cast<std::size_t>((column - 1 + i + level.width) % level.width);
      sum += down[static_cast<std::size_t>(j)] * across[static_cast<std::size_t>(i)] * level.shade[line + cell];
    }
  }
  return std::clamp(kGain * (sum - 128.0) / 127.0, -1.0, 1.0);
}

/// RGBA rows from the top.
struct Canvas {
  int width, height;
  std::vector<std::uint8_t> pixels;
  bool inked = false;

  void put(int x, int y, Color c, double share) {
    const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
    const auto alpha = static_cast<std::uint8_t>(std::lround(c.a * share));
    const std::array<std::uint8_t, 4> rgba{c.r, c.g, c.b, alpha};
    std::copy(rgba.begin(), rgba.end(), pixels.begin() + static_cast<std::ptrdiff_t>(at));
    inked = inked || alpha > 0;
  }
};

double turn(glm::dvec2 a, glm::dvec2 b, glm::dvec2 p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

/// The pixels whose middles lie in a triangle; those on an edge that two share are shaded alike by both.
template <class Ink>
void each_pixel(const std::array<glm::dvec2, 3>& at, const Canvas& canvas, Ink ink) {
  const double area = turn(at[0], at[1], at[2]);
  if (!std::isfinite(area) || area == 0.0) return;
  const auto [left, right] = std::minmax({at[0].x, at[1].x, at[2].x});
  const auto [top, bottom] = std::minmax({at[0].y, at[1].y, at[2].y});
  const auto first = [](double v) { return static_cast<int>(std::max(0.0, std::floor(v))); };
  const auto last = [](double v, int most) { return static_cast<int>(std::min(static_cast<double>(most), std::ceil(v))); };
  for (int y = first(top); y < last(bottom, canvas.height); ++y) {
    for (int x = first(left); x < last(right, canvas.width); ++x) {
      const glm::dvec2 p(x + 0.5, y + 0.5);
      const glm::dvec3 shares(turn(at[1], at[2], p) / area, turn(at[2], at[0], p) / area, turn(at[0], at[1], p) / area);
      if (shares.x >= 0.0 && shares.y >= 0.0 && shares.z >= 0.0) ink(x, y, shares);
    }
  }
}

}  // namespace

std::string relief_png(const ReliefLayer& layer, const MapView& view) {
  if (!layer.lattice || !layer.relief || layer.relief->levels.empty()) return "";
  const double px = std::min(1.0, kMostPx / std::max({static_cast<double>(view.viewport.x), static_cast<double>(view.viewport.y), 1.0}));
  const auto across = [px](float length) { return static_cast<int>(std::lround(px * static_cast<double>(length))); };
  Canvas canvas{across(view.viewport.x), across(view.viewport.y), {}};
  if (canvas.width <= 0 || canvas.height <= 0) return "";
  canvas.pixels.assign(4 * static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height), 0);
  const auto level_number = relief_level(*layer.relief, 1.0 / (view.scale * px));
  const Relief::Level& level = layer.relief->levels[static_cast<std::size_t>(level_number)];
  const svg::Screen screen(view);
  const Lattice& net = *layer.lattice;
  for (std::size_t i = 0; i + 2 < net.triangles.size(); i += 3) {
    const std::uint32_t a = net.triangles[i], b = net.triangles[i + 1], c = net.triangles[i + 2];
    const glm::dvec3 da(net.directions[a]), db(net.directions[b]), dc(net.directions[c]);
    each_pixel({screen.at(net.points[a]) * px, screen.at(net.points[b]) * px, screen.at(net.points[c]) * px}, canvas, [&](int x, int y, glm::dvec3 shares) {
      const double shade = shade_at(level, da * shares.x + db * shares.y + dc * shares.z);
      canvas.put(x, y, shade < 0.0 ? layer.shadow : layer.light, std::abs(shade));
    });
  }
  const auto png = canvas.inked ? to_png(canvas.pixels, canvas.width, canvas.height) : Result<std::string>(std::string());
  return png ? *png : "";
}

}  // namespace gs
