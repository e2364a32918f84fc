#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/results.hpp"

/// A result row as named values, before it is written as CSV or JSON. Only for table_export.cpp.
namespace gs {

/// A cell of CSV: in quotes where it must be (RFC 4180).
std::string quoted_cell(const std::string& text);

using Value = std::variant<std::monostate, std::string, double, std::int64_t, bool>;

struct NamedValue {
  std::string_view name;
  Value value;
};
using ExportRow = std::vector<NamedValue>;

ExportRow export_row(const Portfolio&, const Results&, const ProjectResult&);
ExportRow export_row(const Portfolio&, const Results&, const LocomotiveResult&);

}  // namespace gs
