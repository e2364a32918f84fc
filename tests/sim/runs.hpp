#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "portfolio/fixture.hpp"
#include "sim/simulate.hpp"

/// Simulated portfolios for tests: the repository's, whose hours are made once, and small ones.
namespace gs::test {

/// The hours and draws of the repository's data with the usual drawing.
std::shared_ptr<const Fleet> repository_fleet();
Results repository_results(const Scenario& = {});

/// The row of a project; fails the test when there is none.
const ProjectResult& row(const Portfolio&, const Results&, std::string_view id);

struct Run {
  Portfolio portfolio;
  Results results;
  const ProjectResult& operator[](std::string_view id) const { return row(portfolio, results, id); }
  const PlantYear& plant(std::string_view id) const { return results.fleet->plants[(*this)[id].project]; }
};

/// DataSet::small() with all that an hourly year of its plants of sun and wind needs.
DataSet small_set();

/// A small set with its results.
Run run(const DataSet&, const Scenario& = {});
/// The same portfolio and hours in another scenario of the same drawing.
Results again(const Run&, const Scenario&);

/// Best estimate of a row's saving, t CO2 a year; fails the test when it has none.
double saved(const ProjectResult&);

/// Calls `see` with a name and each number that a reader may be shown.
void for_each_number(const Results&, const std::function<void(std::string_view, double)>& see);

}  // namespace gs::test
