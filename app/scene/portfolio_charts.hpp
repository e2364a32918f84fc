#pragma once
#include "scene/chart.hpp"
#include "scene/project_table.hpp"

/// The charts beside the table of projects, of the rows that they are given. No row counts twice in a sum.
namespace gs {

enum class PortfolioChart : std::uint8_t { countries, years, check };
inline constexpr int kPortfolioChartCount = 3;
std::string_view id_of(PortfolioChart);

/// Simulated saving of the counted rows by country with its interval, the greatest first, and what is reported beside what is
/// simulated of the rows that report. At most `most` bars (from 2): the last is of all other countries. Datum::key counts
/// into `codes`, the ISO 3 codes of the bars; it is -1 for the others. With a country chosen, the others are pale.
Chart country_chart(const World&, std::span<const ProjectRow>, std::string_view chosen, std::size_t most, std::vector<std::string>& codes);

/// Capacity that generates by the year in which it is commissioned, stacked by category; what does not operate in `year` is
/// pale. Without parts of other rows, rows that are in no total at all, and rows whose year or capacity is not known.
Chart commissioning_chart(const World&, std::span<const ProjectRow>, int year);

/// Every row with both figures: reported across, simulated up, both logarithmic, with the line on which they agree.
/// Datum::key is the project.
Chart check_chart(const World&, std::span<const ProjectRow>);

/// One of them as a file shows it: of all rows that pass the state's filters, with every country.
Chart chart_for_file(const World&, const State&, PortfolioChart);

}  // namespace gs
