#pragma once
#include <optional>

#include "model/storage.hpp"
#include "portfolio/portfolio.hpp"

/// The store that a row is simulated with.
namespace gs {

/// Whether the store stands behind the same connection as a plant of its row, else it is alone in a grid.
bool stands_beside_plant(Technology);
/// Nothing where there is none, or too little is known. Beside a plant: of the stated energy over kBatteryHours, at most the
/// plant's power; alone: of the row's power, with the usual hours where no energy is stated.
std::optional<model::Store> store_of(const Project&);

}  // namespace gs
