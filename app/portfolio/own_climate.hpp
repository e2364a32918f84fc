#pragma once
#include <optional>
#include <vector>

#include "portfolio/portfolio.hpp"

namespace gs {

/// How far a site's weather is taken to reach, km: the sun's changes slowly, the wind's within a valley.
inline constexpr double kSunReachKm = 300.0, kWindReachKm = 100.0;
/// Where a row gives its own irradiation or wind, only temperature and months are taken from that far.
inline constexpr double kMonthsReachKm = 1000.0;

/// The climate of a reader's project from that of the nearest known site of its kind, as an estimate.
class OwnClimates {
 public:
  /// Sites of the portfolio that are not themselves a reader's. Both must outlive it.
  explicit OwnClimates(const Portfolio&);

  struct Neighbour {
    const Site* site;
    const Project* project;
    double km;  ///< great circle
  };
  /// The nearest whose climate a project of this kind can use, however far. Nothing for what neither sun nor wind drives.
  std::optional<Neighbour> nearest(Technology, double latitude, double longitude) const;

  /// What is used for a project: what its row says (`given`), and the rest of the nearest site within reach. Irradiation is
  /// taken to be another by 3 % (standard deviation) a 100 km, beam by 5 %, wind by 10 % and 10 % more a 100 km: assumptions.
  /// Nothing where no site is in reach: a capacity factor then stands in.
  std::optional<Site> site_of(const Project&, const Site* given) const;

 private:
  std::vector<Neighbour> known_;
};

}  // namespace gs
