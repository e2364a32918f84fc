#pragma once
#include "scene/working_origin.hpp"

/// What the workings of a project's sections are made of. Only for scene/working_sections.cpp, working_store.cpp and working_hydrogen.cpp.
namespace gs::works {

/// A project as its sections see it.
struct SectionOf {
  const World& w;
  const Project& row;
  const ProjectResult& result;
  const PlantYear& plant;
  const Translator& tr() const { return w.tr; }
};
std::vector<Working> of_store(const SectionOf&);
std::vector<Working> of_hydrogen(const SectionOf&);
std::vector<Working> of_waste(const SectionOf&);

/// "16.1 (15 to 17)" within a pattern of three.
std::string three_words(const Translator&, std::string_view key, const Range<double>&, int digits = 3);
/// Of a figure that the hours of the year add up to.
Origin hourly(const SectionOf&);
/// What a plant's own sun and wind give before its store or electrolyser takes it.
WorkingInput own_output(const SectionOf&, const char* name, Energy, Part);
Working energy_figure(const SectionOf&, const char* what, Energy best, std::vector<WorkingInput>, std::string_view cited);

}  // namespace gs::works
