#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "map/basemap.hpp"
#include "portfolio/load.hpp"
#include "scene/build.hpp"
#include "text/font_metrics.hpp"
#include "text/script.hpp"
#include "text/translator.hpp"

namespace gs {

/// Everything that is read once and then constant: facts, base map, words, fonts.
struct Assets {
  Portfolio portfolio;
  std::vector<Error> problems;  ///< bad rows of the data; the good ones are in the portfolio
  std::shared_ptr<BaseMap> base;  ///< without its second detail at first
  std::map<Language, Translator> translators;  ///< English, and those whose files have arrived
  std::map<std::string, std::string, std::less<>> fonts;  ///< TTF bytes by name; empty where they have not arrived

  /// English while a language is not there.
  const Translator& words(Language l) const { return translators.at(speaks(l) ? l : Language::en); }
  /// Whether all that a language needs is there.
  bool speaks(Language) const;
  /// Whether its faces are.
  bool has_faces(Language) const;
  /// The bytes of a font, empty where it has not arrived.
  const std::string& font(std::string_view name) const;
};

/// Measures text in the faces that a language needs; made again when a font arrives.
struct Measures {
  FontMetrics regular, bold, display;
  Fonts fonts() const { return {regular, bold, display}; }
};

using ReadAsset = std::function<Result<std::string>(std::string_view name)>;

/// Reads what a first picture needs: the coarse base map, English words, and fonts for Latin and Cyrillic; an error names the
/// file that is missing or damaged.
Result<Assets> load_ground(const ReadAsset&);
/// Reads the facts, onto a ground whose base map has all that far views draw.
void load_facts(const ReadAsset&, Assets&);
/// All of it.
Result<Assets> load_assets(const ReadAsset&);
/// What a language needs beside: its words and fonts, as names of assets. None for English.
std::span<const std::string_view> files_of(Language);
/// Takes such a file in; an error says what is wrong in it.
std::optional<Error> take_in(std::string_view name, std::string bytes, Assets&);
/// Reads all of them.
std::optional<Error> load_language(const ReadAsset&, Language, Assets&);
/// `also`: scripts of which texts have letters that the language does not need.
Result<Measures> measure(const Assets&, Language, Scripts also = 0);
/// Asset names of a face's fonts, first choice first.
std::vector<std::string_view> font_names(Face, Language, Scripts also = 0);
/// The language whose faces have a script's letters.
Language language_with(Script);
inline constexpr std::string_view kNamesFont = "fonts/names.ttf";  ///< of the languages, in their scripts
/// Hanzi that no text of the program has but a reader may type; part of the chains that have Chinese, once it is there.
inline constexpr std::string_view kTypedFont = "fonts/zh-typed.ttf";
/// TTF chain of a face for the renderer: those of its fonts that are there.
std::vector<std::string> font_chain(const Assets&, Face, Language, Scripts also = 0);

}  // namespace gs
