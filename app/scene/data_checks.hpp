#pragma once
#include <memory>

#include "map/basemap.hpp"
#include "portfolio/own_data.hpp"

namespace gs {

/// What the base map knows about a data file's countries and places, for load_portfolio. The page, the window and the
/// command line load with the same checks, so that they keep the same rows.
Checks checks_of(std::shared_ptr<const BaseMap> map);

/// The same for a reader's own file, whose rows need not say their country.
OwnChecks own_checks_of(std::shared_ptr<const BaseMap> map);

}  // namespace gs
