#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/report.hpp"
#include "scene/project_table.hpp"
#include "scene/working.hpp"
#include "scene/year_chart.hpp"
#include "sim/simulate.hpp"
#include "text/figure.hpp"

/// What the reports are made of. Only for export/report_*.cpp.
namespace gs::report {

/// Units of figures in files.
inline const std::string kTonnesAYear = "t CO2/year", kMwhAYear = "MWh/year", kMw = "MW", kIntensity = "t CO2/MWh";

/// A report while it is written.
class Draft {
 public:
  Draft(const Asked&, std::string kind, std::string subject);

  Section& section(std::string id, std::string heading, bool sub = false);
  /// The method, then every source that a cell cites, in the order of the first mention.
  Report finish(State link);

  const Asked& asked;
  const World& w;
  const Translator& tr;
  Report out;
};

/// A label.
Cell label(std::string words);
/// A fact in words.
Cell fact(std::string figure, std::string words, std::vector<std::string> sources, std::string from = {});
/// No figure, and why.
Cell missing(std::string figure, std::string why);

/// A figure without interval, as somebody reports it or as a best estimate.
Cell plain(std::string figure, std::string words, double value, std::string unit, std::vector<std::string> sources, std::string from = {});
/// A simulated figure with its interval; `a_year` adds that to the words.
Cell simulated(const Translator&, std::string figure, const Range<Mass>&, Ends, std::vector<std::string> sources, bool a_year = true);
Cell simulated(const Translator&, std::string figure, const Range<Energy>&, Ends, std::vector<std::string> sources, bool a_year = true);
Cell simulated(const Translator&, std::string figure, const Range<Intensity>&, Ends, std::vector<std::string> sources);
/// Of figures whose words another part of the program makes.
Cell ranged(std::string figure, std::string words, std::string small, const Range<double>&, std::string unit, Ends, std::vector<std::string> sources);

/// A row of a table of figures: name, figure, where it is from.
Row figure_row(const Translator&, std::string item, std::string name, Cell);
Table figure_table(const Translator&, std::string caption);
/// All sources of a working's inputs, each once.
std::vector<std::string> sources_of(const Working&);
void add_once(std::vector<std::string>& to, const std::vector<std::string>& ids);
/// A working as a section below the one before: formula, inputs with their sources, notes.
void add_working(Draft&, std::string id, const Working&);

/// Ends of a project's saving: drawn unless it is of hydrogen or waste.
Ends saving_ends(const ProjectResult&);
/// Why a project has no saving, in words.
std::string why_no_saving(const Draft&, const ProjectResult&);
/// Ids behind a simulated figure of a project; of the row itself where its working names none.
std::vector<std::string> simulated_sources(const World&, std::uint32_t project, bool saving);

/// The projects, a row each; `countries` adds where they stand.
Table project_rows(const Draft&, std::span<const std::uint32_t>, bool countries);
/// Reported beside simulated, with the gap in parts, of those that report.
Table gap_rows(const Draft&, std::span<const std::uint32_t>);
/// Capital, cost of energy and of saving, work, homes, life cycle of those that have any of them.
Table economy_rows(const Draft&, std::span<const std::uint32_t>);
/// Lines through a country, and locomotives of its operators; of all where none is named. No rows where there is none.
Table line_rows(const Draft&, std::string_view iso3);
Table locomotive_rows(const Draft&, std::string_view iso3);
/// A row a category (of those present) of the rows that count.
Table technology_rows(const Draft&, std::span<const std::uint32_t>);
/// Totals as figures: projects, locomotives that are counted with them, capacity, output, saving, reported.
void add_total(Draft&, Table&, std::string item, const Total&, std::span<const std::uint32_t> rows);
/// A year a row: saved in it, and since the first year.
Table course_rows(const Draft&, std::span<const Results::Year>);

/// The sources of all rows, each once.
std::vector<std::string> sources_of(const World&, std::span<const std::uint32_t>);
std::vector<ProjectRow> rows_of(const World&, std::span<const std::uint32_t>);

/// Charts.
Chart months_chart(const World&, const Project&, const YearChart&);
Chart course_chart(const World&, std::span<const Results::Year>);
/// Nothing where the chart has no data.
void add_picture(Section&, const Asked&, const Chart&);

}  // namespace gs::report
