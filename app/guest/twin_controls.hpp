#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scene/filter.hpp"
#include "state/state.hpp"

/// The controls of the page's accessible twin: one table that says both what a control shows of the state and what it does to
/// it, so that the two cannot drift apart.
namespace gs {

enum class TwinKind : std::uint8_t { range, choice, check, button, text };
std::string_view id_of(TwinKind);

/// By kind: a whole number, the id of an option, a tick, whether a button is held in (or nothing), a text.
using TwinValue = std::variant<std::monostate, bool, int, std::string>;

struct TwinOption {
  std::string id, label;
};

struct TwinControl {
  std::string id, group, label;
  TwinKind kind{};
  TwinValue value{};  ///< as the state has it
  /// What another value asks for. Of a value of its kind, in its range, among its options.
  std::function<Actions(const TwinValue&)> act{};
  WholeRange range{0, 0};
  std::string words{};  ///< the value of a range in words
  std::string note{};
  std::string set{};    ///< heading of the ticks that it stands among
  std::vector<TwinOption> options{};
  bool can = true;      ///< else it is there and does nothing
  bool quiet = false;   ///< its options stand elsewhere: in the table's heads and rows
};

struct TwinGroup {
  const char *id, *key;  ///< key: of its heading
};
/// In the order of the page.
std::span<const TwinGroup> twin_groups();

/// In the order of the page. None of them outlives the world.
std::vector<TwinControl> twin_controls(const World&, const State&);

/// "project:al-dhafra-pv2", the value of the control "select"; empty for what it does not have.
std::string twin_id(const Selection&);
/// "saving" from the greatest, "saving:up" from the least: the value of the control "sort".
std::string twin_id(TableOrder);

}  // namespace gs
