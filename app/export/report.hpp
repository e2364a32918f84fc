#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene/chart_layout.hpp"
#include "scene/filter.hpp"

/// A report as plain data: figures with intervals, each with its working and sources, charts, method and digest. Its words
/// are in one language, its numbers are unrounded; the writers (HTML, CSV, JSON here, PDF in `paper`) show all of it.
namespace gs::report {

/// What the ends of a figure are.
enum class Ends : std::uint8_t {
  none,   ///< there are none: reported, or a best estimate alone
  drawn,  ///< P10 and P90 of the draws of all uncertain inputs: 8 of 10 lie between
  inputs  ///< the figure with its inputs at their low and high ends
};
/// "P10-P90", "inputs low-high"; empty for none.
std::string_view id_of(Ends);

/// A number behind the words.
struct Value {
  double best = 0.0;
  std::optional<double> low, high;
  std::string unit;  ///< in English, always the same for a figure: "t CO2/year"; empty for shares and counts
  Ends ends = Ends::none;
};

/// A cell of a table. `figure` is its name in files, the same in every language; a cell without one only labels its row.
struct Cell {
  std::string words;     ///< "1.98 Mt CO₂ a year"; "–" where there is no figure
  std::string small;     ///< below it: the interval, or why there is no figure
  std::string figure;    ///< "simulated_saving"
  std::optional<Value> value;
  std::vector<std::string> sources;  ///< ids of Source
  std::string from;                  ///< where it comes from, in words, besides the sources
  bool estimated = false;
};
struct Row {
  std::string item;  ///< id of whom it is about: "al-dhafra-pv2", "2035", "solar"
  std::vector<Cell> cells;
};
struct Column {
  std::string words;
  bool number = false;  ///< stands at the line's end
};
/// The last column of a table with `cited` holds the numbers of its rows' sources.
struct Table {
  std::string caption;
  std::vector<Column> head;
  std::vector<Row> rows;
  bool cited = false;
};

struct Picture {
  std::string id, title, svg;  ///< SVG to stand inside a page: no XML declaration, ids of its own, role, title and description
  float width = 0, height = 0;  ///< px
  TextTable table;             ///< its figures in words
};

struct Section {
  std::string id;       ///< in files and as an anchor
  std::string heading;
  bool sub = false;     ///< below the section before
  std::vector<std::string> paragraphs;
  std::vector<Picture> pictures;
  std::vector<Table> tables;
  std::vector<std::string> notes;
};

struct Cited {
  std::string id, words, url, licence;  ///< words: publisher, title, date
};

struct Report {
  std::string kind, subject;  ///< "project", "country", "scenario"; an id, or empty
  std::string language;       ///< BCP 47
  bool rightward = false;     ///< lines run from right to left
  std::string program;        ///< "Green Silk Road · Report"
  std::string title, subtitle;
  std::string contents;       ///< heads of the list of sections, of the sources, and of a chart's figures
  std::string sources_head, table_words, estimate;
  std::vector<std::string> about;  ///< the scenario, data version, digest and newest source, a line each
  std::string data_version, digest, date;  ///< date: the newest day that a source carries, "2026-11-24", or empty
  std::string link, citation;
  Scenario scenario;
  std::vector<Section> sections;
  std::vector<Cited> sources;  ///< every source that is cited, by number from 1

  /// From 1; 0 for an id that names no source.
  int number_of(std::string_view source) const;
  /// "1–3, 7": the numbers of these ids.
  std::string numbers_of(const std::vector<std::string>& ids) const;
};

struct Asked {
  const World& world;
  const State& state;      ///< its filters do not count
  const TextWidth& width;  ///< of the charts' words
  std::string address;     ///< of the page that the link opens, without '#'
};

/// Everything that is known and simulated of a project of World::portfolio.
Report of_project(const Asked&, const Project&);
/// A country's projects, lines, locomotives and grid; no row counts twice in a sum.
Report of_country(const Asked&, std::string_view iso3);
/// All of the portfolio under the scenario.
Report of_scenario(const Asked&);

/// One file without scripts that fetches nothing.
std::string to_html(const Report&);
/// A line a figure: section,item,figure,value,low,high,unit,interval,estimated,words,source (ids, ';' between). RFC 4180, CRLF.
std::string to_csv(const Report&);
/// `greensilk-report-1` (data/README.md).
std::string to_json(const Report&);

}  // namespace gs::report
