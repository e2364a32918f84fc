#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "scene/working_parts.hpp"

/// Where an input of a figure that opens in place comes from. Only for scene/working_*.cpp.
namespace gs::works {

struct Origin {
  std::string from;                  ///< in words
  std::vector<std::string> sources;  ///< ids of Source
  bool estimated = false;
};
/// A row of factors.csv, of rail_factors.csv (estimated at low confidence); empty where there is none.
Origin row_origin(const Portfolio&, std::string_view id);
Origin rail_origin(const Portfolio&, std::string_view id);
/// Ids of a row's sources, estimated where none of them is a page or `estimated` says so.
Origin sourced(const std::vector<std::string>& ids, bool estimated, std::string from = {});
/// An assumption of the model, said in words.
Origin assumed(std::string from);
/// What another figure or the simulation gives, or the reader has chosen.
Origin given(std::string from);

WorkingInput input(std::string name, std::string value, double number, WorkingInput::Part, Origin);
WorkingInput told_input(std::string name, std::string value, double number, Origin);
/// A figure made of its inputs: "What = a × b − c". `cited` says what and how much, in English.
Working closed(std::string what, std::string result, double best, std::vector<WorkingInput>, std::string cited);
/// A figure of a simulation step by step, told in a sentence.
Working stepped(std::string what, std::string result, double best, std::string formula, std::vector<WorkingInput>);

/// "85 %", "95.5 %": with up to three digits.
std::string exact_percent(double share, const Translator&);
/// "12.3 GWh" and "1.98 kt", three digits, in English.
std::string english(Energy);
std::string english(Mass);

}  // namespace gs::works
