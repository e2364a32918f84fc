#pragma once
#include "sim/results.hpp"

namespace gs {

/// The portfolio's year under a scenario. A pure function: the same bits natively and in WebAssembly.
Results simulate(const Portfolio&, const Scenario&);

/// The status that a project has at the end of `year`: an operating plant was under construction before it was
/// commissioned; a plant that is being built and names a year operates from then on only as an expectation.
Status status_at(const Project&, int year);

}  // namespace gs
