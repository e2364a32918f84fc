#include "model/grid_link.hpp"

#include "model/ledger.hpp"
#include "model/numerics.hpp"

namespace gs::model {
namespace {

bool shares(const Range<Ratio>& r) {
  return r.low.base() >= 0.0 && r.low <= r.best && r.best <= r.high && r.high.base() < 1.0;
}

Ratio loss(Length length, Ratio per_1000_km, Ratio station) {
  const double stations = (1.0 - station.base()) * (1.0 - station.base());
  return ratio(1.0 - stations * numerics::pow(1.0 - per_1000_km.base(), length.base() / 1000.0));
}

}  // namespace

LineFactors line_factors(Current current) {
  if (current == Current::direct)
    return {{percent(2.5), percent(3.0), percent(5.0)}, {percent(0.6), percent(0.7), percent(1.0)}};
  return {{percent(4.0), percent(6.0), percent(8.0)}, {ratio(0.0), ratio(0.0), ratio(0.0)}};
}

Result<Range<Ratio>> line_loss(Length length, const LineFactors& factors) {
  if (!(length >= Length{})) return Error{"grid link", "expected a length of 0 km or more"};
  if (!shares(factors.per_1000_km) || !shares(factors.station))
    return Error{"grid link", "expected losses of 0 to 1, low <= best <= high"};
  return Range<Ratio>{loss(length, factors.per_1000_km.low, factors.station.low),
                      loss(length, factors.per_1000_km.best, factors.station.best),
                      loss(length, factors.per_1000_km.high, factors.station.high)};
}

Result<LinkYear> link_year(Power capacity, Energy exchange, Length length, const LineFactors& factors) {
  if (!(capacity > Power{})) return Error{"grid link", "expected a capacity above 0"};
  if (!(exchange >= Energy{} && exchange <= capacity * kYear))
    return Error{"grid link", "expected an exchange of 0 to capacity x 8760 h"};
  const Result<Range<Ratio>> share = line_loss(length, factors);
  if (!share) return share.error();
  LinkYear year;
  year.sent = {exchange, exchange, exchange};
  year.lost = {exchange * share->low.base(), exchange * share->best.base(), exchange * share->high.base()};
  // Received falls as the loss rises; kept as low <= best <= high of its own.
  year.received = {exchange - year.lost.high, exchange - year.lost.best, exchange - year.lost.low};
  year.use = ratio(exchange / (capacity * kYear));
  return year;
}

Result<Hourly> link_hours(std::span<const double> offered, Power capacity, Ratio loss) {
  if (!(loss.base() >= 0.0 && loss.base() < 1.0)) return Error{"grid link", "expected a loss of 0 to 1"};
  Hourly received;
  received.reserve(offered.size());
  for (std::size_t h = 0; h < offered.size(); ++h) {
    if (!(offered[h] >= 0.0)) return Error{"hour " + std::to_string(h), "expected 0 MW or more"};
    const double sent = offered[h] < capacity.base() ? offered[h] : capacity.base();
    received.push_back(sent * (1.0 - loss.base()));
  }
  return received;
}

WhatIf<Mass> link_displacement(const LinkYear& year, const Range<Intensity>& sender, const Range<Intensity>& receiver) {
  return {{year.received.low * receiver.low - year.sent.high * sender.high,
           year.received.best * receiver.best - year.sent.best * sender.best,
           year.received.high * receiver.high - year.sent.low * sender.low}};
}

}  // namespace gs::model
