#include "cli_scenario.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli_files.hpp"
#include "scene/view.hpp"

namespace gs::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Of all that a link carries, what the figures or their comparison depend on.
constexpr std::array<std::string_view, 8> kDecisive{"link:v", "link:y",    "link:m",    "link:g",
                                                    "link:n", "link:seed", "link:data", "link:d"};

std::string trimmed(const std::string& text) {
  constexpr const char* kBlank = " \t\r\n";
  const auto from = text.find_first_not_of(kBlank);
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

std::string value_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "1" : "0";
  if (!value.is_array()) return value.dump();
  std::string list;
  for (const Json& item : value) list += (list.empty() ? "" : ",") + value_of(item);
  return list;
}

FromFragment checked(FromFragment read) {
  check_projection(read.state, read.ignored);
  return read;
}

Result<FromFragment> from_json(const std::string& where, const std::string& text) {
  const Json document = Json::parse(text, nullptr, false);
  if (!document.is_object())
    return Error{where, "expected a JSON object with a link's names as keys, found something else"};
  std::vector<NamedText> pairs;
  for (const auto& [name, value] : document.items()) pairs.push_back({name, value_of(value)});
  return checked(from_pairs(pairs, known_projection));
}

Result<FromFragment> from_text(const std::string& where, const std::string& text) {
  if (text.starts_with('{')) return from_json(where, text);
  if (text.empty() || text.find_first_of(" \t\r\n") != std::string::npos)
    return Error{where, "expected one link (v=1&...) or a JSON object, found " +
                            std::string(text.empty() ? "nothing" : "other text")};
  const auto hash = text.find('#');
  if (hash != std::string::npos) return checked(from_fragment(text.substr(hash), known_projection));
  if (text.find("://") != std::string::npos) return FromFragment{};  // an address without '#' shows the standard state
  if (text.find('=') == std::string::npos)
    return Error{where, "expected one link (v=1&...), found \"" + text.substr(0, 60) + "\""};
  return checked(from_fragment(text, known_projection));
}

Result<FromFragment> read(const std::string& link_or_file) {
  std::error_code ignored;
  if (link_or_file == "-" || std::filesystem::is_regular_file(link_or_file, ignored)) {
    const auto bytes = read_input(link_or_file);
    if (!bytes) return bytes.error();
    return from_text(link_or_file == "-" ? "standard input" : link_or_file, trimmed(*bytes));
  }
  const std::string text = trimmed(link_or_file);
  if (text.find_first_of("#=") == std::string::npos && text.find("://") == std::string::npos)
    return Error{"", "expected a link or the name of a file that holds one, found \"" + link_or_file + "\""};
  return from_text("link", text);
}

}  // namespace

std::optional<FromFragment> read_scenario(const std::string& link_or_file) {
  Result<FromFragment> link = read(link_or_file);
  if (!link) {
    std::fprintf(stderr, "error: %s\n", link.error().text().c_str());
    return std::nullopt;
  }
  bool usable = true;
  for (const Error& e : link->ignored) {
    const bool decisive = std::find(kDecisive.begin(), kDecisive.end(), e.where) != kDecisive.end();
    std::fprintf(stderr, "%s: %s\n", decisive ? "error" : "warning", e.text().c_str());
    usable = usable && !decisive;
  }
  return usable ? std::optional(std::move(link).value()) : std::nullopt;
}

}  // namespace gs::cli
