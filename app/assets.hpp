#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "map/basemap.hpp"
#include "portfolio/load.hpp"
#include "scene/build.hpp"
#include "text/font_metrics.hpp"
#include "text/translator.hpp"

namespace gs {

/// Everything that is read once and then constant: facts, base map, words, fonts.
struct Assets {
  Portfolio portfolio;
  std::vector<Error> problems;  ///< bad rows of the data; the good ones are in the portfolio
  std::shared_ptr<BaseMap> base;  ///< without its second detail at first
  Translator en, zh;
  std::map<std::string, std::string> files;  ///< TTF bytes: "regular", "bold", "display", "names" (of languages), "zh" (empty until it has arrived)

  const Translator& words(Language l) const { return l == Language::zh ? zh : en; }
};

/// Measures text in the faces that a language needs; made again when a font arrives.
struct Measures {
  FontMetrics regular, bold, display;
  Fonts fonts() const { return {regular, bold, display}; }
};

using ReadAsset = std::function<Result<std::string>(std::string_view name)>;

/// Reads what a first picture needs: the coarse base map, words and fonts; an error names the file that is missing or damaged.
/// Chinese fonts are not among them.
Result<Assets> load_ground(const ReadAsset&);
/// Reads the facts, onto a ground whose base map has all that far views draw.
void load_facts(const ReadAsset&, Assets&);
/// All of it.
Result<Assets> load_assets(const ReadAsset&);
Result<Measures> measure(const Assets&, Language);
/// TTF chain of a face for the renderer.
std::vector<std::string> font_chain(const Assets&, Face, Language);
inline constexpr const char* kChineseFont = "fonts/zh.ttf";

}  // namespace gs
