#pragma once
#include "units/quantity.hpp"

/// Money and what it is paid for. US dollars, not deflated: the year is that of the figure's source.
namespace gs::model {

using Money = Quantity<struct MoneyInUsDollars>;
using CapitalCost = Quantity<struct CostInUsDollarsPerKilowatt>;
using YearlyCost = Quantity<struct CostInUsDollarsPerKilowattAndYear>;
using EnergyCost = Quantity<struct CostInUsDollarsPerMegawattHour>;
using AbatementCost = Quantity<struct CostInUsDollarsPerTonne>;

constexpr Money us_dollars(double v) { return Money::from_base(v); }
constexpr Money million_us_dollars(double v) { return Money::from_base(v * 1e6); }
constexpr CapitalCost usd_per_kw(double v) { return CapitalCost::from_base(v); }
constexpr YearlyCost usd_per_kw_year(double v) { return YearlyCost::from_base(v); }
constexpr EnergyCost usd_per_mwh(double v) { return EnergyCost::from_base(v); }
constexpr AbatementCost usd_per_tonne(double v) { return AbatementCost::from_base(v); }

constexpr double in_kilowatts(Power p) { return p.base() * 1e3; }
constexpr Money operator*(Power p, CapitalCost c) { return us_dollars(in_kilowatts(p) * c.base()); }
constexpr Money operator*(Power p, YearlyCost c) { return us_dollars(in_kilowatts(p) * c.base()); }
constexpr Money operator*(Energy e, EnergyCost c) { return us_dollars(e.base() * c.base()); }

}  // namespace gs::model
