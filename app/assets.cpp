#include "assets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "scene/data_checks.hpp"

namespace gs {
namespace {

std::vector<std::byte> bytes_of(const std::string& s) {
  std::vector<std::byte> out(s.size());
  std::memcpy(out.data(), s.data(), s.size());
  return out;
}

// Asset names.
constexpr std::string_view kRegular = "fonts/text-regular.ttf", kBold = "fonts/text-bold.ttf", kDisplay = "fonts/display-bold.ttf",
                           kChinese = "fonts/zh.ttf", kCyrillicDisplay = "fonts/ru-display-bold.ttf",
                           kArabic = "fonts/ar-regular.ttf", kArabicBold = "fonts/ar-bold.ttf";
constexpr std::array<std::string_view, 2> kOfChinese{"i18n/zh.json", kChinese}, kOfRussian{"i18n/ru.json", kCyrillicDisplay};
constexpr std::array<std::string_view, 3> kOfArabic{"i18n/ar.json", kArabic, kArabicBold};

std::string words_file(Language l) { return fmt::format("i18n/{}.json", code_of(l)); }

}  // namespace

bool Assets::speaks(Language l) const { return translators.contains(l) && has_faces(l); }

bool Assets::has_faces(Language l) const {
  const auto files = files_of(l);
  return std::all_of(files.begin(), files.end(), [&](std::string_view name) { return !name.ends_with(".ttf") || !font(name).empty(); });
}

const std::string& Assets::font(std::string_view name) const {
  static const std::string none;
  const auto found = fonts.find(name);
  return found == fonts.end() ? none : found->second;
}

std::span<const std::string_view> files_of(Language l) {
  switch (l) {
    case Language::en: break;
    case Language::zh: return kOfChinese;
    case Language::ru: return kOfRussian;
    case Language::ar: return kOfArabic;
  }
  return {};
}

std::optional<Error> take_in(std::string_view name, std::string bytes, Assets& a) {
  if (name.ends_with(".ttf")) {
    a.fonts[std::string(name)] = std::move(bytes);
    return std::nullopt;
  }
  for (const std::string_view code : kLanguageCodes) {
    const Language language = *language_of(code);
    if (name != words_file(language)) continue;
    auto words = Translator::from_json(std::string(code), bytes);
    if (!words) return words.error();
    a.translators.insert_or_assign(language, std::move(*words));
    return std::nullopt;
  }
  return Error{std::string(name), "expected words or a font"};
}

namespace {

std::optional<Error> take_in_all(const ReadAsset& read, std::span<const std::string_view> names, Assets& a) {
  for (const std::string_view name : names) {
    auto bytes = read(name);
    if (!bytes) return bytes.error();
    if (auto error = take_in(name, std::move(*bytes), a)) return error;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> load_language(const ReadAsset& read, Language l, Assets& a) { return take_in_all(read, files_of(l), a); }

Result<Assets> load_ground(const ReadAsset& read) {
  Assets a;
  constexpr std::array<std::string_view, 5> first{"i18n/en.json", kRegular, kBold, kDisplay, kNamesFont};
  if (const auto error = take_in_all(read, first, a)) return *error;
  auto world = read("world.bin");
  if (!world) return world.error();
  auto base = read_basemap(std::as_bytes(std::span(*world)));
  if (!base) return base.error();
  a.base = std::make_shared<BaseMap>(std::move(base).value());
  return a;
}

void load_facts(const ReadAsset& read, Assets& a) {
  Loaded loaded = load_portfolio([&](std::string_view name) { return read("data/" + std::string(name)); }, checks_of(a.base));
  a.portfolio = std::move(loaded.portfolio);
  a.problems = std::move(loaded.problems);
}

Result<Assets> load_assets(const ReadAsset& read) {
  auto a = load_ground(read);
  auto base = read_world(read);
  if (!a || !base) return a ? Result<Assets>(base.error()) : a;
  *a->base = std::move(*base);
  load_facts(read, *a);
  return a;
}

Language language_with(Script s) {
  return s == Script::arabic ? Language::ar : s == Script::chinese ? Language::zh : Language::en;
}

std::vector<std::string_view> font_names(Face face, Language l, Scripts also) {
  const bool bold = face != Face::regular;
  std::vector<std::string_view> names{face == Face::display ? kDisplay : bold ? kBold : kRegular};
  if (face == Face::display && l == Language::ru) names.push_back(kCyrillicDisplay);
  if (face == Face::display) names.push_back(kBold);
  // The language's own first: both have some signs.
  const std::string_view arabic = bold ? kArabicBold : kArabic;
  if (l == Language::zh) names.push_back(kChinese);
  if (l == Language::ar) names.push_back(arabic);
  if (l != Language::zh && (also & bit(Script::chinese)) != 0) names.push_back(kChinese);
  if (l != Language::ar && (also & bit(Script::arabic)) != 0) names.push_back(arabic);
  return names;
}

std::vector<std::string> font_chain(const Assets& a, Face face, Language language, Scripts also) {
  std::vector<std::string> chain;
  for (const std::string_view name : font_names(face, language, also)) {
    if (const std::string& bytes = a.font(name); !bytes.empty()) chain.push_back(bytes);
  }
  const bool chinese = language == Language::zh || (also & bit(Script::chinese)) != 0;
  if (const std::string& typed = a.font(kTypedFont); chinese && !typed.empty()) chain.push_back(typed);
  return chain;
}

Result<Measures> measure(const Assets& a, Language language, Scripts also) {
  const auto load = [&](Face face) {
    std::vector<std::vector<std::byte>> chain;
    for (const std::string& file : font_chain(a, face, language, also)) chain.push_back(bytes_of(file));
    return FontMetrics::load(std::move(chain));
  };
  auto regular = load(Face::regular), bold = load(Face::bold), display = load(Face::display);
  for (const auto* m : {&regular, &bold, &display}) {
    if (!*m) return m->error();
  }
  return Measures{std::move(*regular), std::move(*bold), std::move(*display)};
}

}  // namespace gs
