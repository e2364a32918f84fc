#pragma once
#include "sim/results.hpp"

namespace gs {

/// The portfolio's year under a scenario. A pure function: the same bits natively and in WebAssembly, never NaN or
/// infinite.
///
/// Energy: the reported generation with an assumed spread; else capacity x 8760 h x capacity factor of technology and
/// country, else of the technology in the world, with the factor's own range. Storage, lines and electrolysers generate
/// nothing: they show what is reported and stay without a figure. Saving: energy x grid factor of the scenario's method
/// (combined margin: intermittent for sun and wind, firm for the rest); intervals in quadrature (model/ledger.hpp).
/// A missing factor means no figure, never 0. The numbers behind are in sim/assumptions.hpp.
Results simulate(const Portfolio&, const Scenario&);

/// "ifi_combined_margin", "ifi_operating_margin", "ember_average", "coal_equivalent".
std::string_view id_of(FactorMethod);
std::string_view id_of(EnergyBasis);
std::string_view id_of(Counted);
/// No row found the Chinese or Belt and Road part of this project: off by default, out of every total.
bool has_no_bri_role(const Portfolio&, const Project&);

/// The status that a project has at the end of `year`: an operating plant was under construction before it was
/// commissioned; a plant that is being built and names a year operates from then on only as an expectation, and only in
/// years after kDataYear, in which its row was last looked at. An operating plant of unknown year counts from kDataYear
/// on.
Status status_at(const Project&, int year);

}  // namespace gs
