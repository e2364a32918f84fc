#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portfolio/load.hpp"

/// A small, sound set of data files in memory, to be broken one cell at a time.
namespace gs::test {

using Cells = std::map<std::string, std::string, std::less<>>;

class DataSet {
 public:
  /// A solar park (sun), its part, wind, a dam on a grid of factor 0, a battery, a project without Chinese part, a park
  /// that is being built; a locomotive class with a saving; one line of 160 km with a train and five tractions; the
  /// factors for all of it.
  static DataSet small();

  /// `row` counts as the errors do: the header is 1, the first row 2.
  DataSet& set(const std::string& file, int row, const std::string& column, std::string value);
  DataSet& add(const std::string& file, Cells cells);
  DataSet& rename_column(const std::string& file, const std::string& from, std::string to);
  DataSet& remove_column(const std::string& file, const std::string& column);
  DataSet& remove(const std::string& file);
  /// Takes these bytes as they are.
  DataSet& raw(const std::string& file, std::string bytes);

  std::string bytes(const std::string& file) const;
  Loaded load(const Checks& checks = squares()) const;
  /// The portfolio of a set that must be sound.
  Portfolio portfolio() const;

  /// A world of square countries: ARE, KAZ, ETH, BRA, CHN exist; a place is in its country if the longitude is from 40
  /// to 60, else one degree of longitude is 100 km.
  static const Checks& squares();

 private:
  struct File {
    std::vector<std::string> columns;
    std::vector<Cells> rows;
  };
  std::map<std::string, File> files_;
  std::map<std::string, std::string> raw_;
};

/// "projects.csv:2:latitude: expected ..., found ..." of every problem.
std::vector<std::string> problems(const DataSet&);

/// The files of the repository with the build's ember.csv; fails the test when they cannot be read.
ReadFile repository_files();
const Loaded& repository_data();

}  // namespace gs::test
