#pragma once
#include <span>

#include "model/hours.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

namespace gs::model {

/// A plant behind a connection that carries less than it can give.
struct Curtailment {
  Hourly delivered;  ///< MW, at most the connection
  Hourly surplus;    ///< MW, what the plant could give above it
  Energy delivered_sum, surplus_sum;
};

/// `output` is MW by hour (any number of hours), not negative; `connection` not negative. Delivered + surplus = output
/// in every hour, exactly. Errors name the hour.
Result<Curtailment> curtail(std::span<const double> output, Power connection);

}  // namespace gs::model
