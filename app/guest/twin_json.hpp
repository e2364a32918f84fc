#pragma once
#include <string>
#include <string_view>

#include "scene/filter.hpp"
#include "sim/claim_check.hpp"

namespace gs {

/// What the page's accessible twin is told.
struct TwinShown {
  const World& world;
  const State& state;
  const ProjectList& list;
  std::string_view message;             ///< what the program says to the person now, or nothing
  const ClaimCheck* claim = nullptr;    ///< of the text in the state, where there is one
};

/// {"type":"twin", "groups":[{"id","label"}], "controls":[{"id","kind","group","label","value","min","max","step","words","note","set",
/// "can","quiet","options":[{"id","label"}]}], "summary":[...], "message", "selection": null or {"kind","title","facts":[[...]],"notes",
/// "sources":[{"label","url"}]}, "hits":[{"id","label","note"}], "claim":[...], "story": null or {"title","place","head","text",
/// "sources"}, "words":{...}}. `kind`: range, choice, check, button, text; `hits`: what else a search finds, to be chosen by "select".
std::string twin_json(const TwinShown&);

}  // namespace gs
