#include "render/picture_png.hpp"

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace gs {

std::optional<Picture> from_png(const std::string& bytes) {
  Picture p;
  int channels = 0;
  stbi_uc* rgba = stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                                        &p.width, &p.height, &channels, 4);
  if (!rgba) return std::nullopt;
  p.rgba.assign(rgba, rgba + static_cast<std::size_t>(p.width) * static_cast<std::size_t>(p.height) * 4);
  stbi_image_free(rgba);
  return p;
}

}  // namespace gs
