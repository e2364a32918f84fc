#pragma once
#include "model/rail/powertrain.hpp"
#include "model/rail/train.hpp"
#include "scene/working_origin.hpp"

/// What the workings of a laboratory's run are made of. Only for scene/working_lab*.cpp.
namespace gs::works {

/// A run with the train and the powertrain that the laboratory made of its rows (sim/laboratory.cpp).
struct RunOf {
  const World& w;
  const LabResults& lab;
  const LabRun& run;
  model::rail::Train train;
  model::rail::Powertrain power;
  const Translator& tr() const { return w.tr; }
  const TractionRow& row() const { return *run.traction; }
};
RunOf run_of(const World&, const LabRun&);

/// Of columns of tractions.csv: estimated where the row says so of one of them, or names no page.
Origin traction_origin(const RunOf&, std::initializer_list<std::string_view> columns, std::string from = {});
Origin train_origin(const RunOf&, std::string from = {});
Origin simulated_origin(const RunOf&);
/// "61.2 MWh" of joules.
std::string of_joules(double joules, const Translator&);

/// All `told`: train and way behind the equation of motion; what lies between tank, wire or charger and the wheel.
void put_train(const RunOf&, std::vector<WorkingInput>&);
void put_way(const RunOf&, std::vector<WorkingInput>&);
void put_power(const RunOf&, std::vector<WorkingInput>&);
/// What the powertrain took and lost on the way.
void put_flows(const RunOf&, std::vector<WorkingInput>&);
/// Factors of the CO2.
void put_factors(const RunOf&, const LineFactors&, Working&);

}  // namespace gs::works
