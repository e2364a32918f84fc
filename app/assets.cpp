#include "assets.hpp"

#include <cstring>

#include "scene/data_checks.hpp"

namespace gs {
namespace {

std::vector<std::byte> bytes_of(const std::string& s) {
  std::vector<std::byte> out(s.size());
  std::memcpy(out.data(), s.data(), s.size());
  return out;
}

Result<Translator> read_words(const ReadAsset& read, const std::string& code) {
  auto json = read("i18n/" + code + ".json");
  if (!json) return json.error();
  return Translator::from_json(code, *json);
}

const std::string& file_of(const Assets& a, Face f) {
  return a.files.at(f == Face::regular ? "regular" : f == Face::bold ? "bold" : "display");
}

}  // namespace

Result<Assets> load_ground(const ReadAsset& read) {
  Assets a;
  for (const auto& [name, path] : {std::pair{"regular", "fonts/text-regular.ttf"}, {"bold", "fonts/text-bold.ttf"}, {"display", "fonts/display-bold.ttf"}, {"names", "fonts/names.ttf"}}) {
    auto bytes = read(path);
    if (!bytes) return bytes.error();
    a.files[name] = std::move(bytes).value();
  }
  a.files["zh"] = "";
  auto en = read_words(read, "en"), zh = read_words(read, "zh");
  if (!en) return en.error();
  if (!zh) return zh.error();
  a.en = std::move(en).value();
  a.zh = std::move(zh).value();
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

std::vector<std::string> font_chain(const Assets& a, Face face, Language language) {
  std::vector<std::string> chain{file_of(a, face)};
  if (face == Face::display) chain.push_back(a.files.at("bold"));
  if (language == Language::zh && !a.files.at("zh").empty()) chain.push_back(a.files.at("zh"));
  return chain;
}

Result<Measures> measure(const Assets& a, Language language) {
  const auto load = [&](Face face) {
    std::vector<std::vector<std::byte>> chain;
    for (const std::string& file : font_chain(a, face, language)) chain.push_back(bytes_of(file));
    return FontMetrics::load(std::move(chain));
  };
  auto regular = load(Face::regular), bold = load(Face::bold), display = load(Face::display);
  for (const auto* m : {&regular, &bold, &display}) {
    if (!*m) return m->error();
  }
  return Measures{std::move(*regular), std::move(*bold), std::move(*display)};
}

}  // namespace gs
