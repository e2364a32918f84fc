#include "export/qr_picture.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace gs;

TEST_CASE("a QR code's SVG has the modules and the white around them", "[export]") {
  const Qr qr = qr_of("https://example.org/#v=1").value();
  const std::string svg = qr_svg(qr);
  CHECK(svg.find("viewBox=\"0 0 33 33\"") != std::string::npos);  // version 2, 25 modules
  CHECK(svg.find("M4 4h7v1h-7z") != std::string::npos);           // the upper edge of the first finder pattern
  std::size_t moves = 0;
  for (const char c : svg.substr(svg.find(" d=\""))) moves += c == 'M' ? 1 : 0;
  CHECK(moves == runs_of(qr).size());
}

TEST_CASE("a QR code's PNG is as many pixels as its modules take", "[export]") {
  const Qr qr = qr_of("https://example.org/#v=1").value();
  const auto png = qr_png(qr, 3);
  REQUIRE(png.ok());
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>((*png)[i]);
    return value;
  };
  CHECK(png->substr(1, 3) == "PNG");
  CHECK(number(16) == 99);
  CHECK(number(20) == 99);
}
