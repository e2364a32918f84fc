#pragma once
#include "sim/results.hpp"

namespace gs {

/// The portfolio's year under a scenario. A pure function: the same bits natively and in WebAssembly, never NaN or
/// infinite. Of `fleet` (sim/fleet.hpp), which must have been built of the same portfolio with the scenario's drawing.
///
/// Energy: the hourly year of plants that follow sun and wind; else the reported generation (water, waste), else capacity
/// x 8760 h x capacity factor; less what the plant has lost with age. Storage and lines generate nothing. Saving: energy x
/// the grid factor of the scenario's method (combined margin: intermittent for sun and wind, firm for the rest) on the
/// scenario's pathway; electrolysers save grey hydrogen instead. Low and high are P10 and P90 of the draws of all inputs.
/// A missing factor means no figure, never 0. What-ifs of the scenario change energies and traffic in proportion, and no
/// interval over its best estimate.
Results simulate(const Portfolio&, std::shared_ptr<const Fleet> fleet, const Scenario&);
/// The same, building the fleet: some tenths of a second.
Results simulate(const Portfolio&, const Scenario&);

/// "ifi_combined_margin", "ifi_operating_margin", "ember_average", "coal_equivalent".
std::string_view id_of(FactorMethod);
std::string_view id_of(EnergyBasis);
std::string_view id_of(GridPathway);
std::string_view id_of(Counted);
/// No row found the Chinese or Belt and Road part of this project: off by default, out of every total.
bool has_no_bri_role(const Portfolio&, const Project&);

/// Share of a new plant's output that is left at an age, years: linear, not below 0. `ageing` in per cent of the usual.
double output_left(const PlantYear&, double age, int ageing = 100);
/// Of what a plant gives: more or less sun and wind, less what the grid cannot take, more what new stores bring back of it.
/// 1 for the standard what-if, and for plants that neither sun nor wind drives.
double fed_in(const WhatIf&, Technology);
/// The draws of the grid factor that a row is credited with; the world's where the factor is no country's.
std::span<const double> grid_normal_of(const ProjectResult&, const Portfolio&, const Fleet&);

/// Units of a class that were delivered by the end of `year`: the sum of its rows `delivered` in deliveries.csv, where it has
/// any, else the units of its own row once its year has come; nothing before the first, or where neither says how many.
std::optional<int> units_delivered(const Portfolio&, const Locomotive&, int year);

/// The status that a project has at the end of `year`: an operating plant was under construction before it was
/// commissioned; a plant that is being built and names a year operates from then on only as an expectation, and only in
/// years after kDataYear, in which its row was last looked at. An operating plant of unknown year counts from kDataYear
/// on.
Status status_at(const Project&, int year);

}  // namespace gs
