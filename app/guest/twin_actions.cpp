#include "guest/twin_actions.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "guest/twin_controls.hpp"
#include "units/problem.hpp"

namespace gs {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestFound = 60;  ///< bytes of what was found that are said

std::string found_of(const Json& value) { return std::string(clipped(value.is_string() ? value.get<std::string>() : value.dump(), kLongestFound)); }

Error wrong(const std::string& control, What expected, const Json& value) {
  return error_at("twin:" + std::string(clipped(control, kLongestFound)), std::move(expected) + what("problem.found", "found \"{}\"", found_of(value)));
}

/// The ids of a list, as far as a sentence has room for them.
template <class List>
std::string ids_of(const List& list) {
  constexpr std::size_t kMost = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(kMost, list.size()); ++i) out += (i > 0 ? ", " : "") + list[i].id;
  return list.size() > kMost ? out + ", …" : out;
}

/// One line: an input element of the page has no others.
std::string line_of(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; }, ' ');
  return text;
}

std::optional<int> whole_of(const Json& value, WholeRange range) {
  if (!value.is_number()) return std::nullopt;
  const double number = value.get<double>();
  if (!(number >= range.least && number <= range.most) || number != std::floor(number)) return std::nullopt;
  return static_cast<int>(number);
}

/// The value as the control's kind has it.
Result<TwinValue> value_of(const TwinControl& c, const Json& value) {
  switch (c.kind) {
    case TwinKind::range:
      if (const auto number = whole_of(value, c.range)) return TwinValue(*number);
      return wrong(c.id, what("problem.whole_between", "expected a whole number from {} to {}", c.range.least, c.range.most), value);
    case TwinKind::choice:
      for (const TwinOption& o : c.options)
        if (value.is_string() && value.get_ref<const std::string&>() == o.id) return TwinValue(o.id);
      return wrong(c.id, what("problem.one_of", "expected one of {}", ids_of(c.options)), value);
    case TwinKind::check:
      if (value.is_boolean()) return TwinValue(value.get<bool>());
      return wrong(c.id, what("problem.one_of", "expected one of {}", "true, false"), value);
    case TwinKind::text:
      if (value.is_string()) return TwinValue(line_of(value.get<std::string>()));
      return wrong(c.id, what("problem.form", "expected {}", "\"…\""), value);
    case TwinKind::button: break;
  }
  return value.is_boolean() ? TwinValue(value.get<bool>()) : TwinValue();
}

}  // namespace

Result<Actions> twin_actions(const World& w, const State& s, std::string_view json) {
  const Json message = Json::parse(json, nullptr, false);
  const What form = what("problem.form", "expected {}", R"({"type":"do","control":"…","value":…})");
  if (!message.is_object()) return error_at("twin:", form + what("problem.found", "found \"{}\"", clipped(json, kLongestFound)));
  const auto type = message.find("type"), id = message.find("control"), value = message.find("value");
  if (type == message.end() || *type != "do") return Actions{};
  if (id == message.end() || !id->is_string()) return wrong("", form, message);
  const auto controls = twin_controls(w, s);
  const std::string& name = id->get_ref<const std::string&>();
  const auto control = std::find_if(controls.begin(), controls.end(), [&](const TwinControl& c) { return c.id == name; });
  if (control == controls.end()) return error_at("twin:", what("problem.one_of", "expected one of {}", ids_of(controls)) + what("problem.found", "found \"{}\"", found_of(name)));
  if (!control->can) return Actions{};
  const auto read = value_of(*control, value == message.end() ? Json() : *value);
  if (!read) return read.error();
  return control->act(*read);
}

}  // namespace gs
