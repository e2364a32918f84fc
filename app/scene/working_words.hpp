#pragma once
#include <string>
#include <vector>

#include "model/climate/site_climate.hpp"
#include "scene/filter.hpp"

/// What stands behind a figure, in words: for the inspector and for the working.
namespace gs {

std::string method_name(const Translator&, FactorMethod);
std::string pathway_name(const Translator&, GridPathway);
/// "Capacity × 8,760 h × capacity factor 17 % (13 to 20 %), ...": what a project's energy is of.
std::string basis_text(const World&, const Project&, const ProjectResult&);
/// "IFI combined margin: 390 g/kWh (351 to 429), United Arab Emirates 2021": what its energy is credited with.
std::string factor_text(const World&, const ProjectResult&);
/// "Measured at a station (Abu Dhabi); standard deviation 5 %".
std::string known_text(const World&, const model::Provenance&, StationVariable);
/// Which of the usual conventions a reported saving follows, in a sentence; empty where none is reported beside a simulated one.
std::string gap_text(const World&, const ProjectResult&);
/// What of a project's figures a reader must know; `inputs`: also of what makes them uncertain.
std::vector<std::string> notes_of(const ProjectResult&, const Translator&, bool inputs);

}  // namespace gs
