#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sim/results.hpp"

/// Sums over the rows of a result, in the order of the files.
namespace gs {

/// Adds a project to a total: the one place that says what counts as capacity and what as a missing figure.
void add(Total&, const ProjectResult&, const Project&);

/// Fills operating, by_category, by_status.
void add_totals(Results&, const Portfolio&);
/// The years 2000..2060 with the savings that `results` found for each row.
std::vector<Results::Year> timeline_of(const Results&, const Portfolio&);
/// Of the data version, the scenario and every number of the results, in one order.
std::string digest_of(const Results&, std::string_view data_version);

}  // namespace gs
