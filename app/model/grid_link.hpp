#pragma once
#include <span>

#include "model/hours.hpp"
#include "model/what_if.hpp"
#include "units/quantity.hpp"
#include "units/result.hpp"

/// A line between two grids. It carries electricity and loses some of it; it generates none and saves nothing by
/// itself.
namespace gs::model {

enum class Current { alternating, direct };

/// Share of what is sent that a line at its usual load loses: `per_1000_km` compounding with the length, and twice a
/// station of a direct current line. Rows line-loss-* of data/factors.csv.
struct LineFactors {
  Range<Ratio> per_1000_km, station;
};
/// Direct: about 3 % per 1000 km (Wikipedia on HVDC), converters 0.7 % each; alternating 500 kV: 6 % (general
/// knowledge).
LineFactors line_factors(Current current);

struct LinkYear {
  Range<Energy> sent, lost, received;  ///< low, best, high loss; sent is the same in all three
  Ratio use;                           ///< mean of what is sent over the transfer capacity
};

/// Loss as a share of what is sent. Errors: length below 0, factors outside 0..1 or not in order.
Result<Range<Ratio>> line_loss(Length length, const LineFactors& factors);

/// A year's exchange (as reported: counted where it is sent) over a line. sent = lost + received.
/// Errors: those of line_loss; an exchange below 0 or above capacity x 8760 h; capacity not above 0.
Result<LinkYear> link_year(Power capacity, Energy exchange, Length length, const LineFactors& factors);

/// The same hour by hour: `offered` MW at the sending end, at most the capacity is taken; returns MW at the receiving
/// end. Errors: hours below 0, loss outside 0..1.
Result<Hourly> link_hours(std::span<const double> offered, Power capacity, Ratio loss);

/// What if all that arrives replaced the receiving grid's electricity, and all that is sent were made for it at the
/// sending grid's factor? Negative where the sender is the dirtier one.
WhatIf<Mass> link_displacement(const LinkYear& year, const Range<Intensity>& sender, const Range<Intensity>& receiver);

}  // namespace gs::model
