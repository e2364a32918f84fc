#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "units/result.hpp"

namespace gs {

/// A file of comma-separated values (RFC 4180, UTF-8), every cell kept as it stands.
struct Table {
  struct Row {
    int number;  ///< as a spreadsheet counts: the header is 1; a quoted line break does not start a row
    std::vector<std::string> cells;
  };
  std::string file;  ///< the name that errors give
  std::vector<std::string> columns;
  std::vector<Row> rows;  ///< those with as many cells as there are columns; blank lines are left out
  std::vector<Error> problems;
};

/// Reads with libcsv in strict mode. A byte-order mark, CRLF and LF are accepted. A damaged row (stray or unterminated
/// quote, too many or too few cells, bytes that are not UTF-8) is reported and left out, and
/// reading goes on at the next line. `delimiter`: what stands between cells.
Table read_table(std::string_view file, std::string_view bytes, char delimiter = ',');

}  // namespace gs
