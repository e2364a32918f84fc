#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/working.hpp"
#include "text/figure.hpp"

/// What the workings are made of. Only for scene/working*.cpp.
namespace gs::works {

using Part = WorkingInput::Part;

std::optional<Working> of_project(const World&, std::size_t project, bool saving);
std::optional<Working> of_line(const World&, const Route&);
std::optional<Working> of_locomotive(const World&, const LocomotiveResult&);
std::optional<Working> of_country(const World&, std::string_view iso3, bool saving);
std::optional<Working> of_all(const World&, const State&, bool saving);

/// The ids of a cell "a;b", without those that name no page: what was derived here.
std::vector<std::string> ids_of(std::string_view cell);
std::vector<std::string> published(const std::vector<std::string>& ids);
/// "5.0 TWh (4.6 to 5.5 TWh)".
template <class Q>
std::string with_range(const Range<Q>& r, const Translator& tr) {
  return tr("line.with_interval", figure(r.best, tr).text(), range_text(r, tr));
}
/// "Saving = a × b − c", of the names of the inputs.
std::string formula_of(std::string_view what, std::span<const WorkingInput>);
/// A row of factors.csv: its basis, its sources, and whether it is general knowledge.
void put_row(WorkingInput&, const Portfolio&, std::string_view id);
/// The figure in English, for a citation: whose, what, number, unit, range.
std::string cited(std::string_view whose, std::string_view what, const Range<Mass>&);
std::string cited(std::string_view whose, std::string_view what, const Range<Energy>&);
/// Fills what, result and best of a saving or an output.
void put_result(Working&, const Range<Mass>&, const Translator&);
void put_result(Working&, const Range<Energy>&, const Translator&);
/// What stands behind a line's CO2: the grids that it crosses (nothing where none is known), diesel that is burnt.
void put_line_grid(Working&, const World&, const LineFactors&);
void put_diesel(Working&, const World&, const LineFactors&);
/// The factor of a method as a share of what a grid was: the sources of the pathway that the scenario takes.
std::vector<std::string> pathway_sources(const Portfolio&, GridPathway, std::string_view iso3);

}  // namespace gs::works
