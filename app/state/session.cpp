#include "state/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "state/named_scenarios.hpp"
#include "state/url.hpp"

namespace gs {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLongestQuoted = 60, kMostIgnored = 40;
constexpr const char* kMark = "greensilk";
constexpr const char* kParts[] = {kMark, "title", "saved", "link", "own", "waiting", "stories", "views", "scenarios", "file", "digest", "changed", "closed"};

std::string dumped(const Json& j) { return j.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string shown(const Json& j) { return std::string(clipped(dumped(j), kLongestQuoted)); }

/// Whether JSON can hold the bytes as a text: whole UTF-8.
bool is_text(const std::string& bytes) {
  try {
    (void)Json(bytes).dump();
    return true;
  } catch (const Json::type_error&) {
    return false;
  }
}

/// Each byte as the character of its number, for files that are no UTF-8: legible where they are Latin-1.
std::string widened(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return out;
}

/// Nothing where a character stands for no byte.
std::optional<std::string> narrowed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      out += text[i];
      continue;
    }
    if ((first != 0xC2 && first != 0xC3) || i + 1 == text.size()) return std::nullopt;
    out += static_cast<char>((first & 0x03) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
  }
  return out;
}

Json file_json(const KeptFile& f) {
  if (is_text(f.bytes)) return {{"name", f.name}, {"text", f.bytes}};
  return {{"name", f.name}, {"bytes", widened(f.bytes)}};
}

Json files_json(const std::vector<KeptFile>& files) {
  Json list = Json::array();
  for (const KeptFile& f : files) list.push_back(file_json(f));
  return list;
}

Json scenarios_json(const std::vector<NamedScenario>& all) {
  Json list = Json::array();
  for (const NamedScenario& s : all) {
    State only;
    only.scenario = s.scenario;
    list.push_back({{"name", s.name}, {"link", to_fragment(only)}});
  }
  return list;
}

class Reader {
 public:
  Reader(std::string_view file, const Json& whole) : file_(file), whole_(whole) {}

  ReadSession read() {
    Session& s = out_.session;
    text("title", s.title);
    text("saved", s.saved);
    text("link", s.link);
    text("file", s.file);
    text("digest", s.digest);
    flag("changed", s.changed);
    flag("closed", s.closed);
    s.own = files("own");
    s.waiting = files("waiting");
    s.stories = files("stories");
    views(s.views);
    scenarios(s.scenarios);
    unknown();
    return std::move(out_);
  }

 private:
  std::string file_;
  const Json& whole_;
  ReadSession out_;

  void ignore(const std::string& place, const std::string& expected, const std::string& found) {
    if (out_.ignored.size() < kMostIgnored) out_.ignored.push_back({file_ + ":" + place, "expected " + expected + ", found " + found});
  }

  const Json* part(const char* name) const {
    const auto found = whole_.find(name);
    return found == whole_.end() || found->is_null() ? nullptr : &*found;
  }

  void text(const char* name, std::string& out) {
    const Json* j = part(name);
    if (j && j->is_string()) out = j->get<std::string>();
    else if (j) ignore(name, "a text", shown(*j));
  }

  void flag(const char* name, bool& out) {
    const Json* j = part(name);
    if (j && j->is_boolean()) out = j->get<bool>();
    else if (j) ignore(name, "true or false", shown(*j));
  }

  /// Calls `one` with each element of a list and its place, up to `most`.
  template <class One>
  void list(const char* name, std::size_t most, One one) {
    const Json* j = part(name);
    if (!j) return;
    if (!j->is_array()) return ignore(name, "a list", shown(*j));
    for (std::size_t i = 0; i < j->size() && i < most; ++i) one((*j)[i], fmt::format("{}[{}]", name, i));
    if (j->size() > most) ignore(name, fmt::format("at most {} entries; the rest is left out", most), fmt::format("{}", j->size()));
  }

  /// A text of an entry; ignored with its place where it is none.
  std::optional<std::string> text_in(const Json& j, const char* name, const std::string& place) {
    const auto found = j.is_object() ? j.find(name) : j.end();
    if (j.is_object() && found != j.end() && found->is_string()) return found->get<std::string>();
    ignore(place + "." + name, "a text", j.is_object() && found != j.end() ? shown(*found) : "none");
    return std::nullopt;
  }

  std::vector<KeptFile> files(const char* name) {
    std::vector<KeptFile> out;
    list(name, kMostKeptFiles, [&](const Json& j, const std::string& place) {
      auto called = text_in(j, "name", place);
      if (!called) return;
      const bool wide = j.contains("bytes");
      auto bytes = text_in(j, wide ? "bytes" : "text", place);
      if (bytes && wide) {
        bytes = narrowed(*bytes);
        if (!bytes) ignore(place + ".bytes", "characters up to U+00FF, one for each byte", "another");
      }
      if (bytes) out.push_back({std::move(*called), std::move(*bytes)});
    });
    return out;
  }

