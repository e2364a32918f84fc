#pragma once
#include <cstdint>
#include <string>

#include "cli_studio.hpp"

/// Pictures that stay lines and words: they need no graphics card.
namespace gs::cli {

enum class PictureKind : std::uint8_t { png, svg, pdf };

/// "png", "svg" or "pdf", else what the file's ending asks for; without either it is a PNG. The error says which there are.
Result<PictureKind> picture_kind(const std::string& format, const std::string& path);

/// The bytes of a picture as SVG or PDF. `link`: as it was given, for an address to be found in it.
Result<std::string> vector_picture(Studio&, const Shot&, PictureKind, const std::string& link);

/// The page that a link was copied from, else that of GREENSILK_URL; none where it leads to this machine only.
std::string page_of(const std::string& link);

}  // namespace gs::cli
