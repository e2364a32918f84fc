#include "export/png.hpp"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace gs {

Result<std::string> to_png(std::span<const std::uint8_t> rgba, int width, int height) {
  const auto expected = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
  if (width <= 0 || height <= 0 || rgba.size() != expected) {
    return Error{"png", "expected " + std::to_string(expected) + " bytes of pixels, found " + std::to_string(rgba.size())};
  }
  std::string out;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  if (!stbi_write_png_to_func(append, &out, width, height, 4, rgba.data(), width * 4)) return Error{"png", "could not be encoded"};
  return out;
}

}  // namespace gs
