#include "eval/document.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <limits>
#include <memory>

#include "portfolio/schema.hpp"

namespace gs::eval {
namespace {

constexpr int kMostNested = 64;

/// A YAML text as libyaml's events; the first that went wrong is kept.
class YamlReader {
 public:
  YamlReader(std::string_view file, std::string_view bytes) : file_(file) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() { yaml_parser_delete(&parser_); }

  Result<Json> document() {
    next();
    if (fits(YAML_STREAM_START_EVENT)) next();
    if (fits(YAML_DOCUMENT_START_EVENT)) next();
    Json value = !failed() && event_->type != YAML_STREAM_END_EVENT ? node(0) : Json();
    if (failed()) return failure_;
    return value;
  }

 private:
  struct Release {
    void operator()(yaml_event_t* event) const {
      yaml_event_delete(event);
      delete event;
    }
  };

  bool failed() const { return !failure_.what.empty(); }
  bool fits(yaml_event_type_t type) const { return !failed() && event_->type == type; }

  Json fail(const yaml_mark_t& mark, std::string what) {
    if (!failed()) failure_ = {fmt::format("{}:{}:{}", file_, mark.line + 1, mark.column + 1), std::move(what)};
    return {};
  }

  void next() {
    if (failed()) return;
    event_.reset(new yaml_event_t{});
    if (yaml_parser_parse(&parser_, event_.get())) return;
    fail(parser_.problem_mark, std::string("not YAML: ") + (parser_.problem ? parser_.problem : "cannot be read"));
  }

  /// The node that the present event begins; leaves at the event of its end.
  Json node(int depth) {
    if (failed()) return {};
    if (depth > kMostNested) return fail(event_->start_mark, "nested too deeply");
    switch (event_->type) {
      case YAML_SCALAR_EVENT: return scalar();
      case YAML_SEQUENCE_START_EVENT: return sequence(depth);
      case YAML_MAPPING_START_EVENT: return mapping(depth);
      case YAML_ALIAS_EVENT: return fail(event_->start_mark, "expected a value, found an alias, which is not read here");
      default: return fail(event_->start_mark, "expected a value");
    }
  }

  Json scalar() {
    const auto& scalar = event_->data.scalar;
    std::string word(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (scalar.style != YAML_PLAIN_SCALAR_STYLE) return word;
    if (word.empty() || word == "~" || word == "null" || word == "Null" || word == "NULL") return nullptr;
    if (word == "true" || word == "True" || word == "TRUE") return true;
    if (word == "false" || word == "False" || word == "FALSE") return false;
    if (const auto number = schema::parse_number(word)) return *number;
    return word;
  }

  Json sequence(int depth) {
    Json list = Json::array();
    for (next(); !failed() && event_->type != YAML_SEQUENCE_END_EVENT; next()) list.push_back(node(depth + 1));
    return list;
  }

  Json mapping(int depth) {
    Json map = Json::object();
    for (next(); !failed() && event_->type != YAML_MAPPING_END_EVENT; next()) {
      const yaml_mark_t mark = event_->start_mark;
      if (event_->type != YAML_SCALAR_EVENT) return fail(mark, "expected a word as the name of a field");
      const std::string key(reinterpret_cast<const char*>(event_->data.scalar.value), event_->data.scalar.length);
      if (map.contains(key)) return fail(mark, "a second field \"" + key + "\"");
      next();
      map[key] = node(depth + 1);
    }
    return map;
  }

  std::string file_;
  yaml_parser_t parser_{};
  std::unique_ptr<yaml_event_t, Release> event_;
  Error failure_;
};

}  // namespace

Result<Json> yaml_in(std::string_view file, std::string_view bytes) { return YamlReader(file, bytes).document(); }

Result<Json> json_in(std::string_view file, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  try {
    return Json::parse(bytes);
  } catch (const Json::exception& damage) {
    return Error{std::string(file), std::string("not JSON: ") + damage.what()};
  }
}

Json document(const Folder& folder, std::string_view file, std::vector<Error>& problems) {
  const Result<std::string> bytes = folder.bytes(file);
  if (!bytes) {
    problems.push_back(bytes.error());
    return {};
  }
  const std::string name = folder.name + "/" + folder.find(file);
  Result<Json> value = file.ends_with(".json") ? json_in(name, *bytes) : yaml_in(name, *bytes);
  if (value) return std::move(value).value();
  problems.push_back(value.error());
  return {};
}

Fields Fields::problem(std::string what) const {
  static const Json nothing;
  if (value_) problems_->push_back({where_, std::move(what)});
  Fields empty(nothing, where_, *problems_);
  empty.value_ = nullptr;
  return empty;
}

Fields Fields::at(std::string_view key) const {
  const std::string name(key);
  if (!value_ || !value_->is_object() || !value_->contains(name))
    return problem("expected a field \"" + name + "\", found none");
  return {(*value_)[name], where_ + (where_.find(": ") == std::string::npos ? ": " : ".") + name, *problems_};
}

Fields Fields::at(std::size_t index) const {
  if (!value_ || !value_->is_array() || index >= value_->size())
    return problem(fmt::format("expected a list with more than {} entries", index));
  return {(*value_)[index], fmt::format("{}[{}]", where_, index), *problems_};
}

double Fields::number() const {
  if (value_ && value_->is_number()) return value_->get<double>();
  problem("expected a number");
  return std::numeric_limits<double>::quiet_NaN();
}

std::string Fields::word() const {
  if (value_ && value_->is_string()) return value_->get<std::string>();
  problem("expected words");
  return {};
}

std::vector<double> Fields::numbers() const {
  std::vector<double> all;
  if (!value_ || !value_->is_array()) problem("expected a list of numbers");
  for (std::size_t i = 0; value_ && value_->is_array() && i < value_->size(); ++i) {
    const Fields entry = at(i);
    if (!entry.value_->is_array()) all.push_back(entry.number());
    else for (const double number : entry.numbers()) all.push_back(number);
  }
  return all;
}

}  // namespace gs::eval
