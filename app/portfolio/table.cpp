#include "portfolio/table.hpp"

#include <csv.h>

#include <cstdint>

#include "units/problem.hpp"

namespace gs {
namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || lead == 0 || i + length > text.size()) return false;
    std::uint32_t point = length == 1 ? lead : lead & (0x7fu >> length);
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0u) != 0x80u) return false;
      point = point << 6 | (next & 0x3Fu);
    }
    if ((length == 3 && point < 0x800) || (length == 4 && (point < 0x10000 || point > 0x10FFFF)) ||
        (point >= 0xD800 && point <= 0xDFFF))
      return false;
    i += length;
  }
  return true;
}

int no_spaces(unsigned char) { return 0; }

/// libcsv behind a byte-wise feed, so that the place of an error is known exactly.
class Reader {
 public:
  Reader(Table& table, char delimiter) : table_(table), delimiter_(delimiter) { start(); }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  void read(std::string_view bytes) {
    for (std::size_t from = 0; from != kDone;) from = read_from(bytes, from);
  }

 private:
  static constexpr std::size_t kDone = std::string_view::npos;

  void start() {
    csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_space_func(&parser_, no_spaces);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  }

  /// Reads on from `from`; where to go on after a damaged row, or kDone.
  std::size_t read_from(std::string_view bytes, std::size_t from) {
    row_start_ = from;
    for (at_ = from; at_ < bytes.size(); ++at_) {
      if (csv_parse(&parser_, bytes.data() + at_, 1, on_cell, on_row, this) == 1) continue;
      report(what("problem.quotes", "expected quotes only around a whole cell (and doubled inside it)") + what("problem.found_stray", "found a stray one"));
      return restart_after_line(bytes);
    }
    if (csv_fini(&parser_, on_cell, on_row, this) == 0) return kDone;
    report(what("problem.closing_quote", "expected a closing quote") + what("problem.found_end", "found the end of the file"));
    return restart_after_line(bytes);
  }

  /// The next line after the beginning of the damaged row: what an unclosed quote swallowed is read again.
  std::size_t restart_after_line(std::string_view bytes) {
    csv_free(&parser_);
    start();
    cells_.clear();
    ++row_;
    const std::size_t end = bytes.find('\n', row_start_);
    return end == std::string_view::npos ? kDone : end + 1;
  }

  void report(What problem) {
    table_.problems.push_back(error_at(table_.file + ":" + std::to_string(row_), std::move(problem)));
  }

  static void on_cell(void* text, std::size_t size, void* self) {
    auto& me = *static_cast<Reader*>(self);
    me.cells_.emplace_back(size == 0 ? "" : static_cast<const char*>(text), size);
  }

  static void on_row(int terminator, void* self) { static_cast<Reader*>(self)->end_row(terminator); }

  void end_row(int terminator) {
    const bool second_of_crlf = terminator == CSV_LF && last_terminator_ == CSV_CR && at_ == last_end_ + 1;
    last_terminator_ = terminator;
    last_end_ = at_;
    row_start_ = at_ + 1;
    if (second_of_crlf && cells_.empty()) return;
    if (!cells_.empty()) take_row();
    cells_.clear();
    ++row_;
  }

  void take_row() {
    for (const std::string& cell : cells_)
      if (!is_utf8(cell)) return report(what("problem.utf8", "expected UTF-8 text") + what("problem.found_bytes", "found other bytes"));
    if (!has_header_) {
      table_.columns = cells_;
      has_header_ = true;
    } else if (cells_.size() != table_.columns.size()) {
      report(what("problem.cells", "expected {} cells", table_.columns.size()) + what("problem.found_number", "found {}", cells_.size()));
    } else {
      table_.rows.push_back({row_, cells_});
    }
  }

  Table& table_;
  char delimiter_;
  csv_parser parser_{};
  std::vector<std::string> cells_;
  int row_ = 1;
  bool has_header_ = false;
  int last_terminator_ = -1;
  std::size_t at_ = 0, last_end_ = 0, row_start_ = 0;
};

}  // namespace

Table read_table(std::string_view file, std::string_view bytes, char delimiter) {
  Table table;
  table.file = file;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  Reader(table, delimiter).read(bytes);
  if (table.columns.empty())
    table.problems.push_back(error_at(table.file + ":1", what("problem.header", "expected a row of column names") + what("problem.found_empty_file", "found an empty file")));
  return table;
}

}  // namespace gs
