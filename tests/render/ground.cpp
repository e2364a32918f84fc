#include "render/ground.hpp"

#include <catch2/catch_test_macros.hpp>

#include "render/canvas.hpp"

namespace gs {
namespace {

std::string bytes(const char* name) {
  const auto read = asset(name);
  if (!read) FAIL(read.error().text());
  return *read;
}

Ground read_ground() {
  const std::string shades = bytes("relief.bin"), lakes = bytes("water.bin");
  return {*read_world(asset), *read_relief(std::as_bytes(std::span(shades))),
          *read_water(std::as_bytes(std::span(lakes)), "water.bin")};
}

}  // namespace

const Ground& ground() {
  static const Ground g = read_ground();
  return g;
}

}  // namespace gs
