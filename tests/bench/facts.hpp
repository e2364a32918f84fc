#pragma once
#include "portfolio/portfolio.hpp"

namespace gs::bench {

/// All facts of the repository, loaded once; ember.csv stands only among the native build's assets.
const Portfolio& portfolio();

}  // namespace gs::bench
