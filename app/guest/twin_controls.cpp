#include "guest/twin_controls.hpp"

#include <array>

#include "guest/twin_board.hpp"
#include "scene/project_table.hpp"

namespace gs {
namespace {

constexpr std::array<std::string_view, 5> kKinds{"range", "choice", "check", "button", "text"};
constexpr std::array<TwinGroup, 11> kGroups{{{"table", "tab.table"},
                                             {"selected", "table.details"},
                                             {"filters", "filter.title"},
                                             {"time", "timeline.years"},
                                             {"counting", "method.title"},
                                             {"scenario", "scenario.title"},
                                             {"stories", "stories.kind"},
                                             {"claim", "check.kind"},
                                             {"map", "tab.map"},
                                             {"layers", "layers.title"},
                                             {"view", "twin.view"}}};

}  // namespace

std::string_view id_of(TwinKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::span<const TwinGroup> twin_groups() { return kGroups; }

std::string twin_id(const Selection& s) {
  switch (s.kind) {
    case SelectionKind::project: return "project:" + s.id;
    case SelectionKind::route: return "route:" + s.id;
    case SelectionKind::locomotive: return "locomotive:" + s.id;
    case SelectionKind::country: return "country:" + s.id;
    default: return {};
  }
}

std::string twin_id(TableOrder order) { return std::string(id_of(order.column)) + (order.ascending ? ":up" : ""); }

TwinControl& TwinBoard::add(std::string id, std::string label, TwinKind kind, TwinValue value, std::function<Actions(const TwinValue&)> act) {
  TwinControl control;
  control.id = std::move(id);
  control.group = group_;
  control.label = std::move(label);
  control.kind = kind;
  control.value = std::move(value);
  control.act = std::move(act);
  return all_.emplace_back(std::move(control));
}

TwinControl& TwinBoard::choice(std::string id, std::string label, std::vector<TwinOption> options, std::string value,
                               std::function<Actions(const std::string&)> act) {
  const auto chosen = [act = std::move(act)](const TwinValue& v) { return act(std::get<std::string>(v)); };
  TwinControl& control = add(std::move(id), std::move(label), TwinKind::choice, std::move(value), chosen);
  control.options = std::move(options);
  return control;
}

TwinControl& TwinBoard::check(std::string id, std::string label, bool on, Actions turn) {
  const auto ticked = [on, turn = std::move(turn)](const TwinValue& v) { return std::get<bool>(v) == on ? Actions{} : turn; };
  return add(std::move(id), std::move(label), TwinKind::check, on, ticked);
}

TwinControl& TwinBoard::range(std::string id, std::string label, WholeRange range, int value, std::string words, std::function<Actions(int)> act) {
  const auto moved = [act = std::move(act)](const TwinValue& v) { return act(std::get<int>(v)); };
  TwinControl& control = add(std::move(id), std::move(label), TwinKind::range, value, moved);
  control.range = range;
  control.words = std::move(words);
  return control;
}

TwinControl& TwinBoard::text(std::string id, std::string label, std::string value, std::function<Actions(const std::string&)> act) {
  const auto typed = [act = std::move(act)](const TwinValue& v) { return act(std::get<std::string>(v)); };
  return add(std::move(id), std::move(label), TwinKind::text, std::move(value), typed);
}

TwinControl& TwinBoard::button(std::string id, std::string label, Actions actions) {
  const auto pressed = [actions = std::move(actions)](const TwinValue&) { return actions; };
  return add(std::move(id), std::move(label), TwinKind::button, std::monostate{}, pressed);
}

TwinControl& TwinBoard::held(std::string id, std::string label, bool on, std::function<Actions(bool)> act) {
  const auto pressed = [on, act = std::move(act)](const TwinValue& v) {
    const bool* to = std::get_if<bool>(&v);
    return act(to ? *to : !on);
  };
  return add(std::move(id), std::move(label), TwinKind::button, on, pressed);
}

std::vector<TwinControl> twin_controls(const World& w, const State& s) {
  TwinBoard board(w, s);
  add_table_controls(board);
  add_selected_controls(board);
  add_filter_controls(board);
  add_time_controls(board);
  add_counting_controls(board);
  add_scenario_controls(board);
  add_story_controls(board);
  add_claim_controls(board);
  add_map_controls(board);
  add_layer_controls(board);
  add_view_controls(board);
  return board.take();
}

}  // namespace gs
