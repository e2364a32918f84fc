#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sim/results.hpp"

/// Sums over the rows of a result, in the order of the files.
namespace gs {

/// A sum of rows: the one place that says what counts as capacity and what as a missing figure. Adds the rows draw by
/// draw, so that errors that are the same everywhere (one grid's factor) add up and others cancel.
class TotalSum {
 public:
  TotalSum(const Portfolio&, const Results&);
  void add(const ProjectResult&);
  void add(const LocomotiveResult&);
  Total total() const;

 private:
  void add_between(const Range<Mass>&);

  const Portfolio& portfolio_;
  const Results& results_;
  Total total_;
  std::vector<double> energy_, avoided_;  ///< draws
};

/// Fills operating, by_category, by_status: of the rows of `data/`. A reader's own are in none of them, nor in the timeline.
void add_totals(Results&, const Portfolio&);
/// Of a reader's own rows that are counted.
Total own_total(const Portfolio&, const Results&);
/// The years 2000..2060 with the savings that `results` found for each row.
std::vector<Results::Year> timeline_of(const Results&, const Portfolio&);
/// Of the data version, the scenario and every number of the results, in one order.
std::string digest_of(const Results&, std::string_view data_version);

}  // namespace gs
