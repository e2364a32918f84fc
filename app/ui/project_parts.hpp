#pragma once
#include "sim/simulate.hpp"
#include "ui/panels.hpp"

/// The sections of a project's inspector, from top to bottom. Each draws nothing where there is nothing to say.
namespace gs::ui {

/// One project as its sections see it.
struct ProjectOf {
  const Project& row;
  const ProjectResult& result;
  const PlantYear& plant;
};

void saving_section(const Ui&, const ProjectOf&);      // CO2 of a year, simulated beside reported
void output_section(const Ui&, const ProjectOf&);      // the same of its electricity
void lifecycle_section(const Ui&, const ProjectOf&);     // what making the plant emits, never subtracted above
void why_section(const Ui&, const ProjectOf&);         // why a claim and the simulation differ
void uncertain_section(const Ui&, const ProjectOf&);   // which inputs make the saving uncertain
void year_section(const Ui&, const ProjectOf&);        // months, and the day's course over the year
void store_section(const Ui&, const ProjectOf&, Actions&);     // these three open to their workings in place
void hydrogen_section(const Ui&, const ProjectOf&, Actions&);
void waste_section(const Ui&, const ProjectOf&, Actions&);
void working_section(const Ui&, const ProjectOf&, Actions&);  // energy, factor, notes, the way to the whole working
void methods_section(const Ui&, const ProjectOf&, Actions&);  // the saving by each method, the grid's pathways
void claim_section(const Ui&, const ProjectOf&, Actions&);    // what the article states
void economy_section(const Ui&, const ProjectOf&, Actions&);  // money, jobs, homes and their sources
void who_section(const Ui&, const ProjectOf&);

/// The caption of a section.
void section_head(const Ui&, std::string_view key);
/// A line of small print that wraps.
void small_print(const Ui&, std::string_view words);
std::string method_name(const Ui&, FactorMethod);
std::string pathway_name(const Ui&, GridPathway);

}  // namespace gs::ui
