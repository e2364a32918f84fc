#include "text/translator.hpp"

#include <nlohmann/json.hpp>

namespace gs {

std::uint32_t fact_hash(std::string_view english) {
  std::uint32_t hash = 0x811c9dc5u;
  for (const char byte : english) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193u;
  return hash;
}

Result<Translator> Translator::from_json(std::string code, std::string_view json) {
  const std::string file = "i18n/" + code + ".json";
  const auto doc = nlohmann::json::parse(json, nullptr, false);
  if (!doc.is_object()) return Error{file, "expected a JSON object of key to text"};
  Translator t;
  for (const auto& [key, value] : doc.items()) {
    if (!value.is_string()) return Error{file + ":" + key, "expected a text"};
    t.words_.emplace(key, value.get<std::string>());
  }
  if (t.has("name.order")) t.order_ = LetterOrder(t("name.order"));
  t.code_ = std::move(code);
  return t;
}

const std::string& Translator::operator()(std::string_view key) const {
  const std::string k(key);
  if (const auto found = words_.find(k); found != words_.end()) return found->second;
  return missing_.try_emplace(k, k).first->second;
}

const std::string& Translator::name(std::string_view group, std::string_view id, const std::string& otherwise) const {
  const auto found = words_.find(fmt::format("name.{}.{}", group, id));
  return found == words_.end() ? otherwise : found->second;
}

const std::string& Translator::fact(const std::string& english) const {
  const auto found = words_.find(fmt::format("fact.{:08x}", fact_hash(english)));
  return found == words_.end() ? english : found->second;
}

std::string Translator::filled(std::string_view key, const std::vector<std::string>& args) const {
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string& arg : args) store.push_back(arg);
  return fill(key, store);
}

std::string Translator::fill(std::string_view key, const fmt::dynamic_format_arg_store<fmt::format_context>& args) const {
  const std::string& pattern = (*this)(key);
  try {
    return fmt::vformat(pattern, args);
  } catch (const fmt::format_error&) {
    return pattern;  // a translation with a wrong placeholder is still readable; a test finds it
  }
}

}  // namespace gs
