#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "eval/eval.hpp"

/// Nested files beside a model's table: JSON and YAML, both as JSON values.
///
///     constexpr Extra kExtras[] = {{.option = "params", .columns = {}, .folder = "trains/ID.yaml and paths/ID.yaml"}};
///     ...
///     const Json train = document(given.folder, "thirdparty/trainruns/trains/freight.yaml", problems);
///     if (!problems.empty()) return problems;
///     const Fields fields(train, "freight.yaml", problems);  // the name that problems begin with
///     const double mass = fields.at("vehicles").at(0).number("mass");
///     if (!problems.empty()) return problems;                // all that lacks was named, once each
namespace gs::eval {

using Json = nlohmann::ordered_json;

/// The file of the folder, read by the ending of its name (.json, .yaml, .yml). Problems: none there, not readable,
/// damaged (with line and column); the value is then null.
Json document(const Folder&, std::string_view file, std::vector<Error>& problems);

/// A JSON text. Errors: where it is damaged.
Result<Json> json_in(std::string_view file, std::string_view bytes);
/// The first document of a YAML 1.1 or 1.2 text: maps, lists, words; plain words that YAML's core schema takes for a
/// number, a truth or nothing are that, quoted ones stay words. Anchors and aliases are refused (none of the files
/// that are read has any, and they can blow up a small file). Errors: damaged, with line and column; nested deeper
/// than 64.
Result<Json> yaml_in(std::string_view file, std::string_view bytes);

/// A place in a document. A wanted thing that lacks, or is of another kind, is a problem that names the place
/// ("freight.yaml: vehicles[0].mass"), and reads as NaN, an empty word or an empty place; from an empty place on
/// nothing more is said.
class Fields {
 public:
  Fields(const Json& value, std::string where, std::vector<Error>& problems)
      : value_(&value), where_(std::move(where)), problems_(&problems) {}
  Fields at(std::string_view key) const;
  Fields at(std::size_t index) const;
  std::size_t size() const { return value_ ? value_->size() : 0; }
  bool has(std::string_view key) const { return value_ && value_->is_object() && value_->contains(std::string(key)); }
  /// Itself, or its field.
  double number() const;
  double number(std::string_view key) const { return at(key).number(); }
  double number_or(std::string_view key, double otherwise) const { return has(key) ? at(key).number() : otherwise; }
  std::string word() const;
  std::string word(std::string_view key) const { return at(key).word(); }
  /// Numbers of a list; of lists of lists all of them, in order.
  std::vector<double> numbers() const;
  std::vector<double> numbers(std::string_view key) const { return at(key).numbers(); }
  const std::string& where() const { return where_; }

 private:
  Fields problem(std::string what) const;
  const Json* value_;
  std::string where_;
  std::vector<Error>* problems_;
};

}  // namespace gs::eval