  void views(std::vector<std::string>& out) {
    list("views", kMostKeptViews, [&](const Json& j, const std::string& place) {
      if (j.is_string()) out.push_back(j.get<std::string>());
      else ignore(place, "a link", shown(j));
    });
  }

  void scenarios(std::vector<NamedScenario>& out) {
    list("scenarios", kMostNamedScenarios, [&](const Json& j, const std::string& place) {
      const auto name = text_in(j, "name", place);
      const auto link = name ? text_in(j, "link", place) : std::nullopt;
      if (!link) return;
      // As the settings keep them: one line each, with the same checks.
      auto read = named_scenarios_of(scenario_name(*name) + '\t' + *link + '\n');
      const auto is_same = [&](const NamedScenario& s) { return s.name == read.front().name; };
      if (read.size() != 1 || std::any_of(out.begin(), out.end(), is_same)) ignore(place, "a name of its own and a scenario's link", shown(j));
      else out.push_back(std::move(read.front()));
    });
  }

  void unknown() {
    for (const auto& item : whole_.items()) {
      const auto is_it = [&](const char* name) { return item.key() == name; };
      if (std::none_of(std::begin(kParts), std::end(kParts), is_it))
        ignore(std::string(clipped(item.key(), kLongestQuoted)), "a part that this version knows", "another, which is left out");
    }
  }
};

std::size_t line_of(std::string_view bytes, std::size_t byte) {
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(byte, bytes.size())), '\n'));
}

}  // namespace

bool is_session_name(std::string_view name) {
  if (name.size() <= kSessionEnding.size()) return false;
  const std::string_view ending = name.substr(name.size() - kSessionEnding.size());
  return std::equal(ending.begin(), ending.end(), kSessionEnding.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

std::string to_session(const Session& s) {
  Json whole = Json::object();
  whole[kMark] = kSessionVersion;
  const auto add = [&](const char* name, Json part) {
    if (!part.empty()) whole[name] = std::move(part);
  };
  const auto add_text = [&](const char* name, const std::string& text) {
    if (!text.empty()) whole[name] = text;
  };
  add_text("title", s.title);
  add_text("saved", s.saved);
  add_text("link", s.link);
  add("own", files_json(s.own));
  add("waiting", files_json(s.waiting));
  add("stories", files_json(s.stories));
  add("views", Json(s.views));
  add("scenarios", scenarios_json(s.scenarios));
  add_text("file", s.file);
  add_text("digest", s.digest);
  if (s.changed) whole["changed"] = true;
  if (s.closed) whole["closed"] = true;
  std::string text;
  for (const auto& item : whole.items()) text += (text.empty() ? "{" : ",\n ") + dumped(Json(item.key())) + ": " + dumped(item.value());
  return text + "}\n";
}

Result<ReadSession> read_session(std::string_view file, std::string_view bytes) {
  const auto bad = [&](const std::string& place, const std::string& expected, const std::string& found) {
    return Error{std::string(file) + place, "expected " + expected + ", found " + found};
  };
  if (bytes.size() > kMostSessionBytes)
    return bad("", fmt::format("at most {} MB", kMostSessionBytes / 1'000'000), fmt::format("{} MB", bytes.size() / 1'000'000));
  if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos) return bad("", "a session", "an empty file");
  Json whole;
  try {
    whole = Json::parse(bytes);
  } catch (const Json::parse_error& e) {
    const std::string found = e.byte > bytes.size() ? "the end of the file: it is cut short" : "something else";
    return bad(fmt::format(":{}", line_of(bytes, e.byte)), "JSON that goes on", found);
  }
  if (!whole.is_object() || !whole.contains(kMark)) return bad("", "a session (a JSON object with \"greensilk\")", "other JSON");
  const Json& version = whole[kMark];
  if (!version.is_number_unsigned() || version.get<std::uint64_t>() < 1) return bad(":greensilk", "a version's number", shown(version));
  if (version.get<std::uint64_t>() > kSessionVersion) return bad(":greensilk", fmt::format("a version up to {}", kSessionVersion), shown(version) + ": a newer program wrote it");
  return Reader(file, whole).read();
}

std::string session_link(const State& s) {
  const std::string link = to_fragment(s);
  return link.find("lang=") == std::string::npos ? link + "&lang=" + std::string(code_of(s.view.language)) : link;
}

std::vector<NamedScenario> joined_scenarios(std::vector<NamedScenario> mine, const std::vector<NamedScenario>& theirs, std::size_t& left_out) {
  left_out = 0;
  for (const NamedScenario& one : theirs) {
    for (int number = 1;; ++number) {
      const std::string end = number == 1 ? "" : fmt::format(" {}", number);
      const std::string name = std::string(clipped(one.name, kLongestName - end.size())) + end;
      const auto same = std::find_if(mine.begin(), mine.end(), [&](const NamedScenario& s) { return s.name == name; });
      if (same != mine.end() && !(same->scenario == one.scenario)) continue;
      if (same != mine.end()) break;
      if (mine.size() < kMostNamedScenarios) mine.push_back({name, one.scenario});
      else ++left_out;
      break;
    }
  }
  return mine;
}

}  // namespace gs
