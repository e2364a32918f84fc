#pragma once
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "units/result.hpp"

/// Formulas of the model on a table of somebody's own: `greensilk eval MODEL < in.csv > out.csv`. One file a family of
/// models in this folder; the list of all is in models.cpp.
namespace gs::eval {

/// A column that a model reads or writes.
struct Column {
  std::string_view name, unit, meaning;
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  bool text = false;      ///< words, not a number
  bool may_lack = false;  ///< of an input: the whole column may be missing, or a cell empty (then NaN)
};

/// A table by columns: what was read. Numbers are checked against the column's range before a model sees them.
class Table {
 public:
  std::string file;
  std::size_t rows = 0;
  std::vector<std::string> names;
  std::vector<std::vector<double>> numbers;     ///< by column; NaN for an empty or absent cell; empty for text
  std::vector<std::vector<std::string>> words;  ///< by column; empty for numbers
  std::vector<int> lines;                       ///< of the file, for messages

  bool has(std::string_view column) const;
  /// The column's numbers, or an empty span when the table has no such column.
  std::span<const double> operator[](std::string_view column) const;
  std::span<const std::string> text(std::string_view column) const;
  /// "in.csv:17:zenith_deg", for an Error.
  std::string where(std::size_t row, std::string_view column) const;
};

/// Files beside the table, as the command line names them: --sites, --curves, --params.
struct Extra {
  std::string_view option;  ///< "sites"
  std::span<const Column> columns;
  bool may_lack = false;
  /// Not empty: a folder instead of a table, and this is what it must hold, for a person ("train_path.csv, ...").
  std::string_view folder = {};
};

/// A folder beside the table: its files by path from it ("thirdparty/altrios/speed_trace.csv", always /), sorted. A model
/// reads what it needs of it, so that a large folder costs nothing; who hands it over does the reading (the command line
/// from a disk, a test from wherever it likes).
struct Folder {
  std::string name;  ///< for messages
  std::vector<std::string> paths;
  std::function<Result<std::string>(const std::string& path)> read;

  /// The path of the file that `file` names: the one that ends in most of its parts, so that "thirdparty/altrios/x.yaml"
  /// finds itself, "altrios/x.yaml" or "x.yaml", whatever part of the layout was given. Of several the shortest, then
  /// the first. Empty when there is none of that name.
  std::string find(std::string_view file) const;
  /// Its bytes. Errors: no such file in the folder, or one that cannot be read.
  Result<std::string> bytes(std::string_view file) const;
};

struct Given {
  Table table;
  std::vector<Table> extras;  ///< in the order of Model::extras; no columns when not given or a folder
  Folder folder;              ///< of the extra that is one
};

/// What a model computes: one vector a column of Model::gives (in that order), one number a row of the table. NaN is
/// written as an empty cell.
using Computed = std::vector<std::vector<double>>;

struct Model {
  std::string_view name, about;  ///< about: one sentence with the source
  std::span<const Column> takes, gives;
  std::span<const Extra> extras;
  /// `computed` comes with gives.size() columns of table.rows NaN each. Returns every problem (empty: all is well).
  std::vector<Error> (*run)(const Given& given, Computed& computed);
};

/// All models, in the order of `greensilk eval --list`.
std::span<const Model* const> models();
const Model* model(std::string_view name);

}  // namespace gs::eval
