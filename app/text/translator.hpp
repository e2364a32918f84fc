#pragma once
#include <fmt/args.h>
#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/order.hpp"
#include "units/result.hpp"

namespace gs {

/// By which a free text of the data is found: FNV-1a of its UTF-8, 32 bits (data/bake/words.mjs makes the same).
std::uint32_t fact_hash(std::string_view english);

/// The words of one language, from `data/i18n/<code>.json` (a flat object of key to text). `{0}`, `{1}` take arguments.
/// Keys `name.<group>.<id>` are names of rows of the data, keys `fact.<fact_hash>` its free texts; any of them may be
/// missing. `name.order` has the letters of names in the language's order.
class Translator {
 public:
  /// Error: the file's name and what is wrong in it.
  static Result<Translator> from_json(std::string code, std::string_view json);

  const std::string& code() const { return code_; }
  bool chinese() const { return code_ == "zh"; }
  bool russian() const { return code_ == "ru"; }
  /// Lines run from right to left, and what is laid out for them is mirrored.
  bool rightward() const { return code_ == "ar"; }
  /// Whether the display face has its letters; otherwise titles are set in the bold text face.
  bool has_display_face() const { return !chinese() && !rightward(); }
  bool has(std::string_view key) const { return words_.contains(std::string(key)); }
  const std::unordered_map<std::string, std::string>& words() const { return words_; }

  /// The text of a key; a missing one gives the key itself, so that it is seen (a test holds every language complete).
  const std::string& operator()(std::string_view key) const;
  const char* c(std::string_view key) const { return (*this)(key).c_str(); }

  /// The name of a row in this language, else `otherwise`. Groups: projects lines locomotives stations trains tractions.
  const std::string& name(std::string_view group, std::string_view id, const std::string& otherwise) const;

  /// A free text of the data in this language, else as it stands there, in English.
  const std::string& fact(const std::string& english) const;

  /// What names are sorted by in this language.
  std::u32string sort_key(std::string_view name) const { return order_.key(name); }

  /// The text of a key with its places filled.
  std::string filled(std::string_view key, const std::vector<std::string>& args) const;

  template <class... Args>
  std::string operator()(std::string_view key, const Args&... args) const {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    (store.push_back(args), ...);
    return fill(key, store);
  }

 private:
  std::string fill(std::string_view key, const fmt::dynamic_format_arg_store<fmt::format_context>&) const;

  std::string code_;
  LetterOrder order_;
  std::unordered_map<std::string, std::string> words_;
  mutable std::unordered_map<std::string, std::string> missing_;
};

}  // namespace gs
