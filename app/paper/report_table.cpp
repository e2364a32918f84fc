#include "paper/report_table.hpp"

#include <algorithm>
#include <numeric>

namespace gs::paper {
namespace {

constexpr double kPad = 4.0, kOver = 2.5;   ///< beside and above the words of a cell
constexpr double kWidestWord = 84.0, kWidest = 250.0;

struct Box {
  std::string text, small, mark;
  bool number = false;
  Words words() const { return {text, small, mark}; }
};
using Line = std::vector<Box>;

Line boxes_of(const report::Row& row, const report::Table& t, const report::Report& r) {
  Line out;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const report::Cell& cell = row.cells[i];
    out.push_back({cell.words, cell.small, cell.estimated ? r.estimate : std::string(), t.head[i].number});
    ids.insert(ids.end(), cell.sources.begin(), cell.sources.end());
  }
  if (t.cited) out.push_back({r.numbers_of(ids), {}, {}, false});
  return out;
}

Line head_of(const report::Table& t, const report::Report& r) {
  Line out;
  for (const report::Column& c : t.head) out.push_back({c.words, {}, {}, c.number});
  if (t.cited) out.push_back({r.sources_head, {}, {}, false});
  return out;
}

/// Widths that fill the line: each column has its longest word, and of the rest what its longest line asks for.
std::vector<double> widths_of(const Sheet& sheet, const std::vector<Line>& lines, const Style& style) {
  const std::size_t columns = lines.front().size();
  std::vector<double> least(columns, 0.0), natural(columns, 0.0);
  for (const Line& line : lines)
    for (std::size_t i = 0; i < columns; ++i) {
      least[i] = std::max(least[i], std::min(sheet.least(line[i].words(), style), kWidestWord) + 2.0 * kPad);
      natural[i] = std::max(natural[i], std::min(sheet.natural(line[i].words(), style), kWidest) + 2.0 * kPad);
    }
  const double sum = std::accumulate(least.begin(), least.end(), 0.0);
  if (sum >= Sheet::kLine) {
    for (double& w : least) w *= Sheet::kLine / sum;
    return least;
  }
  double wish = 0.0;
  for (std::size_t i = 0; i < columns; ++i) wish += natural[i] = std::max(natural[i] - least[i], 0.0);
  for (std::size_t i = 0; i < columns; ++i) least[i] += (Sheet::kLine - sum) * (wish > 0.0 ? natural[i] / wish : 1.0 / static_cast<double>(columns));
  return least;
}

/// A row that is laid out: at most as high as a page.
struct Laid {
  std::vector<Layout> cells;
  double height = 0.0;
};

Laid lay(const Sheet& sheet, const Line& line, const std::vector<double>& widths, Style style) {
  for (;; style.size *= 0.85) {
    Laid out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      out.cells.push_back(sheet.lay(line[i].words(), style, widths[i] - 2.0 * kPad, line[i].number));
      out.height = std::max(out.height, Sheet::height_of(out.cells.back()) + 2.0 * kOver);
    }
    // The head stands above it on the same page.
    if (out.height < 0.8 * Sheet::kBody || style.size < 3.0) return out;
  }
}

void draw(Sheet& sheet, const Laid& row, const std::vector<double>& widths, const Ink& ink) {
  double x = sheet.rightward() ? Sheet::kLeft + Sheet::kLine : Sheet::kLeft;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (sheet.rightward()) x -= widths[i];
    sheet.put(row.cells[i], x + kPad, sheet.y + kOver, ink);
    if (!sheet.rightward()) x += widths[i];
  }
  sheet.y += row.height;
}

}  // namespace

void add_table(Sheet& sheet, const report::Table& t, const report::Report& r) {
  if (t.rows.empty()) return;
  const Style words{t.head.size() > 6 ? 6.5 : 7.5, false, false, kInk}, bold{words.size, true, false, kSecond}, caption{7.5, false, false, kSecond};
  const Line head_words = head_of(t, r);
  std::vector<Line> lines{head_words};
  for (const report::Row& row : t.rows) lines.push_back(boxes_of(row, t, r));
  const std::vector<double> widths = widths_of(sheet, lines, bold);
  const Laid head = lay(sheet, head_words, widths, bold);
  const auto begin = [&] {
    draw(sheet, head, widths, bold.ink);
    sheet.rule(sheet.y, kSecond, 0.6);
  };
  const Laid first = lay(sheet, lines[1], widths, words);
  const Layout title = sheet.lay({t.caption}, caption, Sheet::kLine);
  sheet.need(6.0 + Sheet::height_of(title) + head.height + first.height);
  sheet.y += 6.0;
  sheet.flow(title, caption.ink);
  begin();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Laid row = lay(sheet, lines[i], widths, words);
    if (sheet.y + row.height > Sheet::kBottom) {
      sheet.new_page();
      begin();
    } else if (i > 1) {
      sheet.rule(sheet.y, kHair, 0.4);
    }
    draw(sheet, row, widths, words.ink);
  }
  sheet.y += 8.0;
}

}  // namespace gs::paper
