#include "main_bench.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

namespace gs {
namespace {

constexpr std::size_t kUsual = 2000, kMost = 1000000, kLines = 30, kLinePoints = 40;
constexpr double kTurn = 0.5 * 180.0 / std::numbers::pi;  ///< degrees a second

/// "mulberry32", 0..1: as the pages that this one is compared with.
class Random {
 public:
  explicit Random(std::uint32_t seed) : a_(seed) {}
  double operator()() {
    a_ += 0x6D2B79F5u;
    std::uint32_t t = (a_ ^ a_ >> 15) * (1u | a_);
    t = (t + (t ^ t >> 7) * (61u | t)) ^ t;
    return static_cast<double>(t ^ t >> 14) / 4294967296.0;
  }

 private:
  std::uint32_t a_;
};

/// The value of `key` in "a=1&b"; empty without one, nothing without the key.
std::optional<std::string_view> value_of(std::string_view query, std::string_view key) {
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    if (pair.substr(0, equals) == key) return equals == std::string_view::npos ? "" : pair.substr(equals + 1);
  }
  return std::nullopt;
}

Crowd crowd_of(std::size_t n) {
  constexpr Color kColors[] = {rgb(0xF0B400), rgb(0x1F77D0), rgb(0xC0392B)};
  Crowd crowd;
  crowd.line = rgb(0x333333);
  Random place(42), way(7);
  for (std::size_t i = 0; i < n; ++i) {
    const double lon = place() * 360.0 - 180.0;
    const double lat = std::asin(place() * 1.94 - 0.97) * 180.0 / std::numbers::pi;
    crowd.places.push_back({{lon, lat}, kColors[i % 3]});
  }
  for (std::size_t l = 0; l < kLines; ++l) {
    double x = way() * 240.0 - 120.0, y = way() * 90.0 - 35.0, heading = way() * 6.28;
    auto& line = crowd.lines.emplace_back();
    for (std::size_t k = 0; k < kLinePoints; ++k) {
      line.emplace_back(x, y);
      heading += (way() - 0.5) * 0.6;
      x += std::cos(heading) * 0.9;
      y += std::sin(heading) * 0.5;
    }
  }
  return crowd;
}

}  // namespace

std::optional<Bench> bench_of(std::string_view query) {
  if (!value_of(query, "bench")) return std::nullopt;
  std::size_t n = kUsual;
  if (const auto text = value_of(query, "n")) std::from_chars(text->data(), text->data() + text->size(), n);
  Bench b{crowd_of(std::min(n, kMost)), light_palette(), {}};
  b.palette.land = rgb(0xC8D6B9);
  b.palette.sea = b.palette.page = rgb(0xDCE9F2);
  b.palette.border = b.palette.coast = rgb(0x55605A);
  b.state.view.layers = 1u << static_cast<unsigned>(Layer::borders);
  b.state.view.theme = Theme::light;
  b.state.view.lon_0 = 0.0;
  b.state.view.viewpoint = {0.0, 8.0, 1.2};
  return b;
}

std::optional<double> spin_of(std::string_view json) {
  const auto message = nlohmann::json::parse(json, nullptr, false);
  if (!message.is_object() || message.value("type", "") != "spin" || !message.contains("seconds")) return std::nullopt;
  const auto& seconds = message["seconds"];
  return seconds.is_number() ? std::optional(seconds.get<double>()) : std::nullopt;
}

void spin(State& state, double seconds) {
  state.view.projection = "ortho";
  state.view.viewpoint = {std::remainder(kTurn * seconds, 360.0), 20.0, 1.7};
}

}  // namespace gs
