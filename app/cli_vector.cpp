#include "cli_vector.hpp"

#include <algorithm>
#include <vector>

#include "export/scene_svg.hpp"
#include "paper/fonts.hpp"
#include "paper/pdf.hpp"
#include "platform/files_native.hpp"
#include "platform/platform.hpp"
#include "scene/share.hpp"

namespace gs::cli {
namespace {

/// Of a file's name, without the point and in small letters.
std::string ending_of(const std::string& path) {
  const std::string file = path.substr(path.find_last_of('/') + 1);
  const std::size_t point = file.find_last_of('.');
  std::string ending = point == std::string::npos || point == 0 ? "" : file.substr(point + 1);
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

}  // namespace

std::string page_of(const std::string& link) {
  const std::size_t hash = link.find('#');
  if (link.find("://") < hash) return link.substr(0, hash);
  const std::string usual = platform::link_to("");
  return is_local(usual) ? "" : usual.substr(0, usual.find('#'));
}

Result<PictureKind> picture_kind(const std::string& format, const std::string& path) {
  const std::string name = format.empty() ? ending_of(path) : format;
  if (name.empty() || name == "png") return PictureKind::png;
  if (name == "svg") return PictureKind::svg;
  if (name == "pdf") return PictureKind::pdf;
  return Error{path, "expected a name that ends in .png, .svg or .pdf, found ." + name};
}

Result<std::string> vector_picture(Studio& studio, const Shot& shot, PictureKind kind, const std::string& link) {
  PictureWords words;
  std::string svg;
  const Outcome made = studio.compose(shot, [&](const Scene& scene, const World& world, const Fonts& fonts) -> Outcome {
    words = picture_words(world, shot.state, page_of(link));
    svg = to_svg(scene, words, fonts);
    return Done{};
  });
  if (!made) return made.error();
  if (kind == PictureKind::svg) return svg;
  if (const Outcome fonts = paper::register_fonts(platform::asset_path); !fonts) return fonts.error();
  return paper::to_pdf(svg, {words.title, words.description, "digest " + words.digest + ", data " + words.data_version + ", " + words.link, words.date});
}

}  // namespace gs::cli
