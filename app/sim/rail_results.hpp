#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "units/quantity.hpp"

/// What the railway's part of the results says.
namespace gs {

/// What a line's traffic saves in a year: per route of the portfolio (those with traffic and a length).
struct LineSaving {
  std::uint32_t route{};
  Range<double> traffic_mt{};
  double net_tkm{}, gross_tkm{};       ///< a year; gross: the trailing tonnes
  double wire_share{};                 ///< of the way that trains run under a wire today
  Range<Mass> as_it_runs{};            ///< CO2 of today's traction, well to wheel
  Range<Mass> as_diesel{};             ///< the same traffic by diesel
  Range<Mass> by_road{};               ///< by lorries over the road's length
  Mass well_to_tank_share{};           ///< of as_diesel, shown apart
  Mass road_well_to_tank{};            ///< of by_road
  Range<Mass> saved_against_diesel{}, saved_against_road{};
  std::vector<std::pair<std::string, Mass>> electricity_by_country;  ///< CO2 by country crossed
  double trains_a_day{};               ///< both directions, for the map's timetable
  double running_time_s{};
};

/// How trains run on a line, for the map: one loaded train from its first point to its last, and back.
struct LineTimetable {
  std::uint32_t route{};
  double trains_a_day{};  ///< both directions
  bool assumed{};         ///< of a line whose traffic is not known: trains_a_day is an assumption
  double wire_share{};
  double length_m{};
  /// Seconds since departure at `at_m` from the line's first point, ascending in time; back: descending in at_m.
  struct Node { float time_s, at_m; };
  std::vector<Node> out, back;
};

struct RailwayResults {
  bool ready = false;  ///< the runs were there: else the rest is empty
  std::vector<LineSaving> lines;
  std::vector<LineTimetable> timetable;  ///< of every line that trains can run, in the order of Portfolio::routes
  std::string digest;
};

}  // namespace gs
