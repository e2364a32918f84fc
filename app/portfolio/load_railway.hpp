#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "portfolio/loading.hpp"
#include "portfolio/references.hpp"

/// How the lines are worked and what pulls on them. Only for load.cpp and the other files of these tables.
namespace gs {

struct RailwayTables {
  Table lines, countries, trains, tractions, deliveries, shunting;
};

RailwayTables take_railway_tables(Loading&);
/// Checks and keeps the rows of the tables; `references` knows the routes and locomotives.
void load_railway(Loading&, References&, RailwayTables);

using Spans = std::vector<std::pair<double, double>>;
/// "0-130;300-420": kilometres, each span rising, in order and apart; empty text is no span. nullopt: not that.
std::optional<Spans> chainage_spans(std::string_view text);
/// "0.6@0.1;0.4@0.5": shares of the time at shares of the rated power, loads rising, times adding up to 1 within 0.005 (and then
/// scaled to it), at most 10. nullopt: not that.
std::optional<Spans> load_spectrum(std::string_view text);

}  // namespace gs
