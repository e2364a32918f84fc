#pragma once
#include <utility>

#include "guest/twin_controls.hpp"

namespace gs {

/// Gathers the controls of a group after the other. Only for guest/twin_*.cpp.
class TwinBoard {
 public:
  TwinBoard(const World& world, const State& state) : w(world), s(state), tr(world.tr) {}

  void begin(const char* group) { group_ = group; }

  TwinControl& choice(std::string id, std::string label, std::vector<TwinOption> options, std::string value, std::function<Actions(const std::string&)> act);
  /// `turn` is what brings it to the other side.
  TwinControl& check(std::string id, std::string label, bool on, Actions turn);
  TwinControl& range(std::string id, std::string label, WholeRange, int value, std::string words, std::function<Actions(int)> act);
  TwinControl& text(std::string id, std::string label, std::string value, std::function<Actions(const std::string&)> act);
  TwinControl& button(std::string id, std::string label, Actions);
  /// A button that stays in; without a value it changes sides.
  TwinControl& held(std::string id, std::string label, bool on, std::function<Actions(bool)> act);

  std::vector<TwinControl> take() { return std::move(all_); }

  const World& w;
  const State& s;
  const Translator& tr;

 private:
  TwinControl& add(std::string id, std::string label, TwinKind, TwinValue, std::function<Actions(const TwinValue&)>);

  const char* group_ = "";
  std::vector<TwinControl> all_;
};

// The groups, some a file.
void add_view_controls(TwinBoard&);      // twin_view.cpp
void add_time_controls(TwinBoard&);
void add_counting_controls(TwinBoard&);
void add_map_controls(TwinBoard&);
void add_filter_controls(TwinBoard&);    // twin_filters.cpp
void add_table_controls(TwinBoard&);
void add_selected_controls(TwinBoard&);
void add_layer_controls(TwinBoard&);
void add_scenario_controls(TwinBoard&);  // twin_scenario.cpp
void add_claim_controls(TwinBoard&);
void add_story_controls(TwinBoard&);

}  // namespace gs
