#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "portfolio/loading.hpp"
#include "portfolio/references.hpp"

/// How the lines are worked and what pulls on them. Only for load.cpp and the other files of these tables.
namespace gs {

struct RailwayTables {
  Table lines, countries, trains, tractions, deliveries;
};

RailwayTables take_railway_tables(Loading&);
/// Checks and keeps the rows of the tables; `references` knows the routes and locomotives.
void load_railway(Loading&, References&, RailwayTables);

using Spans = std::vector<std::pair<double, double>>;
/// "0-130;300-420": kilometres, each span rising, in order and apart; empty text is no span. nullopt: not that.
std::optional<Spans> chainage_spans(std::string_view text);

}  // namespace gs
