#include "portfolio/table.hpp"

#include <catch2/catch_test_macros.hpp>

using gs::read_table;
using gs::Table;

namespace {

std::vector<std::string> texts(const Table& table) {
  std::vector<std::string> all;
  for (const gs::Error& problem : table.problems) all.push_back(problem.text());
  return all;
}

using Lines = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

Rows cells(const Table& table) {
  Rows rows;
  for (const Table::Row& row : table.rows) rows.push_back(row.cells);
  return rows;
}

}  // namespace

TEST_CASE("a table keeps its cells as they stand", "[portfolio]") {
  const struct {
    const char* name;
    std::string bytes;
    Rows rows;
  } cases[] = {
      {"LF", "a,b\n1,2\n3,4\n", {{"1", "2"}, {"3", "4"}}},
      {"CRLF", "a,b\r\n1,2\r\n3,4\r\n", {{"1", "2"}, {"3", "4"}}},
      {"no line end at the end", "a,b\n1,2", {{"1", "2"}}},
      {"byte-order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       {{"1", "2"}}},
      {"commas, quotes and line ends in quotes", "a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n", {{"1,\"x\"", "two\nlines"}}},
      {"spaces belong to the cell", "a,b\n 1 ,2 \n", {{" 1 ", "2 "}}},
      {"empty cells", "a,b\n,\n", {{"", ""}}},
      {"Chinese", "a,b\n艾尔达芙拉,光伏\n", {{"艾尔达芙拉", "光伏"}}},
      {"blank lines are no rows", "a,b\n\n1,2\n\r\n3,4\n\n", {{"1", "2"}, {"3", "4"}}},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    const Table table = read_table("t.csv", c.bytes);
    CHECK(table.columns == Lines{"a", "b"});
    CHECK(cells(table) == c.rows);
    CHECK(texts(table).empty());
  }
}

TEST_CASE("a damaged row is named and hides no other", "[portfolio]") {
  const struct {
    const char* name;
    std::string bytes;
    Rows rows;
    Lines problems;
  } cases[] = {
      {"unterminated quote",
       "a,b\n1,2\n\"3,4\n5,6\n",
       {{"1", "2"}, {"5", "6"}},
       {"t.csv:3: expected a closing quote, found the end of the file"}},
      {"unterminated quote in the last row",
       "a,b\n1,2\n3,\"4",
       {{"1", "2"}},
       {"t.csv:3: expected a closing quote, found the end of the file"}},
      {"a quote in the middle",
       "a,b\n1,2\n3,4\"x\n5,6\n",
       {{"1", "2"}, {"5", "6"}},
       {"t.csv:3: expected quotes only around a whole cell (and doubled inside it), found a stray one"}},
      {"text after a closing quote",
       "a,b\n\"1\"x,2\n5,6\n",
       {{"5", "6"}},
       {"t.csv:2: expected quotes only around a whole cell (and doubled inside it), found a stray one"}},
      {"an unclosed quote that a later one closes",
       "a,b\n\"1,2\n3,4\n5,\"6\"\n7,8\n",
       {{"3", "4"}, {"5", "6"}, {"7", "8"}},
       {"t.csv:2: expected quotes only around a whole cell (and doubled inside it), found a stray one"}},
      {"too few and too many cells",
       "a,b\n1\n2,3,4\n5,6\n",
       {{"5", "6"}},
       {"t.csv:2: expected 2 cells, found 1", "t.csv:3: expected 2 cells, found 3"}},
      {"bytes that are not UTF-8",
       "a,b\n\xFF,1\n5,6\n",
       {{"5", "6"}},
       {"t.csv:2: expected UTF-8 text, found other bytes"}},
      {"a surrogate in UTF-8",
       "a,b\n\xED\xA0\x80,1\n5,6\n",
       {{"5", "6"}},
       {"t.csv:2: expected UTF-8 text, found other bytes"}},
      {"two damaged rows",
       "a,b\n\"x\"y,1\n2,3\n4,5\"6\n7,8\n",
       {{"2", "3"}, {"7", "8"}},
       {"t.csv:2: expected quotes only around a whole cell (and doubled inside it), found a stray one",
        "t.csv:4: expected quotes only around a whole cell (and doubled inside it), found a stray one"}},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    const Table table = read_table("t.csv", c.bytes);
    CHECK(cells(table) == c.rows);
    CHECK(texts(table) == c.problems);
  }
}

TEST_CASE("rows are counted as a spreadsheet counts them", "[portfolio]") {
  const Table table = read_table("t.csv", "a,b\r\n\"1\r\n1\",2\r\n\r\n3,4\r\n");
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].number == 2);
  CHECK(table.rows[1].number == 4);  // row 3 is blank
}

TEST_CASE("an empty file is a problem of its first row", "[portfolio]") {
  for (const char* bytes : {"", "\xEF\xBB\xBF", "\n\n"})
    CHECK(texts(read_table("t.csv", bytes)) == Lines{"t.csv:1: expected a row of column names, found an empty file"});
}
